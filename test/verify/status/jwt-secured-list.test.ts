import { describe, expect, it } from 'vitest';
import type { Json } from '../../build/badge.ts';
import { entry, issuer, listOf, packed, served, signed, stranger } from '../../build/issued-list.ts';
import { NOW } from '../../fake/ports.ts';
import { keeping, said } from './told.ts';

const listCredential = (byte: number, by = issuer.did): Json => {
  const bytes = new Uint8Array(131_072 / 8);
  bytes[0] = byte;
  return { ...listOf({ encodedList: packed(bytes) }), issuer: by };
};
const askWith = (list: string): Promise<string> => said(entry({ statusListIndex: '1' }), served(list));

describe('a bitstring list that is a signed token', () => {
  it('is read as any other (VC-JOSE-COSE)', async () => {
    expect(await askWith(await issuer.sign(listCredential(0)))).toBe('passed');
    expect(await askWith(await issuer.sign(listCredential(0b0100_0000)))).toBe('failed revoked');
  });

  it('is believed only under its own issuer’s key', async () => {
    expect(await askWith(await stranger.sign(listCredential(0)))).toBe('inconclusive status-list-unverified');
    expect(await askWith(await stranger.sign(listCredential(0, stranger.did)))).toBe(
      'warned status-list-other-issuer',
    );
  });

  it('is not believed once its bits were changed', async () => {
    const [header, payload, signature] = (await issuer.sign(listCredential(0b0100_0000))).split('.');
    const other = { ...JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()), ...listCredential(0) };
    const forged = [header, Buffer.from(JSON.stringify(other)).toString('base64url'), signature].join('.');
    expect(await askWith(forged)).toBe('inconclusive status-list-unverified');
  });

  it('is not a list where it is of another type', async () => {
    const list = { ...listCredential(0), type: ['VerifiableCredential'] };
    expect(await askWith(await issuer.sign(list))).toBe('inconclusive status-list-malformed');
  });

  it('is believed though its token calls it by another id, of which a credential is only warned', async () => {
    expect(await said(entry(), await signed({ ...listOf({}), jti: 'urn:uuid:other' }))).toBe('passed');
  });

  it('is malformed where its dates are none', async () => {
    expect(await said(entry(), await signed({ ...listOf({}), validUntil: 'soon' }))).toBe(
      'inconclusive status-list-malformed',
    );
  });

  it('lasts as long as lists do where its ttl is no number', async () => {
    const aged = async (ttl: unknown) => {
      const text = await issuer.sign(listOf({ ttl }));
      return said(entry(), null, { ports: keeping({ text, at: NOW - 3_600_000 }) });
    };
    expect(await aged('0')).toBe('passed');
    expect(await aged(0)).toBe('inconclusive status-list-stale');
  });
});
