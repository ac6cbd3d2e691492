import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { didWebAddress } from '../../../src/verify/key/did-web.ts';
import { type PublicJwk, readJwk, sameKey } from '../../../src/verify/key/jwk.ts';
import { keyOfMethod } from '../../../src/verify/key/method.ts';
import { type CompressedCurve, decompress } from '../../../src/verify/key/point.ts';

describe('pitfall 16: the address of a did:web document', () => {
  it.each([
    ['did:web:example.org', 'https://example.org/.well-known/did.json'],
    ['did:web:example.org:a:b', 'https://example.org/a/b/did.json'],
    ['did:web:localhost%3A8443:badges', 'https://localhost:8443/badges/did.json'],
    ['did:web:example.org%3a8443', 'https://example.org:8443/.well-known/did.json'],
    ['did:web:example.org:with%20space', 'https://example.org/with%20space/did.json'],
  ])('of %s is %s', (did, address) => {
    expect(didWebAddress(did)).toEqual({ ok: true, value: address });
  });

  it.each([
    'did:web:',
    'did:web:example.org:',
    'did:web:example.org::a',
    'did:web:example.org:..:a',
    'did:web:example.org:%2e%2e:a',
    'did:web:example.org:a%2Fb',
    'did:web:example.org:a%5Cb',
    'did:web:user%40example.org',
    'did:web:example.org%2Fpath',
    'did:web:example.org%3A',
    'did:web:example.org%3A99999',
    'did:web:example.org?x=1',
  ])('of %s is none', (did) => {
    expect(didWebAddress(did)).toMatchObject({ problem: { code: 'key-malformed' } });
  });
});

const CURVES = { 'P-256': p256, 'P-384': p384, 'P-521': p521, secp256k1 } as const;

describe.each(Object.entries(CURVES))('a compressed point of %s', (name, curve) => {
  it('has the coordinates that another library finds', () => {
    for (let round = 0; round < 8; round++) {
      const { publicKey } = curve.keygen();
      const whole = curve.Point.fromBytes(publicKey).toBytes(false);
      const point = decompress(name as CompressedCurve, publicKey);
      expect([4, ...(point?.x ?? []), ...(point?.y ?? [])]).toEqual([...whole]);
    }
  });

  it('that is not on the curve, or not compressed, is none', () => {
    const { publicKey } = curve.keygen();
    const size = publicKey.length;
    expect(decompress(name as CompressedCurve, publicKey.slice(1))).toBeNull();
    expect(decompress(name as CompressedCurve, Uint8Array.from([4, ...publicKey.slice(1)]))).toBeNull();
    expect(
      decompress(name as CompressedCurve, Uint8Array.from([2, ...Array(size - 1).fill(255)])),
    ).toBeNull();
    const found = Array.from({ length: 40 }, (_, x) =>
      decompress(name as CompressedCurve, Uint8Array.from([2, ...Array(size - 2).fill(0), x])),
    );
    expect(found.some((point) => point === null)).toBe(true);
  });
});

/** A number of so many bytes, odd, with this byte in front. */
const modulus = (bytes: number, first = 0xc1): string =>
  Buffer.from([first, ...Array(bytes - 1).fill(0x5b)]).toString('base64url');

describe('a JWK', () => {
  it.each([256, 384, 1024])('of RSA with a modulus of %i bytes is a key', (bytes) => {
    expect(readJwk({ kty: 'RSA', n: modulus(bytes), e: 'AQAB' })).toMatchObject({ ok: true });
  });

  const ed = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
  it.each<[string, JsonObject, string]>([
    ['with a private member', { ...ed, d: 'x' }, 'key-private'],
    ['that is a shared secret', { kty: 'oct', k: 'x' }, 'key-private'],
    ['of an unknown curve', { ...ed, crv: 'Ed448' }, 'key-method-unsupported'],
    ['of a curve of another family', { ...ed, crv: 'P-256' }, 'key-method-unsupported'],
    ['cut short', { ...ed, x: 'AAAA' }, 'key-malformed'],
    ['without y', { kty: 'EC', crv: 'P-256', x: ed.x }, 'key-malformed'],
    ['for encryption', { ...ed, use: 'enc' }, 'key-purpose-wrong'],
    ['for operations that are no list', { ...ed, key_ops: 'verify' }, 'key-purpose-wrong'],
    ['for signing alone', { ...ed, key_ops: ['sign'] }, 'key-purpose-wrong'],
    ['of RSA without a modulus', { kty: 'RSA', e: 'AQAB' }, 'key-malformed'],
    ['of RSA without an exponent', { kty: 'RSA', n: modulus(256) }, 'key-malformed'],
    ['of RSA whose modulus is no base64url', { kty: 'RSA', n: '!', e: 'AQAB' }, 'key-malformed'],
    ['of RSA whose exponent is no base64url', { kty: 'RSA', n: modulus(256), e: '!' }, 'key-malformed'],
    ['of RSA below 2048 bits', { kty: 'RSA', n: modulus(255), e: 'AQAB' }, 'key-malformed'],
    ['of RSA of 2047 bits', { kty: 'RSA', n: modulus(256, 0x7f), e: 'AQAB' }, 'key-malformed'],
    ['of RSA with a leading zero', { kty: 'RSA', n: modulus(257, 0), e: 'AQAB' }, 'key-malformed'],
    ['of RSA beyond 8192 bits', { kty: 'RSA', n: modulus(1025), e: 'AQAB' }, 'key-malformed'],
    ['of RSA with an empty exponent', { kty: 'RSA', n: modulus(256), e: '' }, 'key-malformed'],
    ['of RSA with an even exponent', { kty: 'RSA', n: modulus(256), e: 'AQAA' }, 'key-malformed'],
    ['of RSA with an exponent of 9 bytes', { kty: 'RSA', n: modulus(256), e: modulus(9) }, 'key-malformed'],
    ['of RSA with exponent 1', { kty: 'RSA', n: `_${'A'.repeat(341)}`, e: 'AQ' }, 'key-malformed'],
  ])('%s is refused', (_, jwk, code) => {
    expect(readJwk(jwk)).toMatchObject({ problem: { code } });
  });
});

describe('two keys', () => {
  const [x, y] = ['1'.repeat(42), '2'.repeat(42)].map((text) => `${text}A`);
  const ec: PublicJwk = { kty: 'EC', crv: 'P-256', x, y } as PublicJwk;
  const rsa: PublicJwk = { kty: 'RSA', n: 'n', e: 'AQAB' };
  it.each<[string, PublicJwk, object]>([
    ['of two curves', ec, { crv: 'secp256k1' }],
    ['of two points with one x', ec, { y: x }],
    ['of two points with one y', ec, { x: y }],
    ['of two exponents', rsa, { e: 'Aw' }],
    ['of two moduli', rsa, { n: 'm' }],
  ])('%s are two', (_, key, other) => {
    expect(sameKey(key, { ...key, kid: 'k', alg: 'ES256' })).toBe(true);
    expect(sameKey(key, { ...key, ...other })).toBe(false);
  });
});

describe('a verification method', () => {
  const multibase = 'z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw';
  it('of type Ed25519VerificationKey2018 has its key in base58', () => {
    const method = {
      type: 'Ed25519VerificationKey2018',
      publicKeyBase58: 'FyfKP2HvTKqDZQzvyL38yXH7bExmwofxHf2NR5BrcGf1',
    };
    expect(keyOfMethod(method)).toMatchObject({ value: { crv: 'Ed25519' } });
  });
  it.each<[string, JsonObject, string]>([
    ['of an unknown type', { type: 'RsaVerificationKey2018', publicKeyPem: 'x' }, 'key-method-unsupported'],
    ['without a key', { type: 'Multikey' }, 'key-malformed'],
    ['with two keys', { type: 'Multikey', publicKeyMultibase: multibase, publicKeyJwk: {} }, 'key-malformed'],
    [
      'with its key in another type’s member',
      { type: 'JsonWebKey', publicKeyMultibase: multibase },
      'key-malformed',
    ],
    [
      'of a type for another curve',
      { type: 'EcdsaSecp256k1VerificationKey2019', publicKeyMultibase: multibase },
      'key-malformed',
    ],
    ['with a multibase of garbage', { type: 'Multikey', publicKeyMultibase: 'z0' }, 'key-malformed'],
  ])('%s is refused', (_, method, code) => {
    expect(keyOfMethod(method)).toMatchObject({ problem: { code } });
  });
});
