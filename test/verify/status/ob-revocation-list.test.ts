/** Lists of the ids that are revoked: `1EdTechRevocationList` of Open Badges 3, and `RevocationList` before it. */
import { describe, expect, it } from 'vitest';
import { DIALECTS, lookUpId } from '../../../src/verify/status/ob-revocation-list.ts';
import type { Json } from '../../build/badge.ts';
import { issuer, LIST } from '../../build/issued-list.ts';
import { BADGE } from '../../build/jwt-issuer.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { NOW } from '../../fake/ports.ts';
import { codeOf, KEEPER, lookedUp } from './looked-up.ts';
import { asked, keeping, said } from './told.ts';

const OTHER = 'https://lists.example/2';
const asks = (over: Json = {}): Json => ({ id: LIST, type: '1EdTechRevocationList', ...over });
const list = (over: Json): FakeDocument => ({ body: { id: LIST, issuer: issuer.did, ...over } });

describe('a 1EdTech revocation list', () => {
  it.each<[string, FakeDocument, string]>([
    ['that is empty passes', list({ revokedCredential: [] }), 'passed'],
    ['without entries passes', list({}), 'passed'],
    ['that names it revokes', list({ revokedCredential: [{ id: BADGE, revoked: true }] }), 'failed revoked'],
    [
      'that names it without saying so revokes',
      list({ revokedCredential: [{ id: BADGE }] }),
      'failed revoked',
    ],
    ...[false, 'false', 0, '0'].map((revoked): [string, FakeDocument, string] => [
      `that has reinstated it by ${JSON.stringify(revoked)} passes`,
      list({ revokedCredential: [{ id: BADGE, revoked }] }),
      'passed',
    ]),
    ...['true', 1, null, '', '2026-02-01', {}].map((revoked): [string, FakeDocument, string] => [
      `that names it with ${JSON.stringify(revoked)} revokes`,
      list({ revokedCredential: [{ id: BADGE, revoked }] }),
      'failed revoked',
    ]),
    [
      'in the plural of the wild revokes',
      list({ revokedCredentials: [{ id: BADGE, revoked: true }] }),
      'failed revoked',
    ],
    ['that names others passes', list({ revokedCredential: [{ id: `${BADGE}b` }] }), 'passed'],
    [
      'of another issuer answers nothing',
      list({ issuer: 'did:web:else.example' }),
      'inconclusive status-list-other-issuer',
    ],
    ['that is something else is malformed', { body: { error: 'no' } }, 'inconclusive status-list-malformed'],
    ['that is an array is malformed', { body: [] }, 'inconclusive status-list-malformed'],
    ['that is a page is malformed', { body: '<html>' }, 'inconclusive status-list-malformed'],
  ])('%s', async (_what, document, expected) => {
    expect(await said(asks(), document)).toBe(expected);
  });
});

describe('badges of one document, which differ in their fragments alone,', () => {
  const AWARDS = 'https://a.example/awards';
  it.each<[string, string, string]>([
    ['are not revoked with each other', `${AWARDS}#1`, 'passed'],
    ['are not revoked where the list names their document', AWARDS, 'passed'],
    ['are each revoked by its own id', `${AWARDS}#2`, 'failed revoked'],
    ['are each revoked by another spelling of it', 'https://A.example:443/awards#2', 'failed revoked'],
  ])('%s', async (_what, id, expected) => {
    const document = list({ revokedCredential: [{ id }] });
    expect(await said(asks(), document, { more: { id: `${AWARDS}#2` } })).toBe(expected);
  });
});

describe('a badge whose id has escapes', () => {
  // RFC 3986 §6.2.2: .NET writes their digits small, and many programs escape the tilde.
  const OWN = 'https://a.example/~ann/caf%C3%A9%2F1';
  it.each<[string, string, string]>([
    ['is revoked by its id with small digits', 'https://a.example/~ann/caf%c3%a9%2f1', 'failed revoked'],
    ['is revoked by its id with more escapes', 'https://a.example/%7Eann/%63af%C3%A9%2F1', 'failed revoked'],
    ['is not revoked with one in another folder', 'https://a.example/~ann/caf%C3%A9/1', 'passed'],
  ])('%s', async (_what, id, expected) => {
    const document = list({ revokedCredential: [{ id }] });
    expect(await said(asks(), document, { more: { id: OWN } })).toBe(expected);
  });
});

describe('what asks a list of revoked ids', () => {
  it.each<[string, Json]>([
    ['without an address', { id: undefined }],
    ['whose address is a number', { id: 7 }],
    ['whose address is none', { id: 'lists/1' }],
  ])('%s is malformed', async (_, over) => {
    expect(await said(asks(over), list({}))).toBe('inconclusive status-malformed');
  });

  it('at two addresses is at none, also where they look like one in a row', async () => {
    const document = list({ revokedCredential: [] });
    const two = [LIST, OTHER];
    const documents = { [LIST]: document, [OTHER]: document, [two.join(',')]: document };
    expect((await asked(asks({ id: two }), documents)).said).toBe('inconclusive status-malformed');
  });

  it('cannot be asked about a credential without an id', async () => {
    const more = { id: undefined };
    expect(await said(asks(), list({ revokedCredential: [] }), { more })).toBe(
      'inconclusive status-malformed',
    );
  });
});

describe('a list of revoked ids', () => {
  const told = async (body: object, dialect: keyof typeof DIALECTS = 'RevocationList') =>
    lookedUp(lookUpId(DIALECTS[dialect]), {
      json: { type: dialect, id: LIST },
      documents: { [LIST]: { body } },
    });
  const NAMED = { id: LIST, type: 'RevocationList' };

  it('may name its issuer as an object, which must be the credential’s', async () => {
    expect(await said(asks(), list({ issuer: { id: issuer.did } }))).toBe('passed');
    expect(await said(asks(), list({ issuer: { id: 'did:web:else.example' } }))).toBe(
      'inconclusive status-list-other-issuer',
    );
  });

  it('of somebody else names whose it is', async () => {
    const foreign = list({ issuer: 'did:web:else.example', revokedCredential: [] });
    expect((await asked(asks(), { [LIST]: foreign })).problem).toMatchObject({
      code: 'status-list-other-issuer',
      params: { host: 'lists.example', issuer: 'did:web:else.example' },
    });
  });

  it('of Open Badges 2 may name any issuer, one of Open Badges 3 its own alone', async () => {
    const issuer = 'https://other.example';
    expect(codeOf(await told({ ...NAMED, issuer, revokedAssertions: ['urn:uuid:1'] }))).toBe('revoked');
    const other = { type: '1EdTechRevocationList', issuer, revokedCredential: ['urn:uuid:1'] };
    expect(codeOf(await told(other, '1EdTechRevocationList'))).toBe('status-list-other-issuer');
  });

  it('with nothing in it is known by its type', async () => {
    expect(await said(asks(), { body: { type: '1EdTechRevocationList' } })).toBe('passed');
    expect(await said(asks(), { body: { type: 'Profile' } })).toBe('inconclusive status-list-malformed');
  });

  it('with nothing in it is known by its type, or by its id and issuer together', async () => {
    expect(codeOf(await told(NAMED))).toBe('clear');
    expect(codeOf(await told({ id: LIST, issuer: KEEPER }))).toBe('clear');
    for (const body of [{ id: LIST }, { issuer: KEEPER }, { id: 7, issuer: KEEPER }])
      expect(codeOf(await told(body))).toBe('status-list-malformed');
  });

  it('with entries needs no other name', async () => {
    expect(codeOf(await told({ revokedAssertions: ['urn:uuid:2'] }))).toBe('clear');
    expect(codeOf(await told({ revokedAssertions: ['urn:uuid:1'] }))).toBe('revoked');
  });

  it('of a large issuer is read to its end', async () => {
    const others = Array.from({ length: 30_000 }, (_, index) => `https://a.example/awards/${index}`);
    expect(await said(asks(), list({ revokedCredential: others }))).toBe('passed');
    expect(await said(asks(), list({ revokedCredential: [...others, BADGE] }))).toBe('failed revoked');
  });

  it('tells of several entries for one id what the first says that revokes', async () => {
    const revokedCredential = [
      { id: BADGE, revoked: false, revocationReason: 'Reinstated' },
      { id: BADGE, revocationReason: 'Copied' },
      { id: BADGE, revocationReason: 'Lost' },
    ];
    expect((await asked(asks(), { [LIST]: list({ revokedCredential }) })).problem?.params).toEqual({
      reason: 'Copied',
    });
  });

  it('revokes by an id alone, and by nothing that is no id', async () => {
    expect(await said(asks(), list({ revokedCredential: [7, null, ['x'], BADGE] }))).toBe('failed revoked');
    expect(await said(asks(), list({ revokedCredential: [7, null, [BADGE]] }))).toBe(
      'inconclusive status-list-malformed',
    );
  });

  it('knows nobody by an empty id', async () => {
    expect(await said(asks({ uid: '' }), list({ revokedCredential: [{ id: '' }, { uid: '' }] }))).not.toBe(
      'failed revoked',
    );
  });

  it('revokes by the uid that the entry names', async () => {
    const uid = 'badge-7';
    expect(await said(asks({ uid }), list({ revokedCredential: [{ uid }] }))).toBe('failed revoked');
  });

  it('gives the reason that it has, and revokes without one', async () => {
    const answer = (revoked: unknown) => asked(asks(), { [LIST]: list({ revokedCredential: [revoked] }) });
    const { said, problem } = await answer({ id: BADGE, revocationReason: 'Issued in error' });
    expect([said, problem?.params]).toEqual(['failed revoked', { reason: 'Issued in error' }]);
    for (const one of [BADGE, { id: BADGE }, { id: BADGE, revocationReason: 7 }]) {
      const bare = await answer(one);
      expect([bare.said, bare.problem?.params?.reason]).toEqual(['failed revoked', undefined]);
    }
  });

  it('gives a reason that is a text', async () => {
    const reasonOf = async (revocationReason: unknown) =>
      (await told({ ...NAMED, revokedAssertions: [{ id: 'urn:uuid:1', revocationReason }] })).problem?.params;
    expect(await reasonOf('Copied')).toEqual({ reason: 'Copied' });
    expect(await reasonOf({ en: 'Copied' })).toBeUndefined();
  });

  it('that cannot be had says nothing', async () => {
    for (const gone of [{ status: 404 }, { status: 410 }, { error: 'timeout' }] as const) {
      expect(await said(asks(), gone)).toBe('inconclusive status-list-unreachable');
    }
  });

  it.each(['null', '[]', '"none"', '7', 'true'])('that is %s is malformed', async (body) => {
    expect(await said(asks(), { body })).toBe('inconclusive status-list-malformed');
  });

  it('that is no JSON is told to be none', async () => {
    expect((await asked(asks(), { [LIST]: { body: '{' } })).problem).toMatchObject({
      code: 'status-list-malformed',
      cause: { code: 'json-malformed' },
    });
  });

  it('kept from before serves for a day and no longer', async () => {
    const text = JSON.stringify({ id: LIST, issuer: issuer.did, revokedCredential: [] });
    const aged = (hours: number) =>
      said(asks(), null, { ports: keeping({ text, at: NOW - hours * 3_600_000 }) });
    expect(await aged(23)).toBe('passed');
    expect(await aged(25)).toBe('inconclusive status-list-stale');
    expect(await aged(-1)).toBe('inconclusive status-list-stale');
  });
});
