/** One question about a credential, whole: what it waits for, how it is answered, and what the answer means. */
import type { CheckContext, CheckResult } from './check-context.ts';
import type { Policy } from './policy.ts';
import { type CheckId, holds } from './report.ts';

export interface Check {
  /** Also names its words in the messages: `check_<id>`, `question_<id>`. */
  readonly id: CheckId;
  /** The first check, if any, whose answer leaves this one nothing to stand on. */
  readonly blockedBy: (context: CheckContext) => CheckId | null;
  /** Never rejects for bad input. A bug that throws becomes `inconclusive('internal')`. */
  readonly run: (context: CheckContext) => Promise<CheckResult> | CheckResult;
  /** What each state means for the verdict. */
  readonly policy: Policy;
  /** Of several doubts, or reasons for one status, the reader is told the one with the lowest rank. */
  readonly rank: number;
}

/** Asked whatever the other answers are. */
export const never = (): null => null;

/** A disproved record counts for nothing. The word of an unproved one may still be told as its own. */
export function unlessDisproved({ outcomes }: CheckContext): CheckId | null {
  if (outcomes.proof?.state === 'failed') return 'proof';
  return outcomes['key-binding']?.state === 'failed' ? 'key-binding' : null;
}

/** Anybody can write an address into an unproved record, so such addresses are asked only after a good proof. */
export const afterProof = (context: CheckContext): CheckId | null =>
  holds(context.outcomes.proof) ? unlessDisproved(context) : 'proof';

/** For what needs to know that the record is the issuer's own. */
export function afterKeyBinding({ outcomes }: CheckContext): CheckId | null {
  if (!holds(outcomes.proof)) return 'proof';
  return holds(outcomes['key-binding']) ? null : 'key-binding';
}
