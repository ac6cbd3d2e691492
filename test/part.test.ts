import { describe, expect, it, vi } from 'vitest';
import { part } from '../src/part.ts';
import { judge } from '../src/verify/judge.ts';
import { verify } from '../src/verify/verify.ts';
import { deriveWith } from './build/derived.ts';
import { fakePorts } from './fake/ports.ts';
import { badge, credentialOf } from './verify/proof/issue.ts';

describe('a part of the program', () => {
  it('is what its import gives, and a problem where that cannot be had', async () => {
    expect(await part(async () => 42)).toEqual({ ok: true, value: 42 });
    const missing = part(() => Promise.reject(new TypeError('no such script')));
    expect(await missing).toMatchObject({ problem: { code: 'part-missing' } });
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
});
