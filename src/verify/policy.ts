/** What the outcome of a check means for the verdict. Each check has one row, and judge.ts reads it. */
import type { ProblemCode } from '../problem.ts';
import type { CheckState, Status } from './report.ts';

/** The codes that decide the status themselves. Any other code of the outcome is a caution. */
export interface ByCode {
  readonly byCode: Partial<Record<ProblemCode, Status>>;
}

/**
 * What one state of one check means for the verdict.
 * - `fine`      allows a good status
 * - `caution`   allows a good status, but never `verified`
 * - `withheld`  allows no good status, and says nothing more
 * - `failed`, `revoked`  gives that status
 * - `by-cause`  gives `unreachable` or `not-checked`, by the nature of the problem
 * - `unvouched` allows a good status, but at most `unrecognised`; it is a caution if the outcome also says something
 *   else
 * - a `ByCode`  the code decides
 */
export type Effect =
  | 'fine'
  | 'caution'
  | 'withheld'
  | 'failed'
  | 'revoked'
  | 'by-cause'
  | 'unvouched'
  | ByCode;

export type Policy = Readonly<Record<CheckState, Effect>>;

/** Warnings, and checks that are not about authenticity or dates, are a caution at most. */
export const CAUTION_AT_MOST = {
  passed: 'fine',
  warned: 'caution',
  failed: 'caution',
  inconclusive: 'caution',
  'not-applicable': 'fine',
  'not-run': 'fine',
} as const satisfies Policy;

/** A good status needs `passed` or `warned`. So nothing unsigned and unconfirmed is ever verified. */
export const MUST_HOLD = {
  passed: 'fine',
  warned: 'caution',
  failed: 'failed',
  inconclusive: 'by-cause',
  'not-applicable': 'withheld',
  'not-run': 'withheld',
} as const satisfies Policy;
