import { isJsonObject, type JsonObject } from '../../json.ts';
import type { Instant } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, failWith, type Result, succeed } from '../../result.ts';
import type { VerifyPorts } from '../ports.ts';
import {
  type ControlledIdentifierDocument,
  isUnderOlderName,
  keysNamed,
  listsUnder,
  loadControlledIdentifierDocument,
  methodsIn,
  type Relationship,
  statementsOn,
  statementsOnKey,
} from './controlled-identifier-document.ts';
import { belongsTo } from './fetch-json.ts';
import { type PublicJwk, sameKey } from './jwk.ts';
import { endOfMethod, keyOfMethod } from './method.ts';

/** A verification method that was found and read. */
export interface VerificationMethod {
  readonly id: string;
  readonly controller: string | null;
  readonly jwk: PublicJwk;
  /** The document that contains it: the controller's own, or the method's alone. */
  readonly document: ControlledIdentifierDocument;
  /** Listed for assertion by that document. */
  readonly forAssertion: boolean;
  /** Set where it is revoked or past its end. */
  readonly ended: Problem | null;
  /** The use that was made of it. Absent: assertion. */
  readonly usedFor?: Relationship;
}

type ResolvePorts = Pick<VerifyPorts, 'net' | 'clock'>;

/**
 * Finds a verification method by its id: the document at the id without its fragment, then the method in it. A fragment
 * is never a key by itself (docs/decisions.md#keys). A plain DID stands for the one method that its document lists for
 * assertion.
 *
 * Problems: those of loadControlledIdentifierDocument; `key-not-bound` (the document was read and has no such method);
 * `key-method-unsupported` (it has it under the older name of methods); `key-ambiguous` (it has two under that id);
 * those of keyOfMethod.
 */
export async function resolveMethod(id: string, ports: ResolvePorts): Promise<Result<VerificationMethod>> {
  const [address = '', fragment] = id.split('#');
  const document = await loadControlledIdentifierDocument(address, ports.net);
  if (!document.ok) return document;
  const isPlain = fragment === undefined && id.startsWith('did:');
  const only = isPlain ? onlyMethodIn(document.value) : null;
  return methodOf(document.value, only ?? id, ports.clock.now());
}

function onlyMethodIn(document: ControlledIdentifierDocument): string | null {
  const listed = [...methodsIn(document)].filter(([, { forAssertion }]) => forAssertion);
  return listed.length === 1 ? (listed[0]?.[0] ?? null) : null;
}

/** Finds a method in a document that was already loaded. Problems as above. */
export function methodOf(
  document: ControlledIdentifierDocument,
  id: string,
  now: Instant,
): Result<VerificationMethod> {
  const listed = methodsIn(document).get(id);
  const json = listed?.json ?? methodAlone(document, id);
  if (!json)
    return isUnderOlderName(document, id)
      ? failWith(
          endIn(statementsOn(document, id), now) ??
            problem('key-method-unsupported', { params: { method: 'publicKey' } }),
        )
      : fail('key-not-bound', { params: { method: id } });
  if (listed?.isContradicted)
    return failWith(
      endIn(statementsOn(document, id), now) ?? problem('key-ambiguous', { params: { method: id } }),
    );
  const jwk = keyOfMethod(json);
  if (!jwk.ok) return jwk;
  return succeed({
    id,
    controller: typeof json.controller === 'string' ? json.controller : null,
    jwk: jwk.value,
    document,
    forAssertion: listed?.forAssertion ?? false,
    ended: endOfMethod(json, now),
  });
}

/** The first end in any of these statements about one method or key. */
const endIn = (statements: readonly JsonObject[], now: Instant): Problem | null =>
  statements.map((statement) => endOfMethod(statement, now)).find((ended) => ended !== null) ?? null;

/** An https verification method may be a document of its own (Controlled Identifiers 1.0 §3.3, step on method URLs). */
function methodAlone(document: ControlledIdentifierDocument, id: string): JsonObject | null {
  const { json } = document;
  return document.domain !== null && isJsonObject(json) && json.id === id && typeof json.type === 'string'
    ? json
    : null;
}

/**
 * Whether a method speaks for an issuer. Its `controller` must be the issuer's id. The issuer's controlled identifier
 * document must list it for assertion, or for the other use that was made of it. An issuer may go by the id of the very
 * method: nobody but the DID that controls it can sign with it.
 *
 * Out: the host that controls the key (null for did:key and the like). Problems: `key-not-bound`, `key-purpose-wrong`,
 * `key-revoked`, `key-expired`, `key-document-mismatch`, and `key-unresolvable` where the issuer's document was
 * requested and did not come.
 */
export async function bindMethod(
  method: VerificationMethod,
  issuerId: string | null,
  ports: ResolvePorts,
): Promise<Result<{ readonly domain: string | null }>> {
  const params = { method: method.id, issuer: issuerId ?? '' };
  const isKeyItself = issuerId === method.id && issuerId.startsWith('did:');
  const controller = isKeyItself ? didOf(method.id) : issuerId;
  if (controller === null || method.controller !== controller) return fail('key-not-bound', { params });
  const document = await controllerOf(method, controller, ports);
  if (!document.ok) return document;
  if (!listsUnder(document.value, method.usedFor ?? 'assertionMethod', method.id)) {
    const known = methodsIn(document.value).has(method.id);
    return fail(known ? 'key-purpose-wrong' : 'key-not-bound', { params });
  }
  const ended = method.ended ?? disownedBy(document.value, method, ports.clock.now());
  return ended ? { ok: false, problem: ended } : succeed({ domain: document.value.domain });
}

/** DID Core 1.0 §3.2: a DID URL without its path, query and fragment. */
const didOf = (url: string): string => url.split(/[/?#]/)[0] ?? '';

/**
 * What an issuer's document says against a method, wherever it was found. The method has ended, or its key has ended
 * under any id (`key-revoked`, `key-expired`). Or another key has its id (`key-not-bound`), or has it as well
 * (`key-ambiguous`). Null where it says nothing against it.
 */
export function disownedBy(
  document: ControlledIdentifierDocument,
  { id, jwk }: Pick<VerificationMethod, 'id' | 'jwk'>,
  now: Instant,
): Problem | null {
  const statements = statementsOn(document, id);
  const ended = endIn([...statements, ...statementsOnKey(document, jwk)], now);
  if (ended) return ended;
  const named = keysNamed(document, id);
  if (named.every((key) => sameKey(key, jwk))) return null;
  return named.some((key) => sameKey(key, jwk))
    ? problem('key-ambiguous', { params: { method: id } })
    : problem('key-not-bound', { params: { method: id, issuer: document.id } });
}

/** What an issuer's document says against a key, under any id: `key-revoked`, `key-expired`. */
export const endOfKeyIn = (
  document: ControlledIdentifierDocument,
  jwk: PublicJwk,
  now: Instant,
): Problem | null => endIn(statementsOnKey(document, jwk), now);

async function controllerOf(
  method: VerificationMethod,
  issuerId: string,
  { net }: ResolvePorts,
): Promise<Result<ControlledIdentifierDocument>> {
  const document =
    method.document.id === issuerId
      ? succeed(method.document)
      : await loadControlledIdentifierDocument(issuerId, net);
  if (!document.ok) return document;
  // Controlled Identifiers 1.0 §3.3: the document's id must be the controller that the method names.
  const other = belongsTo(issuerId, document.value.json.id);
  return other ? failWith(other) : document;
}
