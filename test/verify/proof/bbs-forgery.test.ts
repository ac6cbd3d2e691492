import { expand_message_xmd } from '@noble/curves/abstract/hash-to-curve.js';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { expect, it } from 'vitest';
import { holdsBbsProof } from '../../../src/verify/proof/suite/bbs-proof.ts';

const { G1, G2, fields } = bls12_381;
type Point = InstanceType<typeof G1.Point>;
const API = 'BBS_BLS12381G1_XMD:SHA-256_SSWU_RO_H2G_HM2S_';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
const int64 = (value: number): Uint8Array => {
  const eight = Buffer.alloc(8);
  eight.writeBigUInt64BE(BigInt(value));
  return eight;
};
const expand = (message: Uint8Array, dst: string): Uint8Array =>
  expand_message_xmd(message, utf8(dst), 48, sha256);
const toScalar = (message: Uint8Array, dst: string): bigint =>
  BigInt(`0x${Buffer.from(expand(message, dst)).toString('hex')}`) % fields.Fr.ORDER;
const ofScalar = (scalar: bigint): Uint8Array => fields.Fr.toBytes(scalar);

function generators(count: number, seed: string): readonly Point[] {
  let value = expand(utf8(`${API}${seed}`), `${API}SIG_GENERATOR_SEED_`);
  return Array.from({ length: count }, (_, index) => {
    value = expand(bytes(value, int64(index + 1)), `${API}SIG_GENERATOR_SEED_`);
    return G1.hashToCurve(value, { DST: `${API}SIG_GENERATOR_DST_` }) as Point;
  });
}

/**
 * What somebody without any key can write where the points at infinity are let through: with both A′ and B′ there, the
 * pairing holds for every key, and the challenge can be met by whoever chooses D, T1 and T2 first.
 */
function forge(publicKey: Uint8Array, messages: readonly Uint8Array[], header: Uint8Array): Uint8Array {
  const [q1, ...bases] = generators(messages.length + 1, 'MESSAGE_GENERATOR_SEED') as [Point, ...Point[]];
  const [p1] = generators(1, 'BP_MESSAGE_GENERATOR_SEED') as [Point];
  const points = [q1, ...bases].map((point) => point.toBytes(true));
  const octets = bytes(int64(bases.length), ...points, utf8(API));
  const domain = toScalar(bytes(publicKey, octets, int64(header.length), header), `${API}H2S_`);
  const scalars = messages.map((message) => toScalar(message, `${API}MAP_MSG_TO_SCALAR_AS_HASH_`));
  const signed = bases.reduce(
    (sum, base, index) => sum.add(base.multiply(scalars[index] ?? 1n)),
    p1.add(q1.multiply(domain)),
  );
  const [e, r1, chosen] = [5n, 7n, 11n];
  const infinity = G1.Point.ZERO.toBytes(true);
  const transcript = bytes(
    int64(messages.length),
    ...scalars.flatMap((scalar, index) => [int64(index), ofScalar(scalar)]),
    ...[infinity, infinity, signed.toBytes(true)],
    ...[signed.multiply(r1), signed.multiply(chosen)].map((point) => point.toBytes(true)),
    ofScalar(domain),
    int64(0),
  );
  const challenge = toScalar(transcript, `${API}H2S_`);
  const r3 = fields.Fr.sub(chosen, challenge);
  return bytes(infinity, infinity, signed.toBytes(true), ...[e, r1, r3, challenge].map(ofScalar));
}

it('a BBS proof made of points at infinity, which fits every key, is none', () => {
  const publicKey = G2.Point.BASE.multiply(123n).toBytes(true);
  const messages = ['Welding', 'Master'].map(utf8);
  const header = utf8('header');
  const proof = forge(publicKey, messages, header);
  const input = { publicKey, proof, header, presentationHeader: new Uint8Array(), messages, indexes: [0, 1] };
  expect(holdsBbsProof(input)).toBe(false);
});
