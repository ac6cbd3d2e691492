/** Other people's vectors, through our own doors. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../../src/encoding/base64url.ts';
import { fromHex, toHex } from '../../../src/encoding/hex.ts';
import { utf8 } from '../../../src/encoding/text.ts';
import type { JsonObject } from '../../../src/json.ts';
import { readJwk } from '../../../src/verify/key/jwk.ts';
import { canonizeQuads } from '../../../src/verify/proof/canonize.ts';
import { sha256Hex } from '../../../src/verify/proof/digest.ts';
import { canonizeJson } from '../../../src/verify/proof/jcs.ts';
import { verifyCompactJws } from '../../../src/verify/proof/jws.ts';
import { type AlgorithmName, verifySignature } from '../../../src/verify/proof/signature.ts';
import { CORPUS, corpusIsHere } from '../../fixtures/corpus.ts';

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

describe.skipIf(!corpusIsHere)('RDFC-1.0, W3C test suite', () => {
  const entries = corpusIsHere ? json<{ entries: RdfcEntry[] }>('w3c/rdf-canon/manifest.jsonld').entries : [];
  const numbered = entries.map((entry) => [`${entry.id} ${entry.name}`, entry] as const);
  it.each(numbered)('%s', async (_, { type, action, result, hashAlgorithm, name }) => {
    const labels = new Map<string, string>();
    const digest = hashAlgorithm === 'SHA384' ? 'sha384' : 'sha256';
    const canonical = await canonizeQuads(text(`w3c/rdf-canon/${action}`), { digest, labels });
    if (!canonical.ok) {
      expect(canonical.problem.code).toBe('graph-too-complex');
      expect(type === 'rdfc:RDFC10NegativeEvalTest' || BEYOND_THE_LIMIT.test(name), name).toBe(true);
      return;
    }
    expect(type).not.toBe('rdfc:RDFC10NegativeEvalTest');
    const expected = text(`w3c/rdf-canon/${result}`);
    if (type === 'rdfc:RDFC10EvalTest') expect(canonical.value).toBe(expected);
    else {
      const bare = ([from, to]: [string, string]) => [from.replace('_:', ''), to.replace('_:', '')];
      expect(Object.fromEntries([...labels].map(bare))).toEqual(JSON.parse(expected));
    }
  });
});

describe.skipIf(!corpusIsHere)('JCS, RFC 8785 test data', () => {
  const names = corpusIsHere ? readdirSync(join(CORPUS, 'jcs/input')) : [];
  it.each(names)('%s', (name) => {
    const input = json<JsonObject | unknown[]>(`jcs/input/${name}`);
    const canonical = canonizeJson(input as JsonObject);
    expect(canonical.ok && canonical.value).toBe(text(`jcs/output/${name}`).trimEnd());
  });
});

it('JCS refuses half a surrogate pair, and lets a written backslash be', () => {
  expect(canonizeJson({ name: '\ud800' })).toMatchObject({ problem: { code: 'text-not-unicode' } });
  expect(canonizeJson({ '\udfff': 1 })).toMatchObject({ problem: { code: 'text-not-unicode' } });
  expect(canonizeJson({ name: '\\ud800' })).toEqual({ ok: true, value: '{"name":"\\\\ud800"}' });
});

interface WycheproofTest {
  readonly tcId: number;
  readonly comment: string;
  readonly msg: string;
  readonly sig: string;
  readonly jws?: string;
  readonly result: 'valid' | 'invalid' | 'acceptable';
  readonly flags: readonly string[];
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

describe.skipIf(!corpusIsHere).each(SIGNATURES)('Wycheproof %s', (file, algorithm, crv) => {
  it('agrees in every case', async () => {
    const { testGroups } = json<{ testGroups: WycheproofGroup[] }>(`wycheproof/${file}.json`);
    let cases = 0;
    for (const group of testGroups) {
      const key = readJwk(jwkOf(group, crv));
      for (const { tcId, comment, msg, sig, result } of group.tests) {
        const verified = key.ok
          ? await verifySignature({ algorithm, jwk: key.value, data: bytes(msg), signature: bytes(sig) })
          : key;
        cases++;
        if (result === 'acceptable') continue;
        const label = `${tcId} ${comment}: ${verified.ok ? 'holds' : verified.problem.code}`;
        expect(verified.ok, label).toBe(result === 'valid');
      }
    }
    expect(cases).toBeGreaterThan(100);
  });
});

function jwkOf({ publicKeyJwk, keyJwk, publicKey }: WycheproofGroup, crv: string): JsonObject {
  const given = publicKeyJwk ?? keyJwk;
  const { kid: _kid, alg: _alg, ...jwk } = given ?? {};
  if (given) return jwk;
  const point = bytes(publicKey?.uncompressed ?? '');
  const size = (point.length - 1) / 2;
  const [x, y] = [point.slice(1, 1 + size), point.slice(1 + size)].map(encodeBase64url);
  return { kty: 'EC', crv, x: x ?? '', y: y ?? '' };
}

describe.skipIf(!corpusIsHere)('Wycheproof json_web_signature_test', () => {
  it('accepts nothing that is invalid', async () => {
    const { testGroups } = json<{ testGroups: WycheproofGroup[] }>('wycheproof/json_web_signature_test.json');
    for (const group of testGroups) {
      const key = readJwk(group.public ?? group.private ?? {});
      for (const { tcId, comment, jws = '', result } of group.tests) {
        const verified = key.ok ? await verifyCompactJws({ token: jws, jwk: key.value }) : key;
        if (result === 'invalid') expect(verified.ok, `${tcId} ${comment}`).toBe(false);
      }
    }
  });
});

describe('the digest of bytes', () => {
  it('is what everybody’s is', async () => {
    expect(await sha256Hex(utf8('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(toHex(utf8('abc'))).toBe('616263');
  });
});

describe.skipIf(!corpusIsHere)('pitfall 11: Ed25519 points of small order', () => {
  it.each([
    '0100000000000000000000000000000000000000000000000000000000000000',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '0000000000000000000000000000000000000000000000000000000000000080',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  ])('%s is no key', (hex) => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(bytes(hex)) };
    expect(readJwk(jwk)).toMatchObject({ problem: { code: 'key-malformed' } });
  });
});
