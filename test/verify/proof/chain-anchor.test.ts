import { describe, expect, it } from 'vitest';
import { readCredential } from '../../../src/credential/read.ts';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { JsonObject } from '../../../src/json.ts';
import { judge } from '../../../src/verify/judge.ts';
import { chainAnchored } from '../../../src/verify/proof/chain-anchor.ts';
import { verify } from '../../../src/verify/verify.ts';
import { assertion } from '../../build/badge.ts';
import { fakePorts } from '../../fake/ports.ts';
import { unsignedBadge } from '../jwt-badge.ts';

/** Pairs in CBOR, by hand: `[[3, []], [2, [[[0, chain], [1, 1], [2, "tx"]]]]]`. */
const packed = (chain: number): string =>
  `z${encodeBase58btc(
    Uint8Array.from([
      ...[0x82, 0x82, 0x03, 0x80, 0x82, 0x02, 0x81, 0x83],
      ...[0x82, 0x00, chain, 0x82, 0x01, 0x01, 0x82, 0x02, 0x62, 0x74, 0x78],
    ]),
  )}`;
const proof = (over: JsonObject): JsonObject => ({
  type: 'MerkleProof2019',
  created: '2026-01-01T00:00:00Z',
  proofPurpose: 'assertionMethod',
  verificationMethod: 'did:example:issuer#key-1',
  ...over,
});

async function statusOf(value: JsonObject) {
  const read = readCredential(value, null);
  if (!read.ok) return { code: read.problem.code, params: read.problem.params };
  const { report } = await verify({ credential: read.value, claim: null }, fakePorts());
  const { code, params, at } = report.outcomes.proof.problem ?? {};
  return { code, params, at, status: judge(report).status };
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
    const proofValue = `z${encodeBase58btc(Uint8Array.from(bytes))}`;
    const badge = unsignedBadge('did:example:issuer', { proof: proof({ proofValue }) }) as JsonObject;
    const { code, params, status } = await statusOf(badge);
    expect([code, status]).toEqual(['chain-anchored', 'not-checked']);
    expect(JSON.stringify(params ?? {})).not.toMatch(/Bitcoin|Ethereum/);
  });
});
