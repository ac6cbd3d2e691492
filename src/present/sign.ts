import type { Item } from '../item.ts';
import { failsOnlyInForm } from '../verify/faults.ts';
import type { Sign } from './sentence.ts';

/** What the headline of an item says. */
export function signOf({ report, verdict: { status, standing, reason } }: Item): Sign {
  if (reason === 'suspended' || reason === 'not-yet-valid') return reason;
  if (status === 'failed' && standing === 'caution' && failsOnlyInForm(report.outcomes)) return 'not-in-form';
  const { answeredBy, rung, name } = report.issuer;
  if (status === 'issuer-confirmed' && report.credential?.format === 'platform' && answeredBy === name)
    return 'platform-confirmed';
  return status === 'issuer-confirmed' && answeredBy !== null && rung !== 'recognised'
    ? 'host-confirmed'
    : status;
}
