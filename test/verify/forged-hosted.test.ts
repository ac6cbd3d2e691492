/** What a forger tries with hosted Open Badges, whose proof is who serves them: nothing of another's is made to be the victim's. */
import { beforeAll, describe, expect, it } from 'vitest';
import { hosting } from '../../src/provider/hosting.ts';
import { assertion, type Json } from '../build/badge.ts';
import { createJwtKey, type JwtKey } from '../build/jwt.ts';
import { inspectInClosedWorld } from '../fake/closed-world.ts';
import type { FakeDocument } from '../fake/net.ts';
import { knowing } from '../fake/ports.ts';

const VICTIM = 'https://victim.example/issuer';
const CLASS = 'https://victim.example/badges/1';
const OURS = 'https://victim.example/a/1';
const THEIRS = 'https://evil.example/a/1';
const EMAIL = 'eve@people.example';

const profile: Json = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: VICTIM,
  type: 'Issuer',
  name: 'Known',
  url: 'https://victim.example/',
  email: 'office@victim.example',
};
const badgeClass: Json = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: CLASS,
  type: 'BadgeClass',
  name: 'Analysis',
  description: 'd',
  image: 'https://victim.example/i.png',
  criteria: { narrative: 'c' },
  issuer: VICTIM,
};
const award = (id: string, more: Json = {}): Json =>
  assertion({ id, badge: CLASS, email: EMAIL, from: '2026-01-01T00:00:00Z', more });

type World = Readonly<Record<string, FakeDocument>>;
const WORLD: World = {
  [VICTIM]: { body: profile },
  [CLASS]: { body: badgeClass },
  [OURS]: { body: award(OURS) },
};

/** What becomes of a document: its first row. */
async function told(value: Json | string, over: World = {}, email?: string): Promise<string> {
  const [item] = await inspectInClosedWorld(value, {
    documents: { ...WORLD, ...over },
    ports: { hosting, holder: email === undefined ? {} : { email }, ...knowing(VICTIM) },
  });
  const { status, standing } = item?.verdict ?? {};
  return `${status} ${standing}`;
}
const GOOD = 'issuer-confirmed verified';

it('the victim’s own hosted badge is verified', async () => {
  expect(await told(award(OURS))).toBe(GOOD);
  expect(await told(award(OURS), {}, EMAIL)).toBe(GOOD);
});

describe('pitfall 50: a record on a forger’s host is not the victim’s', () => {
  const at = (id: string, more: Json = {}): [Json, World] => [
    award(id, more),
    { [id]: { body: award(id, more) } },
  ];
  const scoped = (verification: unknown): World => ({ [VICTIM]: { body: { ...profile, verification } } });
  const inlined = { ...badgeClass, issuer: { ...profile, verification: { allowedOrigins: 'evil.example' } } };
  it.each<[string, () => [Json, World]]>([
    ['that names the victim’s class', () => at(THEIRS)],
    ['that holds the victim’s class and a profile with its own scope', () => at(THEIRS, { badge: inlined })],
    ['that holds a class without an id', () => at(THEIRS, { badge: { ...inlined, id: undefined } })],
    [
      'that holds a class with two issuers',
      () => at(THEIRS, { badge: { ...inlined, issuer: [VICTIM, 'https://evil.example/i'] } }),
    ],
    [
      'whose class is its own, under the victim’s name',
      () => {
        const id = 'https://evil.example/badges/1';
        const [copy, world] = at(THEIRS, { badge: id });
        return [copy, { ...world, [id]: { body: { ...badgeClass, id } } }];
      },
    ],
    [
      'whose class calls itself by the victim’s address',
      () => {
        const id = 'https://evil.example/badges/1';
        const [copy, world] = at(THEIRS, { badge: id });
        return [copy, { ...world, [id]: { body: badgeClass } }];
      },
    ],
    ['at a host that begins as the victim’s does', () => at('https://victim.example.evil.example/a/1')],
    ['at a user name that is the victim’s host', () => at('https://victim.example@evil.example/a/1')],
    ['at another port', () => at('https://victim.example:8443/a/1')],
    ['at a host below the victim’s', () => at('https://users.victim.example/a/1')],
    ['at a host with a final dot', () => at('https://victim.example./a/1')],
    ...(
      [
        ['ends within a word', { startsWith: 'https://victim.example/ba' }],
        ['is empty', { startsWith: [] }],
        ['is no text', { startsWith: { id: 'https://victim.example/' } }],
        ['names a host and no path', { startsWith: 'victim.example' }],
        ['allows others in an empty list', { allowedOrigins: [] }],
        [
          'forbids in one of two',
          [{ startsWith: 'https://victim.example/' }, { allowedOrigins: 'b.example' }],
        ],
      ] as const
    ).map(([name, rule]): [string, () => [Json, World]] => [
      `at the victim’s host, whose rule ${name}`,
      () => [award(OURS), scoped(rule)],
    ]),
    ...['..%2F', '..%5C', '%2e%2e%2f', '..;/', '.;/..;/'].map((climb): [string, () => [Json, World]] => [
      `at a path below the rule’s that climbs by ${climb}`,
      () => {
        const id = `https://victim.example/badges/${climb}users/eve/1`;
        const [copy, world] = at(id);
        return [copy, { ...world, ...scoped({ startsWith: 'https://victim.example/badges/' }) }];
      },
    ]),
    ...[OURS, CLASS, VICTIM].map((moved): [string, () => [Json, World]] => [
      `after a redirect of ${moved}`,
      () => [
        award(OURS),
        { [moved]: { ...WORLD[moved], finalUrl: `https://evil.example${new URL(moved).pathname}` } },
      ],
    ]),
    ['that the victim’s address names otherwise', () => [award(OURS), { [OURS]: { body: award(THEIRS) } }]],
    ['whose copy points at nothing', () => [award(`${OURS}9`), {}]],
  ])('%s', async (_, make) => {
    expect(await told(...make())).not.toMatch(/verified|unrecognised/);
  });
});

describe('a copy in hand says nothing that its address does not', () => {
  it.each<[string, Json]>([
    ['another class, inline', { badge: { ...badgeClass, name: 'Medicine' } }],
    ['another issuer, inline', { badge: { ...badgeClass, issuer: { ...profile, name: 'Others' } } }],
  ])('%s is a doubt', async (_, more) => {
    expect(await told(award(OURS, more))).toBe('issuer-confirmed caution');
  });

  it.each<[string, Json]>([
    ['a later end', { expires: '2040-01-01T00:00:00Z' }],
    [
      'another kind of verification',
      { verification: { type: 'hosted', startsWith: 'https://evil.example' } },
    ],
    ['another recipient', { recipient: { type: 'email', hashed: false, identity: 'bob@people.example' } }],
    ['not revoked', { revoked: false }],
  ])('%s: the served record is told', async (_, more) => {
    const served = { [OURS]: { body: award(OURS, { expires: '2026-02-01T00:00:00Z' }) } };
    expect(await told(award(OURS, more), served)).toBe('expired caution');
    expect(await told(award(OURS, more), { [OURS]: { body: award(OURS, { revoked: true }) } })).toBe(
      'revoked failed',
    );
    expect(await told(award(OURS, more), {}, 'bob@people.example')).toBe('holder-mismatch caution');
  });

  it.each<[string, unknown]>([
    ['in a list', [true]],
    ['as a value object', { '@value': true }],
    ['as a text', 'True'],
    ['as a date', '2026-02-01'],
    ['as an object', { reason: 'x' }],
    ['in a list in a list', [[true]]],
    ['beside a no', [false, true]],
  ])('withdrawn %s is never good', async (_, revoked) => {
    expect(await told(award(OURS), { [OURS]: { body: award(OURS, { revoked }) } })).not.toMatch(/verified/);
  });

  it.each<[string, unknown]>([
    ['another’s, salted', { type: 'email', hashed: true, salt: 's', identity: `sha256$${'0'.repeat(64)}` }],
    [
      'another’s, with the known address as salt',
      { type: 'email', hashed: false, salt: EMAIL, identity: 'x@y.example' },
    ],
    [
      'another’s, twice',
      [
        { type: 'email', identity: 'a@b.example' },
        { type: 'email', identity: 'c@d.example' },
      ],
    ],
    [
      'another’s, and the known one as a telephone',
      [
        { type: 'email', hashed: false, identity: 'x@y.example' },
        { type: 'telephone', hashed: false, identity: EMAIL },
      ],
    ],
  ])('a recipient that is %s is not this reader', async (_, recipient) => {
    const served = { [OURS]: { body: award(OURS, { recipient }) } };
    expect(await told(award(OURS), served, EMAIL)).toMatch(/caution/);
  });
});

describe('a signed badge needs a key that the victim lists', () => {
  const KEY = 'https://victim.example/key';
  let [own, other]: JwtKey[] = [];
  beforeAll(async () => {
    [own, other] = await Promise.all([createJwtKey('RS256'), createJwtKey('RS256')]);
  });
  const keyOf = (id: string, key: JwtKey | undefined, owner = VICTIM): FakeDocument => ({
    body: {
      '@context': 'https://w3id.org/openbadges/v2',
      id,
      type: 'CryptographicKey',
      owner,
      publicKeyPem: key?.publicPem,
    },
  });
  const list = 'https://victim.example/revoked';
  const world = (over: World = {}): World => ({
    [VICTIM]: { body: { ...profile, publicKey: KEY, revocationList: list } },
    [KEY]: keyOf(KEY, own),
    [list]: { body: { id: list, type: 'RevocationList', issuer: VICTIM, revokedAssertions: [] } },
    ...over,
  });
  const UID = 'urn:uuid:00000000-0000-4000-8000-0000000000c1';
  const signed = (more: Json = {}, by = own): Promise<string> =>
    by?.sign(award(UID, { verification: { type: 'signed', creator: KEY }, badge: badgeClass, ...more })) ??
    Promise.reject(new Error('no key'));
  const inlineProfile = (): Json => ({
    ...badgeClass,
    issuer: { ...profile, publicKey: { id: KEY, owner: VICTIM, publicKeyPem: other?.publicPem } },
  });

  it('the victim’s own is verified', async () => {
    expect(await told(await signed(), world())).toBe('signature-verified verified');
  });

  const evilKey = 'https://evil.example/key';
  it.each<[string, Json | (() => Json), World]>([
    ['with the victim’s key as creator', {}, {}],
    ['with a key on another host', { verification: { type: 'signed', creator: evilKey } }, {}],
    ['without a creator', { verification: { type: 'signed' } }, {}],
    ['with an inline profile', () => ({ badge: inlineProfile() }), {}],
    ['with its own creator and url', { verification: { type: 'signed', url: evilKey } }, {}],
    [
      'with an inline creator',
      () => ({
        verification: { type: 'signed', creator: { id: KEY, owner: VICTIM, publicKeyPem: other?.publicPem } },
      }),
      {},
    ],
    [
      'in the form of 1.0',
      { verification: undefined, verify: { type: 'signed', url: evilKey }, uid: 'x' },
      {},
    ],
    [
      'with a key on the victim’s host that the profile does not list',
      { verification: { type: 'signed', creator: 'https://victim.example/u/eve' } },
      {},
    ],
  ])('%s', async (_, more, over) => {
    const token = await signed(typeof more === 'function' ? more() : more, other);
    const documents = world({
      [evilKey]: keyOf(evilKey, other),
      'https://victim.example/u/eve': keyOf('https://victim.example/u/eve', other),
      ...over,
    });
    expect(await told(token, documents)).toBe('failed failed');
  });

  it.each<[string, unknown]>([
    ['by its id', [UID]],
    ['by its id, in an object', [{ id: UID }]],
    ['as one, not in a list', UID],
    ['by its id in capitals', [UID.toUpperCase().replace('URN:UUID', 'urn:uuid')]],
    ['by its id under the JSON-LD name', [{ '@id': UID }]],
    ['by its uid, a number', [{ uid: 1 }]],
  ])('revoked %s is never good', async (_, revokedAssertions) => {
    const documents = world({
      [list]: { body: { id: list, type: 'RevocationList', issuer: VICTIM, revokedAssertions } },
    });
    expect(await told(await signed(), documents)).not.toMatch(/verified$/);
  });

  it('whose list leads elsewhere, is not there, or is an apology is never good', async () => {
    const token = await signed();
    for (const document of [
      { body: { revokedAssertions: [] }, finalUrl: 'https://evil.example/list' },
      { status: 404 },
      { body: { error: 'x' } },
      { body: [] },
    ])
      expect(await told(token, world({ [list]: document }))).toMatch(/inconclusive$/);
  });
});
