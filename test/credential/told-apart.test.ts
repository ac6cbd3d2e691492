import { describe, expect, test } from 'vitest';
import { composeOb2 } from '../../src/credential/ob2.ts';
import { parse } from '../../src/credential/parse.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import {
  badgeClass,
  codeOf,
  defectsOf,
  document,
  issuer,
  ob2,
  ob3,
  ob05,
  read,
  readOne,
  vc,
} from './samples.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB1 = 'https://w3id.org/openbadges/v1';
const code = (json: Json): Promise<string> => codeOf(JSON.stringify(json));

describe('no award', () => {
  test.each<[string, Json]>([
    ['an address of a badge, and nothing besides', { badge: 'https://a.example/class' }],
    ['a revocation of nothing', { revoked: true }],
    ['a verification that names no address', { verify: { type: 'hosted' } }],
    ['a payload without a signature', { payload: 'e30' }],
    ['a signature without a payload', { signature: 'x' }],
    ['a list in a list', [[ob3()]]],
    ['a wrapper of what is none', { credentials: [null, 7, true] }],
  ])('is %s', async (_, json) => {
    expect(await code(json)).toBe('no-credential-found');
  });

  test('is a script that holds no data, whatever its text', async () => {
    const page = (type: string): string => `<script type="${type}">${JSON.stringify(ob3())}</script>`;
    expect(await codeOf(page('text/template'))).toBe('no-credential-found');
    expect(await codeOf(page('application/ld+json'))).toBe('ok');
  });

  test('is a badge, and that is said, whatever stands behind or within it', async () => {
    expect(await code([badgeClass(), {}])).toBe('definition-not-award');
    expect(await code(badgeClass({ credential: { name: 'Ann' } }))).toBe('definition-not-award');
  });
});

describe('an award', () => {
  test('is found in the profile that wraps it', async () => {
    expect((await read(issuer({ credentials: [ob3()] }))).map(({ format }) => format)).toEqual(['ob3']);
  });

  test.each<[string, JsonObject]>([
    ['by what it carries', { verifiableCredential: [vc()] }],
    ['by who holds it', { holder: 'did:example:a' }],
  ])('is a presentation of another type %s', async (_, member) => {
    const shown = await readOne({ '@context': [V2], type: ['Thing'], ...member });
    expect(shown.defects.map(({ code, at }) => `${code} ${at}`)).toEqual(['type-unknown /type']);
    expect([shown.issuer.id, shown.contained.length]).toEqual(
      'holder' in member ? ['did:example:a', 0] : [null, 1],
    );
  });

  test('is no Open Badge by half: its subject and its context must both say so', async () => {
    const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
    const earned = { id: 'did:example:a', type: ['AchievementSubject'] };
    const formatOf = async (context: readonly Json[], credentialSubject: JsonObject): Promise<string> =>
      (await readOne(vc({ '@context': context, credentialSubject }))).format;
    expect(await formatOf([V2, OB], { id: 'did:example:a', type: ['Person'] })).toBe('vc');
    expect(await formatOf([V2, 'https://a.example/context'], earned)).toBe('vc');
    expect(await formatOf([V2, OB], earned)).toBe('ob3');
  });

  test('comes from an address only where that address was asked', async () => {
    const text = JSON.stringify(ob2());
    const url = ob2().id as string;
    for (const [origin, expected] of [
      ['page', null],
      ['fetched', url],
    ] as const) {
      const parsed = await parse(document(text, { url, origin }));
      expect(parsed.ok && parsed.value[0]?.source).toMatchObject({ retrievedFrom: expected });
    }
  });

  test('in a data: address is decoded by its charset, whichever parameter that is', async () => {
    const latin = encodeURI(JSON.stringify(ob3({ name: 'x' })));
    const bytes = Buffer.from(JSON.stringify(vc({ name: 'Café' })), 'latin1').toString('base64');
    const card = await readOne(`data:application/json;version=1;charset=iso-8859-1;base64,${bytes}`);
    expect(card.name).toBe('Café');
    expect(await codeOf(`data:application/json,${latin}`)).toBe('ok');
  });
});

describe('the version of an older badge', () => {
  const inline = ob05().badge as JsonObject;
  const bare = { id: 'https://old.example.org/1', badge: 'https://old.example.org/class' };
  test.each<[string, JsonObject, string]>([
    ['2.0 by its type', { ...bare, type: 'Assertion' }, 'ob2'],
    ['2.0 where it is revoked and no badge is left', { id: bare.id, revoked: true }, 'ob2'],
    ['1 where it is revoked and its badge is there', ob05({ revoked: true }), 'ob1'],
    ['1 where only its address is left', { verify: { type: 'hosted', url: bare.id } }, 'ob1'],
    ['2.0 with a context of nobody', { ...bare, recipient: 'a', '@context': 'https://a.example' }, 'ob2'],
    ['2.0 with a list for a context', { ...bare, recipient: 'a', '@context': [[OB1]] }, 'ob2'],
  ])('is %s', async (_, assertion, format) => {
    expect((await readOne(assertion)).format).toBe(format);
  });

  test.each<[string, JsonObject]>([
    ['names a context', { '@context': OB1, badge: inline }],
    ['has its badge elsewhere', { badge: 'https://old.example.org/class' }],
  ])('is not 0.5, which needs no word of its verification, where it %s', async (_, member) => {
    const recipient = { type: 'email', hashed: false, identity: 'ann@example.org' };
    expect(await defectsOf({ recipient, issued_on: '2012-11-10', ...member })).toContain(
      'member-missing /verification',
    );
  });

  test('is not 0.5, where an e-mail address was enough, where it says how to verify', async () => {
    const verify = { type: 'hosted', url: 'https://old.example.org/1' };
    expect(await defectsOf(ob05({ recipient: 'ann@example.org', verify }))).toContain(
      'member-malformed /recipient',
    );
  });
});

describe('the upgrade of an older badge', () => {
  test('takes a hash with its salt for an e-mail address in 1.x as well', async () => {
    const verify = { type: 'hosted', url: 'https://old.example.org/1' };
    const { identifiers } = (await readOne(ob05({ verify }))).recipient;
    expect(identifiers).toEqual([
      { identityType: 'email', identity: ob05().recipient, hashed: true, salt: 'flour' },
    ]);
  });

  test('makes no id of what is no address, and no date of a list', async () => {
    const { assembled, defects } = await readOne(
      ob05({ verify: { type: 'hosted', url: 7 }, issued_on: ['1352505600'] }),
    );
    expect(assembled).not.toHaveProperty('id');
    expect(defects.map(({ code, at }) => `${code} ${at}`)).toEqual(['date-malformed /issuedOn']);
  });

  test('is for older badges only: what 2.0 demands is demanded', async () => {
    expect(await defectsOf(ob2({ recipient: `sha256$${'0a'.repeat(32)}` }))).toContain(
      'member-malformed /recipient',
    );
  });
});

describe('the parts of an assertion', () => {
  const compose = (badge: JsonObject | null, by: JsonObject | null) => {
    const parts = { assertion: ob2(), badge, issuer: by, retrievedFrom: null };
    const composed = composeOb2(parts);
    if (!composed.ok) throw new Error(composed.problem.code);
    return composed.value;
  };

  test('are one tree, with what was fetched in the place of its address', () => {
    const badge = badgeClass({ issuer: 'https://badges.example.org/issuer' });
    expect(compose(badge, issuer()).assembled).toEqual(ob2({ badge: { ...badge, issuer: issuer() } }));
    expect(compose(badge, null).assembled).toEqual(ob2({ badge }));
    expect(compose(null, issuer()).assembled).toEqual(ob2());
  });

  test('keep a revocation list without an address, which the badge may be in', () => {
    expect(compose(null, issuer({ revocationList: 7 })).statuses).toStrictEqual([
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
