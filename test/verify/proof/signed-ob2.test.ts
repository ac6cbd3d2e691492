import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { createJwtKey, type JwtKey } from '../../build/jwt.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { assertion, badgeClass, CLASS, ISSUER, issuer, verifyBadge } from './badge-world.ts';

const KEY = 'https://badges.example.org/key.json';
const LIST = 'https://badges.example.org/revocations.json';
const ID = 'urn:uuid:00000000-0000-4000-8000-000000000001';
let key: JwtKey;
let other: JwtKey;
beforeAll(async () => {
  [key, other] = await Promise.all([createJwtKey('RS256'), createJwtKey('RS256')]);
});

const signed = (over: JsonObject = {}): JsonObject =>
  assertion({ id: ID, verification: { type: 'SignedBadge', creator: KEY }, ...over });
const keyDocument = (over: JsonObject = {}): JsonObject => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'CryptographicKey',
  id: KEY,
  owner: ISSUER,
  publicKeyPem: key.publicPem,
  ...over,
});
const home = (over: Record<string, FakeDocument> = {}): Record<string, FakeDocument> => ({
  [CLASS]: { body: badgeClass() },
  [ISSUER]: { body: issuer({ publicKey: KEY }) },
  [KEY]: { body: keyDocument() },
  ...over,
});
const withList = (revokedAssertions: unknown): Record<string, FakeDocument> =>
  home({
    [ISSUER]: { body: issuer({ publicKey: KEY, revocationList: LIST }) },
    [LIST]: {
      body: {
        '@context': 'https://w3id.org/openbadges/v2',
        type: 'RevocationList',
        id: LIST,
        revokedAssertions,
      },
    },
  });
const run = async (documents = home(), payload = signed()) =>
  verifyBadge({ copy: await key.sign(payload), documents });

describe('a signed OB 2 badge', () => {
  it('is verified with a key that the fetched profile lists and that points back at it', async () => {
    const { stateOf, verdict, record } = await run();
    expect([stateOf('proof'), stateOf('key-binding'), stateOf('revocation')]).toEqual([
      'passed',
      'passed',
      'not-applicable',
    ]);
    expect(verdict.status).toBe('signature-verified');
    expect(record.issuer.name).toBe('Example Issuer');
  });

  it.each<[string, () => Record<string, FakeDocument>]>([
    [
      'inline in the fetched profile',
      () => home({ [ISSUER]: { body: issuer({ publicKey: keyDocument() }) } }),
    ],
    [
      'as a JWK',
      () =>
        home({
          [KEY]: {
            body: keyDocument({ publicKeyPem: undefined, publicKeyJwk: key.publicJwk as JsonObject }),
          },
        }),
    ],
    [
      'as one of several',
      () => home({ [ISSUER]: { body: issuer({ publicKey: ['https://badges.example.org/old', KEY] }) } }),
    ],
    [
      'as a bare PEM file',
      () => home({ [KEY]: { body: key.publicPem, contentType: 'application/x-pem-file' } }),
    ],
  ])('has its key %s', async (_what, documents) => {
    expect((await run(documents())).verdict.status).toBe('signature-verified');
  });

  it('without a creator is tried with the keys of the profile', async () => {
    const { verdict } = await run(home(), signed({ verification: { type: 'signed' } }));
    expect(verdict.status).toBe('signature-verified');
  });

  it('is for the class that was signed with it, whatever its address says now', async () => {
    const badge = badgeClass({ name: 'Welding, as signed' });
    const { record, asked, verdict } = await run(home(), signed({ badge }));
    expect([record.name, verdict.status]).toEqual(['Welding, as signed', 'signature-verified']);
    expect(asked).not.toContain(CLASS);
  });

  it('pitfall 7: a creator that the profile does not list is intact, and not bound', async () => {
    const { stateOf, verdict } = await run(
      home({ [ISSUER]: { body: issuer({ publicKey: 'https://badges.example.org/k2' }) } }),
    );
    expect([stateOf('proof'), stateOf('key-binding')]).toEqual(['passed', 'failed key-not-bound']);
    expect(verdict).toMatchObject({ status: 'failed', reason: 'key-not-bound' });
  });

  it('pitfall 7: a key whose owner is somebody else is key-owner-mismatch', async () => {
    const { stateOf } = await run(
      home({ [KEY]: { body: keyDocument({ owner: 'https://evil.example/i' }) } }),
    );
    expect(stateOf('key-binding')).toBe('failed key-owner-mismatch');
    const ownerless = await run(home({ [KEY]: { body: keyDocument({ owner: undefined }) } }));
    expect(ownerless.stateOf('key-binding')).toBe('failed key-owner-mismatch');
  });

  it('a key document that names another id is key-document-mismatch', async () => {
    const { stateOf } = await run(
      home({ [KEY]: { body: keyDocument({ id: 'https://badges.example.org/other' }) } }),
    );
    expect(stateOf('key-binding')).toBe('failed key-document-mismatch');
  });

  it('keys of an inline profile are not believed', async () => {
    const forger = issuer({ publicKey: { ...keyDocument({ publicKeyPem: other.publicPem }) } });
    const payload = signed({ badge: badgeClass({ issuer: forger }) });
    const { verdict } = await verifyBadge({ copy: await other.sign(payload), documents: home() });
    expect(verdict).toMatchObject({ status: 'failed', reason: 'signature-invalid' });
  });

  it('a profile that was redirected off its origin has no keys', async () => {
    const { verdict } = await run(
      home({ [ISSUER]: { body: issuer({ publicKey: KEY }), finalUrl: 'https://evil.example/i' } }),
    );
    expect(verdict).toMatchObject({ status: 'unreachable', reason: 'issuer-unreachable' });
  });

  it('a payload changed after signing is signature-invalid', async () => {
    const [head, , tail] = (await key.sign(signed())).split('.');
    const forged = Buffer.from(JSON.stringify(signed({ expires: '2099-01-01T00:00:00Z' }))).toString(
      'base64url',
    );
    const { verdict } = await verifyBadge({ copy: `${head}.${forged}.${tail}`, documents: home() });
    expect(verdict).toMatchObject({ status: 'failed', reason: 'signature-invalid' });
  });

  it('a JWS over a badge that says hosted is refused', async () => {
    const { stateOf } = await run(home(), signed({ verification: { type: 'hosted' } }));
    expect(stateOf('proof')).toBe('failed verification-type-mismatch');
  });

  it.each([404, 410, 500])('a key that answers %i leaves the signature open', async (status) => {
    const { verdict } = await run(home({ [KEY]: { status, body: '' } }));
    expect(verdict).toMatchObject({ status: 'unreachable', reason: 'key-unresolvable' });
  });

  it('a private key in public is no key', async () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----';
    const { verdict } = await run(home({ [KEY]: { body: keyDocument({ publicKeyPem: pem }) } }));
    expect(verdict).toMatchObject({ status: 'failed', reason: 'key-private' });
  });
});

describe('its revocation list', () => {
  it.each([
    ['by id as a string', [ID], undefined],
    ['by id in an object', [{ id: ID, revocationReason: 'Left' }], undefined],
    ['by uid', [{ uid: 'u-1' }], 'u-1'],
    ['by uid as a string', ['u-1'], 'u-1'],
    ['alone, not in an array', { id: ID }, undefined],
  ])('revokes %s', async (_how, revoked, uid) => {
    const { verdict } = await run(withList(revoked), signed(uid === undefined ? {} : { uid }));
    expect(verdict).toMatchObject({ status: 'revoked', reason: 'revoked' });
  });

  it('that names others does not revoke', async () => {
    const { verdict, stateOf } = await run(withList(['urn:uuid:other']));
    expect([verdict.status, stateOf('revocation')]).toEqual(['signature-verified', 'passed']);
  });

  it.each<[string, FakeDocument]>([
    ['gone', { status: 410, body: '' }],
    ['a page', { body: '<html>' }],
    ['something else', { body: { hello: 1 } }],
  ])('that is %s leaves it open, never passed', async (_what, list) => {
    const { verdict } = await run({ ...withList([]), [LIST]: list });
    expect(verdict.status).toBe('unreachable');
  });
});
