import type { Credential } from '../../credential/model.ts';
import { type Nature, natureOf, type Problem } from '../../problem.ts';
import type { Authentication } from '../check-context.ts';
import type { VerifyPorts } from '../ports.ts';
import { type Facts, failed, inconclusive, notRun, type Outcome } from '../report.ts';
import type { Undisclosed } from './disclosure.ts';

/**
 * The two answers about one securing mechanism: whether it holds over this content, and whether the key is the
 * issuer's.
 */
export interface Securing {
  readonly proof: Outcome;
  readonly keyBinding: Outcome;
  /** What may be undisclosed, where the holder shows only a part of the credential. */
  readonly undisclosed?: Undisclosed | undefined;
  /** The record that this proof covers. Absent where it could not be read. */
  readonly record?: Credential | undefined;
  /** Set where what was signed could not be read. Then neither the document that came nor its form is signed. */
  readonly unread?: boolean | undefined;
}

/** Natures that say something about the record. The others only say that it could not be checked. */
const DAMNING: ReadonlySet<Nature> = new Set(['disproved', 'malformed', 'revoked']);

/**
 * The state that a problem gives its check. `malformed` is used for faults in the record itself, its proof included. A
 * document that the record only names has its own codes, which leave the question open
 * (docs/decisions.md#dependencies-and-lists).
 */
export const outcomeOf = (problem: Problem, facts?: Facts): Outcome =>
  DAMNING.has(natureOf(problem)) ? failed(problem, facts) : inconclusive(problem, facts);

/** The proof does not hold, or could not be decided. So the owner of the key no longer matters. */
export const proofTrouble = (problem: Problem, facts?: Facts): Securing => ({
  proof: outcomeOf(problem, facts),
  keyBinding: notRun('proof'),
});

/** A record whose proof does not hold, or could not be decided. `address`: set where a server was asked for it. */
export const unproved = (record: Credential, proof: Outcome, address?: string): Authentication => ({
  record,
  proof,
  keyBinding: notRun('proof'),
  hosting: address === undefined ? null : { address },
});

/** Whether to show the steps of signing beside a problem: somebody asked for them, and the signature is what fails. */
export const isToTrace = ({ code }: Problem, { explain }: Pick<VerifyPorts, 'explain'>): boolean =>
  explain === true && code === 'signature-invalid';

/** Codes with which the issuer's own documents disown a key, before there is a key for checking the proof. */
const DISOWNING: ReadonlySet<string> = new Set([
  'key-not-bound',
  'key-document-mismatch',
  'key-purpose-wrong',
  'key-revoked',
]);

/** No key was found. Either the issuer does not list it (docs/decisions.md#keys), or nobody could be asked. */
export const keyTrouble = (problem: Problem, facts?: Facts): Securing =>
  DISOWNING.has(problem.code)
    ? { proof: notRun('key-binding'), keyBinding: failed(problem, facts) }
    : proofTrouble(problem, facts);
