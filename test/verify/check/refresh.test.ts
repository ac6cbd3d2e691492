/** What is said of a newer copy that was not asked for, or not taken. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/verify/report.ts';
import { tamperJwt } from '../../build/jwt.ts';
import { createJwtIssuer, type JwtIssuer, unsignedBadge } from '../../build/jwt-issuer.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';

const REFRESH = 'https://refresh.example/a';
const SERVICE = { id: REFRESH, type: '1EdTechCredentialRefresh' };
const service = { refreshService: SERVICE };
let issuer: JwtIssuer;
let other: JwtIssuer;
beforeAll(async () => {
  [issuer, other] = await Promise.all([createJwtIssuer(), createJwtIssuer()]);
});

async function check(token: string, body: string | object = '') {
  const documents = { [REFRESH]: { body } };
  const { report, asked } = await verifyInClosedWorld({ credential: token, documents });
  return { refresh: report.outcomes.refresh, asked };
}
const refreshOf = async (token: string, body: string | object = ''): Promise<Outcome> =>
  (await check(token, body)).refresh;

describe('a newer copy', () => {
  it('is no question of a credential that names no service', async () => {
    expect(await refreshOf(await issuer.badge())).toEqual({ state: 'not-applicable' });
  });

  it('waits for the proof, and for the key, whichever is wanting', async () => {
    const forged = tamperJwt(await issuer.badge(service), 'Welding', 'Surgery');
    expect(await refreshOf(forged)).toEqual({ state: 'not-run', blockedBy: 'proof' });
    const foreign = await other.badge({ ...service, issuer: { id: issuer.did } });
    expect(await refreshOf(foreign)).toEqual({ state: 'not-run', blockedBy: 'key-binding' });
  });

  it('that is refused is refused with what is wrong with it', async () => {
    const token = await issuer.badge(service);
    const causeOf = async (copy: string | object) => (await refreshOf(token, copy)).problem?.cause?.code;
    expect(await causeOf(tamperJwt(await issuer.badge(service), 'Welding', 'Surgery'))).toBe(
      'signature-invalid',
    );
    expect(await causeOf(await other.badge({ issuer: { id: issuer.did } }))).toBe('key-not-bound');
    expect(await causeOf(unsignedBadge(issuer.did))).toBe('no-proof');
  });

  it('whose key is the issuer’s, and whose token is of the future, is not taken', async () => {
    const copy = await issuer.badge({ iat: 4_000_000_000 });
    const { state, problem } = await refreshOf(await issuer.badge(service), copy);
    expect([state, problem?.code]).toEqual(['warned', 'refreshed-copy-rejected']);
  });

  it('that does not say when it was signed is not taken for newer than one that does', async () => {
    const token = await issuer.badge({ ...service, iat: 1_770_000_000 });
    const stateFor = async (more: Record<string, unknown>) =>
      (await refreshOf(token, await issuer.badge(more))).state;
    expect(await stateFor({ iat: 1_770_000_001 })).toBe('passed');
    expect(await stateFor({ iat: undefined })).toBe('warned');
    expect(await stateFor({ iat: 1_769_999_999 })).toBe('warned');
  });

  it.each([
    { ...SERVICE, type: '1EdTechCredentialRefreshBeta' },
    { id: REFRESH },
    { ...SERVICE, id: [REFRESH] },
  ])('is not asked for at a service of another make (%j)', async (refreshService) => {
    const { refresh, asked } = await check(await issuer.badge({ refreshService }));
    expect([refresh.problem?.code, asked]).toEqual(['refresh-unsupported', []]);
  });

  it('is asked for at the service that has an address, whichever stands first', async () => {
    const refreshService = [{ ...SERVICE, id: [REFRESH] }, SERVICE];
    expect((await check(await issuer.badge({ refreshService }))).asked).toEqual([REFRESH]);
  });
});
