import { describe, expect, it } from 'vitest';
import { readCredential } from '../../../src/credential/read.ts';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { JsonObject } from '../../../src/json.ts';
import { chainAnchored } from '../../../src/verify/proof/chain-anchor.ts';
import { assertion } from '../../build/badge.ts';
import { unsignedBadge } from '../../build/jwt-issuer.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import { toldOf } from './told.ts';

const inCbor = (...bytes: readonly number[]): string => `z${encodeBase58btc(Uint8Array.from(bytes))}`;
/** Pairs in CBOR, by hand: `[[3, []], [2, [[[0, chain], [1, 1], [2, "tx"]]]]]`. */
const packed = (chain: number): string =>
  inCbor(
    ...[0x82, 0x82, 0x03, 0x80, 0x82, 0x02, 0x81, 0x83],
    ...[0x82, 0x00, chain, 0x82, 0x01, 0x01, 0x82, 0x02, 0x62, 0x74, 0x78],
  );
const proof = (over: JsonObject): JsonObject => ({
  type: 'MerkleProof2019',
  created: '2026-01-01T00:00:00Z',
  proofPurpose: 'assertionMethod',
  verificationMethod: 'did:example:issuer#key-1',
  ...over,
});

const anchorOf = (proof: object): unknown => {
  const found = chainAnchored({ type: 'MerkleProof2019', ...proof } as JsonObject, '/proof');
  return found === null ? 'no anchor' : (found.params?.anchor ?? null);
};

async function statusOf(value: JsonObject) {
  const read = readCredential(value, null);
  if (!read.ok) return { code: read.problem.code, params: read.problem.params };
  const { report, verdict } = await verifyInClosedWorld({ credential: read.value });
  const { code, params, at } = report.outcomes.proof.problem ?? {};
  return { code, params, at, status: verdict.status };
}

describe('a certificate that is anchored in a blockchain', () => {
  it.each([
    ['MerkleProof2019', { proofValue: packed(0) }, 'Bitcoin'],
    ['MerkleProof2019', { proofValue: packed(1) }, 'Ethereum'],
    ['DataIntegrityProof', { cryptosuite: 'merkle-proof-2019', proofValue: packed(0) }, 'Bitcoin'],
    ['ChainedProof2021', { chainedProofType: 'MerkleProof2019', proofValue: packed(0) }, 'Bitcoin'],
  ])('as %s with %j is not checked, and says where', async (type, over, anchor) => {
    const badge = unsignedBadge('did:example:issuer', { proof: proof({ type, ...over }) }) as JsonObject;
    expect(await statusOf(badge)).toEqual({
      code: 'chain-anchored',
      params: { anchor },
      at: '/proof',
      status: 'not-checked',
    });
  });

  it('of the second generation keeps its proof in its signature', async () => {
    const signature = {
      type: ['MerkleProof2017', 'Extension'],
      anchors: [{ sourceId: 'ab', type: 'ETHData', chain: 'ethereumMain' }],
    };
    const certificate = assertion({
      id: 'urn:uuid:1',
      badge: 'https://a.example/class',
      email: 'ada@example.org',
      from: '2026-01-01T00:00:00Z',
      more: { signature, verification: { type: ['MerkleProofVerification2017', 'Extension'] } },
    }) as JsonObject;
    expect(await statusOf(certificate)).toMatchObject({
      code: 'chain-anchored',
      params: { anchor: 'Ethereum' },
      status: 'not-checked',
    });
  });

  it('of the first generation is recognised and no more', async () => {
    expect(await statusOf({ type: ['Extension', 'BlockchainCertificate'], document: {} })).toEqual({
      code: 'chain-anchored',
      params: { anchor: 'Bitcoin' },
    });
  });

  it.each(['z1', 'zzzz', 'uAAAA', 'none', packed(0x20), 7 as never])(
    'with the anchor %s names no chain',
    (proofValue) => {
      expect(chainAnchored(proof({ proofValue }), '/proof')).toEqual({
        code: 'chain-anchored',
        at: '/proof',
      });
    },
  );

  it('is told from other suites', () => {
    expect(chainAnchored(proof({ type: 'Ed25519Signature2020' }), '/proof')).toBeNull();
  });
});

describe('what cannot be read of an anchor', () => {
  it.each<[string, readonly number[]]>([
    ['cut off', [0x82, 0x82]],
    ['deeper than any', [...Array(40).fill(0x81), 0x00]],
    ['of floats and maps', [0x82, 0xa1, 0x00, 0x00, 0xfb, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['of lengths without end', [0x9f, 0x9f, 0x9f]],
    ['longer than itself', [0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
    ['empty', []],
  ])('%s, is not said', async (_, bytes) => {
    const badge = unsignedBadge('did:example:issuer', {
      proof: proof({ proofValue: inCbor(...bytes) }),
    }) as JsonObject;
    const { code, params, status } = await statusOf(badge);
    expect([code, status]).toEqual(['chain-anchored', 'not-checked']);
    expect(JSON.stringify(params ?? {})).not.toMatch(/Bitcoin|Ethereum/);
  });
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
    expect(anchorOf({ proofValue: inCbor(...behindStrings, ...chain) })).toBe('Ethereum');
  });

  it.each([
    ['a negative number', [0x20]],
    ['a tag', [0xc0]],
    ['another chain', [0x18, 0x3c]],
  ])('is not said where it is %s', (_, chain) => {
    expect(anchorOf({ proofValue: inCbor(...behindStrings, ...chain) })).toBeNull();
  });

  it('is not read behind what is neither a list nor a string', () => {
    // A map of no pairs, and a floating-point number of two bytes that looks like a list.
    for (const strange of [[0xa0], [0xf9, 0x80, 0x80]])
      expect(
        anchorOf({ proofValue: inCbor(0x82, ...strange, 0x82, 0x02, 0x81, 0x81, 0x82, 0x00, 0x01) }),
      ).toBeNull();
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
    const { outcome } = await toldOf(document);
    expect(outcome.problem?.code).toBe('chain-anchored');
  });
});
