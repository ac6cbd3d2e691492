import { describe, expect, test } from 'vitest';
import { composeOb2 } from '../../src/credential/ob2.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import { badgeClass, issuer, ob2 } from '../build/samples.ts';
import { defectsOf, readOne } from './reading.ts';

const compose = (
  override: JsonObject = {},
  badge: JsonObject | null = badgeClass(),
  profile: JsonObject | null = issuer(),
) => {
  const composed = composeOb2({ assertion: ob2(override), badge, issuer: profile, retrievedFrom: null });
  if (!composed.ok) throw new Error(composed.problem.code);
  return composed.value;
};

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

  test('a revoked assertion needs its id, and a profile its class', async () => {
    expect(await defectsOf({ ...ob2({ revoked: true }), badge: undefined as never })).toEqual([]);
    const named = (type: Json) =>
      defectsOf(ob2({ badge: badgeClass({ issuer: { id: 'https://i.example', type, name: 'I' } }) }));
    expect(await named(['Profile', 'schema:Organization'])).toEqual([]);
    expect(await named(['Profile', 'Organization'])).toEqual(['type-unknown /badge/issuer/type']);
  });

  test('the older ones of an alignment are read where the newer ones are absent', async () => {
    const alignment = [
      { name: 'Baking', url: 'https://skills.example.org/baking', description: 'Heats dough.' },
    ];
    const [only] = (await readOne(ob2({ badge: badgeClass({ alignment }) }))).achievements;
    expect(only?.alignments).toEqual([
      {
        name: 'Baking',
        url: 'https://skills.example.org/baking',
        framework: null,
        code: null,
        description: 'Heats dough.',
        type: null,
      },
    ]);
  });
});

describe('an assertion', () => {
  test('is composed of nothing else', () => {
    for (const assertion of [badgeClass(), issuer(), {}]) {
      const composed = composeOb2({ assertion, badge: null, issuer: null, retrievedFrom: null });
      expect(composed.ok ? 'ok' : composed.problem.code).toBe('no-credential-found');
    }
  });

  test('that says nothing of its verification is given no word for it', async () => {
    const { verification: _verification, ...unverified } = ob2();
    expect((await readOne(unverified)).assembled).toStrictEqual(unverified);
  });

  test('brings badge and issuer along, with what they say and who endorses them', async () => {
    const endorsement = (id: string): JsonObject => ({ type: 'Endorsement', id });
    const by = issuer({ endorsement: endorsement('urn:e:issuer') });
    const badge = badgeClass({ issuer: by, endorsement: endorsement('urn:e:badge') });
    const read = await readOne(ob2({ badge, endorsement: endorsement('urn:e:all') }));
    expect(read.issuer.name).toBe('Example Bakery');
    expect(read.endorsements.map(({ at, about }) => [at, about])).toEqual([
      ['/endorsement', [ob2().id, badge.id, by.id]],
      ['/badge/endorsement', [badge.id]],
      ['/badge/issuer/endorsement', [by.id]],
    ]);
    expect(read.achievements[0]?.evidence).toEqual([]);
  });

  test.each<[string, JsonObject, readonly Json[]]>([
    ['hashed in words', { type: 'email', hashed: 'true', identity: 'sha256$0a' }, [['sha256$0a', true]]],
    ['of no text', { type: 'email', hashed: false, identity: 7 }, []],
  ])('for an identity %s', async (_, recipient, expected) => {
    const { recipient: read } = await readOne(ob2({ recipient }));
    expect(read.identifiers.map(({ identity, hashed }) => [identity, hashed])).toEqual(expected);
  });

  test('whose hash is missing is told that once', async () => {
    expect(await defectsOf(ob2({ recipient: { type: 'email', hashed: true } }))).toEqual([
      'member-missing /recipient/identity',
    ]);
  });
});

describe('the parts of an assertion', () => {
  test('are one tree, with what was fetched in the place of its address', () => {
    const badge = badgeClass({ issuer: 'https://badges.example.org/issuer' });
    expect(compose({}, badge, issuer()).assembled).toEqual(ob2({ badge: { ...badge, issuer: issuer() } }));
    expect(compose({}, badge, null).assembled).toEqual(ob2({ badge }));
    expect(compose({}, null, issuer()).assembled).toEqual(ob2());
  });

  test('keep a revocation list without an address, which the badge may be in', () => {
    expect(compose({}, null, issuer({ revocationList: 7 })).statuses).toStrictEqual([
      { type: 'RevocationList', json: { type: 'RevocationList' }, at: '/badge/issuer/revocationList' },
    ]);
  });

  test('beside a signature of no chain are a question of hosting', async () => {
    expect((await readOne(ob2({ signature: { type: ['Ed25519Signature2020'] } }))).securing).toBe('hosted');
    expect((await readOne(ob2({ signature: { type: ['MerkleProof2017'] } }))).securing).toBe('embedded');
  });

  test('have no salt where it is empty', async () => {
    const recipient = { type: 'email', hashed: true, salt: '', identity: `sha256$${'0a'.repeat(32)}` };
    expect((await readOne(ob2({ recipient }))).recipient.identifiers[0]?.salt).toBeNull();
  });

  test.each<[string, JsonObject, string]>([
    ['is not revoked and has no badge', { badge: null }, 'member-missing /badge'],
    ['is revoked and has a badge', { revoked: true, issuedOn: 'once' }, 'date-malformed /issuedOn'],
  ])('are all demanded of one that %s', async (_, member, expected) => {
    const { badge, ...rest } = ob2(member);
    expect(await defectsOf(badge === null ? rest : ({ badge, ...rest } as JsonObject))).toEqual([expected]);
  });
});

describe('the issuer of a badge of Open Badges 2.0', () => {
  const named = badgeClass({ issuer: 'https://badges.example.org/named' });
  const idOf = (profile: JsonObject | null) => compose({}, named, profile).issuer.id;

  test('goes by the id that its profile states, and by the address that names it until there is one', () => {
    expect(idOf(issuer({ id: 'https://badges.example.org/stated' }))).toBe(
      'https://badges.example.org/stated',
    );
    expect(idOf(null)).toBe('https://badges.example.org/named');
  });
});
