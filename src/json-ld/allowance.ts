/**
 * What may be spent on the proofs of one credential, in letters of JSON-LD canonicalised: nothing can stop the
 * processor once it runs, and sixteen proofs under eight contents of a context are a hundred runs over one document.
 */
const MAX_WORK = 600_000;
/** The same for one document with all that is in it: a transcript of a hundred badges needs a third of this. */
const MAX_WORK_OF_A_DOCUMENT = 4 * MAX_WORK;

/** What is left to be spent. */
export interface Allowance {
  /** Takes from what is left; false where it does not suffice. */
  spend(cost: number): boolean;
}

const allowanceOf = (most: number): Allowance => {
  let left = most;
  return {
    spend(cost) {
      left -= cost;
      return left >= 0;
    },
  };
};

/** One allowance for a document: its credential, the ones inside, and their endorsements draw on it together. */
export const documentAllowance = (): Allowance => allowanceOf(MAX_WORK_OF_A_DOCUMENT);

/** A fresh allowance for one credential, within that of its document. */
export function credentialAllowance(document?: Allowance): Allowance {
  const own = allowanceOf(MAX_WORK);
  return { spend: (cost) => own.spend(cost) && (document?.spend(cost) ?? true) };
}
