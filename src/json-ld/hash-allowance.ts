import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { DigestName } from '../encoding/digest.ts';
import { toHex } from '../encoding/hex.ts';
import { utf8 } from '../encoding/text.ts';

const HASHES = { sha256, sha384, sha512 } as const;

/**
 * Hashes that telling alike blank nodes apart may take, beyond the first look at each. A transcript of fifty badges
 * needs some two thousand; a list of thousands of equal entries takes time and memory by the square of its length.
 */
const MOST = 6_000;

/** What rdf-canonize asks of a digest. */
export interface MessageDigest {
  update(text: string): void;
  digest(): string;
}

/** RDFC-1.0 would take more hashes than are allowed (poison graphs, RDFC-1.0 §7.1). */
export class TooManyHashes extends Error {}

/** The digests for one canonicalisation of a graph of so many blank nodes; throws TooManyHashes beyond the allowance. */
export function allowHashes(name: DigestName, blankNodes: number): () => MessageDigest {
  let left = blankNodes + MOST;
  return () => {
    left -= 1;
    if (left < 0) throw new TooManyHashes();
    const hash = HASHES[name].create();
    return {
      update: (text) => {
        hash.update(utf8(text));
      },
      digest: () => toHex(hash.digest()),
    };
  };
}
