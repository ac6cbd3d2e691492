/** The documents that list keys: whose they are, what they list, and what for. */
import { describe, expect, it } from 'vitest';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { JsonObject } from '../../../src/json.ts';
import type { ProblemCode } from '../../../src/problem.ts';
import {
  type ControlledIdentifierDocument,
  listsForAssertion,
  loadControlledIdentifierDocument,
  methodsElsewhere,
  methodsIn,
} from '../../../src/verify/key/controlled-identifier-document.ts';
import { didWebvhAddress } from '../../../src/verify/key/did-webvh-address.ts';
import { bindByListing } from '../../../src/verify/key/issuer-keys.ts';
import type { PublicJwk } from '../../../src/verify/key/jwk.ts';
import { endOfMethod } from '../../../src/verify/key/method.ts';
import { bindMethod, methodOf, resolveMethod } from '../../../src/verify/key/resolve-method.ts';
import { createJwtKey } from '../../build/jwt.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';
import { codeOf } from './told.ts';

const { kty, crv, x, y } = (await createJwtKey('ES256')).publicJwk;
const EC = { kty, crv, x, y } as JsonObject & PublicJwk;
const DID = 'did:web:university.example';
const KID = `${DID}#key-1`;
const METHOD = { id: KID, type: 'JsonWebKey', controller: DID, publicKeyJwk: EC };

const document = (json: object, id = DID): ControlledIdentifierDocument => ({
  id,
  json: { id, ...json } as JsonObject,
  domain: 'university.example',
});

const DID_ADDRESS = 'https://university.example/.well-known/did.json';
const WEB = 'https://university.example/issuer';
type Documents = Record<string, FakeDocument>;

describe('the document of an identifier', () => {
  const load = async (id: string, documents: Documents = {}) => {
    const net = fakeNet(documents);
    const loaded = await loadControlledIdentifierDocument(id, net);
    return { problem: loaded.ok ? null : loaded.problem, asked: net.asked };
  };
  const multibase = (...bytes: number[]) => `z${encodeBase58btc(Uint8Array.from(bytes))}`;
  const nothing = Buffer.from('null').toString('base64url');

  it.each<[string, ProblemCode]>([
    ['https://[', 'key-malformed'],
    [`did:jwk:${nothing}`, 'key-malformed'],
    [`did:key:${multibase(0xed, 0x01, 1, 2, 3)}`, 'key-malformed'],
    ['did:webvh:abc:university.example', 'key-malformed'],
    ['did:webvh:university.example', 'key-malformed'],
  ])('%s is none, and nobody is asked', async (id, code) => {
    expect(await load(id)).toMatchObject({ problem: { code }, asked: [] });
  });

  it('of did:web speaks for no other identifier', async () => {
    const other = { [DID_ADDRESS]: { body: { id: 'did:web:else.example' } } };
    expect((await load(DID, other)).problem?.code).toBe('key-document-mismatch');
  });

  it.each([{ error: 'try again later' }, { '@id': DID }, { id: [DID] }])(
    'of did:web that names nobody is an answer of another shape: %j',
    async (body) => {
      expect((await load(DID, { [DID_ADDRESS]: { body } })).problem).toMatchObject({
        code: 'key-unresolvable',
        cause: { code: 'answer-not-understood' },
      });
    },
  );

  it('of did:webvh is a log at the place behind its name', () => {
    const scid = `Qm${'a'.repeat(44)}`;
    expect(didWebvhAddress(`did:webvh:${scid}:university.example:a`)).toEqual({
      ok: true,
      value: 'https://university.example/a/did.jsonl',
    });
  });

  it.each([
    ['did:example:123', 'did:example'],
    ['http://university.example/', 'http'],
    ['Über uns', 'Über uns'],
  ])('of %s is told to be of the method %s', async (id, method) => {
    expect((await load(id)).problem).toMatchObject({ code: 'key-method-unsupported', params: { method } });
  });

  it('that is no JSON is told to be none', async () => {
    const { problem } = await load(WEB, { [WEB]: { body: '{' } });
    expect(problem).toMatchObject({ code: 'key-unresolvable', cause: { code: 'json-malformed' } });
  });
});

describe('the methods of a document', () => {
  const listed = (json: JsonObject) =>
    Object.fromEntries(
      [...methodsIn({ id: DID, json, domain: null })].map(([id, { forAssertion }]) => [id, forAssertion]),
    );

  it('are those that have an id, and not what only names one', () => {
    const nameless = { type: 'Multikey', controller: DID };
    expect(listed({ verificationMethod: [nameless], assertionMethod: [`${DID}#0`, nameless] })).toEqual({});
  });

  it('have ids that may be relative to an https address, among entries that are none', () => {
    const address = 'https://university.example/a/issuer';
    const verificationMethod = [
      null,
      7,
      '//[',
      { id: '//[' },
      { id: 'issuer#1' },
      { id: '../b#2' },
      { id: '#3' },
    ];
    const ids = (id: string) => [...methodsIn({ id, json: { verificationMethod }, domain: null }).keys()];
    expect(ids(address)).toEqual(['//[', `${address}#1`, 'https://university.example/b#2', `${address}#3`]);
    expect(ids(DID)).toEqual(['//[', 'issuer#1', '../b#2', `${DID}#3`]);
    const whole = { id: 'https://university.example#1' };
    expect([
      ...methodsIn({ id: address, json: { verificationMethod: [whole] }, domain: null }).keys(),
    ]).toEqual([whole.id]);
  });

  it('may stand elsewhere, where an https address alone names them', () => {
    const verificationMethod = [
      null,
      7,
      { id: 'https://keys.example/1#a' },
      'did:web:other.example#k',
      METHOD,
    ];
    expect(methodsElsewhere(document({ verificationMethod, publicKey: ['https://keys.example/2'] }))).toEqual(
      ['https://keys.example/1', 'https://keys.example/2'],
    );
  });

  it('may be written twice in a form that nobody here reads, and are not called another’s', () => {
    const foreign = { id: KID, type: 'RsaVerificationKey2018', controller: DID, publicKeyPem: 'x' };
    for (const twice of [
      { verificationMethod: [foreign], assertionMethod: [foreign] },
      { verificationMethod: [{ ...foreign, id: '#key-1' }], assertionMethod: [foreign] },
    ])
      expect(codeOf(methodOf(document(twice), KID, NOW))).toBe('key-method-unsupported');
    const other = { ...foreign, publicKeyPem: 'y' };
    expect(codeOf(methodOf(document({ verificationMethod: [foreign, other] }), KID, NOW))).toBe(
      'key-ambiguous',
    );
  });

  it('may be the issuer itself under the id of a DID alone', async () => {
    const ports = fakePorts({
      net: fakeNet({
        [WEB]: {
          body: {
            id: WEB,
            assertionMethod: [`${WEB}#1`],
            verificationMethod: [{ ...METHOD, id: `${WEB}#1`, controller: WEB }],
          },
        },
      }),
    });
    const method = await resolveMethod(`${WEB}#1`, ports);
    if (!method.ok) throw new Error(method.problem.code);
    expect(codeOf(await bindMethod(method.value, WEB, ports))).toBe('read');
    expect(codeOf(await bindMethod(method.value, `${WEB}#1`, ports))).toBe('key-not-bound');
    const SELF = 'https://university.example/key';
    const self = { ...METHOD, id: SELF, controller: SELF, assertionMethod: [SELF] };
    const alone = fakePorts({ net: fakeNet({ [SELF]: { body: self } }) });
    const itself = await resolveMethod(SELF, alone);
    if (!itself.ok) throw new Error(itself.problem.code);
    expect(codeOf(await bindMethod(itself.value, SELF, alone))).toBe('read');
    // A document at an https address is no method, whatever it lists.
    expect(codeOf(await resolveMethod(WEB, ports))).toBe('key-not-bound');
  });

  it('are for assertion where they stand under it, written out or named', () => {
    expect(
      listed({
        verificationMethod: [{ id: '#named' }, { id: '#other' }],
        assertionMethod: ['#named', { id: '#embedded' }],
        authentication: [{ id: '#login' }],
      }),
    ).toEqual({
      [`${DID}#named`]: true,
      [`${DID}#other`]: false,
      [`${DID}#embedded`]: true,
      [`${DID}#login`]: false,
    });
  });

  it.each(['revoked', 'expires'])('are past use where %s is there and names no moment', (name) => {
    for (const value of ['soon', {}, []]) expect(endOfMethod({ [name]: value }, NOW)).not.toBeNull();
  });
});

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
