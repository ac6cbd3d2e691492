import { remember } from '../encoding/remember.ts';
import type { Json } from '../json.ts';
import type { Instant } from '../ports.ts';
import type { DateText } from './model.ts';

/**
 * The part of ISO 8601 that credentials use: a date, or a date and a time. Seconds, fraction and zone are optional.
 * Years have four digits, or more (XML Schema 1.1 §3.3.7), and ISO 8601 writes a sign before those.
 */
const ISO_DATE =
  /^(\d{4}|[1-9]\d{4,5}|[+-]\d{4,6})-(\d\d)-(\d\d)(?:[Tt](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,30}))?)?([Zz]|[+-]\d\d(?::?\d\d)?)?)?$/;

/** XML Schema 1.1 §3.4.28 dateTimeStamp: seconds and a zone are required (VCDM 2.0 §4.9). */
const DATE_TIME_STAMP = /^-?\d{4,6}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,30})?(?:[Zz]|[+-]\d\d:\d\d)$/;

const DAY = 86_400_000;
/** The most characters that are kept of a value which is no date. */
const MAX_SHOWN_CHARACTERS = 100;

/**
 * Reads a date as it is written in a credential.
 *
 * In: an ISO 8601 string, or Unix seconds (Open Badges 1.x). Out: the text, and the instant that it names. A time
 * without a zone counts as UTC. A date without a time counts as its first moment in UTC. The instant is null where the
 * text names none (31 April, 25:00, words, an object). The result is null only where there is no date at all. So a
 * malformed end is never read as "no end".
 */
export function readDate(value: Json | undefined): DateText | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return { text: String(value), instant: fromUnixSeconds(value) };
  if (typeof value !== 'string')
    return { text: JSON.stringify(value).slice(0, MAX_SHOWN_CHARACTERS), instant: null };
  return { text: value, instant: fromIso(value.trim()) };
}

/** The text of a date for people, who do not read Unix seconds: those as ISO 8601, everything else as it is written. */
export const readableText = ({ text, instant }: DateText): string =>
  instant !== null && /^[\d.]+$/.test(text) ? new Date(instant).toISOString() : text;

/** A day without a time. */
const DAY_ALONE = /^[+-]?\d{4,6}-\d\d-\d\d$/;

/**
 * The moment at which something ends with this date. A day without a time ends with the day (OB 2.0 §DateTime does not
 * say). Null where the date names no instant.
 */
export const endOf = ({ text, instant }: DateText): Instant | null =>
  instant !== null && DAY_ALONE.test(text.trim()) ? instant + DAY : instant;

/** The zone in which a day begins first is this far ahead of UTC (Kiribati). */
const FIRST_ZONE_MS = 14 * 3_600_000;

/**
 * The moment at which something begins with this date. A day without a time has begun where it has begun in any zone: it
 * is the issuer's day, and the date does not tell whose. Null where the date names no instant.
 */
export const beginningOf = ({ text, instant }: DateText): Instant | null =>
  instant !== null && DAY_ALONE.test(text.trim()) ? instant - FIRST_ZONE_MS : instant;

/** Whether something ends before it begins. False where a date is absent or names no instant. */
export function endsBeforeItBegins(from: DateText | null, until: DateText | null): boolean {
  const end = until && endOf(until);
  return end !== null && from?.instant != null && end < from.instant;
}

/** Whether the text is an xsd:dateTimeStamp that names an instant. */
export const isDateTimeStamp = (text: string): boolean =>
  DATE_TIME_STAMP.test(text) && fromIso(text) !== null;

function fromUnixSeconds(seconds: number): Instant | null {
  const instant = Math.round(seconds * 1000);
  return Number.isFinite(instant) && seconds >= 0 && instant <= 8.64e15 ? instant : null;
}

/** One date is read for its form, for its order and for what is shown. */
const MAX_CACHED_DATES = 1_000;
const fromIso = remember(readIso, MAX_CACHED_DATES);

function readIso(text: string): Instant | null {
  const parts = ISO_DATE.exec(text);
  if (!parts) return null;
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0', fraction = '', zone] =
    parts;
  const midnight = startOfDay(Number(year), Number(month), Number(day));
  const offset = offsetOf(zone);
  if (midnight === null || offset === null) return null;
  const time = timeOf(Number(hour), Number(minute), Number(second));
  if (time === null) return null;
  const millis = Number(fraction.slice(0, 3).padEnd(3, '0'));
  // 24:00 is the end of its day, so nothing may follow it (XML Schema 1.1 §3.3.7.1).
  if (time === DAY && Number(fraction) > 0) return null;
  const instant = midnight + time + millis - offset;
  if (Number(second) === 60 && !endsUtcMinuteOfDay(instant)) return null;
  return Math.abs(instant) <= 8.64e15 ? instant : null;
}

function startOfDay(year: number, month: number, day: number): Instant | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.getTime() : null;
}

/** A leap second (:60) counts as the first moment after it. */
function timeOf(hour: number, minute: number, second: number): number | null {
  if (hour === 24) return minute === 0 && second === 0 ? DAY : null;
  if (hour > 23 || minute > 59 || second > 60) return null;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

/** Leap seconds are only ever inserted at the end of a UTC day. */
const endsUtcMinuteOfDay = (instant: Instant): boolean => ((instant % DAY) + DAY) % DAY < 1000;

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined || zone === 'Z' || zone === 'z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || '0');
  if (hours > 14 || minutes > 59 || (hours === 14 && minutes > 0)) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
