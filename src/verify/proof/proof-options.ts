import { isDateTimeStamp, readDate } from '../../credential/date.ts';
import { readTypes } from '../../credential/text.ts';
import type { JsonObject } from '../../json.ts';
import type { Instant } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { CLOCK_TOLERANCE_MS } from '../clock-tolerance.ts';
import type { Relationship } from '../key/controlled-identifier-document.ts';

/** `expiration` is what the security vocabulary's first context calls the same property: a holder may swap the names. */
const ENDS = ['expires', 'expiration'] as const;

/**
 * What a proof over this document may be made for (Data Integrity 1.0 §2.3.1): a credential is asserted; a presentation
 * may also show who presents it (VCDM 2.0 §4.13). What is both, or says something of a subject, is held to the stricter
 * rule: a status list that calls itself a presentation, and nothing else, would otherwise be had from a log-in key.
 */
export function purposesFor(document: JsonObject): readonly Relationship[] {
  const types = readTypes(document);
  const asserts = types.includes('VerifiableCredential') || document.credentialSubject !== undefined;
  const presents = types.includes('VerifiablePresentation') && !asserts;
  return presents ? ['assertionMethod', 'authentication'] : ['assertionMethod'];
}

export interface ProofPlace {
  readonly document: JsonObject;
  readonly at: string;
  readonly now: Instant;
}

/**
 * What can be said of a proof before any key is asked for (Data Integrity 1.0 §2.1, §4.4). Problems:
 * `proof-purpose-wrong`, `proof-malformed` (with the place), `proof-expired`, `proof-created-in-future`. A `challenge`
 * and a `domain` answer a verifier that asked for them (§4.4, steps on domain and challenge); nobody asked here.
 */
export function checkProofOptions(proof: JsonObject, { document, at, now }: ProofPlace): Problem | null {
  const malformed = (name: string): Problem => problem('proof-malformed', { at: `${at}/${name}` });
  if (!purposesFor(document).some((purpose) => purpose === proof.proofPurpose))
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
  if (created != null && created > now + CLOCK_TOLERANCE_MS)
    return problem('proof-created-in-future', {
      at: `${at}/created`,
      params: { date: String(proof.created) },
    });
  const end = ENDS.find((name) => (readDate(proof[name])?.instant ?? Number.POSITIVE_INFINITY) <= now);
  return end === undefined
    ? null
    : problem('proof-expired', { at: `${at}/${end}`, params: { date: String(proof[end]) } });
}
