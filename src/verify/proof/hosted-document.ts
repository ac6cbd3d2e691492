/** What an assertion says about how and where it is to be verified, before anything of it is believed. */
import type { Credential } from '../../credential/model.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { comparableAddress } from '../../net/tenant.ts';
import type { Hosting } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { failed, inconclusive, type Outcome } from '../report.ts';

/** `hosted`, or the outcome of a record that demands to be verified in another way. */
export function verificationKind(document: JsonObject): 'hosted' | Outcome {
  const stated = verificationOf(document);
  const types = asArray<Json>(stated?.type ?? undefined).filter((type) => typeof type === 'string');
  if (types.some((type) => /^(obi:)?(signed|SignedBadge)$/i.test(type))) {
    // OB 2.0 §SignedBadge: such a badge is a JWS; its payload as plain JSON is nobody's word.
    return failed(problem('verification-type-mismatch', { at: '/verification/type' }));
  }
  const known = types.length === 0 || types.some((type) => /^(obi:)?(hosted|HostedBadge)$/i.test(type));
  return known
    ? 'hosted'
    : inconclusive(problem('suite-unsupported', { params: { suite: types.join(', ') } }));
}

/** `verification` (OB 2.0), `verify` (OB 1.x, and Moodle ever since). */
export const verificationOf = (document: JsonObject): JsonObject | null =>
  [...asArray<Json>(document.verification ?? undefined), ...asArray<Json>(document.verify ?? undefined)].find(
    isJsonObject,
  ) ?? null;

/** Where the record says that it is served: its id, else (OB 1.0) `verify.url`. */
export function identityOf(document: JsonObject): string | null {
  const id = document.id ?? document['@id'];
  if (typeof id === 'string' && comparableAddress(id) !== null) return id;
  const url = verificationOf(document)?.url;
  return typeof url === 'string' && comparableAddress(url) !== null ? url : null;
}

/** The address to ask. One that served this copy is preferred where the provider says that it names the same record. */
export function addressOf(
  { format }: Credential,
  document: JsonObject,
  retrievedFrom: string | null,
  hosting: Hosting,
): string | null {
  const identity = identityOf(document);
  // OB 0.5 and 1.0 have records without any id: there the address that serves them is all there is.
  if (identity === null) return format === 'ob1' ? retrievedFrom : null;
  return retrievedFrom !== null && hosting.sameRecord(identity, retrievedFrom) ? retrievedFrom : identity;
}

/** An assertion of whatever version has a badge; a tombstone, an error message and a profile have none. */
export const looksLikeAssertion = (document: JsonObject): boolean => document.badge !== undefined;

/** "Yes" and "no", as the standard has them and as servers write them that know no truth values. */
const YES: ReadonlySet<Json | undefined> = new Set<Json | undefined>([true, 'true', 1, '1']);
const NO: ReadonlySet<Json | undefined> = new Set<Json | undefined>([
  undefined,
  null,
  false,
  'false',
  0,
  '0',
  '',
]);

/**
 * `revoked` with the issuer's reason, where the record says so itself (OB 2.0 §Assertion.revoked, a truth value); null
 * where it says nothing, or no. `status-malformed` for a date, a word, or whatever else says neither: it may say yes.
 */
export function revocationIn(document: JsonObject): Problem | null {
  // JSON-LD 1.1 §4.3: one value may stand in a list, or as a value object.
  const said = asArray<Json>(document.revoked ?? undefined).map((one) =>
    isJsonObject(one) ? (one['@value'] ?? one) : one,
  );
  if (said.some((one) => YES.has(one))) {
    const reason = document.revocationReason;
    return problem('revoked', typeof reason === 'string' ? { params: { reason } } : {});
  }
  return said.every((one) => NO.has(one)) ? null : problem('status-malformed', { at: '/revoked' });
}
