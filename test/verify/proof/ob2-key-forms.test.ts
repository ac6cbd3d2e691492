import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.ts';
import { createJwtKey } from '../../build/jwt.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { assertion, badgeClass, CLASS, ISSUER, issuer, verifyBadge } from './badge-world.ts';

const KEY = 'https://badges.example.org/key.json';
const ID = 'urn:uuid:00000000-0000-4000-8000-000000000001';
const key = await createJwtKey('RS256');
const stranger = await createJwtKey('RS256');
const es = await createJwtKey('ES256');

const document = (over: JsonObject = {}): JsonObject => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'CryptographicKey',
  id: KEY,
  owner: ISSUER,
  publicKeyPem: key.publicPem,
  ...over,
});
async function told(
  publicKey: Json | undefined,
  at: FakeDocument | null = { body: document() },
  by = key,
): Promise<string> {
  const creator = publicKey === KEY ? { creator: KEY } : {};
  const payload = assertion({ id: ID, verification: { type: 'SignedBadge', ...creator } });
  const { stateOf } = await verifyBadge({
    copy: await by.sign(payload),
    documents: {
      [CLASS]: { body: badgeClass() },
      [ISSUER]: { body: issuer({ publicKey } as JsonObject) },
      ...(at && { [KEY]: at }),
    },
  });
  return `${stateOf('proof')}, ${stateOf('key-binding')}`;
}
const HOLDS = 'passed, passed';
const UNRESOLVED = 'inconclusive key-unresolvable, not-run';
const pem = (body: string): FakeDocument => ({ body, contentType: 'application/x-pem-file' });

describe('the key of a signed Open Badge', () => {
  it('may be named by its address, stand in the profile, or have its owner as an object', async () => {
    expect(await told(KEY)).toBe(HOLDS);
    expect(await told(document())).toBe(HOLDS);
    expect(await told(KEY, { body: document({ owner: { id: ISSUER, type: 'Issuer' } }) })).toBe(HOLDS);
    const { publicKeyPem: _, ...bare } = document();
    expect(await told({ ...bare, publicKeyJwk: key.publicJwk as JsonObject }, null)).toBe(HOLDS);
  });

  it('may be spelled with another address of the same place', async () => {
    expect(await told(KEY, { body: document({ id: 'HTTPS://Badges.Example.ORG:443/key.json' }) })).toBe(
      HOLDS,
    );
    expect(await told(KEY, { body: document({ id: `${KEY}2` }) })).toBe(
      'passed, failed key-document-mismatch',
    );
  });

  it('is nobody’s with another owner, and with none', async () => {
    for (const owner of ['https://evil.example/issuer', undefined, { name: 'x' }, 7])
      expect(await told(KEY, { body: document({ owner } as JsonObject) })).toBe(
        'passed, failed key-owner-mismatch',
      );
  });

  it.each<[string, FakeDocument | null]>([
    ['does not answer', null],
    ['answers 404', { status: 404 }],
    ['answers with a page', { body: '<html>', contentType: 'text/html' }],
    ['answers with a list', { body: [] }],
  ])('is open where its address %s', async (_, answer) => {
    expect(await told(KEY, answer)).toBe(UNRESOLVED);
  });

  it.each([404, 410, 500])('is open where its address shows it with status %i', async (status) => {
    expect(await told(KEY, { status, body: document() })).toBe(UNRESOLVED);
  });

  it('is open where the profile lists none', async () => {
    expect(await told(undefined)).toBe(UNRESOLVED);
    expect(await told([])).toBe(UNRESOLVED);
  });

  it('that is neither an address nor a key is malformed', async () => {
    expect(await told([{ type: 'CryptographicKey' }])).toMatch(/key-malformed, not-run$/);
  });

  it('holds by the one of several that signed', async () => {
    const other = document({ id: `${KEY}2`, publicKeyPem: stranger.publicPem });
    expect(await told([other, document()])).toBe(HOLDS);
    expect(await told([other])).toBe('failed signature-invalid, not-run');
  });

  it('may be a PEM of either form, and of an elliptic curve', async () => {
    const pkcs1 = createPublicKey(key.publicPem).export({ type: 'pkcs1', format: 'pem' }) as string;
    expect(await told(KEY, pem(pkcs1))).toBe(HOLDS);
    expect(await told(KEY, pem(`\n ${key.publicPem}`))).toBe(HOLDS);
    expect(await told(KEY, pem(es.publicPem), es)).toBe(HOLDS);
    expect(await told(KEY, pem(stranger.publicPem))).toBe('failed signature-invalid, not-run');
  });

  it.each<[string, string, string]>([
    ['cut short', key.publicPem.slice(0, 200), 'key-malformed'],
    [
      'of letters that are no base64',
      '-----BEGIN PUBLIC KEY-----\n!\n-----END PUBLIC KEY-----',
      'key-malformed',
    ],
    [
      'of base64 that is no key',
      '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----',
      'key-malformed',
    ],
    [
      'of a private key',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
        type: 'pkcs8',
        format: 'pem',
      }) as string,
      'key-private',
    ],
  ])('that is a PEM %s is none', async (_, text, code) => {
    expect(await told(KEY, pem(text))).toMatch(new RegExp(`${code}, not-run$`));
  });
});
