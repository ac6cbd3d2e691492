import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/encoding/hex.ts';
import { sha256 } from '../../src/encoding/sha256.ts';

const byNode = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('SHA-256', () => {
  it.each([
    ['nothing', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'two blocks',
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of %s is what its standard says', (_what, text, digest) => {
    expect(toHex(sha256(new TextEncoder().encode(text)))).toBe(digest);
  });

  it('is that of another implementation for every length around a block, and of a part of a buffer', () => {
    const all = Uint8Array.from({ length: 300 }, (_, index) => (index * 151 + 7) & 0xff);
    for (let length = 0; length < 260; length++) {
      const part = all.subarray(3, 3 + length);
      expect(toHex(sha256(part))).toBe(byNode(part));
    }
  });

  it('is that of another implementation for any bytes, and leaves them as they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000, size: 'max' }), (bytes) => {
        const before = byNode(bytes);
        expect(toHex(sha256(bytes))).toBe(before);
        expect(byNode(bytes)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });
});
