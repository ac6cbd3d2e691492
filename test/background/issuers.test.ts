import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createIssuers } from '../../src/background/issuers.ts';
import { utf8 } from '../../src/encoding/text.ts';
import type { Net } from '../../src/ports.ts';
import { hosting } from '../../src/provider/hosting.ts';
import { fail, succeed } from '../../src/result.ts';

const UNI = { id: 'https://uni.example/issuer', name: 'Example University' };
const UUID = '00000000-1111-4222-8333-444444444444';
const LISTS = {
  reader: async () => [
    UNI,
    { id: 'did:web:A.example', name: 'A' },
    { id: `https://api.credly.com/v1/obi/v2/issuers/${UUID}`, name: 'Small School' },
  ],
  policy: async () => [{ ...UNI, name: 'Uni (HR)' }],
};
const NOBODYS = { reader: async () => false, policy: async () => false };
const clock = { now: () => Date.UTC(2026, 10, 23) };
const same = hosting.sameRecord;
const issuers = createIssuers(
  LISTS,
  NOBODYS,
  { reader: async () => [], policy: async () => [], clock },
  same,
);
/** These lists are at hand: nobody is asked. */
const NOBODY: Net = { get: async () => expect.fail('somebody was asked') };
const found = async (id: string) => {
  const result = await issuers.lookUp(id, NOBODY);
  return result.ok ? result.value : null;
};

describe('issuers that somebody trusts', () => {
  it('are named with everybody who lists them', async () => {
    expect(await found('https://uni.example/issuer')).toEqual([
      { source: 'reader', name: 'Example University' },
      { source: 'policy', name: 'Uni (HR)' },
    ]);
  });

  it('are the same in another spelling of the host', async () => {
    expect(await found('https://UNI.example:443/issuer')).toHaveLength(2);
  });

  it('are the same in another form that their platform uses, and the listed form is told', async () => {
    expect(await found(`https://api.credly.com/v1/obi/v2/issuers/${UUID}`)).toEqual([
      { source: 'reader', name: 'Small School' },
    ]);
    for (const id of [
      `https://www.credly.com/api/v1/obi/v2/issuers/${UUID}`,
      `did:web:www.credly.com:api:v1:obi:v3:issuers:${UUID}`,
    ])
      expect(await found(id)).toEqual([
        {
          source: 'reader',
          name: 'Small School',
          listedAs: `https://api.credly.com/v1/obi/v2/issuers/${UUID}`,
        },
      ]);
    expect(await found(`https://www.credly.com/api/v1/obi/v2/issuers/${UUID.replace(/4$/, '5')}`)).toEqual(
      [],
    );
  });

  it.each([
    'Example University',
    'https://uni.example/issuer/',
    'https://uni.example/issuer?x',
    'https://uni.example/',
    'http://uni.example/issuer',
    'https://uni.example.evil.example/issuer',
    'did:web:a.example',
    '',
  ])('are not recognised by %j', async (id) => {
    expect(await found(id)).toEqual([]);
  });
});

describe('universities', () => {
  it.each([
    [false, false, null],
    [true, false, 'reader'],
    [false, true, 'policy'],
    [true, true, 'policy'],
  ])(
    'recognised by the reader: %s, by the policy: %s, are so by the word of %s',
    async (reader, policy, who) => {
      const asked = createIssuers(
        LISTS,
        { reader: async () => reader, policy: async () => policy },
        { reader: async () => [], policy: async () => [], clock },
        same,
      );
      expect(await asked.universities?.()).toBe(who);
    },
  );
});

describe('federations that somebody pins', () => {
  const ANCHOR = 'https://registry.anchor.example';
  const MEMBER = 'did:web:university.example';
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty = '', crv = '', x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const PINNED = { federation: ANCHOR, name: 'Example Federation', jwks: { keys: [{ kty, crv, x, y }] } };
  const now = clock.now() / 1000;
  const statement = (sub: string, federation_entity: object): string => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = {
      iss: ANCHOR,
      sub,
      iat: now - 60,
      exp: now + 60,
      metadata: { federation_entity },
    };
    const input = `${part({ alg: 'ES256', typ: 'entity-statement+jwt' })}.${part(claims)}`;
    const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
    return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
  };
  const SERVED: Readonly<Record<string, string>> = {
    [`${ANCHOR}/.well-known/openid-federation`]: statement(ANCHOR, {
      federation_fetch_endpoint: `${ANCHOR}/fetch`,
    }),
    [`${ANCHOR}/fetch?sub=${encodeURIComponent(MEMBER)}`]: statement(MEMBER, {
      organization_name: 'University of the Example',
    }),
  };
  const net: Net = {
    get: async ({ url }) => {
      const body = SERVED[url];
      if (body === undefined) return fail('permission-needed');
      return succeed({
        url,
        finalUrl: url,
        status: 200,
        contentType: 'application/entity-statement+jwt',
        charset: 'utf-8',
        maxAgeSeconds: null,
        bytes: utf8(body),
        at: clock.now(),
        cached: false,
      });
    },
  };
  const pinning = (entry: typeof PINNED) =>
    createIssuers(LISTS, NOBODYS, { reader: async () => [entry], policy: async () => [], clock }, same);

  it('name an issuer that no list names, and when they said so', async () => {
    expect(await pinning(PINNED).lookUp(MEMBER, net)).toEqual({
      ok: true,
      value: [{ source: 'Example Federation', name: 'University of the Example', date: '2026-11-22' }],
    });
  });

  it('are not asked about an issuer that a list names', async () => {
    expect(await pinning(PINNED).lookUp(UNI.id, NOBODY)).toMatchObject({ ok: true });
  });

  it('say nothing without a key that can be used', async () => {
    const keyless = { ...PINNED, jwks: { keys: [{ kty, crv, x: '', y }] } };
    expect(await pinning(keyless).lookUp(MEMBER, NOBODY)).toEqual({ ok: true, value: [] });
  });

  it('leave it open where their server may not be asked', async () => {
    const elsewhere = { ...PINNED, federation: 'https://other.anchor.example' };
    expect(await pinning(elsewhere).lookUp(MEMBER, net)).toMatchObject({
      ok: false,
      problem: { code: 'permission-needed' },
    });
  });
});
