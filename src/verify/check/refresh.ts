import { afterKeyBinding, type Check } from '../check.ts';
import { CAUTION_AT_MOST } from '../policy.ts';
import { notApplicable } from '../report.ts';
import { readRefreshedCopy } from './refreshed-copy.ts';

/**
 * Is there a newer copy (OB 3.0 §Refresh)? It is asked for only after a good proof: anybody can name an address in an
 * unproved record.
 */
export const refresh = {
  id: 'refresh',
  blockedBy: (context) => (context.record.refreshServices.length === 0 ? null : afterKeyBinding(context)),
  run: (context) =>
    context.record.refreshServices.length === 0 ? { outcome: notApplicable() } : readRefreshedCopy(context),
  // OB 3.0 §Refresh: where no newer copy can be had, the original stands.
  policy: { ...CAUTION_AT_MOST, inconclusive: 'fine' },
  rank: 5,
} as const satisfies Check;
