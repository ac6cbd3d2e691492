/** What the outcome of a check means for the verdict: each check brings one row, and judge.ts reads it. */
import type { ProblemCode } from '../problem.ts';
import type { CheckState, Status } from './report.ts';

/** Codes that decide the status themselves. Any other code of the same outcome is a caution. */
export interface ByCode {
  readonly byCode: Partial<Record<ProblemCode, Status>>;
}

/**
 * What one state of one check means for the whole.
 * - `fine`      nothing stands in the way of a good status
 * - `caution`   a good status, but never `verified`
 * - `withheld`  no good status; says nothing further by itself
 * - `failed`, `revoked`  that status
 * - `by-cause`  the nature of the problem decides between `unreachable` and `not-checked`
 * - `unvouched` a good status, `unrecognised` at most; a caution where the outcome says more than that nobody vouches
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

/** Warnings, and whatever is no part of authenticity or timeliness, never do more than caution. */
export const CAUTION_AT_MOST = {
  passed: 'fine',
  warned: 'caution',
  failed: 'caution',
  inconclusive: 'caution',
  'not-applicable': 'fine',
  'not-run': 'fine',
} as const satisfies Policy;

/** A good status needs `passed` or `warned`: nothing unsigned and unconfirmed is ever verified. */
export const MUST_HOLD = {
  passed: 'fine',
  warned: 'caution',
  failed: 'failed',
  inconclusive: 'by-cause',
  'not-applicable': 'withheld',
  'not-run': 'withheld',
} as const satisfies Policy;
