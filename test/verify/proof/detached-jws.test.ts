import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { JsonObject } from '../../../src/json.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { badge } from '../../build/issue.ts';
import { loaderFor } from '../../build/loader.ts';
import { credentialOf } from '../../fake/closed-world.ts';
import { fakePorts } from '../../fake/ports.ts';

const CONTEXT = [
  'https://www.w3.org/2018/credentials/v1',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
];
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
const multikey = `z${encodeBase58btc(Uint8Array.from([0xed, 0x01, ...raw]))}`;
const did = `did:key:${multikey}`;

const { validFrom, validUntil, '@context': _, ...rest } = badge(did);
const document = {
  '@context': CONTEXT,
  ...rest,
  issuanceDate: validFrom as string,
  expirationDate: validUntil as string,
};
const config = {
  type: 'Ed25519Signature2018',
  created: '2026-02-01T00:00:00Z',
  verificationMethod: `${did}#${multikey}`,
  proofPurpose: 'assertionMethod',
};
const canonical = (value: object): Promise<string> =>
  jsonld.canonize(value, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: true,
    documentLoader: loaderFor(),
  } as never) as unknown as Promise<string>;
const hashes = (await Promise.all([canonical({ '@context': CONTEXT, ...config }), canonical(document)])).map(
  (text) => createHash('sha256').update(text).digest(),
);

/** Signed so that it holds for whoever does not look at the header. */
function jws(header: unknown, { payload = '', tail = '' } = {}): string {
  const head = Buffer.from(JSON.stringify(header)).toString('base64url');
  const signature = sign(null, Buffer.concat([Buffer.from(`${head}.`), ...hashes]), privateKey);
  return `${head}.${payload}.${signature.toString('base64url')}${tail}`;
}
async function told(value: unknown): Promise<string> {
  const credential = credentialOf({ ...document, proof: { ...config, jws: value } } as JsonObject);
  const { proof } = await checkSecuring(credential, fakePorts());
  return proof.problem ? `${proof.state} ${proof.problem.code}` : proof.state;
}
const HEADER = { alg: 'EdDSA', b64: false, crit: ['b64'] };

describe('the detached JWS of Ed25519Signature2018', () => {
  it('holds in the one form that the suite has', async () => {
    expect(await told(jws(HEADER))).toBe('passed');
  });

  it.each<[string, unknown, string]>([
    ['by another algorithm', { ...HEADER, alg: 'ES256' }, 'algorithm-forbidden'],
    ['by none', { ...HEADER, alg: 'none' }, 'algorithm-forbidden'],
    ['without an algorithm', { b64: false, crit: ['b64'] }, 'algorithm-forbidden'],
    ['with its payload encoded', { ...HEADER, b64: true }, 'header-critical-unknown'],
    ['without b64', { alg: 'EdDSA', crit: ['b64'] }, 'header-critical-unknown'],
    ['that does not call b64 critical', { alg: 'EdDSA', b64: false }, 'header-critical-unknown'],
    ['with more that is critical', { ...HEADER, crit: ['b64', 'exp'] }, 'header-critical-unknown'],
    ['that brings a key', { ...HEADER, jwk: {} }, 'header-critical-unknown'],
    ['whose header is a list', [], 'signature-malformed'],
  ])('does not hold %s', async (_what, header, code) => {
    expect(await told(jws(header))).toBe(`failed ${code}`);
  });

  it('does not hold with a payload of its own, in two parts, or in a list', async () => {
    expect(await told(jws(HEADER, { payload: 'e30' }))).toBe('failed signature-malformed');
    expect(await told(jws(HEADER).replace('..', '.'))).toBe('failed signature-malformed');
    expect(await told(jws(HEADER).split('.').slice(0, 2).join('.'))).toBe('failed signature-malformed');
    expect(await told([jws(HEADER)])).toBe('failed proof-malformed');
  });
});
