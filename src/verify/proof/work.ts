import type { Result } from '../../result.ts';

/**
 * What may be spent on the proofs of one credential, in letters of JSON-LD canonicalised: nothing can stop the
 * processor once it runs, and sixteen proofs under eight contents of a context are a hundred runs over one document.
 */
const MAX_WORK = 600_000;

export interface Work {
  /** Takes from what is left; false where it does not suffice. */
  spend(cost: number): boolean;
  /** Canonical forms so far, by what they were made from: proofs of one set share that of their document. */
  readonly canonical: Map<string, Result<string>>;
}

/** A fresh allowance, for one credential. */
export function createWork(): Work {
  let left = MAX_WORK;
  return {
    canonical: new Map(),
    spend(cost) {
      left -= cost;
      return left >= 0;
    },
  };
}
