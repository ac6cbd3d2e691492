/** Where the key of a signed OB 1 or OB 2 badge may come from, and for how long it may be used. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { badgeClass, CLASS, ISSUER, issuer } from '../../build/hosted-badge.ts';
import { home, KEY, key, keyDocument, signed, stranger } from '../../build/signed-ob2.ts';
import { NOW } from '../../fake/ports.ts';
import { verifySigned } from './told.ts';

const told = async (payload: JsonObject, documents: Parameters<typeof verifySigned>[0]) => {
  const { stateOf, verdict } = await verifySigned(documents, payload);
  return { proof: stateOf('proof'), binding: stateOf('key-binding'), status: verdict.status };
};

describe('a key at an address that whoever signed has chosen (OB 1 verify.url)', () => {
  const forged = (url: string): JsonObject => ({
    uid: 'forged-1',
    recipient: { type: 'email', hashed: false, identity: 'eve@example.com' },
    badge: 'https://badges.example.org/class.json',
    issuedOn: 1767225600,
    verify: { type: 'signed', url },
  });
  const pem = () => ({ body: key.publicPem, contentType: 'application/x-pem-file' });
  const ob1 = {
    [CLASS]: {
      body: {
        name: 'W',
        description: 'w',
        image: 'https://badges.example.org/c.png',
        criteria: 'https://badges.example.org/w',
        issuer: ISSUER,
      },
    },
    [ISSUER]: { body: { name: 'Example Issuer', url: 'https://badges.example.org' } },
  };

  it('is taken from the issuer’s own origin', async () => {
    const url = 'https://badges.example.org/key.pem';
    expect(await told(forged(url), { ...ob1, [url]: pem() })).toMatchObject({
      proof: 'passed',
      binding: 'passed',
    });
  });

  it('is not taken from anywhere else, nor beside keys that the issuer lists', async () => {
    const away = 'https://evil.example/key.pem';
    expect(await told(forged(away), { ...ob1, [away]: pem() })).toMatchObject({
      proof: 'passed',
      binding: 'failed key-not-bound',
      status: 'failed',
    });
    const url = 'https://badges.example.org/uploads/key.pem';
    const listing = {
      name: 'Example Issuer',
      url: 'https://badges.example.org',
      publicKey: 'https://badges.example.org/own.json',
    };
    expect(await told(forged(url), { ...ob1, [ISSUER]: { body: listing }, [url]: pem() })).toMatchObject({
      binding: 'failed key-not-bound',
    });
  });

  it('is not taken from where an open redirector of that origin leads', async () => {
    const url = 'https://badges.example.org/away?to=https://evil.example/key.pem';
    const away = { ...pem(), finalUrl: 'https://evil.example/key.pem' };
    expect(await told(forged(url), { ...ob1, [url]: away })).toEqual({
      proof: 'inconclusive key-unresolvable',
      binding: 'not-run',
      status: 'unreachable',
    });
  });
});

describe('a key whose own document says that it is past use', () => {
  const withKey = (over: JsonObject, inline: boolean) =>
    home({
      [ISSUER]: { body: issuer({ publicKey: inline ? keyDocument(over) : KEY }) },
      [KEY]: { body: keyDocument(over) },
    });
  const YESTERDAY = new Date(NOW - 86_400_000).toISOString();
  const TOMORROW = new Date(NOW + 86_400_000).toISOString();

  it.each([false, true])('binds nothing any more (inline: %s)', async (inline) => {
    for (const [over, code] of [
      [{ revoked: YESTERDAY }, 'key-revoked'],
      [{ expires: YESTERDAY }, 'key-expired'],
      [{ revoked: 'yes' }, 'key-revoked'],
    ] as const)
      expect(await told(signed(), withKey(over, inline))).toMatchObject({
        binding: `failed ${code}`,
        status: 'failed',
      });
  });

  it('binds until then', async () => {
    expect(await told(signed(), withKey({ expires: TOMORROW }, false))).toMatchObject({ binding: 'passed' });
  });
});

describe('several keys of a profile, where the badge names none', () => {
  const unnamed = signed({ verification: { type: 'SignedBadge' } });
  const at = (name: string) => `https://badges.example.org/keys/${name}`;
  const listed = (address: string, publicKeyPem: string): JsonObject =>
    keyDocument({ id: address, publicKeyPem });
  const world = (names: readonly string[], bodies: Record<string, JsonObject | undefined>) => ({
    [CLASS]: { body: badgeClass() },
    [ISSUER]: { body: issuer({ publicKey: names.map(at) }) },
    ...Object.fromEntries(
      Object.entries(bodies).map(([name, body]) => [
        at(name),
        body ? { body } : { error: 'timeout' as const },
      ]),
    ),
  });

  it('say nothing against it as long as one of them could not be had', async () => {
    for (const names of [
      ['gone', 'other'],
      ['other', 'gone'],
    ])
      expect(
        await told(
          unnamed,
          world(names, { gone: undefined, other: listed(at('other'), stranger.publicPem) }),
        ),
      ).toEqual({ proof: 'inconclusive key-unresolvable', binding: 'not-run', status: 'unreachable' });
  });

  it('disprove it where each was tried', async () => {
    const bodies = { a: listed(at('a'), stranger.publicPem), b: listed(at('b'), stranger.publicPem) };
    expect(await told(unnamed, world(['a', 'b'], bodies))).toMatchObject({
      proof: 'failed signature-invalid',
    });
  });

  it('are tried beyond the first few', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'mine'];
    const bodies = Object.fromEntries(
      names.map((name) => [name, listed(at(name), name === 'mine' ? key.publicPem : stranger.publicPem)]),
    );
    expect(await told(unnamed, world(names, bodies))).toMatchObject({ proof: 'passed', binding: 'passed' });
  });

  it('leave it open where they are too many to be tried', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `k${index}`);
    const bodies = Object.fromEntries(names.map((name) => [name, listed(at(name), stranger.publicPem)]));
    expect(await told(unnamed, world(names, bodies))).toMatchObject({
      proof: 'inconclusive key-unresolvable',
    });
  });
});
