/** Which lines of a page are dates, in whatever language it is written. */
import { MONTHS } from './months.ts';
import { EXPIRES, ISSUED } from './words.ts';

const YEAR = /(?:^|\D)(?:19|20)\d\d(?:\D|$)/;
/** A date is short; a sentence that happens to name a year is not one. */
const MAX_DATE = 60;
/** With a label before it, a date may have a few words more: "Issued on the 5th of May 2026". */
const WORDS_OF_LABEL = 3;

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

/** Little words inside dates: of, de, von, and what follows a number. */
const PARTICLE =
  /^(?:of|the|de|del|di|da|do|den|der|dem|vom|von|le|el|em|il|op|on|at|am|st|nd|rd|th|er|ro|г|г\.|r|року|năm|ngày|tháng|年|月|日|년|월|일)$/u;

/** Whether a line (or a piece of one) is a date, with or without a label: it names a year, a month perhaps, and little else. */
export function isDate(line: string): boolean {
  if (line.length > MAX_DATE || !YEAR.test(line)) return false;
  const labelled = ISSUED.test(line) || EXPIRES.test(line);
  const bare = line.replace(EXPIRES, ' ').replace(ISSUED, ' ');
  const rest = wordsIn(bare).filter((word) => !PARTICLE.test(word) && !isMonth(word));
  return rest.length <= (labelled ? WORDS_OF_LABEL : 0);
}

const isMonth = (word: string): boolean => MONTHS.has(word);

/** The date of such a line as it stands, without the label before it: from the first number or month on. */
export function dateText(line: string): string {
  const afterColon = /[:：]([^:：]*)$/.exec(line)?.[1];
  const words = (afterColon && YEAR.test(afterColon) ? afterColon : line).trim().split(/\s+/);
  const start = words.findIndex((word) => /\d/.test(word) || wordsIn(word).some(isMonth));
  return words
    .slice(Math.max(start, 0))
    .join(' ')
    .replace(/[\s,;–-]+$/, '');
}
