import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { materialOfJwk, type PublicJwk, readJwk, sameKey } from '../../../src/verify/key/jwk.ts';
import { keysOfSet } from '../../../src/verify/key/jwks.ts';
import { createJwtKey } from '../../build/jwt.ts';
import { codeOf } from './told.ts';

const { kty, crv, x, y } = (await createJwtKey('ES256')).publicJwk;
const EC = { kty, crv, x, y } as JsonObject & PublicJwk;

const base64url = (...bytes: readonly number[]): string => Buffer.from(bytes).toString('base64url');

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
    ['of RSA with exponent 1 after zeros', { kty: 'RSA', n: modulus(256), e: 'AAE' }, 'key-malformed'],
  ])('%s is refused', (_, jwk, code) => {
    expect(readJwk(jwk)).toMatchObject({ problem: { code } });
  });

  it.each<[string, object, string]>([
    ['a coordinate too short', { x: base64url(...Array(31).fill(1)) }, 'key-malformed'],
    ['a coordinate too long', { y: base64url(...Array(33).fill(1)) }, 'key-malformed'],
    ['a coordinate that is no base64', { x: '!' }, 'key-malformed'],
    ['operations that verify', { key_ops: ['verify'] }, 'read'],
    ['operations that do not', { key_ops: ['sign'] }, 'key-purpose-wrong'],
    ['operations that are no list', { key_ops: 'verify' }, 'key-purpose-wrong'],
  ])('with %s', (_, over, code) => {
    expect(codeOf(readJwk({ ...EC, ...over }))).toBe(code);
  });

  it.each<[string, object]>([
    ['null', { d: null, k: null, use: null, key_ops: null, kid: null, alg: null }],
    ['empty', { d: '', oth: [], key_ops: [] }],
  ])('whose other members a serialiser wrote as %s is the key without them', (_, over) => {
    expect(readJwk({ ...EC, ...over })).toEqual({ ok: true, value: EC });
    const keys = [{ ...EC, ...over }] as JsonObject[];
    expect(keysOfSet({ keys }, { names: ['a'], namelessToo: true, now: 0 })).toMatchObject([{ ok: true }]);
  });

  it('has a name and an algorithm where those are texts', () => {
    expect(readJwk({ ...EC, kid: 7, alg: 7 })).toEqual({ ok: true, value: EC });
    expect(readJwk({ ...EC, kid: 'k', alg: 'ES256' })).toMatchObject({ value: { kid: 'k', alg: 'ES256' } });
    expect(readJwk({ ...EC, crv: 7 })).toMatchObject({ problem: { params: { method: 'EC' } } });
  });

  it.each<[string, number[], number[], string]>([
    ['the exponent 3', [0x80, ...Array(255).fill(1)], [3], 'read'],
    ['the exponent 1', [0x80, ...Array(255).fill(1)], [1], 'key-malformed'],
    ['2047 bits', [0x7f, ...Array(255).fill(1)], [3], 'key-malformed'],
    ['3071 bits', [0x7f, ...Array(383).fill(1)], [3], 'read'],
  ])('of RSA with %s', (_, n, e, code) => {
    expect(codeOf(readJwk({ kty: 'RSA', n: base64url(...n), e: base64url(...e) }))).toBe(code);
  });

  it('of a set is chosen by a name that says something', () => {
    const keys = [{ ...EC, kid: 'a' }, { ...EC, kid: '' }, EC] as unknown as JsonObject[];
    expect(keysOfSet({ keys }, { names: [''], now: 0 })).toHaveLength(3);
    expect(keysOfSet({ keys }, { names: ['a', ''], now: 0 })).toHaveLength(1);
  });

  it('of a curve that nobody knows is told by the curve, one without by its family', () => {
    expect(readJwk({ kty: 'OKP', crv: 'Ed448' })).toMatchObject({ problem: { params: { method: 'Ed448' } } });
    expect(readJwk({ kty: 'OKP' })).toMatchObject({ problem: { params: { method: 'OKP' } } });
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

it('a key whose number begins with a zero is the same key, however that zero is written', () => {
  const whole: JsonObject = {
    kty: 'EC',
    crv: 'P-256',
    x: 'AHmRYpbi_Ikdq3oLP0fhKm68LO5AOJAOq0QuvoicjhQ',
    y: 'xlAdXXeBF-57rs_MCiIlfxM_kzLPK0Pf7yOQ1PSKULU',
  };
  const bytes = Buffer.from(String(whole.x), 'base64url');
  const written = [bytes, bytes.subarray(1), Buffer.concat([Buffer.of(0), bytes])];
  for (const x of written)
    expect(materialOfJwk({ ...whole, x: x.toString('base64url') })).toEqual(readJwk(whole));
  expect(readJwk(whole).ok).toBe(true);
});

it('what is no key, in what an issuer says against its keys, is none', () => {
  const zero = Buffer.concat([Buffer.of(0), Buffer.alloc(31, 7)]);
  for (const jwk of [
    { ...EC, x: 7 },
    { ...EC, y: null },
    { ...EC, x: '!' },
    { kty: 'OKP', crv: 'Ed25519', x: Buffer.concat([Buffer.of(0), zero]).toString('base64url') },
  ])
    expect(materialOfJwk(jwk as JsonObject)).toMatchObject({ problem: { code: 'key-malformed' } });
});

describe('what a set says against a key', () => {
  const now = Date.parse('2026-11-28T00:00:00Z');
  const [past, future] = ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'];
  const used = { ...EC, kid: 'used' };
  const endOf = (...others: readonly JsonObject[]) => {
    const [read] = keysOfSet({ keys: [...others] }, { names: ['used'], now });
    return read?.ok ? (read.value.ended?.code ?? null) : read?.problem.code;
  };

  it('counts in any of its copies, wherever that stands, and beside what is no key', () => {
    const revoked = { ...EC, kid: 'old', revoked: true };
    const other = { kty: 'OKP', crv: 'Ed448', x: 'AAAA' };
    for (const keys of [
      [revoked, used],
      [used, revoked],
      [used, revoked, { ...EC, kid: 'new' }, other],
      [other, revoked, { ...EC, kid: 'new' }, used],
    ])
      expect(endOf(...(keys as JsonObject[]))).toBe('key-revoked');
    expect(endOf(used as JsonObject, other)).toBeNull();
  });

  it.each([
    [{ revoked_at: past }, 'key-revoked'],
    [{ revoked_at: future }, null],
    [{ revoked_at: Date.parse(String(future)) / 1000 }, null],
    [{ reason: 'superseded' }, 'key-revoked'],
    [{}, 'key-revoked'],
  ])('by %j is read as OpenID Federation 1.0 §8.7 has it', (revoked, code) => {
    expect(endOf({ ...used, revoked } as JsonObject)).toBe(code);
  });
});
