/** Reads dates as pages write them, in any language, to the precision that they have. */
import { latinDigits } from '../../encoding/digits.ts';
import { fold } from '../text-match.ts';

/** Unknown parts are null. `months`: every month that the text may mean (03/04 may mean two). */
export interface ClaimedDate {
  readonly year: number;
  readonly months: readonly number[];
  readonly day: number | null;
}

const LANGUAGES =
  'en de fr es it pt nl pl cs sk sv da nb fi tr ro hu el ru uk bg hr sl et lv lt ca id vi ar he hi'.split(
    ' ',
  );

let names: ReadonlyMap<string, readonly number[]> | null = null;

/**
 * Month names of all languages, folded. A name that means different months in different languages stands for all of
 * them.
 */
function monthNames(): ReadonlyMap<string, readonly number[]> {
  if (names) return names;
  const table = new Map<string, readonly number[]>();
  for (const language of LANGUAGES) {
    for (let month = 1; month <= 12; month++) {
      for (const style of ['long', 'short'] as const) {
        const format = new Intl.DateTimeFormat(`${language}-u-nu-latn`, {
          month: style,
          day: 'numeric',
          timeZone: 'UTC',
        });
        const alone = new Intl.DateTimeFormat(`${language}-u-nu-latn`, { month: style, timeZone: 'UTC' });
        const date = new Date(Date.UTC(2024, month - 1, 15));
        const inDate = format.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
        for (const name of [inDate, alone.format(date)].map(monthKey)) {
          if (!/\p{L}{2}/u.test(name)) continue;
          table.set(name, [...new Set([...(table.get(name) ?? []), month])]);
        }
      }
    }
  }
  names = table;
  return table;
}

const monthKey = (name: string): string => fold(name).replace(/[^\p{L}]/gu, '');

/**
 * Reads a date from a page: ISO, a month's name in some thirty languages, Chinese, Japanese and Korean forms, and
 * numbers in either order. Null for a text without a year, which is not compared.
 */
export function readClaimedDate(text: string): ClaimedDate | null {
  const plain = latinDigits(text.normalize('NFKC')).trim();
  const iso =
    /\b(\d{4})-(\d\d)(?:-(\d\d))?/.exec(plain) ??
    /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?/.exec(plain);
  if (iso) return dateOf(iso[1], [Number(iso[2])], iso[3]);
  const numbers = /\b(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4})\b/.exec(plain);
  if (numbers) return dateOf(numbers[3], [Number(numbers[1]), Number(numbers[2])], undefined);
  const monthYear =
    /^\D*(\d{1,2})[./-](\d{4})\b/.exec(plain) ?? /\bth(?:áng|g)\.?\s(\d{1,2})\D+(\d{4})/i.exec(plain);
  if (monthYear) return dateOf(monthYear[2], [Number(monthYear[1])], undefined);
  const year = /(?<!\d)(19|20)\d\d(?!\d)/.exec(plain)?.[0];
  if (year === undefined) return null;
  const words = plain.match(/[\p{L}\p{M}.]+/gu) ?? [];
  const months =
    words.map((word) => monthNames().get(monthKey(word))).find((found) => found !== undefined) ?? [];
  const day = /(?<!\d)(\d{1,2})(?!\d)/.exec(plain.replace(year, ' '))?.[1];
  return dateOf(year, months, months.length > 0 ? day : undefined);
}

function dateOf(year: string | undefined, months: readonly number[], day: string | undefined): ClaimedDate {
  const possible = [...new Set(months.filter((month) => month >= 1 && month <= 12))];
  return { year: Number(year), months: possible, day: day === undefined ? null : Number(day) };
}

const DAY = 86_400_000;

/** Whether the claim can mean this instant, somewhere on earth. A day earlier or later counts as the same day. */
export function canMean({ year, months, day }: ClaimedDate, instant: number): boolean {
  return [-DAY, 0, DAY].some((shift) => {
    const date = new Date(instant + shift);
    if (date.getUTCFullYear() !== year) return false;
    if (months.length > 0 && !months.includes(date.getUTCMonth() + 1)) return false;
    return day === null || date.getUTCDate() === day;
  });
}
