import type { DateText } from '../credential/model.ts';
import { lazy } from '../lazy.ts';
import type { Instant } from '../ports.ts';

/** Dates for people. Each surface makes them once, from the reader's language and time zone. */
export interface Dates {
  /** The day alone: "Nov 23, 2026". */
  day(date: DateText): string;
  /** Day, time and zone, for cases where a minute decides. A date without a time stays a date. */
  exact(date: DateText): string;
  /** An instant that we noted ourselves, such as when a server was asked. */
  moment(at: Instant): string;
}

/** An instant of our own, for `day`. */
export const dateOf = (instant: Instant): DateText => ({ text: new Date(instant).toISOString(), instant });

const DATE_ONLY = /^\d{4}-\d{2}(-\d{2})?$/;

/**
 * Dates by `Intl`. A date without a time names a day, not an instant, so no zone may shift it. A text that names no
 * instant is shown as the document writes it.
 */
export function createDates(locale: { readonly language: string; readonly timeZone: string }): Dates {
  const { language, timeZone } = locale;
  // The month is written in letters: 03/04 is another day in another country.
  const form = { year: 'numeric', month: 'short', day: 'numeric' } as const;
  const dayIn = (zone: string) => new Intl.DateTimeFormat(language, { ...form, timeZone: zone });
  // A format takes milliseconds to make, and most starts of the worker write no date.
  const floating = lazy(() => dayIn('UTC'));
  const local = lazy(() => dayIn(timeZone));
  const full = lazy(
    () =>
      new Intl.DateTimeFormat(language, {
        ...form,
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'short',
        timeZone,
      }),
  );
  const day = (date: DateText): string => {
    if (date.instant === null) return date.text;
    return (DATE_ONLY.test(date.text) ? floating : local)().format(date.instant);
  };
  return {
    day,
    exact: (date) =>
      date.instant === null || DATE_ONLY.test(date.text) ? day(date) : full().format(date.instant),
    moment: (at) => full().format(at),
  };
}

/** For code that has no locale of a reader, such as tests and files. */
export const UTC_DATES: Dates = createDates({ language: 'en', timeZone: 'UTC' });
