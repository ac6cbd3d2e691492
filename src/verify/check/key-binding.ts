import { type Check, never } from '../check.ts';
import type { CheckContext, CheckResult } from '../check-context.ts';
import { MUST_HOLD } from '../policy.ts';
import { notRun } from '../report.ts';

/** Is that key, or that host, the issuer's? `proof` has found it out on the way. Codes: those of key/. */
const checkKeyBinding = ({ outcomes }: CheckContext): CheckResult => ({
  outcome: outcomes['key-binding'] ?? notRun('proof'),
});

export const keyBinding = {
  id: 'key-binding',
  blockedBy: never,
  run: checkKeyBinding,
  policy: MUST_HOLD,
  rank: 2,
} as const satisfies Check;
