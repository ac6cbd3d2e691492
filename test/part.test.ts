import { describe, expect, it, vi } from 'vitest';
import { part } from '../src/part.ts';
import { assertion } from './build/badge.ts';
import { deriveWith } from './build/derived.ts';
import { badge } from './build/issue.ts';
import { createJwtIssuer } from './build/jwt-issuer.ts';
import { verifyInClosedWorld } from './fake/closed-world.ts';

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
    const { stateOf, verdict } = await verifyInClosedWorld({ credential: derived });
    expect(stateOf('proof')).toBe('inconclusive part-missing');
    expect(verdict).toMatchObject({
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
    const { stateOf, verdict } = await verifyInClosedWorld({
      credential: await made(),
      retrievedFrom: 'https://issuer.example/a/1',
    });
    vi.doUnmock(`../src/verify/${file}.ts`);
    expect(stateOf(check)).toBe('inconclusive part-missing');
    expect(verdict).toMatchObject({ status: 'not-checked', standing: 'inconclusive' });
  });
});
