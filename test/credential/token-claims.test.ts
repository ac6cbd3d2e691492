import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isHostedReference } from '../../src/credential/hosted-reference.ts';
import type { EnvelopingSource } from '../../src/credential/model.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import { badgeClass, clr, ob2, ob3, token, V1, V2, vc, without } from '../build/samples.ts';
import { codeOf, defectsOf, readOne } from './reading.ts';

const { proof: _proof, ...card } = vc();
const { proof: _other, ...badge } = ob3();
const SD = { alg: 'ES256', typ: 'dc+sd-jwt' };
const VCT = 'https://x.example/card';

const sourceOf = async (text: string): Promise<EnvelopingSource> => {
  const { source } = await readOne(text);
  if (source.securing !== 'enveloping') throw new Error(source.securing);
  return source;
};
const documentOf = async (payload: JsonObject): Promise<JsonObject> =>
  (await sourceOf(token(payload))).document;

describe('what a credential says itself', () => {
  const claim: JsonObject = {
    ...card,
    '@context': [V1],
    id: 'urn:card:1',
    issuer: { id: 'did:example:library', name: 'Library' },
    credentialSubject: { id: 'did:example:reader' },
  };
  const claims = {
    iss: 'did:example:other',
    sub: 'did:example:thief',
    jti: 'urn:card:2',
    nbf: 1_600_000_000,
  };

  test.each<[string, JsonObject]>([
    ['its issuance', { issuanceDate: '2020-01-01T00:00:00Z' }],
    ['its beginning', { validFrom: '2020-01-01T00:00:00Z' }],
  ])('of issuer, holder, id and %s is what the claims beside it do not change', async (_, date) => {
    const vc = { ...claim, ...date };
    expect(await documentOf({ ...claims, vc })).toEqual(vc);
  });

  test('of who holds a presentation is not changed either', async () => {
    const vp = { '@context': [V1], type: ['VerifiablePresentation'], id: 'urn:p:1', holder: 'did:example:a' };
    expect(await documentOf({ ...claims, vp })).toEqual(vp);
  });

  test('of several subjects, or of none, is not made into one', async () => {
    const { credentialSubject: _subject, ...nobody } = claim;
    const many = { ...nobody, credentialSubject: [{ name: 'Ann' }, { name: 'Ben' }] };
    const sub = 'did:example:thief';
    expect(await documentOf({ sub, vc: many })).toEqual(many);
    expect(await documentOf({ sub, vc: nobody })).toEqual(nobody);
  });
});

describe('the id that a token gives', () => {
  test('is one of its credential where it is an address, and else one of the token alone', async () => {
    const { id: _id, ...vc } = card;
    const vp = { '@context': [V1], type: ['VerifiablePresentation'] };
    for (const whole of [{ vc }, { vp }]) {
      const idFrom = async (jti: string) => (await documentOf({ ...whole, jti })).id;
      expect(await idFrom('urn:card:2')).toBe('urn:card:2');
      expect(await idFrom('020044ed-392b-4b20-8fcc-c81acd643b78')).toBe(undefined);
      expect(await idFrom('card:')).toBe(undefined);
    }
  });
});

describe('the subject that a token gives', () => {
  test('is that of its credential where it is an address, and else a name for the token alone', async () => {
    const vc = { ...card, credentialSubject: { name: 'Ann' } };
    const subjectOf = async (sub: string) => (await documentOf({ sub, vc })).credentialSubject;
    expect(await subjectOf('did:example:ann')).toEqual({ id: 'did:example:ann', name: 'Ann' });
    expect(await subjectOf('412814486332899338')).toEqual({ name: 'Ann' });
    expect(await subjectOf('Lovelace: Ann')).toEqual({ name: 'Ann' });
  });
});

describe('the beginning that a token gives', () => {
  const { validFrom: _from, ...undated } = card;
  const begun = async (context: string, claims: JsonObject) => {
    const { issuanceDate = null } = await documentOf({
      ...claims,
      vc: { ...undated, '@context': [context] },
    });
    return issuanceDate;
  };

  test('is the moment of its issue where the first data model wants one and `nbf` is left out', async () => {
    const issued = { iat: 1_700_000_000 };
    expect(await begun(V1, issued)).toBe('2023-11-14T22:13:20.000Z');
    expect(await begun(V1, { ...issued, nbf: 1_600_000_000 })).toBe('2020-09-13T12:26:40.000Z');
    expect(await begun(V2, issued)).toBe(null);
  });

  test('makes a credential of the first data model whole', async () => {
    const vc = { ...undated, '@context': [V1] };
    expect(await defectsOf(token({ iss: 'did:example:library', iat: 1_700_000_000, vc }))).toEqual([]);
    expect(await defectsOf(token({ iss: 'did:example:library', vc }))).toEqual([
      'member-missing /issuanceDate',
    ]);
  });
});

describe('claims that are no texts', () => {
  test.each<[string, JsonObject]>([
    ['numbers', { iss: 7, sub: 7, jti: 7 }],
    ['not there', {}],
  ])('say nothing of a credential, being %s', async (_, claims) => {
    const anonymous: JsonObject = { ...card, credentialSubject: { name: 'Ann' } };
    const { issuer: _issuer, ...vc } = anonymous;
    const vp = { '@context': [V1], type: ['VerifiablePresentation'] };
    expect(await documentOf({ ...claims, vc })).toStrictEqual(vc);
    expect(await documentOf({ ...claims, vp })).toStrictEqual(vp);
  });

  test('of null stand beside a credential without contradicting it', async () => {
    expect(await defectsOf(token({ ...badge, vc: null, vp: null }))).toEqual([]);
  });
});

describe('the end that a token gives', () => {
  const { validFrom: _from, ...undated } = card;
  test.each<[string, JsonObject, string]>([
    ['a beginning', { validFrom: '2020-01-01T00:00:00Z' }, 'validUntil'],
    ['no date', {}, 'validUntil'],
    [
      'the dates of both data models',
      { validFrom: '2020-01-01T00:00:00Z', issuanceDate: '2020-01-01T00:00:00Z' },
      'validUntil',
    ],
    ['an issuance', { issuanceDate: '2020-01-01T00:00:00Z' }, 'expirationDate'],
  ])('to a credential with %s has the name that goes with it', async (_, dates, name) => {
    const vc = { ...undated, ...dates };
    expect(await documentOf({ vc, exp: 4_000_000_000 })).toEqual({
      ...vc,
      [name]: '2096-10-02T07:06:40.000Z',
    });
  });
});

describe('an SD-JWT', () => {
  test('is none by its vct alone, to which milder rules would apply', async () => {
    expect((await sourceOf(token({ ...card, vct: VCT }))).flavour).toBe('vc-jwt');
    expect(await codeOf(token({ vct: VCT, iss: 'https://i.example' }))).toBe('no-credential-found');
  });

  test('that says neither what it is nor anything that we know is no credential', async () => {
    expect(await codeOf(`${token({ iss: 'https://i.example' }, SD)}~`)).toBe('no-credential-found');
  });

  test('with a whole W3C credential in it is read as that, whatever else it is called', async () => {
    const read = await readOne(`${token({ ...card, vct: VCT }, SD)}~`);
    expect([read.vcdm, read.issuer.id]).toEqual(['2.0', 'did:example:library']);
  });

  test.each<[string, Json, readonly string[]]>([
    ['that is a number', 7, ['member-malformed /iss']],
    // SD-JWT VC §3.2.2.2: "optional", where a certificate names the issuer.
    ['that is missing', undefined as never, []],
  ])('with an issuer or a subject %s has none', async (_, one, defects) => {
    const read = await readOne(`${token({ vct: VCT, iss: one, sub: one }, SD)}~`);
    expect([read.issuer.id, read.recipient.id]).toEqual([null, null]);
    expect(read.defects.map(({ code, at }) => `${code} ${at}`)).toEqual(defects);
  });

  test('shows no disclosed member in the place of an element', async () => {
    const disclosure = Buffer.from(JSON.stringify(['salt', 'name', 'Ada'])).toString('base64url');
    const digest = createHash('sha256').update(disclosure).digest('base64url');
    const text = `${token({ vct: VCT, iss: 'https://i.example', list: [{ '...': digest }] }, SD)}~${disclosure}~`;
    expect((await sourceOf(text)).document.list).toEqual([]);
  });
});

describe('the status that a token names', () => {
  const status_list = { idx: 1, uri: 'https://l.example' };

  test('is read from beside the credential in its claim', async () => {
    const { statuses } = await readOne(token({ vc: card, status: { status_list } }));
    expect(statuses).toEqual([{ type: 'TokenStatusList', json: status_list, at: '/status/status_list' }]);
  });

  test('is none where it is a word of the issuer beside a W3C credential', async () => {
    const typ = { alg: 'ES256', typ: 'vc+jwt' };
    expect((await readOne(token({ ...card, status: 'active' }, typ))).statuses).toEqual([]);
    expect((await readOne(token({ ...card, status: { mood: 'good' } }, typ))).statuses).toEqual([]);
    expect((await readOne(token({ ...card, status: ['active', 'paid'] }, typ))).statuses).toEqual([]);
  });

  test('is told where its mechanism is one that nobody knows', async () => {
    const status = { ledger: { at: 'https://l.example' }, mood: 'good' };
    for (const payload of [
      { ...card, status },
      { vc: card, status },
    ])
      expect((await readOne(token(payload, { alg: 'ES256', typ: 'vc+jwt' }))).statuses).toEqual([
        { type: 'ledger', json: { at: 'https://l.example' }, at: '/status/ledger' },
      ]);
  });

  test('is one that says nothing readable where it is no object', async () => {
    const status = { status_list: 7 };
    for (const one of [
      `${token({ vct: VCT, status }, SD)}~`,
      token({ ...card, status }, { alg: 'ES256', typ: 'vc+jwt' }),
    ])
      expect((await readOne(one)).statuses).toEqual([
        { type: 'TokenStatusList', json: {}, at: '/status/status_list' },
      ]);
  });
});

describe('a token', () => {
  test('with an empty credential in it is no address of a record, and no SD-JWT VC', async () => {
    const read = await readOne(token({ vc: {} }));
    expect([isHostedReference(read), read.format, read.securing]).toEqual([false, 'vc', 'enveloping']);
  });

  test('around an assertion is what secures it, even beside a proof on a chain', async () => {
    const signature = { type: ['MerkleProof2017'] };
    expect((await readOne(token(ob2({ signature })))).securing).toBe('enveloping');
  });
});

describe('tokens', () => {
  const vct = { vct: VCT, iss: 'https://i.example' };

  test('a ~ behind one that is an SD-JWT by its claims makes it one, and behind a VC-JWT nothing', async () => {
    const flavour = async (text: string) => {
      const { source } = await readOne(text);
      return source.securing === 'enveloping' && source.flavour;
    };
    expect(await flavour(`${token(vct)}~`)).toBe('sd-jwt-vc');
    expect(await flavour(`${token({ ...badge, _sd_alg: 'sha-256' })}~`)).toBe('sd-jwt-vc');
    expect(await flavour(`${token(badge)}~`)).toBe('vc-jwt');
  });

  test('a signed definition is nobody’s award', async () => {
    expect(await codeOf(token(badgeClass()))).toBe('no-credential-found');
  });

  test('exp ends a badge and a record of many, and no other credential that stands in the payload', async () => {
    const exp = 1_900_000_000;
    const end = async (payload: JsonObject) =>
      (await readOne(token({ ...without(payload, 'validUntil', 'proof'), exp }))).validUntil?.instant ?? null;
    expect(await end(ob3())).toBe(exp * 1000);
    expect(await end(clr())).toBe(exp * 1000);
    expect(await end(vc())).toBe(null);
  });

  test('iss is the issuer of a vc claim that names none, or null', async () => {
    const inner = { ...without(vc(), 'proof'), '@context': [V1] };
    for (const issuer of [undefined, null]) {
      const claim = { ...inner, issuer } as unknown as Json;
      expect((await readOne(token({ iss: 'did:example:i', vc: claim }))).issuer.id).toBe('did:example:i');
    }
  });

  test('an SD-JWT VC is known by its jti, and its beginning by nbf alone', async () => {
    const claims = { ...vct, jti: 'urn:j', iat: 1_700_000_000, nbf: 1_800_000_000 };
    const read = await readOne(token(claims, SD));
    expect([read.id, read.issued?.instant, read.validFrom?.instant]).toEqual([
      'urn:j',
      1_700_000_000_000,
      1_800_000_000_000,
    ]);
    const later = await readOne(token(without(claims, 'nbf', 'jti'), SD));
    // `iat` is when it was issued: where a holder shows that alone, a later beginning may be kept back.
    expect([later.id, later.issued?.instant, later.validFrom]).toEqual([null, 1_700_000_000_000, null]);
  });
});
