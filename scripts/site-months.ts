/** Months as pages name them. Made here once: asking Intl for forty languages holds a page up for a fifth of a second. */

/** Languages of profile pages. */
const LANGUAGES =
  'en de fr es pt it nl pl sv da nb fi cs sk sl hr sr hu ro bg ru uk el tr id ms vi ca et lv lt ar he fa hi th ja ko zh'.split(
    ' ',
  );
/** A language may bend a month's name when a day or a year stands beside it. */
const BESIDE: readonly Intl.DateTimeFormatOptions[] = [{}, { day: 'numeric' }, { year: 'numeric' }];
/** Written by people, and by no Intl. */
const ALSO = ['sept', 'june', 'july'];

/** The words of all months' names, long and short, lower case. */
export function monthNames(): readonly string[] {
  const names = new Set(ALSO);
  for (const language of LANGUAGES)
    for (const month of ['long', 'short'] as const)
      for (const beside of BESIDE) {
        const format = new Intl.DateTimeFormat(language, {
          ...beside,
          month,
          timeZone: 'UTC',
          calendar: 'gregory',
        });
        for (let index = 0; index < 12; index += 1)
          for (const { type, value } of format.formatToParts(Date.UTC(2026, index, 5)))
            if (type === 'month')
              for (const word of value.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) names.add(word);
      }
  return [...names].sort();
}

/** The text of src/site/months.ts. */
export const siteMonths = (): string => `${HEAD}
/** The words of months' names in forty languages, long and short, lower case. */
export const MONTHS: ReadonlySet<string> = new Set(
${lines(monthNames()).join(' +\n')}.split(' '),
);
`;

const HEAD = '// Made by `node scripts/site-months.mjs` from Intl; a test holds it against this machine’s.\n';
const WIDTH = 100;

/** Quoted lines that together are all words with a space between two. */
function lines(words: readonly string[]): readonly string[] {
  const full: string[] = [];
  let line = '';
  words.forEach((word, index) => {
    line += index < words.length - 1 ? `${word} ` : word;
    if (line.length < WIDTH && index < words.length - 1) return;
    full.push(line);
    line = '';
  });
  return full.map(
    (text, index) => `${index === 0 ? '  (' : '    '}'${text}'${index === full.length - 1 ? ')' : ''}`,
  );
}
