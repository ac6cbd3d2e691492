/** Which lines of a page are dates, in whatever language it is written. */
import { finish, type Steps } from './steps.ts';
import { EXPIRES, ISSUED } from './words.ts';

/** Languages of profile pages: their months come from the browser, so no table of ours can be wrong, or long. */
const LANGUAGES =
  'en de fr es pt it nl pl sv da nb fi cs sk sl hr sr hu ro bg ru uk el tr id ms vi ca et lv lt ar he fa hi th ja ko zh'.split(
    ' ',
  );
const YEAR = /(?:^|\D)(?:19|20)\d\d(?:\D|$)/;
/** A date is short; a sentence that happens to name a year is not one. */
const MAX_DATE = 60;
/** With a label before it, a date may have a few words more: "Issued on the 5th of May 2026". */
const WORDS_OF_LABEL = 3;

const months = new Set<string>(['sept', 'june', 'july']);
const unlearnt = [...LANGUAGES];

/** Asking the browser for all of them takes it a while: one language a step. Whoever is in no hurry asks beforehand. */
export function* learnMonths(): Steps<void> {
  for (let language = unlearnt.shift(); language !== undefined; language = unlearnt.shift()) {
    for (const name of monthsIn(language)) for (const word of wordsIn(name)) months.add(word);
    yield;
  }
}

/** Languages that bend a month's name where a day stands before it: without one it is another word. */
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

const isMonth = (word: string): boolean => {
  if (unlearnt.length > 0) finish(learnMonths());
  return months.has(word);
};

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
