import { beginningOf, endOf, readableText } from '../../credential/date.ts';
import type { CredentialContent, DateText } from '../../credential/model.ts';
import type { Instant } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { type Check, unlessDisproved } from '../check.ts';
import type { CheckContext, CheckResult } from '../check-context.ts';
import { CAUTION_AT_MOST } from '../policy.ts';
import type { Undisclosed } from '../proof/disclosure.ts';
import { inconclusive, passed, warned } from '../report.ts';

interface ToTime extends Pick<CheckContext, 'undisclosed'> {
  readonly record: Pick<CredentialContent, 'issued' | 'validFrom' | 'validUntil'>;
  readonly ports: Pick<CheckContext['ports'], 'clock'>;
  /** How far ahead of our clock its beginning may be. */
  readonly tolerance?: number;
}

/**
 * Is it within its dates? Instants are compared (VCDM 2.0 §4.9), and the text is shown as the document writes it.
 * Codes: `expired`, `not-yet-valid` (failed, both where both hold); `date-malformed` (inconclusive: a date that names
 * no instant decides nothing); `statements-hidden` (warned: the holder of a derived credential may have left a date
 * out).
 */
export function checkValidityPeriod({ record, ports, undisclosed, tolerance = 0 }: ToTime): CheckResult {
  const from = record.validFrom ?? record.issued;
  const until = record.validUntil;
  const now = ports.clock.now();
  const end = (until && endOf(until)) ?? Number.POSITIVE_INFINITY;
  const facts = { validFrom: from?.text ?? null, validUntil: until?.text ?? null };
  const [first, ...others] = [
    ...(end < now ? [dated('expired', until)] : []),
    ...(startOf(from) > now + tolerance ? [dated('not-yet-valid', from)] : []),
  ];
  if (first) return { outcome: { state: 'failed', problem: first, others, facts } };
  const unread = [from, until].find((date) => date && date.instant === null);
  if (unread) return { outcome: inconclusive(dated('date-malformed', unread), facts) };
  const absent = undisclosed?.dates === true ? absentDate(record, undisclosed) : null;
  if (absent !== null) return { outcome: warned(problem('statements-hidden', { at: absent }), facts) };
  return { outcome: passed(facts) };
}

/** The pointer to the first date that is missing. */
function absentDate({ validFrom, validUntil }: ToTime['record'], { otherEnd }: Undisclosed): string | null {
  if (validUntil === null) return '/validUntil';
  if (validFrom === null) return '/validFrom';
  return otherEnd === undefined ? null : `/${otherEnd}`;
}

export const validityPeriod = {
  id: 'validity-period',
  blockedBy: unlessDisproved,
  run: checkValidityPeriod,
  policy: {
    ...CAUTION_AT_MOST,
    // A credential that is not yet valid holds, but not now.
    failed: { byCode: { expired: 'expired', 'not-yet-valid': 'expired' } },
    inconclusive: 'by-cause',
    'not-run': 'withheld',
  },
  rank: 4,
} as const satisfies Check;

const dated = (code: 'expired' | 'not-yet-valid' | 'date-malformed', date: DateText | null): Problem =>
  problem(code, { params: { date: date ? readableText(date) : '' } });

const startOf = (date: DateText | null): Instant => (date && beginningOf(date)) ?? Number.NEGATIVE_INFINITY;
