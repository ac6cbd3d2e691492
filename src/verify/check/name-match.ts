import { fold, foldSpelledOut, isOneSlipAway, tokens } from '../text-match.ts';

export type NameMatch = 'matches' | 'similar' | 'differs';

/** Titles, degrees and generations. They are used with a name, but are no part of it. */
const WORN = new Set(
  'dr prof professor mr mrs ms miss mx sir dame herr frau phd md msc bsc mba dipl jr sr ii iii iv'.split(' '),
);

/** Degrees that are family names, too. They count as worn only beside a whole name. */
const WORN_OR_BORN = new Set(['ba', 'ma', 'ing']);

/**
 * Compares two names of a person, word by word. Order, case, accents and titles do not count. `similar` covers middle
 * names, initials and one typing error. Sharing only a family name is not enough. A name is no identity, so no answer
 * here is ever more than a hint.
 */
export function matchNames(one: string, other: string): NameMatch {
  const readings = [fold, foldSpelledOut].flatMap((first) =>
    [fold, foldSpelledOut].map((second) => compare(partsOf(one, first), partsOf(other, second))),
  );
  return BEST_FIRST.find((match) => readings.includes(match)) ?? 'differs';
}

const BEST_FIRST: readonly NameMatch[] = ['matches', 'similar'];

function partsOf(name: string, folding: (text: string) => string): readonly string[] {
  const all = tokens(folding(name));
  const own = all.filter((token) => !WORN.has(token));
  const bare = own.filter((token) => !WORN_OR_BORN.has(token));
  const kept = bare.length > 1 ? bare : own;
  return kept.length > 0 ? kept : all;
}

function compare(one: readonly string[], other: readonly string[]): NameMatch {
  if (one.length === 0 || other.length === 0) return 'differs';
  if (inOneOrder(one) === inOneOrder(other) || unspaced(one, other)) return 'matches';
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const whole = few.filter((token) => many.includes(token)).length;
  const near = few.every((token) => many.some((each) => token === each || isNear(token, each)));
  // One whole word at least is shared. Each word of the shorter name has a match in the longer one.
  return near && whole > 0 && few.length > 1 ? 'similar' : 'differs';
}

const inOneOrder = (parts: readonly string[]): string => parts.toSorted().join(' ');

/** `Mc Donald` and `McDonald`, 山田 太郎 and 山田太郎. */
const unspaced = (one: readonly string[], other: readonly string[]): boolean => {
  const [mine, its] = [one.join(''), other.join('')];
  return mine === its || (UNSPACED.test(mine) && mine.length === its.length && mine.repeat(2).includes(its));
};

/** Only in scripts without spaces, the family name may come first or last unseen. Other orders are other people's. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;

/** An initial for its name, or one typing error in a word that is long enough. */
const isNear = (one: string, other: string): boolean =>
  (one.length === 1 && other.startsWith(one)) ||
  (other.length === 1 && one.startsWith(other)) ||
  (one.length >= 4 && other.length >= 4 && isOneSlipAway(one, other));
