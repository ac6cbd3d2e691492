/** One check of a credential, complete: what it waits for, how it runs, and what its answer means. */
import type { CheckContext, CheckResult } from './check-context.ts';
import type { Policy } from './policy.ts';
import { type CheckId, holds } from './report.ts';

export interface Check {
  /** Also the suffix of its messages: `check_<id>`, `question_<id>`. */
  readonly id: CheckId;
  /** The first check whose answer makes this one pointless. Null where there is none. */
  readonly blockedBy: (context: CheckContext) => CheckId | null;
  /** Never rejects for bad input. A bug that throws becomes `inconclusive('internal')`. */
  readonly run: (context: CheckContext) => Promise<CheckResult> | CheckResult;
  /** What each state means for the verdict. */
  readonly policy: Policy;
  /** Where several checks raise doubts or give reasons, the one with the lowest rank is shown. */
  readonly rank: number;
}

/** For a check that runs whatever the other answers are. */
export const never = (): null => null;

/** A disproved record counts for nothing. The contents of an unproved one may still be shown as its own claims. */
export function unlessDisproved({ outcomes }: CheckContext): CheckId | null {
  if (outcomes.proof?.state === 'failed') return 'proof';
  return outcomes['key-binding']?.state === 'failed' ? 'key-binding' : null;
}

/** Anybody can write an address into an unproved record. So such addresses are requested only after a good proof. */
export const afterProof = (context: CheckContext): CheckId | null =>
  holds(context.outcomes.proof) ? unlessDisproved(context) : 'proof';

/** For a check that must know that the record is the issuer's own. */
export function afterKeyBinding({ outcomes }: CheckContext): CheckId | null {
  if (!holds(outcomes.proof)) return 'proof';
  return holds(outcomes['key-binding']) ? null : 'key-binding';
}
