import type { EnvelopingSource } from '../../credential/model.ts';
import { isJsonObject, type JsonObject } from '../../json.ts';
import type { Instant } from '../../ports.ts';
import { natureOf, type Problem, problem } from '../../problem.ts';
import { type Failure, fail, failWith, type Result, succeed } from '../../result.ts';
import {
  type ControlledIdentifierDocument,
  isUnderOlderName,
  keysNamed,
  listsForAssertion,
  loadControlledIdentifierDocument,
  methodsIn,
} from './controlled-identifier-document.ts';
import { isShared, jwksAddress, type KeyPorts, metadataSet } from './issuer-sources.ts';
import { type PublicJwk, sameKey } from './jwk.ts';
import { fetchKeys, keysOfSet, type SetKey, usable } from './jwks.ts';
import type { Bound, KeyCandidate } from './key-candidate.ts';
import { bindMethod, disownedBy, endOfKeyIn, methodOf } from './resolve-method.ts';

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
  const found: KeyCandidate[] = [];
  const troubles: Problem[] = [];
  const lacking: Source[] = [];
  let missed: Problem | undefined;
  for (const source of sourcesOf(wanted, ports)) {
    // A short name may be that of another system's key in one source, and of the issuer's in the next.
    const keys = await source({ ...wanted, namelessToo: true }, ports);
    if (keys.ok) {
      found.push(...keys.value);
      continue;
    }
    troubles.push(keys.problem);
    if (keys.problem.code === 'key-not-bound') lacking.push(source);
    // Without a name, any of the sources may have the key.
    const isNamedFound = wanted.kid !== null && found.some(({ id }) => id !== null);
    if (source !== documentKeys && isOpen(keys.problem) && !isNamedFound) missed ??= keys.problem;
  }
  if (found.length > 0) return succeed(besides(missed, found));
  // "Not there" is the answer only if every source could be read.
  const notFound =
    troubles.find(({ code }) => code !== 'key-not-bound') ?? troubles.at(-1) ?? problem('key-not-bound');
  // RFC 7515 §4.1.4: a `kid` is a hint. It may be a thumbprint (RFC 7638), which no document need repeat.
  const others = wanted.kid === null ? [] : await keysOfAnyName(lacking, wanted, ports);
  return others.length > 0 ? succeed(besides(notFound, others)) : failWith(notFound);
}

/** A place where an issuer publishes keys. */
type Source = (wanted: Wanted, ports: KeyPorts) => Promise<Result<readonly KeyCandidate[]>>;

function sourcesOf({ issuerId, flavour }: Wanted, ports: KeyPorts): readonly Source[] {
  if (!issuerId.startsWith('https://')) return [documentKeys];
  return [
    ...(flavour === 'sd-jwt-vc' ? [metadataKeys] : []),
    ...(isShared(issuerId, ports) ? [] : [authorityKeys]),
    documentKeys,
  ];
}

async function keysOfAnyName(
  sources: readonly Source[],
  wanted: Wanted,
  ports: KeyPorts,
): Promise<readonly KeyCandidate[]> {
  const found: KeyCandidate[] = [];
  for (const source of sources) {
    const keys = await source({ ...wanted, kid: null }, ports);
    if (keys.ok) found.push(...keys.value);
  }
  return found;
}

const besides = (missed: Problem | undefined, keys: readonly KeyCandidate[]): readonly KeyCandidate[] =>
  missed ? keys.map((each) => ({ ...each, missed })) : keys;

/**
 * Whether a source may still have the key that signed. A missing set has no keys, but an unreachable or unreadable one
 * may.
 */
export const isOpen = (trouble: Problem): boolean =>
  natureOf(trouble) === 'permission' ||
  (trouble.code === 'key-unresolvable' &&
    trouble.cause?.code !== 'record-not-found' &&
    trouble.cause?.code !== 'record-gone');

async function documentKeys(
  { issuerId, kid }: Wanted,
  ports: KeyPorts,
): Promise<Result<readonly KeyCandidate[]>> {
  const document = await loadControlledIdentifierDocument(issuerId, ports.net);
  if (!document.ok) return document;
  const isWanted = (id: string, json: JsonObject): boolean => kid === null || isNamed(id, json, kid);
  return keysForAssertion(
    document.value,
    { issuerId, isWanted, params: { method: kid ?? '', issuer: issuerId } },
    ports,
  );
}

interface ForAssertion {
  /** Whose keys they must be. */
  readonly issuerId: string | null;
  readonly isWanted: (id: string, json: JsonObject) => boolean;
  /** What is told of a document without such a key. */
  readonly params: Problem['params'];
}

/** The wanted keys that a document lists for assertion. Problems: `key-ambiguous`; those of noKeyIn. */
export function keysForAssertion(
  document: ControlledIdentifierDocument,
  { issuerId, isWanted, params }: ForAssertion,
  ports: KeyPorts,
): Result<readonly KeyCandidate[]> {
  const candidates: KeyCandidate[] = [];
  let missed: Problem | undefined;
  for (const [id, { json, forAssertion }] of methodsIn(document)) {
    if (!forAssertion || !isWanted(id, json)) continue;
    const method = methodOf(document, id, ports.clock.now());
    if (method.ok)
      candidates.push({ id, jwk: method.value.jwk, bind: () => bindMethod(method.value, issuerId, ports) });
    else if (method.problem.code === 'key-ambiguous') missed ??= method.problem;
  }
  if (candidates.length > 0) return succeed(besides(missed, candidates));
  return missed ? failWith(missed) : noKeyIn(document, params);
}

/** Why a document has no key to try. It may have all its methods under the older name, where none is read. */
const noKeyIn = (document: ControlledIdentifierDocument, params: Problem['params']): Failure =>
  methodsIn(document).size === 0 && isUnderOlderName(document)
    ? fail('key-method-unsupported', { params: { method: 'publicKey' } })
    : fail('key-not-bound', { params });

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

/** The keys in the metadata of an SD-JWT VC's issuer (SD-JWT VC §5). Problems: those of metadataSet; `key-not-bound`. */
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
 * Whether the issuer publishes a key that was found elsewhere: in its authority's jwks.json, or in the document at its
 * own id (docs/decisions.md#keys). Problems: `key-not-bound`; `key-unresolvable` where the lookup failed;
 * `key-purpose-wrong`, `key-revoked`, `key-expired`, `key-ambiguous`.
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
  if (first === undefined) return contradictedIn(document, jwk, clock.now());
  // A key may be listed for each of its uses under an id of its own.
  if (!own.some(([, { forAssertion }]) => forAssertion))
    return fail('key-purpose-wrong', { params: { method: first[0] } });
  const ended = endOfKeyIn(document, jwk, clock.now());
  return ended ? failWith(ended) : succeed({ domain: document.domain });
}

/** A document that has the key under an id of two methods neither binds it nor disowns it. */
function contradictedIn(
  document: ControlledIdentifierDocument,
  jwk: PublicJwk,
  now: Instant,
): Failure | null {
  const found = [...methodsIn(document)].find(
    ([id, { isContradicted }]) => isContradicted && keysNamed(document, id).some((key) => sameKey(key, jwk)),
  );
  if (found === undefined) return null;
  return failWith(
    endOfKeyIn(document, jwk, now) ?? problem('key-ambiguous', { params: { method: found[0] } }),
  );
}
