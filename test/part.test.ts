import { describe, expect, it, vi } from 'vitest';
import { readCredential } from '../src/credential/read.ts';
import { part } from '../src/part.ts';
import { judge } from '../src/verify/judge.ts';
import { verify } from '../src/verify/verify.ts';
import { assertion } from './build/badge.ts';
import { deriveWith } from './build/derived.ts';
import { fakePorts } from './fake/ports.ts';
import { createJwtIssuer } from './verify/jwt-badge.ts';
import { badge, credentialOf } from './verify/proof/issue.ts';

describe('a part of the program', () => {
  it('is what its import gives, and a problem where that cannot be had', async () => {
    expect(await part(async () => 42)()).toEqual({ ok: true, value: 42 });
    const missing = part(() => Promise.reject(new TypeError('no such script')));
    expect(await missing()).toMatchObject({ problem: { code: 'part-missing' } });
  });

  it('is loaded once, and asked for again while it is missing', async () => {
    const load = vi.fn(async () => 42).mockRejectedValueOnce(new TypeError('no such script'));
    const kept = part(load);
    expect(await kept()).toMatchObject({ problem: { code: 'part-missing' } });
    expect([await kept(), await kept(), load.mock.calls.length]).toEqual([
      { ok: true, value: 42 },
      { ok: true, value: 42 },
      2,
    ]);
  });

  it('that is missing leaves a credential unchecked, and neither verified nor failed', async () => {
    vi.doMock('../src/verify/proof/suite/ecdsa-sd-2023.ts', () => {
      throw new TypeError('no such script');
    });
    const derived = await deriveWith('ecdsa-sd-2023', (issuer) => badge(issuer));
    const { report } = await verify({ credential: credentialOf(derived as never), claim: null }, fakePorts());
    expect(report.outcomes.proof).toMatchObject({ state: 'inconclusive', problem: { code: 'part-missing' } });
    expect(judge(report)).toMatchObject({
      status: 'not-checked',
      standing: 'inconclusive',
      reason: 'part-missing',
    });
  });

  const award = assertion({
    id: 'https://issuer.example/a/1',
    badge: 'https://issuer.example/b/1',
    email: 'ann@example.org',
    from: '2026-01-01T00:00:00Z',
  });

  it.each([
    ['of tokens', 'proof/enveloping', 'proof', async () => (await createJwtIssuer()).badge()],
    ['of hosted badges', 'proof/hosted', 'proof', async () => award],
    [
      'of lists of ids',
      'status/ob-revocation-list',
      'revocation',
      async () =>
        (await createJwtIssuer()).badge({
          credentialStatus: { id: 'https://lists.example/1', type: '1EdTechRevocationList' },
        }),
    ],
  ] as const)('%s that is missing leaves open what it would have answered', async (_, file, check, made) => {
    vi.doMock(`../src/verify/${file}.ts`, () => {
      throw new TypeError('no such script');
    });
    const read = readCredential((await made()) as never, 'https://issuer.example/a/1');
    if (!read.ok) throw new Error(read.problem.code);
    const { report } = await verify({ credential: read.value, claim: null }, fakePorts());
    vi.doUnmock(`../src/verify/${file}.ts`);
    expect(report.outcomes[check]).toMatchObject({
      state: 'inconclusive',
      problem: { code: 'part-missing' },
    });
    expect(judge(report)).toMatchObject({ status: 'not-checked', standing: 'inconclusive' });
  });
});
