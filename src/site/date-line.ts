/** Which lines of a page are dates, in whatever language it is written. */
import { expiryLabel, issuedLabel } from './words.ts';

/** Languages of profile pages. The browser supplies their months, so no table of ours can be wrong or long. */
const LANGUAGES =
  'en de fr es pt it nl pl sv da nb fi cs sk sl hr sr hu ro bg ru uk el tr id ms vi ca et lv lt ar he fa hi bn mr pa te fil th ja ko zh'.split(
    ' ',
  );
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
/** A date is short. A longer sentence that happens to name a year is not one. */
const MAX_DATE = 60;
/** With a label before it, a date may have a few words more: "Issued on the 5th of May 2026". */
const WORDS_OF_LABEL = 3;

let months: ReadonlySet<string> | null = null;

/** The browser needs a while to list them all. So they are read once, and only where there is a date to read. */
function monthNames(): ReadonlySet<string> {
  months ??= new Set(['sept', 'june', 'july', ...LANGUAGES.flatMap(monthsIn).flatMap(wordsIn)]);
  return months;
}

/** Languages that inflect a month's name after a day. Without a day it is another word. */
const BENDING: ReadonlySet<string> = new Set('cs sk pl fi hr el lt ru uk ca'.split(' '));

const monthsIn = (language: string): readonly string[] =>
  [
    { month: 'long', day: 'numeric' } as const,
    { month: 'short', day: 'numeric' } as const,
    ...(BENDING.has(language)
      ? ([{ month: 'long' }, { month: 'short' }, { month: 'short', year: 'numeric' }] as const)
      : []),
  ].flatMap((parts) => {
    const format = new Intl.DateTimeFormat(language, {
      ...parts,
      timeZone: 'UTC',
      calendar: 'gregory',
    });
    return Array.from({ length: 12 }, (_, index) => format.formatToParts(Date.UTC(2026, index, 5)))
      .flat()
      .flatMap(({ type, value }) => (type === 'month' ? [value] : []));
  });

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

/** Short words inside dates: of, de, von, and what follows a number. */
const PARTICLE =
  /^(?:of|the|de|del|di|da|do|den|der|dem|vom|von|le|el|em|il|op|on|at|am|st|nd|rd|th|er|ro|г|г\.|r|року|năm|ngày|tháng|年|月|日|년|월|일)$/u;

/** Whether a line names a year. */
export const hasYear = (line: string): boolean => YEAR.test(latin(line));

/** The time of day and its zone after a date. They are dropped. */
const CLOCK =
  /((?:19|20)\d\d)(?:,?\s+(?:at\s+)?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?)?(?:,?\s+\(?(?:[A-Z]{1,4}T|UTC|GMT|MSK|WIB|WITA|HKT)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?\)?)?(?=$|\s*[·•|)])/g;
export const withoutClock = (line: string): string => line.replace(CLOCK, '$1');

/**
 * Whether a line, or a piece of one, is a date, with or without a label. A date names a year, perhaps a month, and
 * little else. Words count as a label only before the year: `The Complete 2024 Bootcamp` is a title. An unknown label
 * needs a colon, and more than a year after it: `Delivered: 2023-06`.
 */
export function isDate(written: string): boolean {
  const line = latin(written);
  const at = line.length > MAX_DATE ? -1 : line.search(YEAR);
  if (at < 0) return false;
  const [before, after] = [line.slice(0, at), line.slice(at + 4)];
  const label = /^[^\d:：]{2,30}[:：]/.exec(before)?.[0] ?? '';
  const isWhole = /\d/.test(before + after) || wordsIn(before + after).some(isMonth);
  return isSpare(isWhole ? before.slice(label.length) : before) && isSpare(after);
}

/** A part of a line that is all months and particles, except for a label of a few words. */
function isSpare(part: string): boolean {
  const bare = part.replace(expiryLabel(), ' ').replace(issuedLabel(), ' ');
  const rest = wordsIn(bare).filter((word) => !PARTICLE.test(word) && !isMonth(word));
  return rest.length <= (bare === part ? 0 : WORDS_OF_LABEL);
}

/** A span between two dates. It does not say which of the two a record would carry. */
export const isSpan = (line: string): boolean => latin(line).replace(YEAR, '').search(YEAR) >= 0;

/**
 * The dates that one piece of a line holds: `Issued Jan 2020 - Expires Jan 2023` are two, each with its label. Text
 * after a date, in brackets or after a dash, is a remark (`No expiration date`). A remark counts as the day of issue
 * only where it says so itself.
 */
export function partsOfDates(piece: string): readonly string[] {
  const years = [...latin(piece).matchAll(new RegExp(YEAR, 'g'))].map(({ index }) => index);
  const [first, second] = years;
  if (first === undefined || years.length > 2) return [];
  const end = first + 4;
  const between = piece.slice(end, second);
  const cut = [expiryLabel, issuedLabel].map((label) => between.search(label())).find((at) => at >= 0);
  if (second !== undefined)
    return cut === undefined ? [piece] : [piece.slice(0, end + cut), piece.slice(end + cut)];
  if (cut === undefined || !expiryLabel().test(between)) return [piece];
  const dated = piece.slice(0, end);
  if (issuedLabel().test(dated)) return [dated];
  return /[-–—,;(]/.test(between) ? [] : [piece];
}

/** Digits of other scripts, one for one. */
const latin = (text: string): string =>
  text.replace(/[٠-٩۰-۹०-९]/g, (digit) => String(digit.charCodeAt(0) - zeroOf(digit)));

/** The zero of the script that a digit belongs to: Arabic, Persian, Devanagari. */
function zeroOf(digit: string): number {
  if (digit < '۰') return 0x660;
  return digit < '०' ? 0x6f0 : 0x966;
}

const isMonth = (word: string): boolean => monthNames().has(word);

/** Years, months and days that stand together without spaces. */
const EAST = /\d{4}\s?[年년](?:\s?\d{1,2}\s?[月월])?(?:\s?\d{1,2}\s?[日일])?/;

/** The date of such a line as it stands, without the words before and after it. */
export function dateText(line: string): string {
  const east = EAST.exec(line)?.[0];
  if (east !== undefined) return east;
  const afterColon = /[:：]([^:：]*)$/.exec(line)?.[1];
  const said = afterColon && hasYear(afterColon) ? afterColon : line;
  // A label may end with a word that is a month in another language: `Mag-e-expire`.
  const words = said.replace(expiryLabel(), ' ').replace(issuedLabel(), ' ').trim().split(/\s+/);
  const isOfDate = (word: string): boolean => /\d/.test(latin(word)) || wordsIn(word).some(isMonth);
  const start = words.findIndex(isOfDate);
  const end = words.findLastIndex(isOfDate);
  return words
    .slice(Math.max(start, 0), end + 1)
    .join(' ')
    .replace(/[\s,;()–—-]+$/, '');
}
