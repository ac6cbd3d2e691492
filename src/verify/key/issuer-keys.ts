import type { EnvelopingSource } from '../../credential/model.ts';
import { isJsonObject, type JsonObject } from '../../json.ts';
import { isOnSharedHost } from '../../net/tenant.ts';
import { natureOf, type Problem, type ProblemCode } from '../../problem.ts';
import { fail, failWith, type Result, succeed } from '../../result.ts';
import type { VerifyPorts } from '../ports.ts';
import {
  type ControlledIdentifierDocument,
  listsForAssertion,
  loadControlledIdentifierDocument,
  methodsIn,
} from './controlled-identifier-document.ts';
import { fetchJson } from './fetch-json.ts';
import { type PublicJwk, sameKey } from './jwk.ts';
import { endInSet, fetchKeys, keysOfSet, type SetKey, usable } from './jwks.ts';
import type { Bound, KeyCandidate } from './key-candidate.ts';
import { bindMethod, disownedBy, endOfKeyIn, methodOf } from './resolve-method.ts';

type KeyPorts = Pick<VerifyPorts, 'net' | 'clock' | 'hosting'>;

interface Wanted {
  readonly issuerId: string;
  /** A name that is no address; null for any key of the issuer. */
  readonly kid: string | null;
  readonly flavour: EnvelopingSource['flavour'];
}

/**
 * The keys that an issuer publishes, where a token names none by address: the methods of its controller document, its
 * authority's `/.well-known/jwks.json`, or its SD-JWT VC metadata. Problems: as findJoseKeys.
 */
export async function issuerKeys(wanted: Wanted, ports: KeyPorts): Promise<Result<readonly KeyCandidate[]>> {
  const { issuerId, flavour } = wanted;
  if (!issuerId.startsWith('https://')) return documentKeys(wanted, ports);
  const ways = [
    ...(flavour === 'sd-jwt-vc' ? [metadataKeys] : []),
    ...(isShared(issuerId, ports) ? [] : [authorityKeys]),
    documentKeys,
  ];
  const found: KeyCandidate[] = [];
  let trouble: Problem | null = null;
  let missed: Problem | undefined;
  for (const way of ways) {
    const keys = await way(wanted, ports);
    if (keys.ok) found.push(...keys.value);
    // A key that the token names has been found; one that it does not name may be among any of them.
    if (keys.ok && wanted.kid !== null) break;
    if (!keys.ok && way !== documentKeys && isOpen(keys.problem)) missed ??= keys.problem;
    // "Not there" is an answer only where everybody could be asked.
    if (!keys.ok && (trouble === null || trouble.code === 'key-not-bound')) trouble = keys.problem;
  }
  if (found.length > 0) return succeed(missed ? found.map((each) => ({ ...each, missed })) : found);
  return trouble ? failWith(trouble) : fail('key-not-bound');
}

/** A set that is not there holds no key; one that could not be had, or read, may hold the key that signed. */
export const isOpen = (trouble: Problem): boolean =>
  natureOf(trouble) === 'permission' ||
  (trouble.code === 'key-unresolvable' &&
    trouble.cause?.code !== 'record-not-found' &&
    trouble.cause?.code !== 'record-gone');

/** Hosts where strangers publish side by side: what the host says as a whole speaks for none of them (docs/decisions.md#keys). */
const isShared = (issuerId: string, { hosting }: KeyPorts): boolean =>
  hosting.providerAt(issuerId) !== null || isOnSharedHost(issuerId);

async function documentKeys(
  { issuerId, kid }: Wanted,
  ports: KeyPorts,
): Promise<Result<readonly KeyCandidate[]>> {
  const document = await loadControlledIdentifierDocument(issuerId, ports.net);
  if (!document.ok) return document;
  const candidates: KeyCandidate[] = [];
  for (const [id, { json, forAssertion }] of methodsIn(document.value)) {
    if (!forAssertion || !(kid === null || isNamed(id, json, kid))) continue;
    const method = methodOf(document.value, id, ports.clock.now());
    if (method.ok)
      candidates.push({ id, jwk: method.value.jwk, bind: () => bindMethod(method.value, issuerId, ports) });
  }
  return candidates.length > 0
    ? succeed(candidates)
    : fail('key-not-bound', { params: { method: kid ?? '', issuer: issuerId } });
}

function isNamed(id: string, json: JsonObject, kid: string): boolean {
  const jwk = json.publicKeyJwk;
  return id.endsWith(kid.startsWith('#') ? kid : `#${kid}`) || (isJsonObject(jwk) && jwk.kid === kid);
}

const candidatesOf = (keys: readonly SetKey[], { issuerId, kid }: Wanted): Result<readonly KeyCandidate[]> =>
  keys.length > 0
    ? succeed(
        keys.map(({ jwk, ended }) => ({
          id: jwk.kid ?? null,
          jwk,
          bind: async () => (ended ? failWith(ended) : succeed(domainOf(issuerId))),
        })),
      )
    : fail('key-not-bound', { params: { method: kid ?? '', issuer: issuerId } });

const domainOf = (issuerId: string): Bound => ({ domain: new URL(issuerId).host });
const jwksAddress = (issuerId: string): string => new URL('/.well-known/jwks.json', issuerId).href;

async function authorityKeys(
  wanted: Wanted,
  { net, clock }: KeyPorts,
): Promise<Result<readonly KeyCandidate[]>> {
  if (!URL.canParse(wanted.issuerId)) return fail('key-malformed');
  const keys = await fetchKeys(jwksAddress(wanted.issuerId), { net, kid: wanted.kid, now: clock.now() });
  return keys.ok ? candidatesOf(keys.value, wanted) : keys;
}

/** SD-JWT VC §5: `/.well-known/jwt-vc-issuer` between host and path; its `issuer` must be the `iss`. */
export async function metadataKeys(
  wanted: Wanted,
  { net, clock }: KeyPorts,
): Promise<Result<readonly KeyCandidate[]>> {
  const { issuerId, kid } = wanted;
  if (!URL.canParse(issuerId)) return fail('key-malformed');
  const { origin, pathname } = new URL(issuerId);
  const metadata = await fetchJson(`${origin}/.well-known/jwt-vc-issuer${pathname.replace(/\/$/, '')}`, net);
  if (!metadata.ok) return metadata;
  const { issuer, jwks, jwks_uri: address } = metadata.value;
  if (issuer !== issuerId)
    return fail('key-document-mismatch', { params: { expected: issuerId, found: String(issuer ?? '') } });
  const now = clock.now();
  if (isJsonObject(jwks)) return candidatesOf(usable(keysOfSet(jwks, { names: [kid], now })), wanted);
  if (typeof address !== 'string') return fail('key-not-bound');
  const keys = await fetchKeys(address, { net, kid, now });
  return keys.ok ? candidatesOf(keys.value, wanted) : keys;
}

/**
 * Whether a key that came from somewhere else is one that the issuer publishes: in its authority's jwks.json, or in
 * the document at its own id (docs/decisions.md#keys). Problems: `key-not-bound`; `key-unresolvable` where it could not be
 * looked up; `key-purpose-wrong`, `key-revoked`, `key-expired`.
 */
export async function bindByListing(
  { jwk, methodId, issuerId }: { jwk: PublicJwk; methodId: string | null; issuerId: string | null },
  ports: KeyPorts,
): Promise<Result<Bound>> {
  const params = { method: methodId ?? 'jwk', issuer: issuerId ?? '' };
  if (issuerId === null || !/^(?:did:|https:\/\/.)/.test(issuerId) || !isWhole(issuerId))
    return fail('key-not-bound', { params });
  const isWeb = issuerId.startsWith('https://');
  const listed =
    isWeb && !isShared(issuerId, ports)
      ? await fetchKeys(jwksAddress(issuerId), { net: ports.net, kid: null, now: ports.clock.now() })
      : null;
  if (listed?.ok && listed.value.some((key) => sameKey(key.jwk, jwk))) return succeed(domainOf(issuerId));
  const document = await loadControlledIdentifierDocument(issuerId, ports.net);
  if (document.ok) {
    const bound = boundIn(document.value, { jwk, methodId }, ports);
    if (bound) return bound;
  }
  // The authority's set was read and has no such key: a profile page at the issuer's id need not be readable too.
  if (listed?.ok || (document.ok && listed === null)) return fail('key-not-bound', { params });
  if (!document.ok) return document;
  return listed && !listed.ok ? listed : fail('key-not-bound', { params });
}

/**
 * What any of an https issuer's own documents says against a key that another of them lists: the document at its id, and
 * its authority's set. Whoever wrote the token chose the header by which the key was found; it is revoked all the same.
 * Other issuers have but one document, and nothing is bound without it.
 *
 * Problems: `key-revoked`, `key-expired`; `key-unresolvable` where a document was not answered for, so that it may say
 * so. One that is not there, or is a page for people, says nothing.
 */
export async function endedByIssuer(
  jwk: PublicJwk,
  issuerId: string,
  ports: KeyPorts,
): Promise<Problem | null> {
  if (!issuerId.startsWith('https://')) return null;
  const { net } = ports;
  const now = ports.clock.now();
  const document = await loadControlledIdentifierDocument(issuerId, net);
  const ended = document.ok ? endOfKeyIn(document.value, jwk, now) : unanswered(document.problem);
  if (ended || isShared(issuerId, ports)) return ended;
  const set = await fetchJson(jwksAddress(issuerId), net);
  return set.ok ? endInSet(set.value, jwk, now) : unanswered(set.problem);
}

/** Codes of requests that found nobody to answer: what would have been said stays open. */
const NO_ANSWER: ReadonlySet<ProblemCode> = new Set([
  ...(['timeout', 'network-failed', 'offline', 'dns-failed', 'tls-failed', 'connection-refused'] as const),
  ...(['server-error', 'rate-limited'] as const),
]);

/** The trouble, where nobody answered: a document may say what we have not seen. Null where it says nothing. */
export const unanswered = (trouble: Problem): Problem | null =>
  trouble.cause !== undefined && NO_ANSWER.has(trouble.cause.code) ? trouble : null;

const isWhole = (issuerId: string): boolean => !issuerId.startsWith('https://') || URL.canParse(issuerId);

function boundIn(
  document: ControlledIdentifierDocument,
  { jwk, methodId }: { jwk: PublicJwk; methodId: string | null },
  { clock }: KeyPorts,
): Result<Bound> | null {
  if (document.json.id !== document.id) return null;
  if (methodId !== null && listsForAssertion(document, methodId)) {
    const disowned = disownedBy(document, { id: methodId, jwk }, clock.now());
    return disowned ? failWith(disowned) : succeed({ domain: document.domain });
  }
  for (const [id, { forAssertion }] of methodsIn(document)) {
    const method = methodOf(document, id, clock.now());
    if (!method.ok || !sameKey(method.value.jwk, jwk) || method.value.controller !== document.id) continue;
    if (!forAssertion) return fail('key-purpose-wrong', { params: { method: id } });
    const ended = endOfKeyIn(document, jwk, clock.now());
    return ended ? failWith(ended) : succeed({ domain: document.domain });
  }
  return null;
}
