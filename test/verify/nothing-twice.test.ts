/** What many credentials share is done once. Counted, never timed. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hosting } from '../../src/provider/hosting.ts';
import type { VerifyPorts } from '../../src/verify/ports.ts';
import { nameOfAnother } from '../../src/verify/trust/issuer-name.ts';
import { lookAlikeOf } from '../../src/verify/trust/look-alike.ts';
import { listedIssuer } from '../../src/verify/trust/recognised.ts';
import { ob3 } from '../build/badge.ts';
import { createJwtKey, signVcJwt } from '../build/jwt.ts';
import { createJwtIssuer } from '../build/jwt-issuer.ts';
import { createSigner } from '../build/signer.ts';
import { inspectInClosedWorld } from '../fake/closed-world.ts';

afterEach(() => vi.restoreAllMocks());

const statusesOf = async (text: string, ports: Partial<VerifyPorts> = {}): Promise<readonly string[]> =>
  (await inspectInClosedWorld(text, { ports })).map(({ verdict }) => verdict.status);

describe('a key', () => {
  it('is imported once for all credentials that it signed', async () => {
    const issuer = await createJwtIssuer();
    const badges = [await issuer.badge(), await issuer.badge({ name: 'Other' }), await issuer.badge()];
    const imports = vi.spyOn(crypto.subtle, 'importKey');
    for (const badge of badges) expect(await statusesOf(badge)).toEqual(['signature-verified']);
    expect(imports).toHaveBeenCalledTimes(1);
  });

  it('that is another one is never taken for it', async () => {
    const [one, other] = [await createJwtIssuer(), await createJwtIssuer()];
    const badge = await one.badge();
    expect(await statusesOf(badge)).toEqual(['signature-verified']);
    const [header, body] = badge.split('.');
    const foreign = (await other.badge()).split('.')[2];
    expect(await statusesOf(`${header}.${body}.${foreign}`)).toEqual(['failed']);
    expect(await statusesOf(await other.badge())).toEqual(['signature-verified']);
  });
});

describe("an issuer's document", () => {
  it('is read once, as long as it is the same answer', async () => {
    const did = 'did:web:guild.example';
    const key = await createJwtKey('ES256');
    const kid = `${did}#1`;
    const named = {
      ...key,
      sign: (payload: object, header: object = {}) => key.sign(payload as never, { ...header, kid } as never),
    };
    const badge = await signVcJwt(
      ob3({
        id: 'urn:uuid:00000000-0000-4000-8000-00000000000a',
        issuer: { id: did, name: 'Guild' },
        course: { id: 'https://guild.example/c', name: 'Welding', description: 'd', criteria: 'c' },
        subject: { id: 'did:example:ann' },
        from: '2026-01-01T00:00:00Z',
      }),
      named as never,
    );
    const document = (publicKeyJwk: object) =>
      new TextEncoder().encode(
        JSON.stringify({
          id: did,
          verificationMethod: [{ id: kid, type: 'JsonWebKey2020', controller: did, publicKeyJwk }],
          assertionMethod: [kid],
        }),
      );
    let bytes = document(key.publicJwk);
    const net = {
      get: async ({ url }: { url: string }) => ({
        ok: true as const,
        value: {
          url,
          finalUrl: url,
          status: 200,
          contentType: 'application/json',
          charset: null,
          maxAgeSeconds: null,
          bytes,
          at: 0,
          cached: false,
        },
      }),
    };
    const decodes = vi.spyOn(TextDecoder.prototype, 'decode');
    const readings = () => decodes.mock.calls.filter(([input]) => input === bytes).length;
    for (const _ of [1, 2, 3]) expect(await statusesOf(badge, { net })).toEqual(['signature-verified']);
    expect(readings()).toBe(1);
    bytes = document((await createJwtKey('ES256')).publicJwk);
    expect(await statusesOf(badge, { net })).toEqual(['failed']);
  });
});

describe('what an issuer may be taken for', () => {
  it('is found out once for each host and each name', () => {
    const normalise = vi.spyOn(String.prototype, 'normalize');
    const [host, name] = [
      lookAlikeOf('wwww.cisc0-badges.example'),
      nameOfAnother('The Guild of Made-up Names'),
    ];
    const once = normalise.mock.calls.length;
    expect(once).toBeLessThan(20);
    for (const _ of [1, 2, 3]) {
      expect(lookAlikeOf('wwww.cisc0-badges.example')).toBe(host);
      expect(nameOfAnother('The Guild of Made-up Names')).toBe(name);
    }
    expect(normalise).toHaveBeenCalledTimes(once);
  });

  it('is held against every listed id once, by each way of comparing', () => {
    const same = vi.fn(hosting.sameRecord);
    const id = 'did:web:made-up.example';
    listedIssuer(id, same);
    const once = same.mock.calls.length;
    expect(listedIssuer(id, same)).toBe(null);
    expect(same).toHaveBeenCalledTimes(once);
    expect(listedIssuer(id, () => true)).not.toBe(null);
  });
});

describe('a small digest', () => {
  it('is made on the spot, not in another thread', async () => {
    const signer = await createSigner('eddsa-rdfc-2022');
    const badge = await signer.sign(
      ob3({
        id: 'urn:uuid:00000000-0000-4000-8000-00000000000b',
        issuer: { id: signer.controller, name: 'Guild' },
        course: { id: 'https://guild.example/c', name: 'Welding', description: 'd', criteria: 'c' },
        subject: { id: 'did:example:ann' },
        from: '2026-01-01T00:00:00Z',
      }),
      new Date('2026-02-01T00:00:00Z'),
    );
    const elsewhere = vi.spyOn(crypto.subtle, 'digest');
    expect(await statusesOf(JSON.stringify(badge))).toEqual(['signature-verified']);
    expect(elsewhere).not.toHaveBeenCalled();
  });
});
