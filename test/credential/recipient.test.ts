import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { ob3, subject, vc } from '../build/samples.ts';
import { readOne } from './reading.ts';

/** An SD-JWT VC with these claims. Whether it is signed plays no part in reading it. */
const card = (claims: JsonObject): string =>
  `${[{ alg: 'ES256', typ: 'dc+sd-jwt' }, { vct: 'https://types.example/card', ...claims }, 'signature']
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')}~`;

describe('the recipient', () => {
  const of = async (credentialSubject: Json) => (await readOne(vc({ credentialSubject }))).recipient;

  test('is none of several subjects', async () => {
    expect((await of([{ id: 'did:example:a' }, { id: 'did:example:b' }])).id).toBeNull();
  });

  test('is called by the names of all of several subjects', async () => {
    const ann = { id: 'did:example:a', name: 'Ann' };
    const bob = { id: 'did:example:b', name: 'Bob' };
    expect((await of([ann, bob])).name).toBe('Ann, Bob');
    expect((await of([{ id: 'did:example:a' }, { id: 'did:example:b' }])).name).toBeNull();
    expect((await of([ann, { ...bob, ...ann }])).name).toBe('Ann');
  });

  test.each([
    ['of schema.org, EU and US documents', { givenName: 'Ann', familyName: 'Lee' }],
    ['of EBSI', { firstName: 'Ann', familyName: 'Lee' }],
    ['of many wallets', { firstName: 'Ann', lastName: 'Lee' }],
    ['of OpenID', { given_name: 'Ann', family_name: 'Lee' }],
  ])('is called by a given and a family name in the words %s', async (_, names) => {
    expect((await of({ id: 'did:example:a', ...names })).name).toBe('Ann Lee');
    expect((await of({ ...names, name: 'Dr. Ann B. Lee' })).name).toBe('Dr. Ann B. Lee');
    expect((await readOne(card(names))).recipient.name).toBe('Ann Lee');
  });

  test('is not called by half a name, which would not be that of anybody', async () => {
    for (const half of [{ givenName: 'Ann' }, { family_name: 'Lee' }, { familyName: 'Lee', name: null }]) {
      expect((await of(half as JsonObject)).name).toBeNull();
      expect((await readOne(card(half as JsonObject))).recipient.name).toBeNull();
    }
  });

  test('has no id that is a number, and that takes none from another subject', async () => {
    expect((await of({ id: 7, name: 'Ann' })).id).toBeNull();
    expect((await of([{ id: 7 }, { id: 'did:example:b' }])).id).toBe('did:example:b');
  });

  test('is not called by an identifier that is no name', async () => {
    const entry = {
      type: 'IdentityObject',
      hashed: false,
      identityHash: 'S-4711',
      identityType: 'identifier',
    };
    const named = { ...entry, identityHash: 'Ann', identityType: 'name' };
    expect((await of({ identifier: [entry] })).name).toBeNull();
    expect((await of({ identifier: [entry, named] })).name).toBe('Ann');
  });
});

describe('the recipient of an Open Badge', () => {
  const identifiedBy = async (identifier: Json) =>
    (await readOne(ob3({ credentialSubject: subject({ identifier }) }))).recipient;

  test('identifiers keep type, hash and salt as written', async () => {
    const identifier = {
      type: 'IdentityObject',
      hashed: true,
      identityHash: 'sha256$AB',
      identityType: 'emailAddress',
      salt: 'sea',
    };
    expect((await identifiedBy(identifier)).identifiers).toEqual([
      { identityType: 'emailAddress', identity: 'sha256$AB', hashed: true, salt: 'sea' },
    ]);
  });

  test('subjects with different ids are nobody in particular', async () => {
    const both = [subject({ id: 'did:example:a' }), subject({ id: 'did:example:b' })];
    expect((await readOne(ob3({ credentialSubject: both }))).recipient.id).toBeNull();
  });

  test('identifiers of no stated type, and of no text, are none', async () => {
    const identifier = [
      { identityHash: 'ann@example.org', hashed: false, identityType: 'emailAddress' },
      { identityHash: 'bob@example.org', hashed: false },
      { identityHash: 'eve@example.org', hashed: false, identityType: 7 },
      { identityHash: 7, hashed: false, identityType: 'emailAddress' },
    ];
    const { identifiers } = await identifiedBy(identifier);
    expect(identifiers.map(({ identity }) => identity)).toEqual(['ann@example.org']);
  });

  test('a salt that is empty is none', async () => {
    const saltOf = async (salt: string) =>
      (await identifiedBy([{ identityHash: 'a', hashed: true, identityType: 'name', salt }])).identifiers[0]
        ?.salt;
    expect([await saltOf('sea'), await saltOf('')]).toEqual(['sea', null]);
  });

  test('a hashed name is not shown as a name', async () => {
    const entry = { type: 'IdentityObject', identityHash: 'Ann', identityType: 'name' };
    const nameOf = async (hashed: boolean) => (await identifiedBy([{ ...entry, hashed }])).name;
    expect([await nameOf(false), await nameOf(true)]).toEqual(['Ann', null]);
  });
});
