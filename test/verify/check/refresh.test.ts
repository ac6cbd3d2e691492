/** What is said of a newer copy that was not asked for, or not taken. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/verify/report.ts';
import { verify } from '../../../src/verify/verify.ts';
import { tamperJwt } from '../../build/jwt.ts';
import { fakeNet } from '../../fake/net.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';
import { createJwtIssuer, type JwtIssuer, unsignedBadge } from '../jwt-badge.ts';
import { credentialOf } from '../proof/issue.ts';

const REFRESH = 'https://refresh.example/a';
const service = { refreshService: { id: REFRESH, type: '1EdTechCredentialRefresh' } };
let issuer: JwtIssuer;
let other: JwtIssuer;
beforeAll(async () => {
  [issuer, other] = await Promise.all([createJwtIssuer(), createJwtIssuer()]);
});

async function refreshOf(token: string, body: string | object = ''): Promise<Outcome> {
  const net = fakeNet({ [REFRESH]: { body } }, NOW);
  const { report } = await verify({ credential: credentialOf(token), claim: null }, fakePorts({ net }));
  return report.outcomes.refresh;
}

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
});
