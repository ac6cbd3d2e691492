/** Which newer copy counts, and that it takes nothing back that was said of the one in hand. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import type { Json } from '../../build/badge.ts';
import { DID, sign } from '../../build/hand-signed.ts';
import { badge as issued } from '../../build/issue.ts';
import { BADGE, createJwtIssuer, type JwtIssuer } from '../../build/jwt-issuer.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { NOW } from '../../fake/ports.ts';

const REFRESH = 'https://refresh.example/a';
const LIST = 'https://lists.example/revoked';
const OTHER_LIST = 'https://lists.example/others';
const service = { refreshService: { id: REFRESH, type: '1EdTechCredentialRefresh' } };
const status = { credentialStatus: { id: LIST, type: '1EdTechRevocationList' } };
const subject = (over: Json) => ({
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://a.example/course',
      type: ['Achievement'],
      name: 'Welding',
      description: 'd',
      criteria: { narrative: 'c' },
    },
    ...over,
  },
});
let issuer: JwtIssuer;
beforeAll(async () => {
  issuer = await createJwtIssuer();
});

const told = async (inHand: Json, copy: Json, answer: Partial<FakeDocument> = {}) =>
  toldOf(await issuer.badge({ ...service, ...inHand }), { body: await issuer.badge(copy), ...answer });

async function toldOf(credential: string | Json, copy: FakeDocument) {
  const documents = {
    [REFRESH]: copy,
    [LIST]: { body: { id: LIST, issuer: issuer.did, revokedCredential: [{ id: BADGE }] } },
    [OTHER_LIST]: { body: { id: OTHER_LIST, issuer: issuer.did, revokedCredential: [] } },
  };
  const { report, stateOf, verdict, asked } = await verifyInClosedWorld({ credential, documents });
  return {
    refresh: stateOf('refresh'),
    revocation: report.outcomes.revocation.state,
    status: verdict.status,
    until: report.credential?.validUntil?.text ?? null,
    asked,
  };
}
const REJECTED = 'warned refreshed-copy-rejected';
/** A W3C credential may leave out what a badge has to state. */
const PLAIN = { type: ['VerifiableCredential'], credentialSubject: { id: 'did:example:ann' } };
const newer = { validFrom: '2026-02-01T00:00:00Z', validUntil: '2030-01-01T00:00:00Z' };

describe('pitfall 26: a copy that a refresh service answers with', () => {
  it('takes the place of the one in hand where it is newer', async () => {
    expect(await told({}, newer)).toMatchObject({
      refresh: 'passed',
      revocation: 'not-applicable',
      until: '2030-01-01T00:00:00Z',
    });
    const same = { validUntil: '2030-01-01T00:00:00Z' };
    expect(await told({}, same)).toMatchObject({ refresh: 'passed', until: '2030-01-01T00:00:00Z' });
  });

  it('leaves the one in hand in its place where its own form is broken', async () => {
    for (const over of [{ name: 7 }, { credentialSubject: { id: 'did:example:ann' } }])
      expect(await told({}, { ...newer, ...over })).toMatchObject({
        refresh: REJECTED,
        status: 'signature-verified',
        until: null,
      });
  });

  it('never clears what the one in hand says of its status', async () => {
    for (const copy of [
      newer,
      { ...newer, credentialStatus: { id: OTHER_LIST, type: '1EdTechRevocationList' } },
    ])
      expect(await told(status, copy)).toMatchObject({
        refresh: 'passed',
        revocation: 'failed',
        status: 'revoked',
      });
  });

  it('never answers for a status that the holder of the one in hand keeps back', async () => {
    const keptBack = { _sd: ['X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0'] };
    for (const copy of [
      newer,
      { ...newer, credentialStatus: { id: OTHER_LIST, type: '1EdTechRevocationList' } },
    ])
      expect(await told(keptBack, copy)).toMatchObject({ refresh: 'passed', revocation: 'warned' });
  });

  it('is asked once for a status that both of them name', async () => {
    const { asked } = await told(status, { ...newer, ...status });
    expect(asked.filter((url) => url === LIST)).toHaveLength(1);
  });

  it.each<[string, Json, Json]>([
    ['older', {}, { validFrom: '2025-12-01T00:00:00Z' }],
    ['older by its signature', { iat: NOW / 1000 - 10 }, { iat: NOW / 1000 - 20 }],
    ['of another subject', {}, subject({ id: 'did:example:bob' })],
    [
      'of no subject',
      {},
      subject({
        identifier: [
          {
            type: 'IdentityObject',
            identityType: 'emailAddress',
            identityHash: 'bob@example.com',
            hashed: false,
          },
        ],
      }),
    ],
    ['of another id', {}, { id: 'urn:uuid:00000000-0000-4000-8000-00000000000b' }],
    ['without a beginning', {}, { validFrom: undefined, ...PLAIN }],
  ])('that is %s does not count', async (_what, inHand, copy) => {
    expect(await told({ ...status, ...inHand }, copy)).toMatchObject({
      refresh: REJECTED,
      status: 'revoked',
    });
  });

  it.each<[string, Json]>([
    ['an id', { id: undefined }],
    ['a beginning', { validFrom: undefined }],
  ])('says nothing of one in hand without %s', async (_what, over) => {
    expect((await told(PLAIN, { ...PLAIN, ...newer })).refresh).toBe('passed');
    const copy = { ...PLAIN, ...newer, ...('id' in over && over) };
    expect(await told({ ...PLAIN, ...over }, copy)).toMatchObject({
      refresh: REJECTED,
      until: null,
    });
  });

  it('of a subject without an id counts where its identifiers are the same', async () => {
    const known = (identityHash: string) =>
      subject({
        identifier: [{ type: 'IdentityObject', identityType: 'emailAddress', identityHash, hashed: false }],
      });
    expect((await told(known('ann@example.com'), { ...newer, ...known('ann@example.com') })).refresh).toBe(
      'passed',
    );
    expect((await told(known('ann@example.com'), { ...newer, ...known('bob@example.com') })).refresh).toBe(
      REJECTED,
    );
  });

  it('of a subject with an id counts though its issuer knows another name of it by now', async () => {
    const identifier = [
      {
        type: 'IdentityObject',
        identityType: 'emailAddress',
        identityHash: 'ann@example.com',
        hashed: false,
      },
    ];
    const named = subject({ id: 'did:example:ann', identifier });
    expect((await told({}, { ...newer, ...named })).refresh).toBe('passed');
  });

  it.each([
    ['https://mallory.example/a', 'inconclusive refresh-failed'],
    ['https://refresh.example/~mallory/a', 'inconclusive refresh-failed'],
    ['https://refresh.example/2026/a', 'passed'],
  ])('after a redirect to %s: %s', async (finalUrl, refresh) => {
    expect((await told(status, newer, { finalUrl })).refresh).toBe(refresh);
  });
});

describe('a copy with an embedded proof', () => {
  const [BEFORE, AFTER] = ['2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z'];
  const by = (created: string | undefined, over: Json = {}) =>
    sign({ ...issued(DID), ...service, ...over } as JsonObject, 'eddsa-jcs-2022', { created });

  it('takes the place of the one in hand, and takes nothing back that this says of its status', async () => {
    const until = '2031-01-01T00:00:00Z';
    const copy = { body: await by(AFTER, { validUntil: until }) };
    expect(await toldOf(await by(BEFORE), copy)).toMatchObject({
      refresh: 'passed',
      revocation: 'not-applicable',
      until,
    });
    const revoked = { id: BADGE, credentialStatus: { id: LIST, type: 'RevocationList' } };
    expect(await toldOf(await by(BEFORE, revoked), { body: await by(AFTER, { id: BADGE }) })).toMatchObject({
      refresh: 'passed',
      revocation: 'failed',
      status: 'revoked',
    });
  });

  it.each<[string, string | undefined, string | undefined, string]>([
    ['signed in the same second counts', BEFORE, BEFORE, 'passed'],
    ['signed before does not', AFTER, BEFORE, REJECTED],
    ['signed nobody knows when does not', BEFORE, undefined, REJECTED],
    ['signed some time counts where nobody knows when the other was', undefined, BEFORE, 'passed'],
  ])('%s', async (_, inHand, copy, refresh) => {
    expect((await toldOf(await by(inHand), { body: await by(copy) })).refresh).toBe(refresh);
  });
});
