import { type Budget, budgetOf, within } from '../budget.ts';

/**
 * What may be spent on the proofs of one credential, in letters of JSON-LD canonicalised: nothing can stop the
 * processor once it runs, and sixteen proofs under eight contents of a context are a hundred runs over one document.
 */
const MAX_WORK = 600_000;
/** The same for one document with all that is in it: a transcript of a hundred badges needs a third of this. */
const MAX_WORK_OF_A_DOCUMENT = 4 * MAX_WORK;

/** One budget for a document: its credential, the ones inside, and their endorsements draw on it together. */
export const documentBudget = (): Budget => budgetOf(MAX_WORK_OF_A_DOCUMENT);

/** A fresh budget for one credential, within that of its document. */
export const credentialBudget = (document?: Budget): Budget => within(document, budgetOf(MAX_WORK));
