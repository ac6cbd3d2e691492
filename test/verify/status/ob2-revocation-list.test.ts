/** Where an OB 2 issuer says which list its signed badges are revoked in. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { createJwtKey, type JwtKey } from '../../build/jwt.ts';
import { assertion, badgeClass, CLASS, ISSUER, issuer, verifyBadge } from '../proof/badge-world.ts';

const KEY = 'https://badges.example.org/key.json';
const [FIRST, SECOND] = [
  'https://badges.example.org/revoked-1.json',
  'https://badges.example.org/revoked-2.json',
];
const ID = 'urn:uuid:00000000-0000-4000-8000-000000000001';
let key: JwtKey;
beforeAll(async () => {
  key = await createJwtKey('RS256');
});

const list = (id: string, revokedAssertions: unknown): JsonObject =>
  ({
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'RevocationList',
    id,
    revokedAssertions,
  }) as JsonObject;

async function revocation(revocationList: unknown, revokedInSecond = false): Promise<string> {
  const { stateOf } = await verifyBadge({
    copy: await key.sign(assertion({ id: ID, verification: { type: 'SignedBadge', creator: KEY } })),
    documents: {
      [CLASS]: { body: badgeClass() },
      [ISSUER]: { body: issuer({ publicKey: KEY, revocationList } as JsonObject) },
      [KEY]: { body: { type: 'CryptographicKey', id: KEY, owner: ISSUER, publicKeyPem: key.publicPem } },
      [FIRST]: { body: list(FIRST, []) },
      [SECOND]: { body: list(SECOND, revokedInSecond ? [ID] : []) },
    },
  });
  return stateOf('revocation');
}

describe('the revocation list of a profile', () => {
  it('is looked into whether it is named or described', async () => {
    expect(await revocation(FIRST)).toBe('passed');
    expect(await revocation({ id: FIRST, type: 'RevocationList' })).toBe('passed');
    expect(await revocation(SECOND, true)).toBe('failed revoked');
  });

  it('may be several, and each is looked into', async () => {
    expect(await revocation([FIRST, SECOND])).toBe('passed');
    expect(await revocation([FIRST, SECOND], true)).toBe('failed revoked');
    expect(await revocation([{ id: SECOND }], true)).toBe('failed revoked');
  });

  it.each<[unknown]>([[5], [true], [{}], [{ url: FIRST }], [[FIRST, 5]], [[[FIRST]]], ['']])(
    'that cannot be read is not taken for none: %j',
    async (unread) => {
      expect(await revocation(unread)).toBe('inconclusive status-malformed');
    },
  );

  it.each<[unknown]>([[undefined], [null], [[]]])('that is not there is none: %j', async (absent) => {
    expect(await revocation(absent)).toBe('not-applicable');
  });
});

describe('the entries of a revocation list', () => {
  const saying = (revokedAssertions: unknown): Promise<string> => served(list(FIRST, revokedAssertions));
  const served = async (body: JsonObject, own: JsonObject = {}): Promise<string> => {
    const { stateOf } = await verifyBadge({
      copy: await key.sign(
        assertion({ id: ID, verification: { type: 'SignedBadge', creator: KEY }, ...own }),
      ),
      documents: {
        [CLASS]: { body: badgeClass() },
        [ISSUER]: { body: issuer({ publicKey: KEY, revocationList: FIRST }) },
        [KEY]: { body: { type: 'CryptographicKey', id: KEY, owner: ISSUER, publicKeyPem: key.publicPem } },
        [FIRST]: { body },
      },
    });
    return stateOf('revocation');
  };

  it.each<[unknown]>([[[ID]], [[{ id: ID }]], [[{ uid: ID }]], [[7, ID]], [{ id: ID }], [ID]])(
    'that name the badge revoke it: %j',
    async (entries) => {
      expect(await saying(entries)).toBe('failed revoked');
    },
  );

  it.each<[unknown]>([
    [[]],
    [['urn:uuid:other']],
    [[{ id: 'urn:uuid:other' }]],
    [[{ id: ID, revoked: false }]],
  ])('that name others, or none, do not: %j', async (entries) => {
    expect(await saying(entries)).toBe('passed');
  });

  it.each<[unknown]>([
    [{ [ID]: 'Issued in error' }],
    [[7]],
    [[[ID]]],
    [[{ assertion: ID }]],
    [true],
    [[null]],
  ])('that cannot be read leave it open: %j', async (entries) => {
    expect(await saying(entries)).toBe('inconclusive status-list-malformed');
  });

  it.each<[JsonObject]>([[{ [ID]: 'Issued in error' }], [{ f2c20: 'Left', a1b2: 'Issued in error' }]])(
    'of Open Badges 1, whose members are the revoked ids, revoke it: %j',
    async (dictionary) => {
      expect(await served(dictionary, { uid: 'a1b2' })).toBe('failed revoked');
    },
  );

  it.each<[JsonObject]>([
    [{ f2c20: 'Left' }],
    [{}],
    [{ a1b2: { reason: 'Issued in error' } }],
    [{ error: 'not found' }],
  ])('of Open Badges 1 that do not name it prove nothing: %j', async (dictionary) => {
    expect(await served(dictionary, { uid: 'a1b2' })).toBe('inconclusive status-list-malformed');
  });
});
