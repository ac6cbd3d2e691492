import { describe, expect, test } from 'vitest';
import { composeOb2 } from '../../src/credential/ob2.ts';
import { readCredential } from '../../src/credential/read.ts';
import { readText } from '../../src/credential/text.ts';
import { encodeBase64url } from '../../src/encoding/base64url.ts';
import { utf8 } from '../../src/encoding/text.ts';
import type { JsonObject } from '../../src/json.ts';
import {
  achievement,
  badgeClass,
  defectsOf,
  issuer,
  ob2,
  ob3,
  ob05,
  readOne,
  subject,
  vc,
} from './samples.ts';

const compose = (override: JsonObject = {}, badge: JsonObject | null = badgeClass(), profile = issuer()) => {
  const composed = composeOb2({ assertion: ob2(override), badge, issuer: profile, retrievedFrom: null });
  if (!composed.ok) throw new Error(composed.problem.code);
  return composed.value;
};

describe('Open Badges 3.0', () => {
  test('a whole one has no defects', async () => {
    expect(await defectsOf(ob3())).toEqual([]);
  });

  test('is called what its achievement is called, not what its recipient is called', async () => {
    expect((await readOne(ob3({ name: 'Ada Learner' }))).name).toBe('Bread Baking');
    expect(
      (await readOne(ob3({ name: 'Kitchen', credentialSubject: subject({ achievement: [] }) }))).name,
    ).toBe('Kitchen');
  });

  test('several achievements are all read, and none of them names the whole', async () => {
    const two = [achievement(), achievement({ name: 'Cake' })];
    const credential = await readOne(
      ob3({ name: 'Kitchen', credentialSubject: subject({ achievement: two }) }),
    );
    expect(credential.achievements.map(({ name }) => name)).toEqual(['Bread Baking', 'Cake']);
    expect(credential.name).toBe('Kitchen');
  });

  test('identifiers keep type, hash and salt as written', async () => {
    const identifier = {
      type: 'IdentityObject',
      hashed: true,
      identityHash: 'sha256$AB',
      identityType: 'emailAddress',
      salt: 'sea',
    };
    const { recipient } = await readOne(ob3({ credentialSubject: subject({ identifier }) }));
    expect(recipient.identifiers).toEqual([
      { identityType: 'emailAddress', identity: 'sha256$AB', hashed: true, salt: 'sea' },
    ]);
  });

  test('subjects with different ids are nobody in particular', async () => {
    const both = [subject({ id: 'did:example:a' }), subject({ id: 'did:example:b' })];
    expect((await readOne(ob3({ credentialSubject: both }))).recipient.id).toBeNull();
  });

  test('a result is read with its description and its level', async () => {
    const described = achievement({
      resultDescription: {
        id: 'urn:r',
        type: 'ResultDescription',
        name: 'Crust',
        rubricCriterionLevel: { id: 'urn:l', type: 'RubricCriterionLevel', name: 'Golden' },
      },
    });
    const result = { type: 'Result', resultDescription: 'urn:r', achievedLevel: 'urn:l', value: '9' };
    const credential = await readOne(ob3({ credentialSubject: subject({ achievement: described, result }) }));
    expect(credential.achievements[0]?.results).toEqual([
      { name: 'Crust', value: '9', status: null, achievedLevel: 'Golden' },
    ]);
  });

  test('skills, tags, evidence, creator and criteria are read', async () => {
    const rich = achievement({
      alignment: {
        type: 'Alignment',
        targetName: 'Dough',
        targetUrl: 'https://skills.example/d',
        targetFramework: 'Baking',
      },
      tag: ['bread'],
      creator: { id: 'did:example:creator', type: 'Profile', name: 'Guild' },
      criteria: { id: 'https://issuer.example.org/criteria', narrative: 'Bake.' },
      image: { id: 'https://issuer.example.org/a.png', type: 'Image' },
    });
    const evidence = [{ id: 'https://loaf.example', type: 'Evidence', narrative: 'My loaf' }];
    const credential = await readOne(ob3({ credentialSubject: subject({ achievement: rich }), evidence }));
    expect(credential.achievements[0]).toMatchObject({
      alignments: [{ name: 'Dough', url: 'https://skills.example/d', framework: 'Baking' }],
      tags: ['bread'],
      creator: { id: 'did:example:creator', name: 'Guild' },
      criteria: { id: 'https://issuer.example.org/criteria', narrative: 'Bake.' },
      evidence: [{ id: 'https://loaf.example', narrative: 'My loaf' }],
    });
    expect(credential.image).toBe('https://issuer.example.org/a.png');
  });

  test('members that no format defines are shown nowhere', async () => {
    const stray = achievement({ title: 'Doctor', displayName: 'Doctor', tagLine: 'Doctor' });
    const credential = await readOne(
      ob3({ title: 'Doctor', credentialSubject: subject({ achievement: stray }) }),
    );
    const { source: _, ...shown } = credential;
    expect(JSON.stringify(shown)).not.toContain('Doctor');
  });

  test('VCDM 1.1 dates are its dates', async () => {
    const { validFrom: _from, validUntil: _until, ...rest } = ob3();
    const old = await readOne({
      ...rest,
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
      ],
      issuanceDate: '2026-01-15T00:00:00Z',
      expirationDate: '2027-01-15T00:00:00Z',
    });
    expect([old.vcdm, old.validFrom?.text, old.validUntil?.text, old.defects]).toEqual([
      '1.1',
      '2026-01-15T00:00:00Z',
      '2027-01-15T00:00:00Z',
      [],
    ]);
  });

  test('status entries come with their places', async () => {
    const entry = { id: 'https://s.example/1#4', type: 'BitstringStatusListEntry' };
    const one = await readOne(ob3({ credentialStatus: entry }));
    const two = await readOne(ob3({ credentialStatus: [entry, { ...entry, type: 'Other' }] }));
    expect(one.statuses.map(({ at }) => at)).toEqual(['/credentialStatus']);
    expect(two.statuses.map(({ at, type }) => [at, type])).toEqual([
      ['/credentialStatus/0', 'BitstringStatusListEntry'],
      ['/credentialStatus/1', 'Other'],
    ]);
  });

  test('endorsements of credential, issuer and achievement are kept, JSON and JWT', async () => {
    const of = (id: string) => vc({ id, type: ['VerifiableCredential', 'EndorsementCredential'] });
    const credential = await readOne(
      ob3({
        endorsement: of('urn:e:1'),
        endorsementJwt: ['a.b.c'],
        issuer: { id: 'https://i.example', type: 'Profile', endorsement: [of('urn:e:2')] },
        credentialSubject: subject({ achievement: achievement({ endorsement: [of('urn:e:3')] }) }),
      }),
    );
    const ids = credential.endorsements.map(({ value, at }) => [
      typeof value === 'string' ? value : value.id,
      at,
    ]);
    expect(ids).toEqual([
      ['urn:e:1', '/endorsement'],
      ['a.b.c', '/endorsementJwt/0'],
      ['urn:e:2', '/issuer/endorsement/0'],
      ['urn:e:3', '/credentialSubject/achievement/endorsement/0'],
    ]);
  });

  test('an endorsement may be about what carries it; that of the whole about all that is in it', async () => {
    const ISSUER = 'https://issuer.example.org/profile';
    const OURS = 'https://issuer.example.org/achievements/1';
    const of = (id: string) => vc({ id, type: ['VerifiableCredential', 'EndorsementCredential'] });
    const creator = { id: 'https://c.example', type: 'Profile', endorsement: of('urn:e:4') };
    const credential = await readOne(
      ob3({
        endorsement: of('urn:e:1'),
        issuer: { id: ISSUER, type: ['Profile'], name: 'n', endorsement: of('urn:e:2') },
        credentialSubject: [subject({ achievement: [achievement({ endorsement: of('urn:e:3'), creator })] })],
      }),
    );
    expect(credential.endorsements.map(({ at, about }) => [at, about])).toEqual([
      ['/endorsement', [ob3().id, ISSUER, OURS, 'https://c.example']],
      ['/issuer/endorsement', [ISSUER]],
      ['/credentialSubject/0/achievement/0/endorsement', [OURS]],
      ['/credentialSubject/0/achievement/0/creator/endorsement', ['https://c.example']],
    ]);
  });
});

/** A W3C credential of the data model 1.1. */
const old = (over: JsonObject): JsonObject => {
  const { validFrom, validUntil: _, ...rest } = vc({ validFrom: '2026-01-15T00:00:00Z' });
  const contexts = ['https://www.w3.org/2018/credentials/v1'];
  return { ...rest, '@context': contexts, issuanceDate: validFrom ?? '', ...over };
};

describe('a date that is none is never an absent one', () => {
  test.each<[string, JsonObject, string]>([
    ['an object', { validUntil: { year: 2020 } }, '{"year":2020}'],
    ['true', { expirationDate: true }, 'true'],
    ['empty', { validUntil: '' }, ''],
    [
      'a list of two',
      { validUntil: ['2020-01-01T00:00:00Z', '2040-01-01T00:00:00Z'] },
      '["2020-01-01T00:00:00Z","2040-01-01T00:00:00Z"]',
    ],
  ])('%s', async (_, over, text) => {
    expect((await readOne(old(over))).validUntil).toEqual({ text, instant: null });
  });

  test('and of two ends the first counts', async () => {
    const both = { expirationDate: '2026-02-01T00:00:00Z', validUntil: '2040-01-01T00:00:00Z' };
    expect((await readOne(old(both))).validUntil?.text).toBe('2026-02-01T00:00:00Z');
    const odd = { ...both, expirationDate: { year: 2020 } };
    expect((await readOne(old(odd))).validUntil?.instant).toBeNull();
  });
});

describe('defects of W3C credentials', () => {
  test.each<[string, JsonObject, string]>([
    ['no issuer', ob3({ issuer: null }), 'member-missing /issuer'],
    ['an issuer that is no address', ob3({ issuer: 'Academy' }), 'member-malformed /issuer'],
    ['no subject', ob3({ credentialSubject: null }), 'member-missing /credentialSubject'],
    [
      'a wrong subject type',
      ob3({ credentialSubject: subject({ type: 'Person' }) }),
      'type-unknown /credentialSubject/type',
    ],
    [
      'nobody who earned it',
      ob3({ credentialSubject: subject({ id: null }) }),
      'member-missing /credentialSubject/id',
    ],
    [
      'only a name',
      ob3({ credentialSubject: subject({ id: null, name: 'Ada' }) }),
      'recipient-not-identified /credentialSubject/id',
    ],
    ['a date without a zone', ob3({ validFrom: '2026-01-15T00:00:00' }), 'date-malformed /validFrom'],
    ['a date that is a number', ob3({ validUntil: 1800000000 }), 'date-malformed /validUntil'],
    [
      'an end before the beginning',
      ob3({ validUntil: '2020-01-01T00:00:00Z' }),
      'dates-contradict /validUntil',
    ],
    [
      'a status without a type',
      ob3({ credentialStatus: [{ id: 'urn:x' }] }),
      'member-missing /credentialStatus/0/type',
    ],
    [
      'a schema without an id',
      ob3({ credentialSchema: { type: 'JsonSchema' } }),
      'member-missing /credentialSchema/id',
    ],
    [
      'an achievement without a name',
      ob3({ credentialSubject: subject({ achievement: achievement({ name: null }) }) }),
      'member-missing /credentialSubject/achievement/name',
    ],
    ['an old end that is a number', old({ expirationDate: 1800000000 }), 'date-malformed /expirationDate'],
    ['a beginning that is a number', old({ issuanceDate: 1700000000 }), 'date-malformed /issuanceDate'],
    ['an end that is an object', old({ validUntil: { year: 2020 } }), 'date-malformed /validUntil'],
    [
      'an end that is two',
      ob3({ validUntil: ['2026-02-01T00:00:00Z', '2030-01-01T00:00:00Z'] }),
      'date-malformed /validUntil',
    ],
    ['an old name for the end, malformed', ob3({ expirationDate: true }), 'date-malformed /expirationDate'],
    [
      'a status that is an address',
      ob3({ credentialStatus: 'https://a.example/1' }),
      'member-malformed /credentialStatus',
    ],
    ['a proof without a type', ob3({ proof: {} }), 'member-missing /proof/type'],
    ['an empty subject', vc({ credentialSubject: {} }), 'member-malformed /credentialSubject'],
  ])('%s has its place', async (_, content, defect) => {
    expect(await defectsOf(content)).toContain(defect);
  });

  test('a badge type is demanded of what is a badge in all but type', async () => {
    expect(await defectsOf(ob3({ type: ['VerifiableCredential'] }))).toEqual(['type-unknown /type']);
  });

  test('contexts out of order, of two data models, or that redefine terms are refused', async () => {
    const [base, ob] = ob3()['@context'] as readonly string[];
    const contexts = (...list: readonly unknown[]) => defectsOf(ob3({ '@context': list as string[] }));
    expect(await contexts(ob, base)).toEqual(['context-order /@context/0']);
    expect(await contexts(base, ob, 'https://www.w3.org/2018/credentials/v1')).toEqual([
      'context-order /@context/2',
    ]);
    expect(await contexts(base, ob, { issuer: 'https://evil.example/issuer' })).toEqual([
      'json-ld-malformed /@context/2/issuer',
    ]);
    expect(await contexts(base, ob, { '@protected': true, a: 'urn:a' }, { a: 'urn:b' })).toEqual([
      'json-ld-malformed /@context/3/a',
    ]);
    expect(await contexts(base, ob, { mine: 'https://mine.example/' })).toEqual([]);
  });

  test('an unsigned credential may still lack its issuer', async () => {
    const { proof: _proof, issuer: _issuer, ...unsigned } = vc();
    expect(await defectsOf(unsigned)).toEqual([]);
    expect((await readOne(unsigned)).securing).toBe('none');
  });
});

describe('CLR 2.0', () => {
  const clr = (over: JsonObject, subjectOver: JsonObject = {}): JsonObject =>
    ob3({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
      ],
      type: ['VerifiableCredential', 'ClrCredential'],
      name: 'Transcript',
      credentialSubject: {
        id: 'did:example:a',
        type: ['ClrSubject'],
        verifiableCredential: [ob3()],
        ...subjectOver,
      },
      ...over,
    });
  const OURS = achievement().id as string;
  const association = (sourceId: string, targetId: string): JsonObject => ({
    type: 'Association',
    associationType: 'isParentOf',
    sourceId,
    targetId,
  });
  const token = `${encodeBase64url(utf8('{"alg":"ES256"}'))}.${encodeBase64url(
    utf8(
      JSON.stringify(
        ob3({ credentialSubject: subject({ achievement: achievement({ id: 'urn:in-a-token' }) }) }),
      ),
    ),
  )}.c2ln`;

  test('must have an id', async () => {
    expect(await defectsOf(clr({ id: null }))).toEqual(['member-missing /id']);
  });

  test('whose associations have both ends is whole', async () => {
    const own = [achievement({ id: 'urn:program' })];
    const inner = [ob3(), token];
    const associations = [association('urn:program', OURS), association(OURS, 'urn:in-a-token')];
    const whole = clr({}, { achievement: own, verifiableCredential: inner, association: associations });
    expect(await defectsOf(whole)).toEqual([]);
  });

  test('whose associations point nowhere is told so, with their places', async () => {
    const associations = [
      association(OURS, OURS),
      association('urn:nobody', OURS),
      association(OURS, 'urn:nothing'),
    ];
    expect(await defectsOf(clr({}, { association: associations }))).toEqual([
      'reference-dangling /credentialSubject/association/1/sourceId',
      'reference-dangling /credentialSubject/association/2/targetId',
    ]);
  });

  test('with a token that cannot be opened is not judged for where it points', async () => {
    const inner = { verifiableCredential: ['eyJ.eyJ.x'], association: [association('urn:nobody', OURS)] };
    expect(await defectsOf(clr({}, inner))).toEqual([]);
  });

  test('with an association without its ends does not conform', async () => {
    expect(await defectsOf(clr({}, { association: { type: 'Association', sourceId: OURS } }))).toEqual([
      'member-missing /credentialSubject/association/associationType',
      'member-missing /credentialSubject/association/targetId',
    ]);
  });

  test('what it carries stays as it came, JSON and tokens, to be read by itself', async () => {
    const clr = await readOne(
      ob3({
        '@context': [
          'https://www.w3.org/ns/credentials/v2',
          'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
        ],
        type: ['VerifiableCredential', 'ClrCredential'],
        name: 'Transcript',
        credentialSubject: {
          id: 'did:example:a',
          type: ['ClrSubject'],
          verifiableCredential: [ob3(), 'eyJ.eyJ.x'],
        },
      }),
    );
    expect([clr.format, clr.name, clr.contained, clr.defects]).toEqual([
      'clr2',
      'Transcript',
      [ob3(), 'eyJ.eyJ.x'],
      [],
    ]);
  });
});

describe('Open Badges 2.0', () => {
  test('assertion, badge and issuer make one credential', () => {
    const credential = compose({
      expires: '2027-05-01T10:00:00Z',
      evidence: 'https://loaf.example',
      narrative: 'Baked.',
    });
    expect(credential).toMatchObject({
      format: 'ob2',
      securing: 'hosted',
      id: 'https://badges.example.org/assertions/7',
      name: 'Bread Baking',
      issuer: { id: 'https://badges.example.org/issuer', name: 'Example Bakery' },
      validUntil: { text: '2027-05-01T10:00:00Z' },
      recipient: { identifiers: [{ identityType: 'email', hashed: true, salt: 'sea' }] },
      defects: [],
    });
    expect(credential.achievements[0]?.evidence.map(({ id, narrative }) => id ?? narrative)).toEqual([
      'Baked.',
      'https://loaf.example',
    ]);
  });

  test('`verify` is `verification` by another name', async () => {
    const { verification, ...rest } = ob2();
    expect(await defectsOf({ ...rest, verify: verification })).toEqual([]);
    expect(await defectsOf(rest)).toEqual(['member-missing /verification']);
  });

  test('a revocation list counts only where the issuer was given, never where it stands inline', async () => {
    const revocationList = 'https://badges.example.org/revoked';
    expect(compose({}, badgeClass(), issuer({ revocationList })).statuses.map(({ json }) => json.id)).toEqual(
      [revocationList],
    );
    const inline = await readOne(ob2({ badge: badgeClass({ issuer: issuer({ revocationList }) }) }));
    expect(inline.statuses).toEqual([]);
  });

  test.each<[string, JsonObject, string]>([
    ['a data: image', { image: 'data:image/png;base64,AA' }, 'member-malformed /image'],
    ['no recipient', { recipient: null }, 'member-missing /recipient'],
    [
      'no word on hashing',
      { recipient: { type: 'email', identity: 'a@b.example' } },
      'member-missing /recipient/hashed',
    ],
    [
      'an unknown hash',
      { recipient: { type: 'email', hashed: true, identity: '1337$ab' } },
      'member-malformed /recipient/identity',
    ],
    ['another type', { type: 'OtherAssertion' }, 'type-unknown /type'],
    ['an end before the beginning', { expires: '2020-01-01T00:00:00Z' }, 'dates-contradict /expires'],
    ['no such day', { issuedOn: '2024-04-31T00:00:00Z' }, 'date-malformed /issuedOn'],
  ])('%s is a defect', async (_, override, defect) => {
    expect(await defectsOf(ob2(override))).toEqual([defect]);
  });

  test('what is left of a revoked assertion is whole', async () => {
    const gone = await readOne({
      '@context': 'https://w3id.org/openbadges/v2',
      id: 'https://b.example/1',
      type: 'Assertion',
      revoked: true,
    });
    expect([gone.format, gone.id, gone.defects]).toEqual(['ob2', 'https://b.example/1', []]);
  });

  test('a Blockcert is secured by its own proof, not by a host', async () => {
    const certificate = await readOne(ob2({ signature: { type: ['MerkleProof2017', 'Extension'] } }));
    expect(certificate.source.securing).toBe('embedded');
  });
});

describe('Open Badges 0.5 to 1.1', () => {
  test('0.5 is upgraded: recipient, dates, issuer', async () => {
    const badge = await readOne(ob05());
    expect(badge).toMatchObject({
      format: 'ob1',
      name: 'Reveler',
      issued: { text: '2012-11-10' },
      issuer: { id: null, name: 'Old Example', url: 'https://old.example.org', email: 'old@example.org' },
      recipient: { identifiers: [{ identityType: 'email', hashed: true, salt: 'flour' }] },
      defects: [],
    });
  });

  test('a plain 0.5 recipient is an e-mail address without a salt', async () => {
    const badge = await readOne(ob05({ recipient: 'ada@example.org' }));
    expect(badge.recipient.identifiers).toEqual([
      { identityType: 'email', identity: 'ada@example.org', hashed: false, salt: null },
    ]);
  });

  test('1.0 lives where `verify.url` says, and its dates may be Unix seconds', async () => {
    const badge = await readOne({
      uid: 'abc',
      recipient: { type: 'email', identity: 'ada@example.org', hashed: false },
      badge: 'https://a.example/class',
      issuedOn: 1359217910,
      expires: '1459217910',
      verify: { type: 'hosted', url: 'https://a.example/1' },
    });
    expect([badge.format, badge.id, badge.issued?.instant, badge.validUntil?.instant, badge.defects]).toEqual(
      ['ob1', 'https://a.example/1', 1359217910000, 1459217910000, []],
    );
  });

  test("the address of a signed 1.0 assertion's key is not the assertion's id", async () => {
    const badge = await readOne({
      uid: 'abc',
      recipient: { type: 'email', identity: 'ada@example.org', hashed: false },
      badge: 'https://a.example/class',
      issuedOn: 1359217910,
      verify: { type: 'signed', url: 'https://a.example/key.pem' },
    });
    expect(badge.id).toBeNull();
  });

  test('a plain recipient in 1.0 is a defect, as it always was', async () => {
    const defects = await defectsOf({
      uid: '1',
      recipient: 'ada@example.org',
      badge: 'https://a.example/c',
      issuedOn: '2015-04-30',
      verify: { type: 'hosted', url: 'https://a.example/1' },
    });
    expect(defects).toEqual(['member-malformed /recipient']);
  });
});

describe('readText', () => {
  test('reads strings, value objects, language maps and lists of them', () => {
    expect(readText('Bread')).toBe('Bread');
    expect(readText({ '@value': 'Brot', '@language': 'de' })).toBe('Brot');
    expect(readText({ de: 'Brot', 'en-GB': 'Bread' })).toBe('Bread');
    expect(readText({ de: 'Brot', fr: 'Pain' }, ['fr'])).toBe('Pain');
    expect(readText([{ '@value': 'Brot', '@language': 'de' }, 'Bread'])).toBe('Bread');
    expect(readText({ id: 'https://x.example', type: 'Image' })).toBeNull();
    expect(readText(null)).toBeNull();
  });
});

test('a credential inside another is read the same way, from JSON or a token', () => {
  expect(readCredential(ob3(), null).ok).toBe(true);
  expect(readCredential('no token', null).ok).toBe(false);
});
