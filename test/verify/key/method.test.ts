/** Verification methods, in whichever form they have their key. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { JsonObject } from '../../../src/json.ts';
import { didJwkDocument } from '../../../src/verify/key/did-jwk.ts';
import type { PublicJwk } from '../../../src/verify/key/jwk.ts';
import { endOfMethod, keyOfMethod } from '../../../src/verify/key/method.ts';
import { readMultikey } from '../../../src/verify/key/multikey.ts';
import { createJwtKey } from '../../build/jwt.ts';
import { codeOf } from './told.ts';

const { kty, crv, x, y } = (await createJwtKey('ES256')).publicJwk;
const EC = { kty, crv, x, y } as JsonObject & PublicJwk;

/** RFC 8032 §7.1, test 1. */
const ED25519 = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';

const ED = { kty: 'OKP', crv: 'Ed25519', x: ED25519 };
const octets = (...texts: readonly string[]): Buffer =>
  Buffer.concat(texts.map((text) => Buffer.from(text, 'base64url')));
const hex = (text = ''): string => octets(text).toString('hex');
const base58 = (...texts: readonly (string | undefined)[]): string =>
  encodeBase58btc(Uint8Array.from(octets(...texts.map((text) => text ?? ''))));
const isOdd = (text = ''): boolean => ((octets(text).at(-1) ?? 0) & 1) === 1;

const DID = 'did:web:university.example';
const KID = `${DID}#key-1`;

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
    ['with null in place of a key', { type: 'Multikey', publicKeyMultibase: null }, 'key-malformed'],
    ['with two keys', { type: 'Multikey', publicKeyMultibase: multibase, publicKeyJwk: {} }, 'key-malformed'],
    [
      'with two keys, each whole',
      { type: 'JsonWebKey', publicKeyMultibase: multibase, publicKeyJwk: EC },
      'key-malformed',
    ],
    [
      'with its key in a member that nobody here reads',
      { type: 'JsonWebKey', publicKeyPem: 'x' },
      'key-method-unsupported',
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

  it.each<[string, JsonObject, object]>([
    ['another type’s member', { type: 'JsonWebKey', publicKeyMultibase: multibase }, ED],
    [
      'one member, and null in the others',
      { type: 'JsonWebKey', publicKeyMultibase: null, publicKeyJwk: ED, publicKeyHex: null },
      ED,
    ],
    ['base58', { type: 'JsonWebKey2020', publicKeyBase58: base58(ED25519) }, ED],
    ['a JWK, under the first name of its type', { type: 'JwsVerificationKey2020', publicKeyJwk: EC }, EC],
    ['hexadecimal digits', { type: 'Ed25519VerificationKey2018', publicKeyHex: hex(ED25519) }, ED],
    [
      'two members that say the same',
      { type: 'JsonWebKey2020', publicKeyJwk: ED, publicKeyMultibase: multibase },
      ED,
    ],
    [
      'the digits of a point',
      { type: 'EcdsaSecp256r1VerificationKey2019', publicKeyHex: `04${hex(x)}${hex(y)}` },
      EC,
    ],
    [
      'the digits of a compressed point',
      { type: 'EcdsaSecp256r1VerificationKey2019', publicKeyHex: `${isOdd(y) ? '03' : '02'}${hex(x)}` },
      EC,
    ],
    [
      'base58 of a point',
      {
        type: 'EcdsaSecp256r1VerificationKey2019',
        publicKeyBase58: base58(isOdd(y) ? 'Aw' : 'Ag', x),
      },
      EC,
    ],
  ])('has its key in %s', (_, method, key) => {
    expect(keyOfMethod(method)).toEqual({ ok: true, value: key });
  });

  it.each<[object, string]>([
    [{ type: 'JsonWebKey2020', publicKeyJwk: EC, publicKeyMultibase: multibase }, 'key-malformed'],
    [{ type: 'Ed25519VerificationKey2018', publicKeyHex: '04ff' }, 'key-malformed'],
    [{ type: 'EcdsaSecp256k1VerificationKey2019', publicKeyHex: `04${'11'.repeat(31)}` }, 'key-malformed'],
    [{ type: 'Multikey', publicKeyMultibase: 7 }, 'key-malformed'],
    [{ type: 'JsonWebKey', publicKeyJwk: 'x' }, 'key-malformed'],
    [{ type: 'JsonWebKey', publicKeyJwk: null }, 'key-malformed'],
    [{ type: 'Ed25519VerificationKey2018', publicKeyBase58: 7 }, 'key-malformed'],
  ])('%j has no key that can be read', (method, code) => {
    expect(codeOf(keyOfMethod(method as JsonObject))).toBe(code);
  });

  it.each(['privateKeyHex', 'secretKeyBase58', 'privateKeyPem', 'secretKeyJwk'])(
    'that shows its secret in %s is of no use to anybody',
    (member) => {
      const method = { type: 'Ed25519VerificationKey2018', publicKeyHex: hex(ED25519) };
      expect(codeOf(keyOfMethod({ ...method, [member]: 'ab' }))).toBe('key-private');
      expect(codeOf(keyOfMethod({ ...method, [member]: null }))).toBe('read');
      expect(endOfMethod({ ...method, [member]: 'ab' }, 0)?.code).toBe('key-private');
    },
  );

  it('of a type that is no text is of none', () => {
    expect(keyOfMethod({ type: ['Multikey'] })).toMatchObject({
      problem: { code: 'key-method-unsupported', params: { method: '' } },
    });
  });

  it('with a point that is on no curve has no key', () => {
    const bytes = Uint8Array.from([0x80, 0x24, 0x02, ...Array(32).fill(0xff)]);
    expect(codeOf(readMultikey(`z${encodeBase58btc(bytes)}`))).toBe('key-malformed');
  });

  it('of a did:jwk that encrypts signs nothing', () => {
    const of = (use: string) =>
      didJwkDocument(`did:jwk:${Buffer.from(JSON.stringify({ ...EC, use })).toString('base64url')}`);
    expect(of('sig')).toHaveProperty('value.assertionMethod');
    expect(of('enc')).not.toHaveProperty('value.assertionMethod');
  });
});

describe('a key in base58', () => {
  it('is text', () => {
    const read = (publicKeyBase58: string | number | readonly string[]): string =>
      codeOf(keyOfMethod({ id: KID, type: 'Ed25519VerificationKey2018', controller: DID, publicKeyBase58 }));
    const text = encodeBase58btc(Uint8Array.from(Buffer.from(ED25519, 'base64url')));
    expect([read(text), read([...text]), read(7)]).toEqual(['read', 'key-malformed', 'key-malformed']);
  });
});

describe('a multikey', () => {
  it.each([
    [0xec, 0x01, 'X25519'],
    [0xea, 0x01, 'BLS12-381 G1'],
    [0x86, 0x24, 'multicodec 0x1206'],
  ])('of the multicodec %i %i is told to be %s, which signs nothing here', (first, second, method) => {
    const multibase = `z${encodeBase58btc(Uint8Array.of(first, second, 1, 2, 3))}`;
    expect(readMultikey(multibase)).toMatchObject({
      problem: { code: 'key-method-unsupported', params: { method } },
    });
  });

  it('of an RSA key is the PKCS #1 form of it', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const der = publicKey.export({ type: 'pkcs1', format: 'der' });
    const { kty, n, e } = publicKey.export({ format: 'jwk' });
    const spelt = (bytes: Uint8Array) =>
      readMultikey(`z${encodeBase58btc(Uint8Array.from([0x85, 0x24, ...bytes]))}`);
    expect(spelt(der)).toEqual({ ok: true, value: { kty, n, e } });
    expect(spelt(der.subarray(1))).toMatchObject({ problem: { code: 'key-malformed' } });
  });

  it('of the multicodec jwk_jcs-pub is the JWK that it spells, and one that spells none is broken', () => {
    const spelt = (text: string) =>
      readMultikey(`z${encodeBase58btc(Uint8Array.from([0xd1, 0xd6, 0x03, ...Buffer.from(text)]))}`);
    const jwk = { crv: 'Ed25519', kty: 'OKP', x: ED25519 };
    expect(spelt(JSON.stringify(jwk))).toEqual({ ok: true, value: jwk });
    expect(spelt(JSON.stringify({ ...jwk, d: ED25519 }))).toMatchObject({ problem: { code: 'key-private' } });
    for (const text of ['', '[]', '{"kty":"OKP"', '{"crv":"Ed25519","kty":"OKP","x":"AA"}'])
      expect(spelt(text)).toMatchObject({ problem: { code: 'key-malformed' } });
  });
});
