import { bls12_381 } from '@noble/curves/bls12-381.js';
import { expect, it } from 'vitest';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import { encodeBase64url } from '../../../src/encoding/base64url.ts';
import { asArray, type Json, type JsonObject } from '../../../src/json.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { badge } from '../../build/issue.ts';
import { credentialOf } from '../../fake/closed-world.ts';
import { fakePorts } from '../../fake/ports.ts';

const G1 = bls12_381.G1.Point.BASE.toBytes(true);
const G2 = bls12_381.G2.Point.BASE.toBytes(true);

const KEY = `z${encodeBase58btc(Uint8Array.from([0xeb, 0x01, ...G2]))}`;

/** A proof of the right form, over so many undisclosed statements. */
function proofOver(undisclosed: number): JsonObject {
  const scalars = new Array<number>(32 * (4 + undisclosed)).fill(1);
  const bbs = [...G1, ...G1, ...G1, ...scalars];
  const length = [24, 16, 8, 0].map((shift) => (bbs.length >> shift) & 0xff);
  // CBOR: the proof, no labels, nothing mandatory, nothing chosen, no header.
  const value = [0xd9, 0x5d, 0x03, 0x85, 0x5a, ...length, ...bbs, 0xa0, 0x80, 0x80, 0x40];
  return {
    type: 'DataIntegrityProof',
    cryptosuite: 'bbs-2023',
    proofPurpose: 'assertionMethod',
    verificationMethod: `did:key:${KEY}#${KEY}`,
    proofValue: `u${encodeBase64url(Uint8Array.from(value))}`,
  };
}
const outcomeOf = async (proof: Json) =>
  (await checkSecuring(credentialOf({ ...badge(`did:key:${KEY}`), proof }), fakePorts())).proof;

it('a BBS proof over thousands of undisclosed statements is not begun', async () => {
  expect(await outcomeOf(proofOver(3_000))).toMatchObject({
    state: 'inconclusive',
    problem: { code: 'graph-too-complex' },
  });
});

it('many BBS proofs over many undisclosed statements draw on one allowance: the last ones are not begun', async () => {
  const { facts } = await outcomeOf(
    Array.from({ length: 4 }, (_, index) => ({ ...proofOver(180), id: `urn:proof:${index}` })),
  );
  const codes = asArray<Json>(facts?.proofs as Json).map((one) => (one as JsonObject).code);
  expect(codes).toEqual(['proof-malformed', 'proof-malformed', 'graph-too-complex', 'graph-too-complex']);
});
