import { readDate } from '../../credential/date.ts';
import { readTypes } from '../../credential/text.ts';
import type { Json, JsonObject } from '../../json.ts';
import type { Instant } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { CLOCK_TOLERANCE_MS } from '../clock-tolerance.ts';
import type { Relationship } from '../key/controlled-identifier-document.ts';

/** The first context of the security vocabulary calls the same property `expiration`. A holder may swap the names. */
const ENDS = ['expires', 'expiration'] as const;

/**
 * The purposes that a proof over this document may have (Data Integrity 1.0 §2.3.1). A credential is asserted. A
 * presentation may also show who presents it (VCDM 2.0 §4.13). A document that is both, or that describes a subject,
 * must meet the stricter rule. Otherwise a log-in key could sign a status list that is called a presentation.
 */
export function purposesFor(document: JsonObject): readonly Relationship[] {
  const types = readTypes(document);
  const asserts = types.includes('VerifiableCredential') || document.credentialSubject !== undefined;
  const presents = types.includes('VerifiablePresentation') && !asserts;
  return presents ? ['assertionMethod', 'authentication'] : ['assertionMethod'];
}

/**
 * Data Integrity 1.0 §2.1 wants a dateTimeStamp, and lets a time without a zone be read as UTC. The suites of 2018 and
 * 2020 write an xsd:dateTime, which need not have one. A day alone is neither.
 */
const isMoment = (value: Json): boolean =>
  typeof value === 'string' && /\dT\d/i.test(value) && (readDate(value)?.instant ?? null) !== null;

export interface ProofPlace {
  readonly document: JsonObject;
  readonly at: string;
  readonly now: Instant;
}

/**
 * Checks a proof before any key is requested (Data Integrity 1.0 §2.1, §4.4). Problems: `proof-purpose-wrong`,
 * `proof-malformed` (with the place), `proof-expired`, `proof-created-in-future`. A `challenge` and a `domain` answer a
 * verifier that asked for them (§4.4, steps on domain and challenge). We asked for none.
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
    // Null is absent, also in a text: JSON-LD reads it so (JSON-LD 1.1 §4.1.2).
    if (value != null && !isMoment(value)) return malformed(name);
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
