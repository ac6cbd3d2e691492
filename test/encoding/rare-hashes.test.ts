import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/encoding/hex.ts';
import { sha3 } from '../../src/encoding/sha3.ts';
import { sha384, sha512 } from '../../src/encoding/sha512.ts';

const HASHES = [
  ['sha384', sha384, 'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded163'],
  ['sha512', sha512, 'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea2'],
  ['sha3-256', sha3(256), '3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532'],
  ['sha3-384', sha3(384), 'ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b2'],
  ['sha3-512', sha3(512), 'b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e'],
] as const;

describe.each(HASHES)('%s', (name, hash, begins) => {
  const byNode = (bytes: Uint8Array): string => createHash(name).update(bytes).digest('hex');

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
