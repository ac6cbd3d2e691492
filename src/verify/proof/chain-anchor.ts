/** Proofs that end in a blockchain transaction. They are read only far enough to name the chain. */
import { type Cbor, type CborForm, decodeCbor } from '../../encoding/cbor.ts';
import { decodeMultibase } from '../../encoding/multibase.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { type Problem, problem } from '../../problem.ts';

/**
 * Proof types that end on a chain: MerkleProof2017 (Blockcerts 2), MerkleProof2019 in its three spellings (Blockcerts
 * 3).
 */
const ANCHORED = /^(?:merkle-?proof-?20(?:17|19)|chainedproof2021)$/i;

/** Chains by their names in MerkleProof2017 anchors, and by their numbers in MerkleProof2019 (key map, `chain`). */
const CHAINS: readonly (readonly [RegExp, string])[] = [
  [/^(?:btc|bitcoin|0$)/i, 'Bitcoin'],
  [/^(?:eth|1$)/i, 'Ethereum'],
];
const chainOf = (name: string): string | null => CHAINS.find(([pattern]) => pattern.test(name))?.[1] ?? null;

/**
 * `chain-anchored`, with the chain's name where the proof gives it, for a proof that only a blockchain can settle. Null
 * for any other proof. Nothing in the proof is checked: this only says what it depends on.
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

/** MerkleProof2019: CBOR of pairs. Key 2 holds the anchors, and in an anchor, key 0 holds the chain. */
function packedAnchors({ proofValue }: JsonObject): readonly string[] {
  const bytes = typeof proofValue === 'string' ? decodeMultibase(proofValue) : null;
  const proof = bytes?.ok ? decodeCbor(bytes.value, PAIRS) : null;
  if (!proof?.ok) return [];
  return items(at(proof.value, 2)).flatMap((anchor) => {
    const chain = at(anchor, 0);
    return typeof chain === 'number' ? [String(chain)] : [];
  });
}

const PAIRS: CborForm = {
  kinds: ['unsigned', 'negative', 'bytes', 'text', 'array'],
  maxDepth: 8,
  maxIntegerBytes: 8,
};

const items = (value: Cbor | undefined): readonly Cbor[] => (Array.isArray(value) ? value : []);
const at = (pairs: Cbor | undefined, key: number): Cbor | undefined =>
  items(items(pairs).find((pair) => items(pair)[0] === key))[1];
