import { beforeAll, describe, expect, it } from 'vitest';
import type { VerifyPorts } from '../../src/verify/ports.ts';
import { CHECK_IDS } from '../../src/verify/report.ts';
import type { Json } from '../build/badge.ts';
import { endorsed, endorsementBy } from '../build/badge.ts';
import { tamperJwt } from '../build/jwt.ts';
import { BADGE, COURSE, createJwtIssuer, type JwtIssuer, unsignedBadge } from '../build/jwt-issuer.ts';
import { createSigner, type Signer } from '../build/signer.ts';
import { statusEntry } from '../build/status-list.ts';
import { verifyInClosedWorld } from '../fake/closed-world.ts';
import { type FakeDocument, fakeNet } from '../fake/net.ts';
import { knowing, NOW } from '../fake/ports.ts';

const REFRESH = 'https://refresh.example/a';
const AT = new Date(NOW - 1000);
let signer: Signer;
let stranger: Signer;
let issuer: JwtIssuer;
let other: JwtIssuer;
beforeAll(async () => {
  [issuer, other] = await Promise.all([createJwtIssuer(), createJwtIssuer()]);
  [signer, stranger] = await Promise.all([createSigner('eddsa-rdfc-2022'), createSigner('eddsa-rdfc-2022')]);
});

const badge = (more: Json = {}, by = signer): Promise<Json> =>
  by.sign(unsignedBadge(by.controller, more), AT);

async function check(
  credential: Json | string,
  documents: Record<string, FakeDocument> = {},
  ports: Partial<VerifyPorts> = {},
) {
  const verified = await verifyInClosedWorld({ credential, documents, ports });
  const said = Object.fromEntries(CHECK_IDS.map((id) => [id, verified.stateOf(id)]));
  return { ...verified, said };
}

describe('a report', () => {
  it('answers every check of a good credential', async () => {
    const { said, verdict, report } = await check(await badge());
    expect(Object.keys(said)).toEqual([...CHECK_IDS]);
    expect(said).toMatchObject({
      proof: 'passed',
      'key-binding': 'passed',
      revocation: 'not-applicable',
      'issuer-trust': 'warned issuer-unknown',
    });
    expect(verdict).toMatchObject({ status: 'signature-verified', standing: 'unrecognised' });
    expect(structuredClone(report)).toEqual(JSON.parse(JSON.stringify(report)));
  });

  it('compares its holder with what the reader knows', async () => {
    const { said } = await check(await badge(), {}, { holder: { name: 'Ann' } });
    expect(said.holder).toBe('inconclusive holder-not-checkable');
  });

  it('is verified only where the issuer is recognised', async () => {
    const issuers = {
      lookUp: async () => ({ ok: true, value: [{ source: 'reader', name: 'Example' }] }) as const,
    };
    const { verdict } = await check(await badge(), {}, { issuers });
    expect(verdict).toMatchObject({ status: 'signature-verified', standing: 'verified', reason: null });
  });

  it('after a bad proof leaves what rests on it not-run, and asks nobody', async () => {
    const entry = statusEntry('https://lists.example/1', 7, 'revocation');
    const { said, asked, verdict, report } = await check({
      ...(await badge({ credentialStatus: entry })),
      name: 'Forged',
    });
    expect(said.proof).toMatch(/^failed/);
    expect([said.revocation, said['validity-period'], said.holder, said.endorsements]).toEqual([
      'not-run',
      'not-run',
      'not-run',
      'not-run',
    ]);
    expect(report.outcomes.revocation.blockedBy).toBe('proof');
    expect([asked, verdict.status]).toEqual([[], 'failed']);
  });

  it('on an unsigned credential is never good', async () => {
    const { said, verdict } = await check(unsignedBadge(signer.controller));
    expect(said).toMatchObject({ proof: 'inconclusive no-proof', 'key-binding': 'not-run' });
    expect(verdict).toMatchObject({ status: 'not-checked', standing: 'inconclusive' });
  });

  it('stays whole where a port throws, with that question open and every other one answered', async () => {
    const broken = {
      issuers: {
        lookUp: async () => {
          throw new Error('bug');
        },
      },
    };
    const { said, verdict } = await check(await badge(), {}, broken);
    expect(said).toMatchObject({
      proof: 'passed',
      'issuer-trust': 'inconclusive internal',
      'page-claim': 'not-applicable',
    });
    expect(verdict.standing).toBe('caution');
  });

  it('stays whole where a part of the program is missing, with that question open', async () => {
    const broken = {
      issuers: {
        lookUp: async () => {
          throw Object.assign(new Error('no later.js'), { name: 'PartMissing' });
        },
      },
    };
    const { said } = await check(await badge(), {}, broken);
    expect(said).toMatchObject({ proof: 'passed', 'issuer-trust': 'inconclusive part-missing' });
  });

  it('stays whole where the network throws', async () => {
    const net = {
      get: async () => {
        throw new Error('bug');
      },
    };
    const entry = statusEntry('https://lists.example/1', 7, 'revocation');
    const { said, verdict } = await check(await badge({ credentialStatus: entry }), {}, { net });
    expect(said.revocation).toBe('inconclusive internal');
    expect(verdict.status).toBe('unreachable');
  });

  it('names everyone who was asked for this credential, and nobody else', async () => {
    const list = 'https://lists.example/1';
    const net = fakeNet({ [list]: { status: 503, body: '' } }, NOW);
    await net.get({ url: 'https://elsewhere.example/' });
    const { report } = await check(
      await badge({ credentialStatus: statusEntry(list, 7, 'revocation') }),
      {},
      { net },
    );
    expect(report.contacted.map(({ url, outcome }) => [url, outcome])).toEqual([[list, '503']]);
  });
});

describe('a refresh service', () => {
  const service = { refreshService: { id: REFRESH, type: '1EdTechCredentialRefresh' } };
  const forge = (token: string): string => tamperJwt(token, 'Welding', 'Surgery');

  it('gives a newer copy of the same issuer and id, which replaces the record', async () => {
    const body = await issuer.badge({ ...service, validUntil: '2030-01-01T00:00:00Z' });
    const old = await issuer.badge({ ...service, validUntil: '2026-06-01T00:00:00Z' });
    const { said, record, asked, verdict } = await check(old, { [REFRESH]: { body } });
    expect([said.refresh, record.validUntil?.text, verdict.status]).toEqual([
      'passed',
      '2030-01-01T00:00:00Z',
      'signature-verified',
    ]);
    expect(asked).toEqual([REFRESH]);
  });

  it.each([{ status: 500, body: '' }, { status: 404, body: '' }, { body: '<html>' }, { body: [] }])(
    'that has no copy leaves the original: %j',
    async (answer) => {
      const { said, verdict } = await check(await issuer.badge(service), { [REFRESH]: answer });
      expect([said.refresh, verdict.status]).toEqual(['inconclusive refresh-failed', 'signature-verified']);
    },
  );

  it('that cannot be asked, or is named by a list of types, changes nothing else', async () => {
    const token = await issuer.badge(service);
    expect((await check(token, { [REFRESH]: { error: 'timeout' } })).said.refresh).toBe(
      'inconclusive refresh-failed',
    );
    const listed = { refreshService: { id: REFRESH, type: ['Other', '1EdTechCredentialRefresh'] } };
    const old = await issuer.badge({ ...listed, validUntil: '2026-06-01T00:00:00Z' });
    const body = await issuer.badge({ ...listed, validUntil: '2030-01-01T00:00:00Z' });
    expect((await check(old, { [REFRESH]: { body } })).said.refresh).toBe('passed');
    const nowhere = { refreshService: { id: 'newer', type: '1EdTechCredentialRefresh' } };
    expect((await check(await issuer.badge(nowhere))).said.refresh).toBe('inconclusive refresh-unsupported');
  });

  it('that gives a copy without an id is refused, also where the original has none', async () => {
    const unnamed = { ...service, id: undefined };
    const { said } = await check(await issuer.badge(unnamed), {
      [REFRESH]: { body: await issuer.badge(unnamed) },
    });
    expect(said.refresh).toBe('warned refreshed-copy-rejected');
  });

  it('is not asked where the key is not the issuer’s', async () => {
    const foreign = await other.badge({ ...service, issuer: { id: issuer.did } });
    const { said, asked } = await check(foreign, { [REFRESH]: { body: await issuer.badge(service) } });
    expect([said['validity-period'], said.holder, said['page-claim'], said.revocation]).toEqual(
      Array(4).fill('not-run'),
    );
    expect([said['key-binding'], said.refresh, asked]).toEqual([
      expect.stringMatching(/^failed/),
      'not-run',
      [],
    ]);
  });

  it.each<[string, () => Promise<Json | string>]>([
    ['another issuer’s', () => other.badge()],
    ['another id', () => issuer.badge({ id: 'urn:uuid:00000000-0000-4000-8000-00000000000b' })],
    ['changed after signing', async () => forge(await issuer.badge())],
    ['unsigned', async () => unsignedBadge(issuer.did)],
    ['said to be the issuer’s, by somebody else’s key', () => other.badge({ issuer: { id: issuer.did } })],
  ])('whose copy is %s is refused, and the original stands with a caution', async (_what, copy) => {
    const { said, record, verdict } = await check(await issuer.badge(service), {
      [REFRESH]: { body: await copy() },
    });
    expect(said.refresh).toBe('warned refreshed-copy-rejected');
    expect([record.source.securing, record.name]).toEqual(['enveloping', 'Welding']);
    expect(verdict).toMatchObject({ status: 'signature-verified', standing: 'caution' });
  });

  it('is not asked before the proof holds', async () => {
    const { said, asked } = await check(forge(await issuer.badge(service)));
    expect([said.refresh, asked]).toEqual(['not-run', []]);
  });

  it('of another kind is said not to be supported', async () => {
    const { said, verdict } = await check(
      await issuer.badge({ refreshService: { id: REFRESH, type: 'VerifiableCredentialRefreshService2021' } }),
    );
    expect([said.refresh, verdict.status]).toEqual([
      'inconclusive refresh-unsupported',
      'signature-verified',
    ]);
  });
});

describe('endorsements', () => {
  const endorsement = (about: string, by = stranger): Promise<Json> =>
    by.sign(endorsementBy(by.controller, endorsed(about)), AT);

  it.each([
    ['this credential', () => BADGE, 'credential'],
    ['its achievement', () => COURSE, 'achievement'],
    ['its issuer', () => issuer.did, 'issuer'],
  ])('of %s that holds passes, and says of what it is', async (_what, about, part) => {
    const badge = await issuer.badge({ endorsement: [await endorsement(about())] });
    const { said, report } = await check(badge, {}, knowing(stranger.controller, issuer.did));
    expect(said.endorsements).toBe('passed');
    expect(report.outcomes.endorsements.facts).toEqual({
      endorsements: [{ endorser: 'Known', status: 'signature-verified', about: part, says: 'Good.' }],
    });
  });

  it('of something else is not one of this badge', async () => {
    const { said, verdict } = await check(
      await issuer.badge({ endorsement: [await endorsement('https://other.example/course')] }),
    );
    expect([said.endorsements, verdict.status, verdict.standing]).toEqual([
      'warned endorsement-other-subject',
      'signature-verified',
      'caution',
    ]);
  });

  it('changed after signing has failed, and the badge keeps its status with a caution', async () => {
    const forged = { ...(await endorsement(COURSE)), name: 'Forged' };
    const { said, verdict } = await check(await issuer.badge({ endorsement: [forged] }));
    expect([said.endorsements, verdict.status, verdict.standing]).toEqual([
      'warned endorsement-failed',
      'signature-verified',
      'caution',
    ]);
  });

  it('that is no credential at all is unchecked, and a doubt: it may have been written so that nobody reads it', async () => {
    const { said, verdict } = await check(await issuer.badge({ endorsementJwt: ['not.a.jwt'] }));
    expect([said.endorsements, verdict.status, verdict.standing]).toEqual([
      'warned endorsement-unchecked',
      'signature-verified',
      'caution',
    ]);
  });

  it('without number are counted, not followed', async () => {
    const many = Array.from({ length: 40 }, () => 'not.a.jwt');
    const { report } = await check(await issuer.badge({ endorsementJwt: many }));
    expect(report.outcomes.endorsements.others).toHaveLength(10);
  });

  it('of endorsements are not followed', async () => {
    const { proof: _proof, ...outer } = await endorsement(COURSE);
    const inner = { ...(await endorsement('https://other.example/course')), name: 'Forged' };
    const id = 'urn:uuid:00000000-0000-4000-8000-0000000000ef';
    const nested = await stranger.sign({ ...outer, id, endorsement: [inner] }, AT);
    const { said } = await check(
      await issuer.badge({ endorsement: [nested] }),
      {},
      knowing(stranger.controller, issuer.did),
    );
    expect(said.endorsements).toBe('passed');
  });
});
