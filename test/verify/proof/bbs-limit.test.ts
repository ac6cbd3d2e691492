import { bls12_381 } from '@noble/curves/bls12-381.js';
import { expect, it } from 'vitest';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import { encodeBase64url } from '../../../src/encoding/base64url.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { fakePorts } from '../../fake/ports.ts';
import { badge, credentialOf } from './issue.ts';

const G1 = bls12_381.G1.Point.BASE.toBytes(true);
const G2 = bls12_381.G2.Point.BASE.toBytes(true);

it('a BBS proof over thousands of hidden statements is not begun', async () => {
  const key = `z${encodeBase58btc(Uint8Array.from([0xeb, 0x01, ...G2]))}`;
  const scalars = new Array<number>(32 * (4 + 3_000)).fill(1);
  const bbs = [...G1, ...G1, ...G1, ...scalars];
  const length = [24, 16, 8, 0].map((shift) => (bbs.length >> shift) & 0xff);
  // CBOR: the proof, no labels, nothing mandatory, nothing chosen, no header.
  const value = [0xd9, 0x5d, 0x03, 0x85, 0x5a, ...length, ...bbs, 0xa0, 0x80, 0x80, 0x40];
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'bbs-2023',
    proofPurpose: 'assertionMethod',
    verificationMethod: `did:key:${key}#${key}`,
    proofValue: `u${encodeBase64url(Uint8Array.from(value))}`,
  };
  const credential = credentialOf({ ...badge(`did:key:${key}`), proof });
  const { proof: outcome } = await checkSecuring(credential, fakePorts());
  expect(outcome).toMatchObject({ state: 'inconclusive', problem: { code: 'graph-too-complex' } });
});
