/** Makes words comparable, however people write them. */
import { isAscii } from '../encoding/text.ts';

/** Letters that Unicode decomposition does not split. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  // Persian and Arabic keyboards write the last three as the letters beside them.
  'ßss æae œoe øo łl đd ðd þth ıi ŋn یي ىي کك'.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]),
);

/** Marks that trade puts behind a name. Unicode's compatibility forms would make letters of them: `TM`, `SM`, `MC`. */
const TRADE_MARKS = /[™℠🅪-🅬]/gu;

/** The most characters of a name or a title that are compared. No name is longer, and comparing takes time. */
const MAX_COMPARED = 1_000;

/** Lower case, without accents, full-width forms, ligatures and trade marks: `Müller` and `MULLER` become equal. */
export const fold = (text: string): string => {
  const compared = beginningOf(text);
  return isAscii(compared) ? compared.toLowerCase() : foldUnicode(compared);
};

/** What can be seen of a text counts. So nobody pushes a name out of what is compared by signs that are not shown. */
const beginningOf = (text: string): string =>
  text.length <= MAX_COMPARED
    ? text
    : text
        .replace(/[\p{Cf}\p{DI}\p{M}]+/gu, '')
        .replace(/\s+/g, ' ')
        .trimStart()
        .slice(0, MAX_COMPARED);

const foldUnicode = (text: string): string =>
  text
    .replace(TRADE_MARKS, ' ')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^ -~]/g, (letter) => LETTERS.get(letter) ?? letter)
    .normalize('NFC');

/**
 * Letters of German and of the north as they are written on keyboards and passports without them (ICAO Doc 9303-3 §6):
 * `Mueller` for `Müller`, `Oestergaard` for `Østergård`.
 */
export const foldSpelledOut = (text: string): string =>
  fold(
    text
      .normalize('NFC')
      .replace(/[äöüøåÄÖÜØÅ]/g, (letter) => `${fold(letter)}${/å/i.test(letter) ? 'a' : 'e'}`),
  );

/** Runs of letters and digits. An apostrophe belongs to its word: `O'Brien` is one. */
export function tokens(folded: string): readonly string[] {
  const joined = folded.replace(/['’ʼ`]/g, '');
  return joined.match(isAscii(joined) ? /[a-z\d+#]+/gi : /[\p{L}\p{N}+#]+/gu) ?? [];
}

/** Whether two words differ by at most one character: changed, added, dropped or swapped with its neighbour. */
export function isOneSlipAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  const rest = (text: string, skip: number): string => text.slice(start + skip);
  if (short.length < long.length) return rest(short, 0) === rest(long, 1);
  const swapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return rest(short, 1) === rest(long, 1) || (swapped && rest(short, 2) === rest(long, 2));
}
