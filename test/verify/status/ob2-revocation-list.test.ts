/** Where an OB 2 issuer says which list its signed badges are revoked in. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { ISSUER, issuer } from '../proof/badge-world.ts';
import { home, ID, KEY, run, signed } from '../proof/signed-ob2-world.ts';

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
  return (await run(home({ [ISSUER]: { body: profile }, ...lists }), signed(own))).stateOf('revocation');
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
