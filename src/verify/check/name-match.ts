import { fold, foldGerman, isOneSlipAway, tokens } from '../text-match.ts';

export type NameMatch = 'matches' | 'similar' | 'differs';

/** Forms of address, degrees and generations: worn with a name, no part of it. */
const WORN = new Set(
  'dr prof professor mr mrs ms miss mx sir dame herr frau phd md msc bsc ba ma mba dipl ing jr sr ii iii iv'.split(
    ' ',
  ),
);

/**
 * Compares two names of a person, token by token: order, case, accents and forms of address do not count. `similar`
 * for middle names, initials and one slip of a key; a family name alone does not make two people one. A name is not
 * an identity: no answer of this is ever more than a hint.
 */
export function matchNames(one: string, other: string): NameMatch {
  const readings = [fold, foldGerman].flatMap((first) =>
    [fold, foldGerman].map((second) => compare(partsOf(one, first), partsOf(other, second))),
  );
  return BEST_FIRST.find((match) => readings.includes(match)) ?? 'differs';
}

const BEST_FIRST: readonly NameMatch[] = ['matches', 'similar'];

function partsOf(name: string, folding: (text: string) => string): readonly string[] {
  const all = tokens(folding(name));
  const own = all.filter((token) => !WORN.has(token));
  return (own.length > 0 ? own : all).toSorted();
}

function compare(one: readonly string[], other: readonly string[]): NameMatch {
  if (one.length === 0 || other.length === 0) return 'differs';
  // Scripts without spaces: 山田 太郎 and 山田太郎.
  if (one.join(' ') === other.join(' ') || unspaced(one, other)) return 'matches';
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const whole = few.filter((token) => many.includes(token)).length;
  const near = few.every((token) => many.some((each) => token === each || isNear(token, each)));
  // At least one whole word in common, and nothing in the shorter name that the longer one has no word for.
  return near && whole > 0 && few.length > 1 ? 'similar' : 'differs';
}

const unspaced = (one: readonly string[], other: readonly string[]): boolean =>
  one.join('') === other.join('') || sortedLetters(one) === sortedLetters(other);

/** Only for scripts that are written without spaces: their order is family name first, or not. */
const sortedLetters = (parts: readonly string[]): string | symbol =>
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(parts.join(''))
    ? [...parts.join('')].toSorted().join('')
    : Symbol();

/** An initial for its name, or one slip in a word long enough to have one. */
const isNear = (one: string, other: string): boolean =>
  (one.length === 1 && other.startsWith(one)) ||
  (other.length === 1 && one.startsWith(other)) ||
  (one.length >= 4 && other.length >= 4 && isOneSlipAway(one, other));
