/** Where an OB 2 issuer says which list its signed badges are revoked in. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { ISSUER, issuer } from '../../build/hosted-badge.ts';
import { home, ID, KEY, key, signed } from '../../build/signed-ob2.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { verifySigned } from '../proof/told.ts';

const [FIRST, SECOND] = [
  'https://badges.example.org/revoked-1.json',
  'https://badges.example.org/revoked-2.json',
];

const list = (id: string, revokedAssertions: unknown): JsonObject =>
  ({
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'RevocationList',
    id,
    revokedAssertions,
  }) as JsonObject;

/** What is said where the profile names such lists, and these are served. */
const said = async (revocationList: unknown, lists: Record<string, FakeDocument>, own: JsonObject = {}) => {
  const profile = issuer({ publicKey: KEY, revocationList } as JsonObject);
  return (await verifySigned(home({ [ISSUER]: { body: profile }, ...lists }), signed(own))).stateOf(
    'revocation',
  );
};

describe('the revocation list of a profile', () => {
  const revocation = (revocationList: unknown, revokedInSecond = false): Promise<string> =>
    said(revocationList, {
      [FIRST]: { body: list(FIRST, []) },
      [SECOND]: { body: list(SECOND, revokedInSecond ? [ID] : []) },
    });

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
  const served = (body: JsonObject, own: JsonObject = {}): Promise<string> =>
    said(FIRST, { [FIRST]: { body } }, own);

  it('may be none at all, in a list whose context and type are lists', async () => {
    const empty = { '@context': ['https://w3id.org/openbadges/v2'], type: ['RevocationList'], id: FIRST };
    expect(await served({ ...empty, issuer: ISSUER })).toBe('passed');
    expect(await served({ ...empty, issuer: ISSUER, others: [ID] })).toBe(
      'inconclusive status-list-malformed',
    );
  });

  it.each<[unknown]>([[[ID]], [[{ id: ID }]], [[{ uid: ID }]], [[7, ID]], [{ id: ID }], [ID]])(
    'that name the badge revoke it: %j',
    async (entries) => {
      expect(await saying(entries)).toBe('failed revoked');
    },
  );

  it.each<[unknown, JsonObject]>([
    [[ID.toUpperCase()], {}],
    [[ID.slice('urn:uuid:'.length)], {}],
    [[{ id: ` ${ID}\n` }], {}],
    [['417'], { uid: 417 }],
    [[{ uid: 417 }], { uid: '417' }],
  ])('that name it in another spelling revoke it: %j', async (entries, own) => {
    expect(await served(list(FIRST, entries), own)).toBe('failed revoked');
  });

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

  describe('of a badge of Open Badges 1', () => {
    const [OLD, OLD_CLASS, OLD_KEY] = ['issuer-1.json', 'class-1.json', 'key-1.pem'].map(
      (name) => `https://badges.example.org/${name}`,
    ) as [string, string, string];
    const V1 = 'https://w3id.org/openbadges/v1';
    const saidOf = async (body: unknown): Promise<string> => {
      const badge = {
        '@context': V1,
        type: 'Assertion',
        id: ID,
        uid: 'a1b2',
        recipient: { type: 'email', hashed: false, identity: 'ann@example.com' },
        badge: OLD_CLASS,
        issuedOn: '2026-01-15T00:00:00Z',
        verify: { type: 'signed', url: OLD_KEY },
      };
      const profile = { '@context': V1, name: 'Example Issuer', url: 'https://badges.example.org' };
      const documents = {
        [OLD_CLASS]: { body: { '@context': V1, name: 'Welding', issuer: OLD } },
        [OLD]: { body: { ...profile, revocationList: FIRST } },
        [OLD_KEY]: { body: key.publicPem, contentType: 'application/x-pem-file' },
        [FIRST]: { body: body as object },
      };
      const { stateOf } = await verifySigned(documents, badge as unknown as JsonObject);
      expect(stateOf('proof')).toBe('passed');
      return stateOf('revocation');
    };

    it.each<[JsonObject]>([[{ f2c20: 'Left' }], [{}], [list(FIRST, ['urn:uuid:other'])]])(
      'whose uid is not in the dictionary of reasons it is not revoked: %j',
      async (dictionary) => {
        expect(await saidOf(dictionary)).toBe('passed');
      },
    );

    it('whose uid is in the dictionary it is revoked', async () => {
      expect(await saidOf({ f2c20: 'Left', a1b2: 'Issued in error' })).toBe('failed revoked');
    });

    it.each<[JsonObject]>([
      [{ error: 'not found' }],
      [{ message: 'Not Found' }],
      [{ title: 'Gone', detail: 'No such list' }],
      [{ a1b2: { reason: 'Issued in error' } }],
      [{ f2c20: 7 }],
    ])('what is no dictionary of reasons leaves it open: %j', async (apology) => {
      expect(await saidOf(apology)).toBe('inconclusive status-list-malformed');
    });
  });

  it.each<[JsonObject]>([
    [{ f2c20: 'Left' }],
    [{}],
    [{ a1b2: { reason: 'Issued in error' } }],
    [{ error: 'not found' }],
  ])('of Open Badges 1 that do not name a badge of 2 prove nothing: %j', async (dictionary) => {
    expect(await served(dictionary, { uid: 'a1b2' })).toBe('inconclusive status-list-malformed');
  });
});
