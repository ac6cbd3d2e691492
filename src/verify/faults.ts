/** What kind of fault an outcome tells of. The surfaces ask this too, so nothing here imports a check. */
import { type Nature, natureOf, type Problem, type ProblemCode } from '../problem.ts';
import { holds, type Outcome, type Outcomes, problemsOf } from './report.ts';

/** Faults of form. Of a record that holds they say how its issuer writes, not that anything is wrong with it. */
const OF_FORM: ReadonlySet<ProblemCode> = new Set(['member-missing', 'member-malformed', 'date-malformed']);

const DECIDES_NOTHING: ReadonlySet<Nature> = new Set(['note', 'network', 'unsupported']);

/**
 * Whether `conformance` of a record that holds failed for faults of form alone (docs/decisions.md#status-and-standing). A
 * schema that the record names tells the same fault once more.
 */
export function failsOnlyInForm({ conformance, proof, 'key-binding': keyBinding }: Outcomes): boolean {
  if (conformance.state !== 'failed' || !holds(proof) || !holds(keyBinding)) return false;
  const faults = problemsOf(conformance).filter((each) => !DECIDES_NOTHING.has(natureOf(each)));
  return (
    faults.some(({ code }) => OF_FORM.has(code)) &&
    faults.every(({ code }) => OF_FORM.has(code) || code === 'schema-violated')
  );
}

/** These only say that nobody the reader knows vouches for the issuer: no suspicion (docs/decisions.md#status-and-standing). */
const NOBODY_VOUCHES: ReadonlySet<ProblemCode> = new Set([
  'issuer-unknown',
  'issuer-identified',
  'registry-unreachable',
]);

/** Whether an outcome says no more than that nobody vouches for the issuer. */
export const isUnvouched = (outcome: Outcome): boolean =>
  outcome.state !== 'passed' && outcome.state !== 'failed' && doubtsOf(outcome).length === 0;

/** Its problems that say more than that nobody vouches for the issuer. */
export const doubtsOf = (outcome: Outcome): readonly Problem[] =>
  problemsOf(outcome).filter(({ code }) => !NOBODY_VOUCHES.has(code));
