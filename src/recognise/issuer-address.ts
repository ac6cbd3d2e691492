import { isOfManyIssuers } from '../provider/hosting.ts';
import { isIssuerId } from '../verify/trust/issuer-id.ts';
import { matchLink } from './recognise.ts';

/**
 * Why a reader's entry cannot be an issuer's id; null where it can.
 * - `no-id`    neither a DID nor an https address
 * - `badge`    the address of a badge, a list or a page of a known platform: one person's, not an issuer's
 * - `platform` the address of a whole platform, on which many issue
 */
export type NoIssuer = 'no-id' | 'badge' | 'platform';

/** @param typed the reader's entry, without space around it */
export function whyNoIssuer(typed: string): NoIssuer | null {
  if (!isIssuerId(typed)) return 'no-id';
  if (typed.startsWith('did:')) return null;
  const match = matchLink(typed);
  if (match !== null && match.candidate.provider !== null) return 'badge';
  const isRoot = new URL(typed).pathname === '/';
  return isRoot && isOfManyIssuers(typed) ? 'platform' : null;
}
