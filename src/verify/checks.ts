/** The questions that rest on an established record, in the order in which they are asked and shown. */
import { checkEndorsements } from './check/endorsements.ts';
import { checkHolder } from './check/holder.ts';
import { checkIssuerTrust } from './check/issuer-trust.ts';
import { checkPageClaim } from './check/page-claim.ts';
import { checkRevocation } from './check/revocation.ts';
import { checkValidityPeriod } from './check/validity-period.ts';
import type { Check, Inquiry } from './inquiry.ts';
import type { CheckId } from './report.ts';

const holds = (inquiry: Inquiry, id: 'proof' | 'key-binding'): boolean =>
  ['passed', 'warned'].includes(inquiry.outcomes[id]?.state ?? 'not-run');
const failed = (inquiry: Inquiry, id: CheckId): boolean => inquiry.outcomes[id]?.state === 'failed';

/** What a disproved record says counts for nothing; what an unproved one says may be told as its own word. */
const unlessDisproved = (inquiry: Inquiry): CheckId | null =>
  failed(inquiry, 'proof') ? 'proof' : failed(inquiry, 'key-binding') ? 'key-binding' : null;

/** Addresses that only the record names are asked for only after a good proof: else anybody could name them. */
const afterProof = (inquiry: Inquiry): CheckId | null =>
  holds(inquiry, 'proof') ? unlessDisproved(inquiry) : 'proof';

const never = (): null => null;

export const CHECKS: readonly Check[] = [
  {
    id: 'revocation',
    // OB 2.0 §Revocation: the issuer's server has already spoken where it answered 410 or `revoked: true`.
    blockedBy: (inquiry) => (inquiry.hosting?.revoked ? null : afterProof(inquiry)),
    ask: checkRevocation,
  },
  { id: 'validity-period', blockedBy: unlessDisproved, ask: checkValidityPeriod },
  { id: 'issuer-trust', blockedBy: never, ask: checkIssuerTrust },
  { id: 'holder', blockedBy: unlessDisproved, ask: checkHolder },
  { id: 'endorsements', blockedBy: afterProof, ask: checkEndorsements },
  { id: 'page-claim', blockedBy: unlessDisproved, ask: checkPageClaim },
];
