import type { EnvelopingSource } from '../../credential/model.ts';
import { isJsonObject, type JsonObject } from '../../json.ts';
import { isOnSharedHost } from '../../net/tenant.ts';
import type { Net } from '../../ports.ts';
import { natureOf, type Problem, type ProblemCode, problem } from '../../problem.ts';
import { fail, failWith, type Result, succeed } from '../../result.ts';
import type { VerifyPorts } from '../ports.ts';
import {
  type ControlledIdentifierDocument,
  listsForAssertion,
  loadControlledIdentifierDocument,
  methodsElsewhere,
  methodsIn,
} from './controlled-identifier-document.ts';
import { belongsTo, fetchJson } from './fetch-json.ts';
import { type PublicJwk, sameKey } from './jwk.ts';
import { endInSet, fetchKeys, fetchSet, keysOfSet, type SetKey, usable } from './jwks.ts';
import type { Bound, KeyCandidate } from './key-candidate.ts';
import { bindMethod, disownedBy, endOfKeyIn, methodOf } from './resolve-method.ts';

type KeyPorts = Pick<VerifyPorts, 'net' | 'clock' | 'hosting'>;

interface Wanted {
  readonly issuerId: string;
  /** A `kid` that is no address. Null for any key of the issuer. */
  readonly kid: string | null;
  readonly flavour: EnvelopingSource['flavour'];
  /** RFC 7517 §4.5: a published key need not have a `kid`. So one without may be the one that the token names. */
  readonly namelessToo?: boolean;
}

/**
 * The keys that an issuer publishes, for a token that names no key by address. They are the methods of its controlled
 * identifier document, its authority's `/.well-known/jwks.json`, or its SD-JWT VC metadata. Problems: as findJoseKeys.
 */
export async function issuerKeys(wanted: Wanted, ports: KeyPorts): Promise<Result<readonly KeyCandidate[]>> {
  const { issuerId, flavour, kid } = wanted;
  const ways = issuerId.startsWith('https://')
    ? [
        ...(flavour === 'sd-jwt-vc' ? [metadataKeys] : []),
        ...(isShared(issuerId, ports) ? [] : [authorityKeys]),
        documentKeys,
      ]
    : [documentKeys];
  const found: KeyCandidate[] = [];
  const othersFound: KeyCandidate[] = [];
  let trouble: Problem | null = null;
  let missed: Problem | undefined;
  for (const way of ways) {
    const keys = await way({ ...wanted, namelessToo: true }, ports);
    const isNamedFound = kid !== null && found.some(({ id }) => id !== null);
    // A short name may be that of another system's key in one source, and of the issuer's in the next.
    if (keys.ok) found.push(...keys.value);
    // Without a name, any of the sources may have the key.
    if (!keys.ok && way !== documentKeys && isOpen(keys.problem) && !isNamedFound) missed ??= keys.problem;
    // "Not there" is the answer only if every source could be read.
    if (!keys.ok && (trouble === null || trouble.code === 'key-not-bound')) trouble = keys.problem;
    if (keys.ok || kid === null || keys.problem.code !== 'key-not-bound') continue;
    const others = await way({ ...wanted, kid: null }, ports);
    if (others.ok) othersFound.push(...others.value);
  }
  if (found.length > 0) return succeed(missed ? found.map((each) => ({ ...each, missed })) : found);
  const notFound = trouble ?? problem('key-not-bound');
  // RFC 7515 §4.1.4: a `kid` is a hint. It may be a thumbprint (RFC 7638), which no document need repeat.
  return othersFound.length > 0
    ? succeed(othersFound.map((each) => ({ ...each, missed: notFound })))
    : failWith(notFound);
}

/**
 * Whether a source may still have the key that signed. A missing set has no keys, but an unreachable or unreadable one
 * may.
 */
export const isOpen = (trouble: Problem): boolean =>
  natureOf(trouble) === 'permission' ||
  (trouble.code === 'key-unresolvable' &&
    trouble.cause?.code !== 'record-not-found' &&
    trouble.cause?.code !== 'record-gone');

/** Hosts that strangers share. What such a host says as a whole speaks for none of them (docs/decisions.md#keys). */
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
  const { issuerId, kid, namelessToo = false } = wanted;
  const asked = { names: [kid], namelessToo, now: clock.now() };
  const keys = await fetchKeys(jwksAddress(issuerId), { net, ...asked });
  return keys.ok ? candidatesOf(keys.value, wanted) : keys;
}

export async function metadataKeys(
  wanted: Wanted,
  { net, clock }: KeyPorts,
): Promise<Result<readonly KeyCandidate[]>> {
  const set = await metadataSet(wanted.issuerId, net);
  if (!set.ok) return set;
  const { kid, namelessToo = false } = wanted;
  const keys = keysOfSet(set.value, { names: [kid], namelessToo, now: clock.now() });
  return candidatesOf(usable(keys), wanted);
}

/**
 * SD-JWT VC §5: `/.well-known/jwt-vc-issuer` between host and path; its `issuer` must be the `iss`. Out: the set in it,
 * or behind it.
 */
async function metadataSet(issuerId: string, net: Net): Promise<Result<JsonObject>> {
  if (!URL.canParse(issuerId)) return fail('key-malformed');
  const { origin, pathname } = new URL(issuerId);
  const metadata = await fetchJson(`${origin}/.well-known/jwt-vc-issuer${pathname.replace(/\/$/, '')}`, net);
  if (!metadata.ok) return metadata;
  const { issuer, jwks, jwks_uri: address } = metadata.value;
  const other = belongsTo(issuerId, issuer);
  if (other) return failWith(other);
  if (isJsonObject(jwks)) return succeed(jwks);
  return typeof address === 'string' ? fetchSet(address, net) : fail('key-not-bound');
}

/**
 * Whether the issuer publishes a key that was found elsewhere: in its authority's jwks.json, or in the document at its
 * own id (docs/decisions.md#keys). Problems: `key-not-bound`; `key-unresolvable` where the lookup failed;
 * `key-purpose-wrong`, `key-revoked`, `key-expired`.
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
      ? await fetchKeys(jwksAddress(issuerId), { net: ports.net, names: [], now: ports.clock.now() })
      : null;
  if (listed?.ok && listed.value.some((key) => sameKey(key.jwk, jwk))) return succeed(domainOf(issuerId));
  const document = await loadControlledIdentifierDocument(issuerId, ports.net);
  if (document.ok) {
    const bound = boundIn(document.value, { jwk, methodId }, ports);
    if (bound) return bound;
  }
  // The authority's set was read, and the key is not in it. So the profile page at the issuer's id need not be
  // readable.
  if (listed?.ok || (document.ok && listed === null)) return fail('key-not-bound', { params });
  if (!document.ok) return document;
  return listed && !listed.ok ? listed : fail('key-not-bound', { params });
}

interface MayBeEnded extends Pick<Wanted, 'issuerId'> {
  readonly jwk: PublicJwk;
  /** Null for a proof that is no token. */
  readonly flavour: Wanted['flavour'] | null;
}

/**
 * Whether any document of an https issuer ends a key that another of its documents lists. The documents are the one at
 * its id, those of the methods that it lists by address, its authority's set, and its metadata where the token is one
 * that metadata have keys for. The author of a token chose how its key was found, so a revocation in any of them counts.
 * Other issuers have only one document, and no key is bound without it.
 *
 * Problems: `key-revoked`, `key-expired`; `key-unresolvable` where no answer came for a document, or not all were asked
 * for, because one may end the key. A document that does not exist, or is a page for people, ends nothing.
 */
export async function endedByIssuer(
  { jwk, issuerId, flavour }: MayBeEnded,
  ports: KeyPorts,
): Promise<Problem | null> {
  if (!issuerId.startsWith('https://')) return null;
  const { net } = ports;
  const now = ports.clock.now();
  const saidIn = (set: Result<JsonObject>): Problem | null =>
    set.ok ? endInSet(set.value, jwk, now) : unanswered(set.problem);
  const saidBy = (document: Result<ControlledIdentifierDocument>): Problem | null =>
    document.ok ? endOfKeyIn(document.value, jwk, now) : unanswered(document.problem);
  const own = await loadControlledIdentifierDocument(issuerId, net);
  const ended = saidBy(own);
  if (ended) return ended;
  const elsewhere = own.ok ? methodsElsewhere(own.value) : [];
  for (const address of elsewhere.slice(0, MAX_METHODS)) {
    const endedElsewhere = saidBy(await loadControlledIdentifierDocument(address, net));
    if (endedElsewhere) return endedElsewhere;
  }
  if (elsewhere.length > MAX_METHODS) return problem('key-unresolvable', { params: { url: issuerId } });
  const endedInMetadata = flavour === 'sd-jwt-vc' ? saidIn(await metadataSet(issuerId, net)) : null;
  if (endedInMetadata || isShared(issuerId, ports)) return endedInMetadata;
  return saidIn(await fetchJson(jwksAddress(issuerId), net));
}

/** The most methods with a document of their own that are asked for. No issuer uses so many keys at a time. */
const MAX_METHODS = 8;

/** Codes of requests without any answer. The contents of the document stay unknown. */
const NO_ANSWER: ReadonlySet<ProblemCode> = new Set([
  ...(['timeout', 'network-failed', 'offline', 'dns-failed', 'tls-failed', 'connection-refused'] as const),
  ...(['server-error', 'rate-limited'] as const),
]);

/**
 * The problem, where no answer came: the document may say something that we have not seen. Null for any other problem.
 */
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
  const own = [...methodsIn(document)].filter(([id]) => {
    const method = methodOf(document, id, clock.now());
    return method.ok && sameKey(method.value.jwk, jwk) && method.value.controller === document.id;
  });
  const [first] = own;
  if (first === undefined) return null;
  // A key may be listed for each of its uses under an id of its own.
  if (!own.some(([, { forAssertion }]) => forAssertion))
    return fail('key-purpose-wrong', { params: { method: first[0] } });
  const ended = endOfKeyIn(document, jwk, clock.now());
  return ended ? failWith(ended) : succeed({ domain: document.domain });
}
