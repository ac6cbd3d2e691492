/** Proofs that a library would not write: by nobody at all, and by an issuer who names places as he likes. */
import { expand_message_xmd } from '@noble/curves/abstract/hash-to-curve.js';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { expect, it } from 'vitest';
import { holdsBbsProof } from '../../../src/verify/proof/suite/bbs-proof.ts';

const { G1, G2, fields } = bls12_381;
const { Fr } = fields;
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
  BigInt(`0x${Buffer.from(expand(message, dst)).toString('hex')}`) % Fr.ORDER;

function generators(count: number, seed: string): readonly Point[] {
  let value = expand(utf8(`${API}${seed}`), `${API}SIG_GENERATOR_SEED_`);
  return Array.from({ length: count }, (_, index) => {
    value = expand(bytes(value, int64(index + 1)), `${API}SIG_GENERATOR_SEED_`);
    return G1.hashToCurve(value, { DST: `${API}SIG_GENERATOR_DST_` }) as Point;
  });
}

const SECRET = 123n;
const publicKey = G2.Point.BASE.multiply(SECRET).toBytes(true);
const messages = ['Welding', 'Master'].map(utf8);
const scalars = messages.map((message) => toScalar(message, `${API}MAP_MSG_TO_SCALAR_AS_HASH_`));
const [q1, ...bases] = generators(messages.length + 1, 'MESSAGE_GENERATOR_SEED') as [Point, ...Point[]];
const [p1] = generators(1, 'BP_MESSAGE_GENERATOR_SEED') as [Point];

/** The draft's `calculate_domain`. */
function domainOf(header: Uint8Array): bigint {
  const points = [q1, ...bases].map((point) => point.toBytes(true));
  const octets = bytes(int64(bases.length), ...points, utf8(API));
  return toScalar(bytes(publicKey, octets, int64(header.length), header), `${API}H2S_`);
}

/** What was signed, with each message at the place that is named. */
const signedAt = (indexes: readonly number[], domain: bigint): Point =>
  indexes.reduce(
    (sum, index, at) => sum.add((bases[index] ?? q1).multiply(scalars[at] ?? 1n)),
    p1.add(q1.multiply(domain)),
  );

/** The draft's `ProofChallengeCalculate`, where everything is shown and the presentation header is empty. */
function challengeOf(indexes: readonly number[], points: readonly Point[], domain: bigint): bigint {
  const transcript = bytes(
    int64(indexes.length),
    ...indexes.flatMap((index, at) => [int64(index), Fr.toBytes(scalars[at] ?? 1n)]),
    ...points.map((point) => point.toBytes(true)),
    Fr.toBytes(domain),
    int64(0),
  );
  return toScalar(transcript, `${API}H2S_`);
}

const written = (points: readonly Point[], answers: readonly bigint[]): Uint8Array =>
  bytes(...points.map((point) => point.toBytes(true)), ...answers.map((one) => Fr.toBytes(one)));

/**
 * What somebody without any key can write where the points at infinity are let through: with both A′ and B′ there, the
 * pairing holds for every key, and the challenge can be met by whoever chooses D, T1 and T2 first.
 */
function forge(header: Uint8Array): Uint8Array {
  const domain = domainOf(header);
  const signed = signedAt([0, 1], domain);
  const [e, r1, chosen] = [5n, 7n, 11n];
  const shown = [G1.Point.ZERO, G1.Point.ZERO, signed];
  const challenge = challengeOf([0, 1], [...shown, signed.multiply(r1), signed.multiply(chosen)], domain);
  return written(shown, [e, r1, Fr.sub(chosen, challenge), challenge]);
}

/** Draft §3.7.1 and §3.7.2 (signature, and proof of all that was signed), the issuer's key in hand. */
function prove(indexes: readonly number[], header: Uint8Array): Uint8Array {
  const domain = domainOf(header);
  const b = signedAt(indexes, domain);
  const e = 5n;
  const a = b.multiply(Fr.inv(Fr.add(SECRET, e)));
  const [r1, r2, blindE, blind1, blind3] = [7n, 11n, 13n, 17n, 19n];
  const d = b.multiply(r2);
  const abar = a.multiply(Fr.mul(r1, r2));
  const bbar = d.multiply(r1).subtract(abar.multiply(e));
  const t1 = abar.multiply(blindE).add(d.multiply(blind1));
  const challenge = challengeOf(indexes, [abar, bbar, d, t1, d.multiply(blind3)], domain);
  return written(
    [abar, bbar, d],
    [
      Fr.add(blindE, Fr.mul(e, challenge)),
      Fr.sub(blind1, Fr.mul(r1, challenge)),
      Fr.sub(blind3, Fr.mul(Fr.inv(r2), challenge)),
      challenge,
    ],
  );
}

const header = utf8('header');
const holds = (indexes: readonly number[], proof: Uint8Array): boolean =>
  holdsBbsProof({ publicKey, proof, header, presentationHeader: new Uint8Array(), messages, indexes });

it('a BBS proof made of points at infinity, which fits every key, is none', () => {
  expect(holds([0, 1], forge(header))).toBe(false);
});

it('a BBS proof names the places of what was signed in order, once each, and none beyond the end', () => {
  const proven = (indexes: readonly number[]): boolean => holds(indexes, prove(indexes, header));
  expect(proven([0, 1])).toBe(true);
  expect(proven([1, 0])).toBe(false);
  expect(proven([0, 0])).toBe(false);
  expect(proven([0, 2])).toBe(false);
  expect(proven([0, 9999])).toBe(false);
});
