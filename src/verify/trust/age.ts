/** The age of a statement. */
import type { Instant } from '../../ports.ts';

/** From this age on, the age of an entry is shown. */
export const STALE_MONTHS = 18;

/** Whole months from an ISO date to a moment. 0 where there is no date. */
export function monthsSince(date: string | null, at: Instant): number {
  const from = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(from.getTime())) return 0;
  const to = new Date(at);
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return Math.max(0, to.getUTCDate() < from.getUTCDate() ? months - 1 : months);
}
