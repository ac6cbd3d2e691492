/** Keys and the documents that list them, of another shape than the specification gives them. */
import { describe, expect, it } from 'vitest';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { JsonObject } from '../../../src/json.ts';
import {
  type ControllerDocument,
  listsForAssertion,
  methodsIn,
} from '../../../src/verify/key/controller-document.ts';
import { didJwkDocument } from '../../../src/verify/key/did-jwk.ts';
import { bindByListing } from '../../../src/verify/key/issuer-keys.ts';
import { type PublicJwk, readJwk } from '../../../src/verify/key/jwk.ts';
import { keysOfSet } from '../../../src/verify/key/jwks.ts';
import { keyOfMethod } from '../../../src/verify/key/method.ts';
import { readMultikey } from '../../../src/verify/key/multikey.ts';
import { bindMethod, methodOf } from '../../../src/verify/key/resolve-method.ts';
import { createJwtKey } from '../../build/jwt.ts';
import { fakeNet } from '../../fake/net.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';

const { kty, crv, x, y } = (await createJwtKey('ES256')).publicJwk;
const EC = { kty, crv, x, y } as JsonObject & PublicJwk;
/** RFC 8032 §7.1, test 1. */
const ED25519 = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
const DID = 'did:web:university.example';
const KID = `${DID}#key-1`;
const METHOD = { id: KID, type: 'JsonWebKey', controller: DID, publicKeyJwk: EC };
const document = (json: object, id = DID): ControllerDocument => ({
  id,
  json: { id, ...json } as JsonObject,
  domain: 'university.example',
});
const codeOf = (read: { readonly ok: boolean; readonly problem?: { readonly code: string } }): string =>
  read.ok ? 'read' : String(read.problem?.code);
const base64url = (...bytes: readonly number[]): string => Buffer.from(bytes).toString('base64url');

describe('a document that lists keys', () => {
  it('lists a key by its own name, whole or behind a #, and by no other', () => {
    const lists = (...assertionMethod: readonly unknown[]) =>
      listsForAssertion(document({ assertionMethod }), KID);
    expect([lists(KID), lists('#key-1'), lists({ id: KID })]).toEqual([true, true, true]);
    expect([lists('#key-2'), lists('key-1'), lists('')]).toEqual([false, false, false]);
    expect(listsForAssertion(document({ assertionMethod: [':a#k'] }), `${DID}:a#k`)).toBe(false);
    expect(lists(null, 7, {}, { id: 7 }, ['#key-1'])).toBe(false);
  });

  it('may have nothing among its methods', () => {
    const found = methodsIn(
      document({ verificationMethod: [null, 'x', 7, METHOD], assertionMethod: [null, 7, '#key-1'] }),
    );
    expect([...found].map(([id, { forAssertion }]) => [id, forAssertion])).toEqual([[KID, true]]);
  });

  it('does not bind a key without a name by listing nothing', async () => {
    const body = { id: DID, assertionMethod: [null] };
    const net = fakeNet({ 'https://university.example/.well-known/did.json': { body } });
    const bound = await bindByListing({ jwk: EC, methodId: null, issuerId: DID }, fakePorts({ net }));
    expect(codeOf(bound)).toBe('key-not-bound');
  });

  it('that is a method itself is the one of its own id alone', () => {
    const alone = (id: string) =>
      codeOf(methodOf(document({ ...METHOD, id }, 'https://a.example/k'), 'https://a.example/k', NOW));
    expect(alone('https://a.example/k')).toBe('read');
    expect(alone('https://a.example/other')).toBe('key-not-bound');
  });

  it('is its issuer’s where it calls itself by that id', async () => {
    const ISSUER = 'https://university.example/issuer';
    const method = methodOf(document({ verificationMethod: [{ ...METHOD, controller: ISSUER }] }), KID, NOW);
    if (!method.ok) throw new Error('not read');
    const boundBy = async (id: string) => {
      const net = fakeNet({ [ISSUER]: { body: { id, assertionMethod: [KID] } } });
      return codeOf(await bindMethod(method.value, ISSUER, fakePorts({ net })));
    };
    expect(await boundBy(ISSUER)).toBe('read');
    expect(await boundBy('https://university.example/other')).toBe('key-document-mismatch');
  });

  it('tells a key that is listed for something else from one that is not there', async () => {
    const method = methodOf(document({ verificationMethod: [METHOD] }), KID, NOW);
    if (!method.ok) throw new Error('not read');
    expect(codeOf(await bindMethod(method.value, DID, fakePorts()))).toBe('key-purpose-wrong');
    const elsewhere = { ...method.value, id: `${DID}#key-9` };
    expect(codeOf(await bindMethod(elsewhere, DID, fakePorts()))).toBe('key-not-bound');
  });

  it('gives a method a controller where that is a text', () => {
    const method = methodOf(document({ verificationMethod: [{ ...METHOD, controller: [DID] }] }), KID, NOW);
    expect(method).toMatchObject({ ok: true, value: { controller: null } });
  });
});

describe('a JWK', () => {
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
    expect(keysOfSet({ keys }, [''])).toHaveLength(3);
    expect(keysOfSet({ keys }, ['a', ''])).toHaveLength(1);
  });
});

describe('a method', () => {
  it.each<[object, string]>([
    [{ type: 'Multikey', publicKeyMultibase: 7 }, 'key-malformed'],
    [{ type: 'JsonWebKey', publicKeyJwk: 'x' }, 'key-malformed'],
    [{ type: 'JsonWebKey', publicKeyJwk: null }, 'key-malformed'],
    [{ type: 'Ed25519VerificationKey2018', publicKeyBase58: 7 }, 'key-malformed'],
  ])('%j has no key that can be read', (method, code) => {
    expect(codeOf(keyOfMethod(method as JsonObject))).toBe(code);
  });

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
