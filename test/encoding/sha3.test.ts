import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/encoding/hex.ts';
import { sha3 } from '../../src/encoding/sha3.ts';

const HASHES = [
  [256, '3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532'],
  [384, 'ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b2'],
  [512, 'b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e'],
] as const;

describe.each(HASHES)('SHA3-%i', (bits, begins) => {
  const hash = sha3(bits);
  const byNode = (bytes: Uint8Array): string => createHash(`sha3-${bits}`).update(bytes).digest('hex');

  it('of abc is what its standard says', () => {
    expect(toHex(hash(new TextEncoder().encode('abc')))).toMatch(new RegExp(`^${begins}`));
  });

  it('is that of another implementation for every length around a block, and of a part of a buffer', () => {
    const all = Uint8Array.from({ length: 300 }, (_, index) => (index * 151 + 7) & 0xff);
    for (let length = 0; length < 290; length++) {
      const part = all.subarray(3, 3 + length);
      expect(toHex(hash(part))).toBe(byNode(part));
    }
  });

  it('is that of another implementation for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 10_000, size: 'max' }), (bytes) => {
        expect(toHex(hash(bytes))).toBe(byNode(bytes));
      }),
      { numRuns: 50 },
    );
  });
});
