/** Which kind of fault an outcome reports. The user interfaces use this too, so nothing here imports a check. */
import { type Nature, natureOf, type Problem, type ProblemCode } from '../problem.ts';
import { holds, type Outcome, type Outcomes, problemsOf } from './report.ts';

/** Faults of form. In a record that holds they only show how its issuer writes, not that anything is wrong with it. */
const OF_FORM: ReadonlySet<ProblemCode> = new Set(['member-missing', 'member-malformed', 'date-malformed']);

const DECIDES_NOTHING: ReadonlySet<Nature> = new Set(['note', 'network', 'unsupported', 'limit']);

/**
 * Whether `conformance` of a record that holds failed only for faults of form (docs/decisions.md#status-and-standing).
 * A schema that the record names may report the same fault again.
 */
export function failsOnlyInForm({ conformance, proof, 'key-binding': keyBinding }: Outcomes): boolean {
  if (conformance.state !== 'failed' || !holds(proof) || !holds(keyBinding)) return false;
  const faults = problemsOf(conformance).filter((each) => !DECIDES_NOTHING.has(natureOf(each)));
  return (
    faults.some(({ code }) => OF_FORM.has(code)) &&
    faults.every(({ code }) => OF_FORM.has(code) || code === 'schema-violated')
  );
}

/**
 * These only say that nobody known to the reader vouches for the issuer. That is no suspicion
 * (docs/decisions.md#status-and-standing).
 */
const NOBODY_VOUCHES: ReadonlySet<ProblemCode> = new Set([
  'issuer-unknown',
  'issuer-identified',
  'registry-unreachable',
]);

/** Whether an outcome only says that nobody vouches for the issuer. */
export const isUnvouched = (outcome: Outcome): boolean =>
  outcome.state !== 'passed' && outcome.state !== 'failed' && doubtsOf(outcome).length === 0;

/** The problems of an outcome, without those that only say that nobody vouches for the issuer. */
export const doubtsOf = (outcome: Outcome): readonly Problem[] =>
  problemsOf(outcome).filter(({ code }) => !NOBODY_VOUCHES.has(code));
