import type { Credential } from '../../credential/model.ts';
import { type Nature, natureOf, type Problem } from '../../problem.ts';
import { type Facts, failed, inconclusive, notRun, type Outcome } from '../report.ts';
import type { Undisclosed } from './disclosure.ts';

/** The two answers about one securing mechanism: does it hold over this content, and is the key the issuer's? */
export interface Securing {
  readonly proof: Outcome;
  readonly keyBinding: Outcome;
  /** What may be undisclosed in a credential that its holder shows in part. */
  readonly undisclosed?: Undisclosed | undefined;
  /** Set where the record was read from what is signed, in place of the document that came. */
  readonly record?: Credential | undefined;
  /** Set where what is signed could not be read. Then nobody has signed the document that came, nor its form. */
  readonly unread?: boolean | undefined;
}

/** Natures that say something about the record; the others only say that it could not be checked. */
const DAMNING: ReadonlySet<Nature> = new Set(['disproved', 'malformed', 'revoked']);

/**
 * What a problem means for the check that met it. Malformed is what the record itself brought, its proof included. A
 * document that it only names is never called so: that has a code of its own, which leaves the question open
 * (docs/decisions.md#dependencies-and-lists).
 */
export const outcomeOf = (problem: Problem, facts?: Facts): Outcome =>
  DAMNING.has(natureOf(problem)) ? failed(problem, facts) : inconclusive(problem, facts);

/** The proof could not be decided, or does not hold: whose key it is no longer matters. */
export const proofTrouble = (problem: Problem, facts?: Facts): Securing => ({
  proof: outcomeOf(problem, facts),
  keyBinding: notRun('proof'),
});

/** Codes by which the issuer's own documents disown the key before there is a key to check the proof with. */
const DISOWNING: ReadonlySet<string> = new Set([
  'key-not-bound',
  'key-document-mismatch',
  'key-purpose-wrong',
  'key-revoked',
]);

/** No key was found: either the issuer does not list it (docs/decisions.md#keys), or nobody could be asked. */
export const keyTrouble = (problem: Problem, facts?: Facts): Securing =>
  DISOWNING.has(problem.code)
    ? { proof: notRun('key-binding'), keyBinding: failed(problem, facts) }
    : proofTrouble(problem, facts);
