import { describe, expect, it } from 'vitest';
import { readCredential } from '../../../src/credential/read.ts';
import type { Json, JsonObject } from '../../../src/json.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { authenticateSignedOb2 } from '../../../src/verify/proof/signed-ob2.ts';
import { ASSERTION, assertion, badgeClass, CLASS, ISSUER, issuer } from '../../build/hosted-badge.ts';
import { home, ID, KEY, key, keyDocument, signed, stranger } from '../../build/signed-ob2.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';
import { verifyBadge, verifySigned } from './told.ts';

const LIST = 'https://badges.example.org/revocations.json';
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

/** What is established of a badge, its facts included. */
async function established(token: string, changes: Partial<VerifyPorts> = {}) {
  const read = await readCredential(token, null);
  if (!read.ok) throw new Error('not read');
  return authenticateSignedOb2(read.value, fakePorts({ net: fakeNet(home(), NOW), ...changes }));
}

describe('a signed OB 2 badge', () => {
  it('is verified with a key that the fetched profile lists and that points back at it', async () => {
    const { stateOf, verdict, record } = await verifySigned();
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
    expect((await verifySigned(documents())).verdict.status).toBe('signature-verified');
  });

  const OTHER = 'https://badges.example.org/key-of-old.json';
  it.each<[string, JsonObject, string]>([
    ['revoked', { revoked: '2025-01-01T00:00:00Z' }, 'failed key-revoked'],
    ['ended', { expires: '2025-01-01T00:00:00Z' }, 'failed key-expired'],
  ])('pitfall 27: is %s where its profile lists the key elsewhere as such', async (_, over, said) => {
    const of = (publicKey: Json, documents: Record<string, FakeDocument> = {}) =>
      verifySigned(home({ [ISSUER]: { body: issuer({ publicKey }) }, ...documents }));
    const old = keyDocument({ id: OTHER, ...over });
    for (const { stateOf, verdict } of [
      await of([KEY, old]),
      await of([old, KEY]),
      await of([KEY, OTHER], { [OTHER]: { body: old } }),
      await of([KEY, keyDocument(over)]),
      await of([{ id: KEY, ...over }]),
    ]) {
      expect(stateOf('key-binding')).toBe(said);
      expect(verdict.status).toBe('failed');
    }
  });

  it('is ended by the last of many keys that its profile holds, and left open by more addresses than are asked for', async () => {
    const many = (count: number, of: (at: string) => Json) =>
      Array.from({ length: count }, (_, index) => of(`${KEY}${index}`));
    const others = many(24, (id) => keyDocument({ id, publicKeyPem: stranger.publicPem }) as JsonObject);
    const old = keyDocument({ id: OTHER, revoked: '2025-01-01T00:00:00Z' }) as JsonObject;
    const of = async (...publicKey: Json[]) =>
      (await verifySigned(home({ [ISSUER]: { body: issuer({ publicKey: [KEY, ...publicKey] }) } }))).verdict;
    expect((await of(...others)).status).toBe('signature-verified');
    expect(await of(...others, old)).toMatchObject({ status: 'failed', reason: 'key-revoked' });
    expect((await of(...many(21, (at) => at))).status).toBe('unreachable');
    expect((await of(...many(20, (at) => at))).status).toBe('signature-verified');
  });

  it('is ended where its profile says so beside another address of the key', async () => {
    const publicKey = [KEY, { id: OTHER, revoked: '2025-01-01T00:00:00Z' }];
    const { verdict } = await verifySigned(
      home({ [ISSUER]: { body: issuer({ publicKey }) }, [OTHER]: { body: keyDocument({ id: OTHER }) } }),
    );
    expect(verdict).toMatchObject({ status: 'failed', reason: 'key-revoked' });
  });

  it('is ended by the last of several addresses of the key, whatever stands at the others', async () => {
    const again = 'https://badges.example.org/key-again.json';
    const publicKey = [KEY, again, OTHER];
    const { verdict } = await verifySigned(
      home({
        [ISSUER]: { body: issuer({ publicKey }) },
        [again]: { body: keyDocument({ id: again }) },
        [OTHER]: { body: keyDocument({ id: OTHER, revoked: '2025-01-01T00:00:00Z' }) },
      }),
    );
    expect(verdict).toMatchObject({ status: 'failed', reason: 'key-revoked' });
  });

  it('is not ended by what becomes of another key, and is left open where a listed one is not answered for', async () => {
    const over = { id: OTHER, publicKeyPem: stranger.publicPem, revoked: '2025-01-01T00:00:00Z' };
    const listing = { [ISSUER]: { body: issuer({ publicKey: [KEY, OTHER] }) } };
    const other = { [OTHER]: { body: keyDocument(over) } };
    expect((await verifySigned(home({ ...listing, ...other }))).verdict.status).toBe('signature-verified');
    expect((await verifySigned(home(listing))).verdict.status).toBe('signature-verified');
    const silent = { [OTHER]: { error: 'timeout' } as const };
    expect((await verifySigned(home({ ...listing, ...silent }))).verdict.status).toBe('unreachable');
    const unasked = { [OTHER]: { error: 'permission-needed' } as const };
    expect((await verifySigned(home({ ...listing, ...unasked }))).verdict.reason).toBe('permission-needed');
  });

  it('is not ended by what becomes of another key, where neither has an address', async () => {
    const own = keyDocument({ id: undefined });
    const old = keyDocument({
      id: undefined,
      publicKeyPem: stranger.publicPem,
      expires: '2025-01-01T00:00:00Z',
    });
    const { verdict } = await verifySigned(
      home({ [ISSUER]: { body: issuer({ publicKey: [own, old] }) } }),
      signed({ verification: { type: 'signed' } }),
    );
    expect(verdict.status).toBe('signature-verified');
  });

  it('is held to the key that its creator names, where the profile holds keys that differ in their fragments', async () => {
    const old = keyDocument({ id: `${ISSUER}#old`, publicKeyPem: stranger.publicPem }) as JsonObject;
    const now = keyDocument({ id: `${ISSUER}#now` }) as JsonObject;
    const profile = { [ISSUER]: { body: issuer({ publicKey: [old, now] }) } };
    const by = async (creator: string) =>
      (await verifySigned(home(profile), signed({ verification: { type: 'SignedBadge', creator } }))).verdict;
    expect((await by(`${ISSUER}#now`)).status).toBe('signature-verified');
    expect(await by(`${ISSUER}#old`)).toMatchObject({ status: 'failed', reason: 'signature-invalid' });
  });

  it('may name its key with a fragment that its profile leaves out', async () => {
    const named = signed({ verification: { type: 'SignedBadge', creator: `${KEY}#key` } });
    expect((await verifySigned(home(), named)).verdict.status).toBe('signature-verified');
  });

  it('without a creator is tried with the keys of the profile', async () => {
    const { verdict } = await verifySigned(home(), signed({ verification: { type: 'signed' } }));
    expect(verdict.status).toBe('signature-verified');
  });

  it('is for the class that was signed with it, whatever its address says now', async () => {
    const badge = badgeClass({ name: 'Welding, as signed' });
    const { record, asked, verdict } = await verifySigned(home(), signed({ badge }));
    expect([record.name, verdict.status]).toEqual(['Welding, as signed', 'signature-verified']);
    expect(asked).not.toContain(CLASS);
  });

  it('pitfall 7: a creator that the profile does not list is intact, and not bound', async () => {
    const { stateOf, verdict } = await verifySigned(
      home({ [ISSUER]: { body: issuer({ publicKey: 'https://badges.example.org/k2' }) } }),
    );
    expect([stateOf('proof'), stateOf('key-binding')]).toEqual(['passed', 'failed key-not-bound']);
    expect(verdict).toMatchObject({ status: 'failed', reason: 'key-not-bound' });
  });

  it('keeps its key where its issuer moved to another host of its own, and has written its addresses anew', async () => {
    const moved = (address: string): string => address.replace('//badges', '//www.badges');
    const documents = (newKey: FakeDocument = {}): Record<string, FakeDocument> =>
      home({
        [ISSUER]: { body: issuer({ id: moved(ISSUER), publicKey: moved(KEY) }), finalUrl: moved(ISSUER) },
        [KEY]: {
          body: keyDocument({ id: moved(KEY), owner: moved(ISSUER) }),
          finalUrl: moved(KEY),
          ...newKey,
        },
        [moved(KEY)]: { body: keyDocument({ id: moved(KEY), owner: moved(ISSUER) }), ...newKey },
      });
    expect((await verifySigned(documents())).verdict.status).toBe('signature-verified');
    // The profile lists the new address of a key, and not all that its host answers with.
    const elsewhere = await verifySigned(documents({ finalUrl: moved(`${KEY}?other`) }));
    expect(elsewhere.stateOf('key-binding')).toBe('failed key-not-bound');
  });

  it('pitfall 7: a key whose owner is somebody else is key-owner-mismatch', async () => {
    const { stateOf } = await verifySigned(
      home({ [KEY]: { body: keyDocument({ owner: 'https://evil.example/i' }) } }),
    );
    expect(stateOf('key-binding')).toBe('failed key-owner-mismatch');
    const ownerless = await verifySigned(home({ [KEY]: { body: keyDocument({ owner: undefined }) } }));
    expect(ownerless.stateOf('key-binding')).toBe('failed key-owner-mismatch');
  });

  it('a key document that names another id is key-document-mismatch', async () => {
    const { stateOf } = await verifySigned(
      home({ [KEY]: { body: keyDocument({ id: 'https://badges.example.org/other' }) } }),
    );
    expect(stateOf('key-binding')).toBe('failed key-document-mismatch');
  });

  it('keys of an inline profile are not believed', async () => {
    const forger = issuer({ publicKey: { ...keyDocument({ publicKeyPem: stranger.publicPem }) } });
    const payload = signed({ badge: badgeClass({ issuer: forger }) });
    const { verdict } = await verifyBadge({ copy: await stranger.sign(payload), documents: home() });
    expect(verdict).toMatchObject({ status: 'failed', reason: 'signature-invalid' });
  });

  it('a profile that was redirected off its origin has no keys', async () => {
    const { verdict } = await verifySigned(
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
    const { stateOf } = await verifySigned(home(), signed({ verification: { type: 'hosted' } }));
    expect(stateOf('proof')).toBe('failed verification-type-mismatch');
  });

  it.each([404, 410, 500])('a key that answers %i leaves the signature open', async (status) => {
    const { verdict } = await verifySigned(home({ [KEY]: { status, body: '' } }));
    expect(verdict).toMatchObject({ status: 'unreachable', reason: 'key-unresolvable' });
  });

  it('that says of itself that it is revoked is revoked, and left open where what it says cannot be read', async () => {
    const said = async (own: JsonObject) => (await verifySigned(home(), signed(own))).stateOf('revocation');
    expect(await said({ revoked: true })).toBe('failed revoked');
    expect(await said({ revoked: '2026-02-01' })).toBe('inconclusive status-malformed');
    expect(await said({ revoked: false })).toBe('not-applicable');
  });

  it('a private key in public is no key', async () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----';
    const { verdict } = await verifySigned(home({ [KEY]: { body: keyDocument({ publicKeyPem: pem }) } }));
    expect(verdict).toMatchObject({ status: 'failed', reason: 'key-private' });
  });

  it('whose BadgeClass does not answer is not checked', async () => {
    const { stateOf } = await verifySigned(home({ [CLASS]: { status: 503 } }));
    expect(stateOf('proof')).toBe('inconclusive badge-class-unreachable');
  });

  it('lays open what was signed where it fails and is asked to, and never else', async () => {
    const forged = await stranger.sign(signed());
    const explained = (await established(forged, { explain: true })).proof;
    expect(explained).toMatchObject({ state: 'failed', facts: { signing: { algorithm: 'RS256' } } });
    expect((await established(forged)).proof).not.toHaveProperty('facts');
    const [, body, last = ''] = (await key.sign(signed())).split('.');
    const head = Buffer.from(JSON.stringify({ alg: 'ES256' })).toString('base64url');
    const other = (await established([head, body, last].join('.'), { explain: true })).proof;
    expect(other).toMatchObject({ state: 'failed', problem: { code: 'key-algorithm-mismatch' } });
    expect(other).not.toHaveProperty('facts');
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
    const { verdict } = await verifySigned(withList(revoked), signed(uid === undefined ? {} : { uid }));
    expect(verdict).toMatchObject({ status: 'revoked', reason: 'revoked' });
  });

  it('that names others does not revoke', async () => {
    const { verdict, stateOf } = await verifySigned(withList(['urn:uuid:other']));
    expect([verdict.status, stateOf('revocation')]).toEqual(['signature-verified', 'passed']);
  });

  it.each<[string, FakeDocument]>([
    ['gone', { status: 410, body: '' }],
    ['a page', { body: '<html>' }],
    ['something else', { body: { hello: 1 } }],
  ])('that is %s leaves it open, never passed', async (_what, list) => {
    const { verdict } = await verifySigned({ ...withList([]), [LIST]: list });
    expect(verdict.status).toBe('unreachable');
  });

  it('is asked about a uid that is a text or a number, and about none that is anything else', async () => {
    const net = () => fakeNet(withList([]), NOW);
    const entriesOf = async (uid: never) =>
      (await established(await key.sign(signed({ uid })), { net: net() })).record.statuses;
    expect((await entriesOf('abc' as never))[0]?.json).toMatchObject({ uid: 'abc' });
    expect((await entriesOf(5 as never))[0]?.json).toMatchObject({ uid: 5 });
    for (const uid of [['abc', 'abd'], { id: 'abc' }, undefined])
      expect((await entriesOf(uid as never))[0]?.json).not.toHaveProperty('uid');
  });
});

it('what is established elsewhere has no proof of its own', async () => {
  const token = await readCredential(await key.sign(signed()), null);
  const hosted = await readCredential(assertion(), ASSERTION);
  for (const read of [token, hosted]) {
    if (!read.ok) throw new Error('not read');
    const { proof } = await checkSecuring(read.value, fakePorts());
    expect(proof.problem?.code).toBe('no-proof');
  }
});
