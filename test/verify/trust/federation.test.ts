/** An issuer that a federation names, by a pinned key. Statements are made here with Node's own cryptography. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../src/encoding/text.ts';
import type { JsonObject } from '../../../src/json.ts';
import type { Net } from '../../../src/ports.ts';
import { fail, succeed } from '../../../src/result.ts';
import { readJwk } from '../../../src/verify/key/jwk.ts';
import { anchorIn, federatedIssuer, inFederations } from '../../../src/verify/trust/federation.ts';

const NOW = Date.UTC(2026, 10, 28);
const SECOND = NOW / 1000;
const ANCHOR = 'https://registry.anchor.example';
const CONFIGURATION = `${ANCHOR}/.well-known/openid-federation`;
const FETCH = `${ANCHOR}/fetch`;
const ISSUER = 'did:web:credentials.university.example';
const ASKED = `${FETCH}?sub=${encodeURIComponent(ISSUER)}`;

const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const [anchor, stranger] = [pair(), pair()];
const jwkOf = (key: KeyObject): JsonObject => key.export({ format: 'jwk' }) as JsonObject;
const PINNED = readJwk(jwkOf(anchor.publicKey));
if (!PINNED.ok) throw new Error('no key');

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
function statement(
  payload: object,
  { key = anchor.privateKey, header = {} }: { key?: KeyObject; header?: object } = {},
): string {
  const input = `${base64url({ alg: 'ES256', typ: 'entity-statement+jwt', kid: 'a', ...header })}.${base64url(payload)}`;
  const signature = sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}
const TIMES = { iat: SECOND - 3_600, exp: SECOND + 86_400 };
const own = (more: object = {}) => ({
  iss: ANCHOR,
  sub: ANCHOR,
  ...TIMES,
  metadata: { federation_entity: { federation_fetch_endpoint: FETCH, organization_name: 'Anchor' } },
  ...more,
});
const about = (more: object = {}) => ({
  iss: ANCHOR,
  sub: ISSUER,
  ...TIMES,
  metadata: { federation_entity: { organization_name: 'University of the Example' } },
  ...more,
});

interface Served {
  readonly [url: string]: string | 404 | 500;
}
function world(served: Served) {
  const asked: string[] = [];
  const net: Net = {
    async get({ url }) {
      asked.push(url);
      const body = served[url];
      if (body === undefined) return fail('network-failed', { params: { host: 'x.example' } });
      return succeed({
        url,
        finalUrl: url,
        status: typeof body === 'number' ? body : 200,
        contentType: 'application/entity-statement+jwt',
        charset: 'utf-8',
        maxAgeSeconds: null,
        bytes: utf8(typeof body === 'number' ? '' : body),
        at: NOW,
        cached: false,
      });
    },
  };
  const lookUp = (id = ISSUER) =>
    federatedIssuer(
      id,
      { id: ANCHOR, name: 'Example Federation', keys: PINNED.ok ? [PINNED.value] : [] },
      { net, clock: { now: () => NOW } },
    );
  return { lookUp, asked, net };
}
const good: Served = { [CONFIGURATION]: statement(own()), [ASKED]: statement(about()) };
const NOBODY = { ok: true, value: [] };

describe('a federation', () => {
  it('names the issuer that its anchor has signed for, and is asked for that one alone', async () => {
    const { lookUp, asked } = world(good);
    expect(await lookUp()).toEqual({
      ok: true,
      value: [{ source: 'Example Federation', name: 'University of the Example', date: '2026-11-27' }],
    });
    expect(asked).toEqual([CONFIGURATION, ASKED]);
  });

  const FORGED: Readonly<Record<string, object | string>> = {
    'signed by another key': statement(about(), { key: stranger.privateKey }),
    'signed by a key that it brings along': statement(about(), {
      key: stranger.privateKey,
      header: { jwk: jwkOf(stranger.publicKey) },
    }),
    'with a key of its own in its body': statement(about({ jwks: { keys: [jwkOf(stranger.publicKey)] } }), {
      key: stranger.privateKey,
    }),
    'not signed': `${base64url({ alg: 'none', typ: 'entity-statement+jwt' })}.${base64url(about())}.`,
    'of another type': statement(about(), { header: { typ: 'JWT' } }),
    'with its body changed': statement(about()).replace(
      /\.[^.]+\./,
      `.${base64url(about({ exp: SECOND * 2 }))}.`,
    ),
    expired: about({ exp: SECOND }),
    'without an end': about({ exp: undefined }),
    'with an end in thousandths of a second': about({ exp: NOW + 1_000 }),
    'with an end that is a text': about({ exp: `${SECOND + 86_400}` }),
    'without a time': about({ iat: undefined }),
    'of before all time': about({ iat: -SECOND }),
    'with a time that is a text': about({ iat: `${SECOND}` }),
    'of tomorrow': about({ iat: SECOND + 86_400 }),
    'about another issuer': about({ sub: `${ISSUER}:2` }),
    'about the anchor': own(),
    'by another authority': about({ iss: 'https://registry.other.example' }),
    'by the issuer itself': about({ iss: ISSUER }),
    'without a name': about({ metadata: { federation_entity: {} } }),
    'with metadata of another kind': about({
      metadata: { openid_provider: { organization_name: 'University' } },
    }),
    'with a name that is none': about({
      metadata: { federation_entity: { organization_name: ['University'] } },
    }),
    'with a name of nothing but spaces': about({
      metadata: { federation_entity: { organization_name: '  ' } },
    }),
    'with a name that no screen holds': about({
      metadata: { federation_entity: { organization_name: 'University '.repeat(20) } },
    }),
    'that holds a list': statement([about()]),
    'that holds nothing readable': statement({}).replace(/\.[^.]*\./, '.e30.'),
    'with something critical that nobody here knows': about({ crit: ['x'] }),
    'that only leads to further authorities': about({
      metadata: undefined,
      authority_hints: [ANCHOR, 'https://middle.example'],
    }),
    'a page': '<!doctype html><p>University of the Example</p>',
    'JSON without a signature': JSON.stringify(about()),
  };
  it.each(Object.entries(FORGED))('names nobody by a statement that is %s', async (_, served) => {
    const token = typeof served === 'string' ? served : statement(served);
    const { lookUp, asked } = world({ ...good, [ASKED]: token });
    expect(await lookUp()).toEqual(NOBODY);
    // No chain is followed: neither a loop nor a long one asks for more.
    expect(asked).toHaveLength(2);
  });

  it.each([
    ['signed by another key', statement(own(), { key: stranger.privateKey })],
    ['expired', statement(own({ exp: SECOND - 1 }))],
    ['of another entity', statement(own({ sub: 'https://registry.other.example' }))],
    [
      'with an endpoint at another host',
      statement(
        own({
          metadata: { federation_entity: { federation_fetch_endpoint: 'https://other.example/fetch' } },
        }),
      ),
    ],
    [
      'with an endpoint without TLS',
      statement(
        own({
          metadata: { federation_entity: { federation_fetch_endpoint: `${FETCH.replace('https', 'http')}` } },
        }),
      ),
    ],
    ['with none', statement(own({ metadata: {} }))],
    [
      'with one that is no address',
      statement(own({ metadata: { federation_entity: { federation_fetch_endpoint: '/fetch' } } })),
    ],
  ])('names nobody where the anchor’s own statement is %s', async (_, configuration) => {
    const { lookUp, asked } = world({ ...good, [CONFIGURATION]: configuration });
    expect(await lookUp()).toEqual(NOBODY);
    expect(asked).toEqual([CONFIGURATION]);
  });

  it('names nobody of whom it knows nothing', async () => {
    expect(await world({ ...good, [ASKED]: 404 }).lookUp()).toEqual(NOBODY);
    expect(await world({ ...good, [CONFIGURATION]: 404 }).lookUp()).toEqual(NOBODY);
  });

  it('that cannot be asked is said to be so, and raises nothing', async () => {
    for (const served of [
      {},
      { [CONFIGURATION]: good[CONFIGURATION] ?? '' },
      { ...good, [ASKED]: 500 as const },
    ])
      expect((await world(served).lookUp()).ok).toBe(false);
  });
});

describe('several federations', () => {
  const pinned = { id: ANCHOR, name: 'Example Federation', keys: PINNED.ok ? [PINNED.value] : [] };
  const silent = { ...pinned, id: 'https://registry.silent.example', name: 'Silent Federation' };
  const told = (anchors: readonly (typeof pinned)[], served: Served = good) => {
    const { net } = world(served);
    return inFederations(ISSUER, anchors, { net, clock: { now: () => NOW } });
  };

  it('name an issuer where one of them does, though another cannot be asked', async () => {
    const named = { ok: true, value: [{ source: 'Example Federation' }] };
    expect(await told([silent, pinned])).toMatchObject(named);
    expect(await told([pinned, silent])).toMatchObject(named);
  });

  it('leave it open where none of them does, and one cannot be asked', async () => {
    expect(await told([pinned, silent], { ...good, [ASKED]: 404 })).toMatchObject({
      ok: false,
      problem: { code: 'network-failed' },
    });
    expect(await told([pinned], { ...good, [ASKED]: 404 })).toEqual(NOBODY);
  });
});

describe('the anchor of a federation', () => {
  const jwk: JsonObject = { ...jwkOf(anchor.publicKey), kid: 'a' };
  const written = (over: JsonObject = {}) =>
    anchorIn({ federation: ANCHOR, name: 'Example Federation', jwks: { keys: [jwk] }, ...over }, NOW);

  it('is pinned by its address, its name and each of its keys that has not ended', () => {
    expect(written()).toMatchObject({ id: ANCHOR, name: 'Example Federation', keys: [{ x: jwk.x }] });
    const keys = [{ ...jwkOf(stranger.publicKey), kid: 'old', exp: SECOND - 1 }, jwk];
    expect(written({ jwks: { keys } })?.keys.map(({ x }) => x)).toEqual([jwk.x]);
  });

  it.each<[string, JsonObject]>([
    ['without an address', { federation: undefined }],
    ['at a list of addresses', { federation: [ANCHOR] }],
    ['that is a DID', { federation: 'did:web:registry.anchor.example' }],
    ['without TLS', { federation: ANCHOR.replace('https', 'http') }],
    ['at a place within a page', { federation: `${ANCHOR}/#a` }],
    ['at no host', { federation: 'https://' }],
    ['without a name', { name: undefined }],
    ['with a name that is no text', { name: 7 }],
    ['without keys', { jwks: undefined }],
    ['with no key', { jwks: { keys: [] } }],
    ['with keys that stand alone', { jwks: [jwk] }],
    ['with a key that has ended', { jwks: { keys: [{ ...jwk, exp: SECOND - 1 }] } }],
    ['with a key that was revoked', { jwks: { keys: [{ ...jwk, revoked: true }] } }],
    ['with its private key', { jwks: { keys: [jwkOf(anchor.privateKey)] } }],
  ])('%s is none', (_, over) => {
    expect(written(over)).toBeNull();
  });
});
