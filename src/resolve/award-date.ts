/** Dates as platforms write them beside an award. */
import { readDate } from '../credential/date.ts';
import type { DateText } from '../credential/model.ts';
import { isSpan } from '../site/date-line.ts';
import { expiryLabel } from '../site/words.ts';
import { readClaimedDate } from '../verify/check/claim-date.ts';

/** An instant of our century has twelve digits or more in milliseconds since 1970, fewer in seconds. */
const MILLISECONDS = /^\d{12,13}$/;
const SECONDS = /^\d{9,10}$/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** `Jun 13, 2026 EDT` · `August 6, 2018` */
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?: [A-Z]{2,5})?$/i;
/** `13 June 2026` */
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3,9})\.?,? (\d{4})$/i;
/** `March 2024` */
const MONTH_ONLY = /^([a-z]{3,9})\.?,? (\d{4})$/i;

/**
 * The date that a platform gives, in ISO 8601 with its instant. A month alone keeps its text and names no instant. So
 * it is not compared as a day. null for no date. A text that is no date is kept too.
 */
export function readAwardDate(written: string | null): DateText | null {
  if (written === null) return null;
  const text = written.trim();
  if (MILLISECONDS.test(text)) return fromInstant(Number(text));
  if (SECONDS.test(text)) return fromInstant(Number(text) * 1000);
  const first = MONTH_FIRST.exec(text);
  if (first) return fromParts(first[3], first[1], first[2]) ?? { text, instant: null };
  const day = DAY_FIRST.exec(text);
  if (day) return fromParts(day[3], day[2], day[1]) ?? { text, instant: null };
  if (MONTH_ONLY.test(text)) return { text, instant: null };
  const date = readDate(text);
  return date?.instant == null ? (inOtherWords(text) ?? date) : date;
}

/**
 * `Obtenida el 13 jun 2026`: platforms write to people in the language of the browser that asks. A last day, or one of
 * two days, is not the day of the award.
 */
function inOtherWords(text: string): DateText | null {
  if (isSpan(text) || expiryLabel().test(text)) return null;
  const { year, months = [], day } = readClaimedDate(text) ?? {};
  const [month, ...others] = months;
  if (month === undefined || others.length > 0 || day == null) return null;
  return fromNumbers(String(year), month, String(day));
}

const fromInstant = (instant: number): DateText => ({ text: new Date(instant).toISOString(), instant });

function fromParts(year = '', month = '', day = ''): DateText | null {
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return index < 0 ? null : fromNumbers(year, index + 1, day);
}

function fromNumbers(year: string, month: number, day: string): DateText | null {
  const date = readDate(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
  return date?.instant === null ? null : date;
}
