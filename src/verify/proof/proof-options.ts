import { isDateTimeStamp, readDate } from '../../credential/date.ts';
import type { JsonObject } from '../../json.ts';
import type { Instant } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';

/** `expiration` is what the security vocabulary's first context calls the same property: a holder may swap the names. */
const ENDS = ['expires', 'expiration'] as const;

/** How far another's clock may be ahead. */
const SKEW = 300_000;

/**
 * What can be said of a proof before any key is asked for (Data Integrity 1.0 §2.1, §4.4). Problems:
 * `proof-purpose-wrong`, `proof-malformed` (with the place), `proof-expired`, `proof-created-in-future`.
 */
export function checkProofOptions(proof: JsonObject, now: Instant, at: string): Problem | null {
  const malformed = (name: string): Problem => problem('proof-malformed', { at: `${at}/${name}` });
  if (proof.proofPurpose !== 'assertionMethod')
    return problem('proof-purpose-wrong', {
      at: `${at}/proofPurpose`,
      params: { purpose: String(proof.proofPurpose ?? '') },
    });
  if (typeof proof.verificationMethod !== 'string' || proof.verificationMethod === '')
    return malformed('verificationMethod');
  for (const name of ['created', ...ENDS]) {
    const value = proof[name];
    if (value !== undefined && !(typeof value === 'string' && isDateTimeStamp(value))) return malformed(name);
  }
  const created = readDate(proof.created)?.instant;
  if (created != null && created > now + SKEW)
    return problem('proof-created-in-future', {
      at: `${at}/created`,
      params: { date: String(proof.created) },
    });
  const end = ENDS.find((name) => (readDate(proof[name])?.instant ?? Number.POSITIVE_INFINITY) <= now);
  return end === undefined
    ? null
    : problem('proof-expired', { at: `${at}/${end}`, params: { date: String(proof[end]) } });
}
