import { type Check, never } from '../check.ts';
import type { CheckContext, CheckResult } from '../check-context.ts';
import { MUST_HOLD } from '../policy.ts';
import { notRun } from '../report.ts';

/**
 * Does that key, or that host, belong to the issuer? The `proof` check has already found the answer. Codes: those of
 * key/.
 */
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
