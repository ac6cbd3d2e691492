/** Which lines of a page are dates, in whatever language it is written. */
import { latinDigits } from '../encoding/digits.ts';
import { expiryLabel, issuedLabel } from './words.ts';

/**
 * Languages of profile pages. The browser supplies their months, so no table of ours can be wrong or long. Thai and
 * Persian pages also count in calendars of their own.
 */
const LANGUAGES =
  'en de fr es pt it nl pl sv da nb fi cs sk sl hr sr sr-Latn hu ro bg ru uk el tr az id ms vi ca et lv lt ar fa fa-u-ca-gregory he hi bn mr pa gu ta te kn ml fil th ja ko zh'.split(
    ' ',
  );
/** A year of our era; in Thai script also of the Buddhist era, in Arabic script of the Persian calendar. */
const YEAR =
  /(?<!\d)(?:(?:19|20)\d\d|25[4-8]\d(?=.*\p{sc=Thai})|(?<=\p{sc=Thai}.*)25[4-8]\d|1[34]\d\d(?=.*\p{sc=Arab})|(?<=\p{sc=Arab}.*)1[34]\d\d)(?!\d)/u;
/** A date is short. A longer sentence that happens to name a year is not one. */
const MAX_DATE_CHARACTERS = 60;
/** With a label before it, a date may have a few words more: "Issued on the 5th of May 2026". */
const WORDS_OF_LABEL = 3;

let months: ReadonlySet<string> | null = null;

/** The browser needs a while to list them all. So they are read once, and only where there is a date to read. */
function monthNames(): ReadonlySet<string> {
  months ??= new Set(['sept', 'june', 'july', ...LANGUAGES.flatMap(monthsIn)]);
  return months;
}

/** Many languages inflect a month's name after a day, and some write a prefix with it (Hebrew: `בינואר`). */
const monthsIn = (language: string): readonly string[] =>
  (['long', 'short'] as const)
    .flatMap((month) => [
      { month } as const,
      { month, year: 'numeric' } as const,
      { month, year: 'numeric', day: 'numeric' } as const,
    ])
    .flatMap((parts) => {
      const format = new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, index) => Date.UTC(2026, index, 5)).flatMap((date) => {
        const month = format.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
        return wordsIn(format.format(date)).filter((word) =>
          wordsIn(month).some((own) => word.endsWith(own)),
        );
      });
    });

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

/** Short words inside dates: of, de, von, and what follows a number or a year. */
const PARTICLE =
  /^(?:of|in|the|de|del|di|da|do|den|der|dem|vom|von|le|el|em|il|op|on|at|am|st|nd|rd|th|er|ro|г|р|g|gada|m|d|r|року|năm|ngày|tháng|年|月|日|년|월|일)$/u;

/** Whether a line names a year. */
export const hasYear = (line: string): boolean => YEAR.test(latinDigits(line));

/** The time of day and its zone after a date. They are dropped. */
const CLOCK =
  /((?:19|20)\d\d)(?:,?\s+(?:at\s+)?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?)?(?:,?\s+\(?(?:(?:[A-Z]{1,4}T|UTC|GMT|MSK|WIB|WITA|HKT)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|[+-](?:0\d|1[0-4])(?::?\d\d)?)\)?)?(?=$|\s*[·•|)])/g;
export const withoutClock = (line: string): string => line.replace(CLOCK, '$1');

/**
 * Whether a line, or a piece of one, is a date, with or without a label. A date names a year, perhaps a month, and
 * little else. Words count as a label only before the year: `The Complete 2024 Bootcamp` is a title. An unknown label
 * needs a colon, and more than a year after it: `Delivered: 2023-06`.
 */
export function isDate(written: string): boolean {
  const line = latinDigits(written);
  const at = line.length > MAX_DATE_CHARACTERS ? -1 : line.search(YEAR);
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
export const isSpan = (line: string): boolean => latinDigits(line).replace(YEAR, '').search(YEAR) >= 0;

/**
 * The dates that one piece of a line holds: `Issued Jan 2020 - Expires Jan 2023` are two, each with its label. Text
 * after a date, in brackets or after a dash, is a remark (`No expiration date`). A remark counts as the day of issue
 * only where it says so itself.
 */
export function partsOfDates(piece: string): readonly string[] {
  const years = [...latinDigits(piece).matchAll(new RegExp(YEAR, 'gu'))].map(({ index }) => index);
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

const isMonth = (word: string): boolean => monthNames().has(word);

/** Years, months and days that stand together without spaces. */
const EAST = /\d{4}\s?[年년](?:\s?\d{1,2}\s?[月월])?(?:\s?\d{1,2}\s?[日일])?/;

/** `2024 г.`, `2024 року`, `2024 m. sausio 5 d.`: words that stand behind a number and belong to it. */
const YEAR_WORD = /^(?:[грd]\.?|года|року)$/;

/** The date of such a line as it stands, without the words before and after it. */
export function dateText(line: string): string {
  const east = EAST.exec(line)?.[0];
  if (east !== undefined) return east;
  const afterColon = /[:：]([^:：]*)$/.exec(line)?.[1];
  const said = afterColon && hasYear(afterColon) ? afterColon : line;
  // A label may end with a word that is a month in another language: `Mag-e-expire`.
  const words = said.replace(expiryLabel(), ' ').replace(issuedLabel(), ' ').trim().split(/\s+/);
  const isOfDate = (word: string): boolean =>
    /\d/.test(latinDigits(word)) ||
    wordsIn(word).some((each) => isMonth(each) && !(each.length < 3 && PARTICLE.test(each)));
  const start = words.findIndex(isOfDate);
  const end = words.findLastIndex(isOfDate);
  const isNamed = YEAR_WORD.test(words[end + 1] ?? '');
  return words
    .slice(Math.max(start, 0), end + (isNamed ? 2 : 1))
    .join(' ')
    .replace(/^[[(@]+|(?<=\d{4})\.$|[\s,;:()\]–—-]+$/g, '');
}
