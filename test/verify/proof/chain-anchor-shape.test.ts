import { describe, expect, it } from 'vitest';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { JsonObject } from '../../../src/json.ts';
import { chainAnchored } from '../../../src/verify/proof/chain-anchor.ts';
import { checkEmbedded } from '../../../src/verify/proof/data-integrity.ts';
import { fakePorts } from '../../fake/ports.ts';

const anchorOf = (proof: object): unknown => {
  const found = chainAnchored({ type: 'MerkleProof2019', ...proof } as JsonObject, '/proof');
  return found === null ? 'no anchor' : (found.params?.anchor ?? null);
};
const packed = (...bytes: readonly number[]): object => ({
  proofValue: `z${encodeBase58btc(Uint8Array.from(bytes))}`,
});

describe('the chain of an anchor', () => {
  // In CBOR, by hand: [[7, h'aabb'], [8, "tx"], [2, [[[3, "tx"], [0, chain]]]]].
  const behindStrings = [
    ...[0x83, 0x82, 0x07, 0x42, 0xaa, 0xbb, 0x82, 0x08, 0x62, 0x74, 0x78],
    ...[0x82, 0x02, 0x81, 0x82, 0x82, 0x03, 0x62, 0x74, 0x78, 0x82, 0x00],
  ];
  it.each([
    ['behind byte strings and texts', [0x01]],
    ['in a byte of its own', [0x18, 0x01]],
    ['in eight bytes', [0x1b, 0, 0, 0, 0, 0, 0, 0, 1]],
  ])('is read %s', (_, chain) => {
    expect(anchorOf(packed(...behindStrings, ...chain))).toBe('Ethereum');
  });

  it.each([
    ['a negative number', [0x20]],
    ['a tag', [0xc0]],
    ['another chain', [0x18, 0x3c]],
  ])('is not said where it is %s', (_, chain) => {
    expect(anchorOf(packed(...behindStrings, ...chain))).toBeNull();
  });

  it('is not read behind what is neither a list nor a string', () => {
    // A map of no pairs, and a floating-point number of two bytes that looks like a list.
    for (const strange of [[0xa0], [0xf9, 0x80, 0x80]])
      expect(anchorOf(packed(0x82, ...strange, 0x82, 0x02, 0x81, 0x81, 0x82, 0x00, 0x01))).toBeNull();
  });

  it('is named by a text alone', () => {
    expect(anchorOf({ anchors: [{ chain: 'ethereumMain' }] })).toBe('Ethereum');
    for (const chain of [0, 1, ['bitcoin']]) expect(anchorOf({ anchors: [{ chain }] })).toBeNull();
  });
});

describe('an anchor', () => {
  it('is named by its type, not by a list in its place', () => {
    expect(anchorOf({ type: [['MerkleProof2019']] })).toBe('no anchor');
    expect(anchorOf({ type: 'DataIntegrityProof', cryptosuite: ['merkle-proof-2019'] })).toBe('no anchor');
  });

  it('is found among several signatures', async () => {
    const signature = [{ type: 'Extension' }, { type: ['MerkleProof2017', 'Extension'] }, { type: 'Other' }];
    const document = { type: 'Assertion', signature };
    const { proof } = await checkEmbedded({ securing: 'embedded', document }, null, fakePorts());
    expect(proof.problem?.code).toBe('chain-anchored');
  });
});
