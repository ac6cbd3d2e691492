import type { EnvelopingSource } from '../../credential/model.ts';
import { isJsonObject, type JsonObject } from '../../json.ts';
import type { Instant } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, failWith, type Result, succeed } from '../../result.ts';
import type { VerifyPorts } from '../ports.ts';
import { loadControlledIdentifierDocument } from './controlled-identifier-document.ts';
import { endedByIssuer, unanswered } from './ended-by-issuer.ts';
import { bindByListing, isOpen, issuerKeys, keysForAssertion, metadataKeys } from './issuer-keys.ts';
import { readJwk } from './jwk.ts';
import { keysOfSet, readSetKey, usable } from './jwks.ts';
import type { KeyCandidate } from './key-candidate.ts';
import { bindMethod, methodOf, resolveMethod } from './resolve-method.ts';

type KeyPorts = Pick<VerifyPorts, 'net' | 'clock' | 'hosting'>;

/**
 * The keys to try on a token. OB 3.0 §8.2.3: the key at `kid`, or `jwk`. VC-JOSE-COSE §4: otherwise the issuer's own
 * keys. `jku` and `x5u` are ignored, because the author of the token chose those addresses.
 *
 * Problems: `key-unresolvable`, `key-method-unsupported` (also a certificate in `x5c` whose key the issuer does not
 * publish), `key-not-bound` (the document was read and has no such key), `key-private`, `key-malformed`,
 * `key-document-mismatch`, `key-ambiguous` (it has two methods under one id).
 */
export async function findJoseKeys(
  source: EnvelopingSource,
  issuerId: string | null,
  ports: KeyPorts,
): Promise<Result<readonly KeyCandidate[]>> {
  // Whoever has read a private key can sign with it, whichever way it is found (RFC 7515 §4.1.3: a public key).
  const shown = isJsonObject(source.header.jwk) ? readJwk(source.header.jwk) : null;
  if (shown?.ok === false && shown.problem.code === 'key-private') return shown;
  const found = await findKeys(source, issuerId, ports);
  if (!found.ok || issuerId === null) return found;
  return succeed(
    found.value.map((candidate) => unlessEnded(candidate, { issuerId, flavour: source.flavour }, ports)),
  );
}

/** A key is bound if one of the issuer's documents lists it, unless another of them has ended it. */
const unlessEnded = (
  candidate: KeyCandidate,
  token: { readonly issuerId: string; readonly flavour: EnvelopingSource['flavour'] },
  ports: KeyPorts,
): KeyCandidate => ({
  ...candidate,
  async bind() {
    const bound = await candidate.bind();
    const ended = bound.ok ? await endedByIssuer({ ...token, jwk: candidate.jwk }, ports) : null;
    return ended ? failWith(ended) : bound;
  },
});

async function findKeys(
  { header, flavour }: EnvelopingSource,
  issuerId: string | null,
  ports: KeyPorts,
): Promise<Result<readonly KeyCandidate[]>> {
  const kid = typeof header.kid === 'string' && header.kid !== '' ? header.kid : null;
  if (kid?.startsWith('did:'))
    return flavour === 'sd-jwt-vc' && issuerId?.startsWith('https://')
      ? byMetadataOrDid(kid, issuerId, ports)
      : byDid(kid, issuerId, ports);
  if (kid?.startsWith('https://')) return byAddress(kid, issuerId, ports);
  if (header.jwk !== undefined) return byHeader(header.jwk, issuerId, ports);
  const own = issuerId === null ? fail('key-not-bound') : await issuerKeys({ issuerId, kid, flavour }, ports);
  return header.x5c === undefined ? own : orByCertificate(own);
}

/**
 * RFC 7515 §4.1.6: a certificate is one more way to name the key, and no certificate is read here. The issuer may also
 * publish the key itself. If none that it publishes has signed, the certificate's own may have.
 */
function orByCertificate(own: Result<readonly KeyCandidate[]>): Result<readonly KeyCandidate[]> {
  const unread = problem('key-method-unsupported', { params: { method: 'x5c' } });
  if (!own.ok) return failWith(unanswered(own.problem) ?? unread);
  return succeed(own.value.map((each) => ({ ...each, missed: each.missed ?? unread })));
}

/**
 * SD-JWT VC §3.5: an issuer with a web address publishes its keys in its metadata, under any `kid`. The issuer's
 * document may still name a DID that the metadata does not list. If the metadata cannot be fetched, the question stays
 * open.
 */
async function byMetadataOrDid(
  kid: string,
  issuerId: string,
  ports: KeyPorts,
): Promise<Result<readonly KeyCandidate[]>> {
  const own = await metadataKeys({ issuerId, kid, flavour: 'sd-jwt-vc' }, ports);
  if (own.ok) return own;
  const named = await byDid(kid, issuerId, ports);
  if (!isOpen(own.problem)) return named;
  if (!named.ok) return own;
  return succeed(named.value.map((each) => leftOpenBy(own.problem, each)));
}

/** The issuer's own list could not be fetched, so an unbound key may still be on it. The question stays open. */
const leftOpenBy = (missed: Problem, candidate: KeyCandidate): KeyCandidate => ({
  ...candidate,
  missed,
  bind: async () => {
    const bound = await candidate.bind();
    return bound.ok || bound.problem.code !== 'key-not-bound' ? bound : failWith(missed);
  },
});

/** A DID URL names a method. A plain DID stands for every method that its document lists for assertion. */
async function byDid(
  kid: string,
  issuerId: string | null,
  ports: KeyPorts,
): Promise<Result<readonly KeyCandidate[]>> {
  if (kid.includes('#')) {
    const method = await resolveMethod(kid, ports);
    if (!method.ok) return method;
    return succeed([
      { id: kid, jwk: method.value.jwk, bind: () => bindMethod(method.value, issuerId, ports) },
    ]);
  }
  const document = await loadControlledIdentifierDocument(kid, ports.net);
  return document.ok
    ? keysForAssertion(document.value, { issuerId, isWanted: () => true, params: { method: kid } }, ports)
    : document;
}

/** The document at a `kid` address: a verification method, a controlled identifier document, a JWK or a JWK Set. */
async function byAddress(
  kid: string,
  issuerId: string | null,
  ports: KeyPorts,
): Promise<Result<readonly KeyCandidate[]>> {
  const [address = ''] = kid.split('#', 1);
  const document = await loadControlledIdentifierDocument(address, ports.net);
  if (!document.ok) return document;
  const { json } = document.value;
  const method = methodOf(document.value, kid, ports.clock.now());
  if (method.ok) {
    const { jwk, controller, ended } = method.value;
    const listed = async () => {
      const bound = await bindByListing({ jwk, methodId: kid, issuerId }, ports);
      return bound.ok && ended ? failWith(ended) : bound;
    };
    const bind = () => (controller === issuerId ? bindMethod(method.value, issuerId, ports) : listed());
    return succeed([{ id: kid, jwk, bind }]);
  }
  if (method.problem.code !== 'key-not-bound') return method;
  const now = ports.clock.now();
  const keys = json.kty !== undefined ? [readSetKey(json, now)] : keysAt(json, { kid, address, now });
  // RFC 7517 §4.5 only recommends that each key has its own `kid`. So any key with that name may have signed.
  const named = usable(keys).map(({ jwk, ended }) => ({
    id: kid,
    jwk,
    bind: async () => (ended ? failWith(ended) : bindByListing({ jwk, methodId: kid, issuerId }, ports)),
  }));
  if (named.length > 0) return succeed(named);
  const [unusable] = keys;
  return unusable && !unusable.ok ? unusable : method;
}

/** The keys that an address with a fragment names in a set. Without a fragment, it may name the whole set. */
function keysAt(
  set: JsonObject,
  { kid, address, now }: { readonly kid: string; readonly address: string; readonly now: Instant },
): ReturnType<typeof keysOfSet> {
  const named = keysOfSet(set, { names: [kid, kid.slice(address.length + 1)], now });
  return named.length > 0 || kid !== address ? named : keysOfSet(set, { names: [], now });
}

/** A key inside the token says nothing about its owner. */
function byHeader(jwk: unknown, issuerId: string | null, ports: KeyPorts): Result<readonly KeyCandidate[]> {
  if (!isJsonObject(jwk)) return fail('key-malformed');
  const key = readJwk(jwk);
  if (!key.ok) return key;
  const asked = { jwk: key.value, methodId: null, issuerId };
  return succeed([{ id: null, jwk: key.value, bind: () => bindByListing(asked, ports) }]);
}
