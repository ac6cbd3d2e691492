import { afterProof, type Check } from '../check.ts';
import { CAUTION_AT_MOST } from '../policy.ts';
import { notApplicable } from '../report.ts';
import { examineEndorsements } from './examine-endorsements.ts';

export const endorsements = {
  id: 'endorsements',
  blockedBy: afterProof,
  // Few records carry any.
  run: async (context) =>
    context.record.endorsements.length === 0 ? { outcome: notApplicable() } : examineEndorsements(context),
  policy: { ...CAUTION_AT_MOST, inconclusive: 'fine' },
  rank: 9,
} as const satisfies Check;
