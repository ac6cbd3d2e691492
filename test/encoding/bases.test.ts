import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase58btc, encodeBase58btc } from '../../src/encoding/base58btc.ts';
import { decodeBase64, decodeBase64url, encodeBase64url } from '../../src/encoding/base64url.ts';
import { fromHex, toHex } from '../../src/encoding/hex.ts';
import { decodeMultibase } from '../../src/encoding/multibase.ts';
import { readMulticodec } from '../../src/encoding/multicodec.ts';
import type { Result } from '../../src/result.ts';

const bytesOf = (result: Result<Uint8Array>) =>
  result.ok ? Buffer.from(result.value).toString('hex') : null;
/** base58 as a number in base 58: another way than digit by digit. */
function base58ByBigInt(bytes: Uint8Array): string {
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let text = '';
  for (let value = BigInt(`0x0${hex(bytes)}`); value > 0n; value /= 58n)
    text = alphabet[Number(value % 58n)] + text;
  return (
    '1'.repeat(
      bytes.findIndex((byte) => byte !== 0) < 0 ? bytes.length : bytes.findIndex((byte) => byte !== 0),
    ) + text
  );
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('base64url and Base64', () => {
  it('agree with Node on every byte string', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const buffer = Buffer.from(bytes);
        expect(encodeBase64url(bytes)).toBe(buffer.toString('base64url'));
        expect(bytesOf(decodeBase64url(buffer.toString('base64url')))).toBe(hex(bytes));
        expect(bytesOf(decodeBase64(buffer.toString('base64')))).toBe(hex(bytes));
      }),
    );
  });

  it('have one spelling for one value: every accepted base64url text encodes back to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AQgwZ_-9'), maxLength: 8 }), (text) => {
        const result = decodeBase64url(text);
        if (result.ok) expect(encodeBase64url(result.value)).toBe(text);
        else expect(Buffer.from(text, 'base64url').toString('base64url')).not.toBe(text);
      }),
    );
  });

  it.each(['QQ==', 'QQ=', 'QR', 'Q', 'Q Q', 'QQ\n', 'a+b/', 'é'])('base64url refuses %j', (text) => {
    expect(decodeBase64url(text)).toMatchObject({ problem: { code: 'encoding-malformed' } });
  });

  it.each(['QQ=', 'QQ===', '=QQ=', 'QR==', 'a-b_', 'QQ==QQ=='])('Base64 refuses %j', (text) => {
    expect(decodeBase64(text)).toMatchObject({ problem: { code: 'encoding-malformed' } });
  });
});

describe('base58btc', () => {
  it('agrees with arithmetic on whole numbers for every byte string', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(encodeBase58btc(bytes)).toBe(base58ByBigInt(bytes));
        expect(bytesOf(decodeBase58btc(base58ByBigInt(bytes)))).toBe(hex(bytes));
      }),
    );
  });

  it.each(['0', 'O', 'I', 'l', 'z z', '11+'])('refuses %j', (text) => {
    expect(decodeBase58btc(text)).toMatchObject({ problem: { code: 'encoding-malformed' } });
  });

  it('refuses a text so long that decoding it would take minutes', () => {
    expect(decodeBase58btc('2'.repeat(1_000_000)).ok).toBe(false);
  });
});

describe('multibase, multicodec and hex', () => {
  it('reads the did:key example of the specification as an Ed25519 key', () => {
    // did:key §2, "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
    const decoded = decodeMultibase('z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK');
    const codec = decoded.ok && readMulticodec(decoded.value);
    expect(codec !== false && codec.ok && [codec.value.code, codec.value.bytes.length]).toEqual([0xed, 32]);
  });

  it.each(['', 'mQQ==', 'fe0', 'Z6Mk', 'QQ'])('knows no base for %j', (text) => {
    expect(decodeMultibase(text)).toMatchObject({ problem: { code: 'encoding-malformed' } });
  });

  it.each([
    ['8024ff', 0x1200, 'ff'],
    ['05', 5, ''],
    ['ffffff7f', 0x0fffffff, ''],
  ])('reads the varint in %s', (text, code, rest) => {
    const codec = readMulticodec(Buffer.from(text, 'hex'));
    expect(codec.ok && [codec.value.code, hex(codec.value.bytes)]).toEqual([code, rest]);
  });

  it.each(['', '80', '8000', 'ed8000', 'ffffffff7f'])('refuses the varint in %j', (text) => {
    expect(readMulticodec(Buffer.from(text, 'hex')).ok).toBe(false);
  });

  it('hex goes there and back, and refuses half bytes and other letters', () => {
    expect(bytesOf(fromHex('00fFa0'))).toBe('00ffa0');
    expect(toHex(Uint8Array.of(0, 255, 160))).toBe('00ffa0');
    expect([fromHex('0').ok, fromHex('0g').ok, fromHex('0x00').ok]).toEqual([false, false, false]);
  });
});
