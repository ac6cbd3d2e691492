import { type Budget, budgetOf, within } from '../budget.ts';

/**
 * What may be spent on the proofs of one credential, in characters of JSON-LD: to read it, to write its record, and to
 * tell its blank nodes apart. Nothing can stop this work once it runs. Sixteen proofs under eight contents of a context
 * would be a hundred runs over one document.
 */
const MAX_WORK = 600_000;
/** The same for one document with everything in it. A transcript of a hundred badges needs a third of this. */
const MAX_WORK_OF_A_DOCUMENT = 4 * MAX_WORK;

/** One budget for a document. Its credential, the credentials inside and their endorsements share it. */
export const documentBudget = (): Budget => budgetOf(MAX_WORK_OF_A_DOCUMENT);

/** A new budget for one credential, within the budget of its document. */
export const credentialBudget = (document?: Budget): Budget => within(document, budgetOf(MAX_WORK));
