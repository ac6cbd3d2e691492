/**
 * BBS proofs over BLS12-381 with SHA-256 (draft-irtf-cfrg-bbs-signatures).
 */
import { interleavedMSMUnsafe, mulAddUnsafe } from '@noble/curves/abstract/curve.js';
import { expand_message_xmd } from '@noble/curves/abstract/hash-to-curve.js';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '../../../encoding/bytes.ts';
import { fromHex, toHex } from '../../../encoding/hex.ts';
import { remember } from '../../../encoding/remember.ts';
import { utf8 } from '../../../encoding/text.ts';

const { G1, G2, fields } = bls12_381;
type G1Point = InstanceType<typeof G1.Point>;

const API_ID = 'BBS_BLS12381G1_XMD:SHA-256_SSWU_RO_H2G_HM2S_';
const POINT_BYTES = 48;
const SCALAR_BYTES = 32;
const EXPAND_BYTES = 48;

export interface BbsProof {
  /** The signer's key, 96 bytes. */
  readonly publicKey: Uint8Array;
  readonly proof: Uint8Array;
  readonly header: Uint8Array;
  readonly presentationHeader: Uint8Array;
  readonly messages: readonly Uint8Array[];
  /** The places of these messages among the signed ones, ascending. */
  readonly indexes: readonly number[];
}

/** §3.5.4 CoreProofVerify with §3.7.3 ProofVerifyInit. False for a proof that does not hold or cannot be read. */
export function holdsBbsProof(input: BbsProof): boolean {
  try {
    return coreVerify(input);
  } catch {
    // The library throws for points off the curve and for wrong lengths. Then there is no proof that could hold.
    return false;
  }
}

function coreVerify({ publicKey, proof, header, presentationHeader, messages, indexes }: BbsProof): boolean {
  const parsed = parseProof(proof);
  const total = parsed.undisclosed.length + messages.length;
  const ascending = indexes.every(
    (index, at) => index < total && (at === 0 || index > (indexes[at - 1] ?? 0)),
  );
  if (!ascending || indexes.length !== messages.length) return false;
  const key = signerKey(toHex(publicKey));
  if (key === null) return false;
  const generators = generatorsFor(total);
  const domain = domainOf({ publicKey, generators: generators.bytes.slice(0, total + 1), header });
  const scalars = messages.map((message) => hashToScalar(message, `${API_ID}MAP_MSG_TO_SCALAR_AS_HASH_`));
  const { abar, bbar, d, e, r1, r3, undisclosed, challenge } = parsed;
  const t1 = mulAddUnsafe(G1.Point, [bbar, abar, d], [challenge, e, r1]);
  // A shown message counts by the challenge, an undisclosed one by its own scalar: one sum over all generators.
  const shown = new Map(indexes.map((index, at) => [index, scalars[at] ?? 0n]));
  const unseen = undisclosed.values();
  const each = Array.from({ length: total }, (_, index) => {
    const scalar = shown.get(index);
    return scalar === undefined ? (unseen.next().value ?? 0n) : times(scalar, challenge);
  });
  const t2 = generators
    .sum([challenge, times(domain, challenge), ...each])
    .add(mulAddUnsafe(G1.Point, [d], [r3]));
  const transcript = concatBytes([
    int64(indexes.length),
    ...indexes.flatMap((index, at) => [int64(index), scalarBytes(scalars[at] ?? 0n)]),
    ...[abar, bbar, d, t1, t2].map((point) => point.toBytes(true)),
    scalarBytes(domain),
    int64(presentationHeader.length),
    presentationHeader,
  ]);
  if (hashToScalar(transcript, `${API_ID}H2S_`) !== challenge) return false;
  const product = bls12_381.pairingBatch([
    { g1: abar, g2: key },
    { g1: bbar, g2: G2.Point.BASE.negate() },
  ]);
  return fields.Fp12.eql(product, fields.Fp12.ONE);
}

/** §4.2.4.4 octets_to_proof. */
function parseProof(bytes: Uint8Array) {
  const rest = bytes.length - 3 * POINT_BYTES - 4 * SCALAR_BYTES;
  if (rest < 0 || rest % SCALAR_BYTES !== 0) throw new RangeError();
  const point = (at: number): G1Point => {
    const read = G1.Point.fromBytes(bytes.slice(at * POINT_BYTES, (at + 1) * POINT_BYTES));
    read.assertValidity();
    if (read.is0()) throw new RangeError();
    return read;
  };
  const scalars: bigint[] = [];
  for (let at = 3 * POINT_BYTES; at < bytes.length; at += SCALAR_BYTES) {
    const scalar = toInteger(bytes.subarray(at, at + SCALAR_BYTES));
    if (scalar === 0n || scalar >= fields.Fr.ORDER) throw new RangeError();
    scalars.push(scalar);
  }
  const [e = 0n, r1 = 0n, r3 = 0n, ...others] = scalars;
  const challenge = others.pop() ?? 0n;
  return { abar: point(0), bbar: point(1), d: point(2), e, r1, r3, undisclosed: others, challenge };
}

/** The most signers that are cached. One machine meets fewer. */
const MAX_CACHED_KEYS = 200;

/** A signer's key, read and checked once. Null for anything that is no key. */
const signerKey = remember((hex: string) => {
  const bytes = fromHex(hex);
  if (!bytes.ok) return null;
  try {
    const key = G2.Point.fromBytes(bytes.value);
    key.assertValidity();
    return key.is0() ? null : key;
  } catch {
    return null;
  }
}, MAX_CACHED_KEYS);

/** Points that are the same for everybody. */
interface Generators {
  /** Q1 and the generators of the messages, as they are hashed. */
  readonly bytes: readonly Uint8Array[];
  /** The sum of P1, Q1 and the message generators, each multiplied by its scalar. */
  readonly sum: (scalars: bigint[]) => G1Point;
}

/** Generators are made in steps of this many messages, because proofs of one kind differ by a few. */
const STEP = 16;
/** The window for precomputed multiples of each point, as a power of two: about 10 kB a message. */
const WINDOW = 6;
let known: Generators = { bytes: [], sum: () => G1.Point.ZERO };

/** Generators for at least this many messages. The largest set so far serves all. */
function generatorsFor(messages: number): Generators {
  if (known.bytes.length > messages) return known;
  const count = Math.ceil((messages + 1) / STEP) * STEP;
  const own = generators(count, 'MESSAGE_GENERATOR_SEED');
  const base = generators(1, 'BP_MESSAGE_GENERATOR_SEED');
  known = {
    bytes: own.map((point) => point.toBytes(true)),
    sum: interleavedMSMUnsafe(G1.Point, [...base, ...own], WINDOW),
  };
  return known;
}

/** §4.1.1 create_generators. */
function generators(count: number, seed: string): G1Point[] {
  const seedDst = `${API_ID}SIG_GENERATOR_SEED_`;
  const made: G1Point[] = [];
  let value = expand(utf8(`${API_ID}${seed}`), seedDst);
  for (let at = 1; at <= count; at++) {
    value = expand(concatBytes([value, int64(at)]), seedDst);
    made.push(G1.hashToCurve(value, { DST: `${API_ID}SIG_GENERATOR_DST_` }));
  }
  return made;
}

interface DomainInput {
  readonly publicKey: Uint8Array;
  readonly generators: readonly Uint8Array[];
  readonly header: Uint8Array;
}

/** §4.1.3 calculate_domain. */
function domainOf({ publicKey, generators: [q1 = new Uint8Array(), ...bases], header }: DomainInput): bigint {
  const octets = concatBytes([int64(bases.length), q1, ...bases, utf8(API_ID)]);
  return hashToScalar(concatBytes([publicKey, octets, int64(header.length), header]), `${API_ID}H2S_`);
}

const times = (one: bigint, other: bigint): bigint => (one * other) % fields.Fr.ORDER;

const expand = (message: Uint8Array, dst: string): Uint8Array =>
  expand_message_xmd(message, utf8(dst), EXPAND_BYTES, sha256);
const toInteger = (bytes: Uint8Array): bigint =>
  bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
/** §4.2.2 hash_to_scalar. */
const hashToScalar = (message: Uint8Array, dst: string): bigint =>
  toInteger(expand(message, dst)) % fields.Fr.ORDER;
const scalarBytes = (scalar: bigint): Uint8Array => fields.Fr.toBytes(scalar);

function int64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}
