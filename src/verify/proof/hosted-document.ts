/** What an assertion says about how and where to verify it. Nothing of it is believed yet. */
import type { Credential } from '../../credential/model.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { comparableAddress, sameAddress } from '../../net/tenant.ts';
import type { Hosting } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { failed, inconclusive, type Outcome } from '../report.ts';

/** `hosted`, or the outcome of a record that must be verified in another way. */
export function verificationKind(document: JsonObject): 'hosted' | Outcome {
  const stated = verificationOf(document);
  const types = asArray<Json>(stated?.type ?? undefined).filter((type) => typeof type === 'string');
  if (types.some((type) => /^(obi:)?(signed|SignedBadge)$/i.test(type))) {
    // OB 2.0 §SignedBadge: such a badge is a JWS. Its payload as plain JSON is signed by nobody.
    return failed(problem('verification-type-mismatch', { at: '/verification/type' }));
  }
  const known = types.length === 0 || types.some((type) => /^(obi:)?(hosted|HostedBadge)$/i.test(type));
  return known
    ? 'hosted'
    : inconclusive(problem('suite-unsupported', { params: { suite: types.join(', ') } }));
}

/** `verification` (OB 2.0) or `verify` (OB 1.x, and Moodle still). */
export const verificationOf = (document: JsonObject): JsonObject | null =>
  [...asArray<Json>(document.verification ?? undefined), ...asArray<Json>(document.verify ?? undefined)].find(
    isJsonObject,
  ) ?? null;

/** The address that the record gives for itself: its id, or else (OB 1.0) `verify.url`. */
export function identityOf(document: JsonObject): string | null {
  const id = document.id ?? document['@id'];
  if (typeof id === 'string' && comparableAddress(id) !== null) return id;
  const url = verificationOf(document)?.url;
  return typeof url === 'string' && comparableAddress(url) !== null ? url : null;
}

/** Whether the record has an id of its own that is no web address, and is not this one as seen from there (`/a/1`). */
export function hasOtherId(document: JsonObject, address: string): boolean {
  const id = document.id ?? document['@id'];
  if (typeof id !== 'string' || identityOf(document) !== null) return false;
  return !URL.canParse(id, address) || !sameAddress(new URL(id, address).href, address);
}

/**
 * The address to request. The address that served this copy is preferred, if the provider says that it names the same
 * record.
 */
export function addressOf(
  { format }: Credential,
  document: JsonObject,
  retrievedFrom: string | null,
  hosting: Hosting,
): string | null {
  const identity = identityOf(document);
  // Records of OB 0.5 and 1.0 may have no id. Then only the address that served them is known.
  if (identity === null) return format === 'ob1' ? retrievedFrom : null;
  return retrievedFrom !== null && hosting.sameRecord(identity, retrievedFrom) ? retrievedFrom : identity;
}

/** An assertion of any version has a badge. A tombstone, an error message and a profile have none. */
export const looksLikeAssertion = (document: JsonObject): boolean => document.badge !== undefined;

/** "Yes" and "no", as booleans and as servers without booleans write them. */
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
 * Whether the record itself says that it is revoked (OB 2.0 §Assertion.revoked, a boolean). Out: `revoked` with the
 * issuer's reason. Null where it says nothing, or no. `status-malformed` for a date, a word, or any other value,
 * because it may mean yes.
 */
export function revocationIn(document: JsonObject): Problem | null {
  // JSON-LD 1.1 §4.3: one value may be written in a list, or as a value object.
  const said = asArray<Json>(document.revoked ?? undefined).map((one) =>
    isJsonObject(one) ? (one['@value'] ?? one) : one,
  );
  if (said.some((one) => YES.has(one))) {
    const reason = document.revocationReason;
    return problem('revoked', typeof reason === 'string' ? { params: { reason } } : {});
  }
  return said.every((one) => NO.has(one)) ? null : problem('status-malformed', { at: '/revoked' });
}
