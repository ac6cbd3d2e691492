import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { countEntries, readBits } from '../../src/encoding/bitstring.ts';
import { inflate } from '../../src/encoding/inflate.ts';
import { decodeText, utf8 } from '../../src/encoding/text.ts';

describe('inflate', () => {
  it('gives back what gzip and zlib put away, over many slices', async () => {
    const bytes = new Uint8Array(Buffer.from(Array.from({ length: 60_000 }, (_, at) => (at * at) % 251)));
    expect(await inflate(gzipSync(bytes), 'gzip', 60_000)).toEqual({ ok: true, value: bytes });
    expect(await inflate(deflateSync(bytes), 'deflate', 60_000)).toEqual({ ok: true, value: bytes });
  });

  it('stops at its cap: one byte too much is too much', async () => {
    const packed = gzipSync(new Uint8Array(60_000));
    expect(await inflate(packed, 'gzip', 59_999)).toMatchObject({ problem: { code: 'inflated-too-large' } });
  });

  it('does not inflate the rest of a bomb once it sees that it is one', async () => {
    const bomb = gzipSync(new Uint8Array(64 * 1024 * 1024));
    const before = process.memoryUsage().arrayBuffers;
    expect(await inflate(bomb, 'gzip', 1024 * 1024)).toMatchObject({
      problem: { code: 'inflated-too-large' },
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['no gzip', utf8('this is no gzip')],
    ['zlib instead', deflateSync(utf8('text'))],
    ['half of it', gzipSync(utf8('text'.repeat(500))).subarray(0, 20)],
  ])('refuses %s', async (_, bytes) => {
    expect(await inflate(bytes, 'gzip', 1000)).toMatchObject({ problem: { code: 'encoding-malformed' } });
  });
});

describe('readBits', () => {
  it('counts from the left-most bit, as the status list specification does', () => {
    const bytes = Uint8Array.of(0b10000001, 0b01000000);
    expect([0, 1, 7, 8, 9].map((index) => readBits(bytes, index, 1))).toEqual([1, 0, 1, 0, 1]);
  });

  it('reads entries of several bits, highest bit first, across bytes', () => {
    const bytes = Uint8Array.of(0b00011011, 0b10000000);
    expect([0, 1, 2, 3].map((index) => readBits(bytes, index, 2))).toEqual([0, 1, 2, 3]);
    expect(readBits(bytes, 1, 6)).toBe(0b111000);
  });

  it('has no value outside', () => {
    const bytes = new Uint8Array(2);
    expect(countEntries(bytes, 3)).toBe(5);
    for (const index of [-1, 5, 1.5, Number.NaN]) expect(() => readBits(bytes, index, 3)).toThrow(RangeError);
  });
});

describe('decodeText', () => {
  const wide = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
  const swapped = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

  it.each([
    ['UTF-8', utf8('{"é":"日"}'), null],
    ['UTF-8 with a mark', utf8('\ufeff{"é":"日"}'), null],
    ['UTF-16 with a mark', wide('\ufeff{"é":"日"}'), null],
    ['UTF-16, big end first, with a mark', swapped('\ufeff{"é":"日"}'), null],
    ['UTF-16 without a mark', wide('{"é":"日"}'), null],
    ['UTF-16, big end first, without a mark', swapped('{"é":"日"}'), null],
    ['UTF-16 that only the header names', wide('日é{}'), 'utf-16le'],
    ['UTF-8 under a wrong label', utf8('{"é":"日"}'), 'iso-8859-1'],
  ])('reads %s', (_, bytes, charset) => {
    const text = decodeText(bytes, charset);
    expect(text.ok && text.value).toContain('é');
    expect(text.ok && text.value.startsWith('\ufeff')).toBe(false);
  });

  it('reads Latin-1 where the server says so, and refuses it where nobody does', () => {
    const bytes = Uint8Array.of(0x4d, 0xfc, 0x6c);
    expect(decodeText(bytes, 'iso-8859-1')).toEqual({ ok: true, value: 'Mül' });
    expect(decodeText(bytes, null)).toMatchObject({ problem: { code: 'text-not-unicode' } });
    expect(decodeText(bytes, 'x-klingon')).toMatchObject({ problem: { code: 'text-not-unicode' } });
  });

  it.each([
    ['overlong', [0xc0, 0xaf]],
    ['cut off', [0x61, 0xe6, 0x97]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]],
  ])('refuses bytes that are %s', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes), null)).toMatchObject({ problem: { code: 'text-not-unicode' } });
  });
});
