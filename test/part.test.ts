import { describe, expect, it, vi } from 'vitest';
import { part } from '../src/part.ts';
import type { CheckId } from '../src/verify/report.ts';
import { identify, imitationAt } from '../src/verify/trust/identified.ts';
import { assertion } from './build/badge.ts';
import { deriveWith } from './build/derived.ts';
import { badge } from './build/issue.ts';
import { createJwtIssuer, unsignedBadge } from './build/jwt-issuer.ts';
import { key, signed } from './build/signed-ob2.ts';
import { createSigner } from './build/signer.ts';
import { fakePorts, NOW } from './fake/ports.ts';

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
    vi.resetModules();
    vi.doMock('../src/verify/proof/suite/ecdsa-sd-2023.ts', () => {
      throw new TypeError('no such script');
    });
    const { verifyInClosedWorld } = await import('./fake/closed-world.ts');
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
  const token = async (more: object = {}) => (await createJwtIssuer()).badge({ ...more });
  const schema = {
    id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
    type: '1EdTechJsonSchemaValidator2019',
  };
  const list = { id: 'https://lists.example/1', type: '1EdTechRevocationList' };
  const extended = { 'extensions:x': { type: ['Extension', 'extensions:X'] } };
  const WEBVH = 'did:webvh:QmX:issuer.example';

  it.each<[string, string, CheckId, () => Promise<object | string>]>([
    ['of tokens', 'src/verify/proof/enveloping.ts', 'proof', token],
    ['of hosted badges', 'src/verify/proof/hosted.ts', 'proof', async () => award],
    ['of signed badges', 'src/verify/proof/signed-ob2.ts', 'proof', () => key.sign(signed())],
    [
      'of lists of ids',
      'src/verify/status/ob-revocation-list.ts',
      'revocation',
      () => token({ credentialStatus: list }),
    ],
    ['of schemas', 'src/verify/schema/apply.ts', 'conformance', () => token({ credentialSchema: schema })],
    [
      'of extensions',
      'src/verify/schema/extensions.ts',
      'conformance',
      async () => ({ ...award, ...extended }),
    ],
    [
      'of logs of DIDs',
      'src/verify/key/did-webvh.ts',
      'proof',
      async () => (await createSigner('eddsa-jcs-2022', WEBVH)).sign(unsignedBadge(WEBVH), new Date(NOW)),
    ],
  ])('%s that is missing leaves open what it would have answered', async (_, file, check, made) => {
    vi.resetModules();
    vi.doMock(`../${file}`, () => {
      throw new TypeError('no such script');
    });
    const { verifyInClosedWorld } = await import('./fake/closed-world.ts');
    const { stateOf, verdict } = await verifyInClosedWorld({
      credential: (await made()) as string,
      retrievedFrom: 'https://issuer.example/a/1',
    });
    vi.doUnmock(`../${file}`);
    expect(stateOf(check)).toBe('inconclusive part-missing');
    expect(verdict.standing).toBe('inconclusive');
  });

  it('with the names of universities that is missing vouches for none, and takes no warning away', async () => {
    const college = {
      id: 'did:web:asu.edu.eg',
      name: 'Ain Shams University',
      names: ['Ain Shams University'],
    };
    expect(await imitationAt('asu.edu.eg')).toBeNull();
    expect(await identify(college, fakePorts().hosting)).toMatchObject({ value: { name: college.name } });
    vi.resetModules();
    vi.doMock('../src/verify/trust/bundled/universities.json?raw', () => {
      throw new TypeError('no such script');
    });
    const without = await import('../src/verify/trust/identified.ts');
    expect(await without.imitationAt('asu.edu.eg')).toMatchObject({ resembles: 'asu.edu' });
    expect(await without.identify(college, fakePorts().hosting)).toMatchObject({
      problem: { code: 'part-missing' },
    });
  });
});
