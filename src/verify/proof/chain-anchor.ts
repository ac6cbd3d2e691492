/** Proofs whose last link is a transaction on a blockchain: read far enough to name the chain, and no further. */
import { decodeMultibase } from '../../encoding/multibase.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { type Problem, problem } from '../../problem.ts';

/** Proofs that end on a chain: MerkleProof2017 (Blockcerts 2), MerkleProof2019 in its three spellings (Blockcerts 3). */
const ANCHORED = /^(?:merkle-?proof-?20(?:17|19)|chainedproof2021)$/i;

/** Chains by the names of MerkleProof2017 anchors, and by the numbers of MerkleProof2019 (key map, `chain`). */
const CHAINS: readonly (readonly [RegExp, string])[] = [
  [/^(?:btc|bitcoin|0$)/i, 'Bitcoin'],
  [/^(?:eth|1$)/i, 'Ethereum'],
];
const chainOf = (name: string): string | null => CHAINS.find(([pattern]) => pattern.test(name))?.[1] ?? null;

/**
 * `chain-anchored`, with the chain's name where the proof gives it, for a proof that only a look into a blockchain can
 * settle; null for any other. Nothing in the proof is checked: it is told what it rests on, not that it rests.
 * @param proof a Data Integrity proof, or the `signature` of a Blockcerts 2 certificate
 */
export function chainAnchored(proof: JsonObject, at: string): Problem | null {
  const names = [...asArray<Json>(proof.type ?? undefined), proof.cryptosuite ?? null];
  if (!names.some((name) => typeof name === 'string' && ANCHORED.test(name))) return null;
  const [named] = [...listedAnchors(proof), ...packedAnchors(proof)].flatMap((name) => chainOf(name) ?? []);
  return problem('chain-anchored', { at, ...(named !== undefined && { params: { anchor: named } }) });
}

/** MerkleProof2017: `{"chain": "bitcoinMainnet", "type": "BTCOpReturn", "sourceId": …}`. */
const listedAnchors = ({ anchors }: JsonObject): readonly string[] =>
  asArray<Json>(anchors ?? undefined)
    .filter(isJsonObject)
    .flatMap(({ chain, type }) => [chain, type])
    .filter((name) => typeof name === 'string');

/** MerkleProof2019: CBOR of pairs, in which 2 is the anchors, and in an anchor 0 is the chain. */
function packedAnchors({ proofValue }: JsonObject): readonly string[] {
  const bytes = typeof proofValue === 'string' ? decodeMultibase(proofValue) : null;
  const proof = bytes?.ok ? new Pairs(bytes.value).read(0) : null;
  return items(at(proof, 2)).flatMap((anchor) => {
    const chain = at(anchor, 0);
    return typeof chain === 'number' ? [String(chain)] : [];
  });
}

type Packed = number | null | readonly Packed[];
const items = (value: Packed): readonly Packed[] => (Array.isArray(value) ? value : []);
const at = (pairs: Packed, key: number): Packed =>
  items(items(pairs).find((pair) => items(pair)[0] === key) ?? null)[1] ?? null;

const MAX_DEPTH = 8;

/** Arrays and integers of CBOR (RFC 8949 §3.1). Strings are stepped over; whatever else there is reads as null. */
class Pairs {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(depth: number): Packed {
    const first = this.#bytes[this.#at++];
    if (first === undefined || depth > MAX_DEPTH) return this.#stop();
    const [major, short] = [first >> 5, first & 31];
    const count = short < 24 ? short : this.#number(short);
    if (major === 0) return count;
    if (major === 1) return -1 - count;
    if (major === 4) {
      const entries: Packed[] = [];
      while (entries.length < count && this.#at < this.#bytes.length) entries.push(this.read(depth + 1));
      return entries;
    }
    if (major !== 2 && major !== 3) return this.#stop();
    this.#at += count;
    return null;
  }

  /** 24 to 27: the value in the next 1, 2, 4 or 8 bytes. */
  #number(short: number): number {
    let value = 0;
    for (let left = short > 27 ? 0 : 2 ** (short - 24); left > 0; left--)
      value = value * 256 + (this.#bytes[this.#at++] ?? 0);
    return value;
  }

  #stop(): null {
    this.#at = this.#bytes.length;
    return null;
  }
}
