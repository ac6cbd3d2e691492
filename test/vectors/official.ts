/** Other people's vectors, each through our own doors: what a vector says, and whether the verifier agrees. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeBase64url } from '../../src/encoding/base64url.ts';
import { fromHex } from '../../src/encoding/hex.ts';
import type { JsonObject } from '../../src/json.ts';
import { canonicalise } from '../../src/json-ld/canonicalise.ts';
import { credentialBudget } from '../../src/json-ld/work-budget.ts';
import {
  loadControlledIdentifierDocument,
  methodsIn,
} from '../../src/verify/key/controlled-identifier-document.ts';
import { readJwk } from '../../src/verify/key/jwk.ts';
import { readMultikey } from '../../src/verify/key/multikey.ts';
import { canonizeJson } from '../../src/verify/proof/jcs.ts';
import { verifyCompactJws } from '../../src/verify/proof/jws.ts';
import { type AlgorithmName, verifySignature } from '../../src/verify/proof/signature.ts';
import { fakeNet } from '../fake/net.ts';
import { CORPUS, corpusIsHere } from '../fixtures/corpus.ts';
import { datasetOf } from '../json-ld/nquads.ts';

export interface Vector {
  readonly suite: string;
  readonly name: string;
  /** What is wrong, in one line; null where the verifier agrees. */
  readonly check: () => Promise<string | null>;
}

const text = (file: string): string => readFileSync(join(CORPUS, file), 'utf8');
const json = <T>(file: string): T => JSON.parse(text(file)) as T;
const bytes = (hex: string): Uint8Array => {
  const read = fromHex(hex);
  if (!read.ok) throw new Error(hex);
  return read.value;
};

interface RdfcEntry {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly action: string;
  readonly result?: string;
  readonly hashAlgorithm?: string;
}

/** Blank nodes that only refer to each other: no credential is such a graph, and the tightest work limit stops them. */
const BEYOND_THE_LIMIT = /clique|poison|circle/i;
export const STOPPED = 'stopped by the work limit';

const rdfCanon = (): readonly Vector[] =>
  json<{ entries: RdfcEntry[] }>('w3c/rdf-canon/manifest.jsonld').entries.map((entry) => ({
    suite: 'W3C RDF Dataset Canonicalization',
    name: `${entry.id} ${entry.name}`,
    check: () => checkRdfc(entry),
  }));

async function checkRdfc({ type, name, action, result, hashAlgorithm }: RdfcEntry): Promise<string | null> {
  const digest = hashAlgorithm === 'SHA384' ? 'sha384' : 'sha256';
  const { dataset, names } = datasetOf(text(`w3c/rdf-canon/${action}`));
  const canonical = await canonicalise(dataset, digest, credentialBudget());
  const refused = type === 'rdfc:RDFC10NegativeEvalTest';
  if (!canonical.ok) {
    if (canonical.problem.code !== 'graph-too-complex') return canonical.problem.code;
    if (refused) return null;
    return BEYOND_THE_LIMIT.test(name) ? STOPPED : 'refused';
  }
  if (refused) return 'not refused';
  const expected = text(`w3c/rdf-canon/${result}`);
  if (type === 'rdfc:RDFC10EvalTest') return canonical.value.text === expected ? null : 'another form';
  const { labels } = canonical.value;
  const bare = names.map((name, at) => [name, labels[at] ?? '']).sort();
  const theirs = Object.entries(JSON.parse(expected) as Record<string, string>).sort();
  return JSON.stringify(bare) === JSON.stringify(theirs) ? null : 'other labels';
}

const jcs = (): readonly Vector[] =>
  readdirSync(join(CORPUS, 'jcs/input')).map((name) => ({
    suite: 'JCS (RFC 8785)',
    name,
    check: async () => {
      const canonical = canonizeJson(json<JsonObject>(`jcs/input/${name}`));
      return canonical.ok && canonical.value === text(`jcs/output/${name}`).trimEnd() ? null : 'another form';
    },
  }));

interface WycheproofTest {
  readonly tcId: number;
  readonly comment: string;
  readonly msg: string;
  readonly sig: string;
  readonly jws?: string;
  readonly result: 'valid' | 'invalid' | 'acceptable';
}
interface WycheproofGroup {
  readonly publicKeyJwk?: JsonObject;
  readonly keyJwk?: JsonObject;
  readonly publicKey?: { readonly uncompressed?: string };
  readonly public?: JsonObject;
  readonly private?: JsonObject;
  readonly tests: readonly WycheproofTest[];
}

const SIGNATURES: readonly (readonly [string, AlgorithmName, string])[] = [
  ['ed25519_test', 'Ed25519', 'Ed25519'],
  ['ecdsa_secp256r1_sha256_p1363_test', 'ES256', 'P-256'],
  ['ecdsa_secp384r1_sha384_p1363_test', 'ES384', 'P-384'],
  ['ecdsa_secp256k1_sha256_p1363_test', 'ES256K', 'secp256k1'],
  ['rsa_signature_2048_sha256_test', 'RS256', 'RSA'],
];

const wycheproof = (): readonly Vector[] => [
  ...SIGNATURES.flatMap(([file, algorithm, crv]) =>
    groupsOf(file).flatMap((group) => {
      const key = readJwk(jwkOf(group, crv));
      return group.tests
        .filter(({ result }) => result !== 'acceptable')
        .map(({ tcId, comment, msg, sig, result }) => ({
          suite: 'Wycheproof, signatures',
          name: `${file} ${tcId} ${comment}`,
          check: async () => {
            const verified = key.ok
              ? await verifySignature({ algorithm, jwk: key.value, data: bytes(msg), signature: bytes(sig) })
              : key;
            if (verified.ok === (result === 'valid')) return null;
            return verified.ok ? 'holds' : verified.problem.code;
          },
        }));
    }),
  ),
  // What is valid there by rules that no credential may use (an HMAC, say) is refused here: only the invalid ones decide.
  ...groupsOf('json_web_signature_test').flatMap((group) => {
    const key = readJwk(group.public ?? group.private ?? {});
    return group.tests
      .filter(({ result }) => result === 'invalid')
      .map(({ tcId, comment, jws = '' }) => ({
        suite: 'Wycheproof, JSON Web Signature (invalid ones)',
        name: `${tcId} ${comment}`,
        check: async () => {
          const verified = key.ok ? await verifyCompactJws({ token: jws, jwk: key.value }) : key;
          return verified.ok ? 'holds' : null;
        },
      }));
  }),
];

const groupsOf = (file: string): readonly WycheproofGroup[] =>
  json<{ testGroups: WycheproofGroup[] }>(`wycheproof/${file}.json`).testGroups;

function jwkOf({ publicKeyJwk, keyJwk, publicKey }: WycheproofGroup, crv: string): JsonObject {
  const given = publicKeyJwk ?? keyJwk;
  const { kid: _kid, alg: _alg, ...jwk } = given ?? {};
  if (given) return jwk;
  const point = bytes(publicKey?.uncompressed ?? '');
  const size = (point.length - 1) / 2;
  const [x, y] = [point.slice(1, 1 + size), point.slice(1 + size)].map(encodeBase64url);
  return { kty: 'EC', crv, x: x ?? '', y: y ?? '' };
}

interface DidKeyVector {
  readonly didDocument?: { readonly verificationMethod?: readonly JsonObject[] };
}
const DID_KEY_FILES = ['ed25519-x25519', 'nist-curves', 'secp256k1', 'bls12381'];

const didKey = (): readonly Vector[] =>
  DID_KEY_FILES.flatMap((file) =>
    Object.entries(json<Record<string, DidKeyVector>>(`w3c/did-method-key/${file}.json`)).map(
      ([did, vector]) => ({
        suite: 'W3C did:key',
        name: `${file} ${did}`,
        check: () => checkDidKey(did, vector),
      }),
    ),
  );

async function checkDidKey(did: string, { didDocument }: DidKeyVector): Promise<string | null> {
  const document = await loadControlledIdentifierDocument(did, fakeNet());
  // A key for key agreement, or of both BLS groups at once: signs nothing here.
  if (!document.ok) return document.problem.code === 'key-method-unsupported' ? null : document.problem.code;
  const multikey = did.slice('did:key:'.length);
  const [[id, method] = ['', undefined]] = [...methodsIn(document.value)];
  if (id !== `${did}#${multikey}` || method?.forAssertion !== true) return 'another method';
  const known = didDocument?.verificationMethod?.[0]?.publicKeyJwk as JsonObject | undefined;
  const key = readMultikey(multikey);
  if (!known || !key.ok) return null;
  return key.value.x === known.x && key.value.y === known.y ? null : 'another key';
}

/** All of them; none where the corpus is absent. */
export const officialVectors: readonly Vector[] = corpusIsHere
  ? [...rdfCanon(), ...jcs(), ...wycheproof(), ...didKey()]
  : [];
