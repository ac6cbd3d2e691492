import { describe, expect, test } from 'vitest';
import { readDataUrl } from '../../src/credential/data-url.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import { bakePng } from '../build/bake.ts';
import { badgeClass, codeOf, defectsOf, ob2, ob3, read, readOne, subject, token, vc } from './samples.ts';

const without = (value: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
const { proof: _proof, ...bare } = ob3();

describe('data: addresses', () => {
  test.each<[string, string | null, string | null, string | null]>([
    ['data:,a%20b', 'a b', null, null],
    ['data:text/plain;charset=utf-16;x=1,a', 'a', 'text/plain', 'utf-16'],
    ['data:text/plain; charset=latin1,a', 'a', 'text/plain', 'latin1'],
    ['data:text/plain;base64,YQ%3D%3D', 'a', 'text/plain', null],
    ['data:;base64 ,Y Q==', 'a', null, null],
    ['data:text/plain;base64x,YQ==', 'YQ==', 'text/plain', null],
    ['data:text/plain', null, null, null],
    ['data:text/plain,%', null, null, null],
    ['data:text/plain;base64,!', null, null, null],
  ])('%s carries %j', (url, text, contentType, charset) => {
    const data = readDataUrl(url);
    expect(data.ok ? new TextDecoder().decode(data.value.bytes) : null).toBe(text);
    if (data.ok) expect([data.value.contentType, data.value.charset]).toEqual([contentType, charset]);
    else expect(data.problem.code).toBe('url-malformed');
  });

  test('one that cannot be opened is no credential, wherever it stands', async () => {
    expect(await codeOf('data:application/json;base64,!')).toBe('url-malformed');
  });

  test('in an answer of a server is what the page says, not where it is kept', async () => {
    const text = `data:application/json,${encodeURIComponent(JSON.stringify(ob2()))}`;
    const url = 'https://evil.example/page';
    expect(await codeOf(text, { url, origin: 'fetched' })).toBe('ok');
    const only = await readOne(text);
    expect(only.source.securing === 'hosted' && only.source.retrievedFrom).toBe(null);
  });
});

describe('sizes', () => {
  const padded = (letters: number): JsonObject => ob3({ description: 'x'.repeat(letters) });
  test('one credential may be large, and one that carries others larger', async () => {
    expect(await codeOf(JSON.stringify(padded(1_000_000)))).toBe('ok');
    expect(await codeOf(JSON.stringify(padded(2_200_000)))).toBe('json-too-large');
    const carrier = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [padded(1_200_000), padded(1_200_000)],
    };
    expect(await codeOf(JSON.stringify(carrier))).toBe('ok');
  });
});

describe('tokens', () => {
  const vct = { vct: 'https://x.example/t', iss: 'https://i.example' };

  test('a ~ behind one that is an SD-JWT by its claims makes it one, and behind a VC-JWT nothing', async () => {
    const flavour = async (text: string) => {
      const { source } = await readOne(text);
      return source.securing === 'enveloping' && source.flavour;
    };
    expect(await flavour(`${token(vct)}~`)).toBe('sd-jwt-vc');
    expect(await flavour(`${token({ ...bare, _sd_alg: 'sha-256' })}~`)).toBe('sd-jwt-vc');
    expect(await flavour(`${token(bare)}~`)).toBe('vc-jwt');
  });

  test('a signed definition is nobody’s award', async () => {
    expect(await codeOf(token(badgeClass()))).toBe('no-credential-found');
  });

  test('exp ends a badge and a record of many, and no other credential that stands in the payload', async () => {
    const exp = 1_900_000_000;
    const end = async (payload: JsonObject) =>
      (await readOne(token({ ...without(payload, 'validUntil', 'proof'), exp }))).validUntil?.instant ?? null;
    const clr: JsonObject = {
      ...vc(),
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
      ],
      type: ['VerifiableCredential', 'ClrCredential'],
      credentialSubject: { id: 'did:example:s', type: ['ClrSubject'], verifiableCredential: [] },
    };
    expect(await end(ob3())).toBe(exp * 1000);
    expect(await end(clr)).toBe(exp * 1000);
    expect(await end(vc())).toBe(null);
  });

  test('iss is the issuer of a vc claim that names none, or null', async () => {
    const inner = { ...without(vc(), 'proof'), '@context': ['https://www.w3.org/2018/credentials/v1'] };
    for (const issuer of [undefined, null]) {
      const claim = { ...inner, issuer } as unknown as Json;
      expect((await readOne(token({ iss: 'did:example:i', vc: claim }))).issuer.id).toBe('did:example:i');
    }
  });

  test('an SD-JWT VC is known by its jti, and its beginning by nbf before iat', async () => {
    const claims = { ...vct, jti: 'urn:j', iat: 1_700_000_000, nbf: 1_800_000_000 };
    const read = await readOne(token(claims, { alg: 'ES256', typ: 'dc+sd-jwt' }));
    expect([read.id, read.issued?.instant, read.validFrom?.instant]).toEqual([
      'urn:j',
      1_700_000_000_000,
      1_800_000_000_000,
    ]);
    const later = await readOne(token(without(claims, 'nbf', 'jti'), { alg: 'ES256', typ: 'dc+sd-jwt' }));
    expect([later.id, later.validFrom?.instant]).toEqual([null, 1_700_000_000_000]);
  });
});

describe('texts and identifiers', () => {
  test('a language map may have an entry without a language', async () => {
    const name = { '@none': 'Bread', en: 'Bread' };
    const of = async (value: Json) => (await readOne(ob2({ badge: badgeClass({ name: value }) }))).name;
    expect(await of(name)).toBe('Bread');
  });

  test('identifiers of no stated type, and of no text, are none', async () => {
    const identifier = [
      { identityHash: 'ann@example.org', hashed: false, identityType: 'emailAddress' },
      { identityHash: 'bob@example.org', hashed: false },
      { identityHash: 'eve@example.org', hashed: false, identityType: 7 },
      { identityHash: 7, hashed: false, identityType: 'emailAddress' },
    ];
    const { recipient } = await readOne(ob3({ credentialSubject: subject({ identifier }) }));
    expect(recipient.identifiers.map(({ identity }) => identity)).toEqual(['ann@example.org']);
  });

  test('a salt that is empty is none', async () => {
    const of = async (salt: string) => {
      const identifier = [{ identityHash: 'a', hashed: true, identityType: 'name', salt }];
      return (await readOne(ob3({ credentialSubject: subject({ identifier }) }))).recipient.identifiers[0]
        ?.salt;
    };
    expect([await of('sea'), await of('')]).toEqual(['sea', null]);
  });

  test('a hashed name is not shown as a name', async () => {
    const identifier = (hashed: boolean) => [
      { type: 'IdentityObject', identityHash: 'Ann', hashed, identityType: 'name' },
    ];
    const nameOf = async (hashed: boolean) =>
      (await readOne(ob3({ credentialSubject: subject({ identifier: identifier(hashed) }) }))).recipient.name;
    expect([await nameOf(false), await nameOf(true)]).toEqual(['Ann', null]);
  });
});

describe('what an issuer and an identity need', () => {
  const identity = { type: 'IdentityObject', hashed: false, identityHash: 'a', identityType: 'name' };
  test.each(['hashed', 'identityHash', 'identityType'])(
    'an identity without %s is a defect',
    async (name) => {
      const defects = await defectsOf(
        ob3({ credentialSubject: subject({ identifier: [without(identity, name)] }) }),
      );
      expect(defects).toEqual([`member-missing /credentialSubject/identifier/0/${name}`]);
    },
  );

  const entry = { type: 'IdentifierEntry', identifier: 'x', identifierType: 'ext:x' };
  test.each(['type', 'identifier', 'identifierType'])(
    'another identifier of the issuer without %s is a defect',
    async (name) => {
      const issuer = {
        id: 'https://issuer.example.org/p',
        name: 'I',
        otherIdentifier: [without(entry, name)],
      };
      expect(await defectsOf(ob3({ issuer }))).toEqual([`member-missing /issuer/otherIdentifier/0/${name}`]);
    },
  );

  test.each<[string, JsonObject, string]>([
    ['a holder without an id', { holder: { name: 'x' } }, 'member-missing /holder/id'],
    ['a holder that is no address', { holder: 'x' }, 'member-malformed /holder'],
    ['an id that is no address', { id: 'x' }, 'member-malformed /id'],
    ['terms of use without a type', { termsOfUse: [{}] }, 'member-missing /termsOfUse/0/type'],
    ['a proof without a type', { proof: [{}] }, 'member-missing /proof/0/type'],
    ['a number for a credential', { verifiableCredential: [7] }, 'member-malformed /verifiableCredential/0'],
    [
      'a credential without a type',
      { verifiableCredential: [{}] },
      'member-missing /verifiableCredential/0/type',
    ],
    [
      'an enveloped credential of another type',
      { verifiableCredential: [{ id: 'data:application/vc+jwt,eyJ', type: 'VerifiableCredential' }] },
      'type-unknown /verifiableCredential/0/type',
    ],
  ])('a presentation with %s has a defect', async (_, over, defect) => {
    const presentation = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      ...over,
    };
    const [first] = await read(presentation);
    expect(first?.defects.map(({ code, at }) => `${code} ${at}`)).toContain(defect);
  });
});

describe('what is left of older badges', () => {
  test('a revoked assertion needs its id, and a profile its class', async () => {
    expect(await defectsOf({ ...ob2({ revoked: true }), badge: undefined as never })).toEqual([]);
    const named = (type: Json) =>
      defectsOf(ob2({ badge: badgeClass({ issuer: { id: 'https://i.example', type, name: 'I' } }) }));
    expect(await named(['Profile', 'schema:Organization'])).toEqual([]);
    expect(await named(['Profile', 'Organization'])).toEqual(['type-unknown /badge/issuer/type']);
  });
});

describe('contexts that a document brings', () => {
  const with1 = (...contexts: readonly Json[]) =>
    defectsOf(ob3({ '@context': [...(ob3()['@context'] as readonly Json[]), ...contexts] as Json }));
  const mood = 'https://e.example/mood';

  test('may not say again otherwise what they have protected', async () => {
    const again = 'json-ld-malformed /@context/3/mood';
    expect(await with1({ mood: { '@id': mood, '@protected': true } }, { mood: `${mood}2` })).toEqual([again]);
    expect(await with1({ '@protected': true, mood }, { mood: `${mood}2` })).toEqual([again]);
    expect(await with1({ '@protected': true, mood }, { mood })).toEqual([]);
    expect(await with1({ mood }, { mood: `${mood}2` })).toEqual([]);
    expect(
      await with1({ '@protected': true, mood: { '@id': mood, '@protected': false } }, { mood: `${mood}2` }),
    ).toEqual([]);
  });
});

describe('baked images', () => {
  const PIXEL =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const png = (text: string): Uint8Array =>
    bakePng(Buffer.from(PIXEL, 'base64'), text, 'openbadgecredential');

  test('without a credential carry none, and one that cannot be read says why', async () => {
    expect(await codeOf(Buffer.from(PIXEL, 'base64'))).toBe('image-not-baked');
    expect(await codeOf(png('hello'))).toBe('no-credential-found');
    expect(await codeOf(png(JSON.stringify(ob3())))).toBe('ok');
    expect(await codeOf(png('http://[broken'))).toBe('no-credential-found');
  });
});
