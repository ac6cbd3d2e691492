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
 * names, initials, one typing error and letters behind a comma. Sharing only a family name is not enough. A name is no
 * identity, so no answer here is ever more than a hint.
 */
export function matchNames(one: string, other: string): NameMatch {
  const match = best(spellingsOf(one), spellingsOf(other));
  const isNear = match === 'differs' && best(readingsOf(one), readingsOf(other)) !== 'differs';
  return isNear ? 'similar' : match;
}

/** Whether a name says nothing beyond another: `Ann` beside `Ann Smith`. A name without words is part of none. */
export function isPartOfName(one: string, other: string): boolean {
  const its = readingsOf(other);
  return readingsOf(one).some(
    (mine) => mine.length > 0 && its.some((each) => mine.every((word) => each.includes(word))),
  );
}

type Parts = readonly string[];

function best(some: readonly Parts[], others: readonly Parts[]): NameMatch {
  const matches = some.flatMap((one) => others.map((other) => compare(one, other)));
  return BEST_FIRST.find((match) => matches.includes(match)) ?? 'differs';
}

const BEST_FIRST: readonly NameMatch[] = ['matches', 'similar'];

const spellingsOf = (name: string): readonly Parts[] =>
  [fold, foldSpelledOut].map((folding) => partsOf(name, folding));

/** The words of a name in each way that it may be meant. Letters behind it may be a claim, so they are a difference. */
const readingsOf = (name: string): readonly Parts[] =>
  [...new Set([name, withoutLetters(name)])].flatMap(spellingsOf);

/**
 * A name without the letters of what its bearer has passed: `Ann Smith, PMP, Ph.D.` Behind the comma of a family name
 * in front stands a given name, which has more small letters; where all is in capitals, nobody can tell.
 */
function withoutLetters(name: string): string {
  const [whole = '', ...behind] = name.split(',');
  const isWhole = /\S\s+\S/.test(whole) && /\p{Ll}/u.test(whole);
  return isWhole ? [whole, ...behind.filter((each) => !isMostlyCapitals(each))].join(',') : name;
}

function isMostlyCapitals(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals > 1 && capitals >= (text.match(/\p{Ll}/gu)?.length ?? 0);
}

function partsOf(name: string, folding: (text: string) => string): Parts {
  const all = tokens(folding(name));
  const own = all.filter((token) => !WORN.has(token));
  const bare = own.filter((token) => !WORN_OR_BORN.has(token));
  const kept = bare.length > 1 ? bare : own;
  return kept.length > 0 ? kept : all;
}

function compare(one: Parts, other: Parts): NameMatch {
  if (one.length === 0 || other.length === 0) return 'differs';
  if (inOneOrder(one) === inOneOrder(other) || unspaced(one, other)) return 'matches';
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const whole = few.filter((token) => many.includes(token)).length;
  const near = few.every((token) => many.some((each) => token === each || isNear(token, each)));
  // One whole word at least is shared. Each word of the shorter name has a match in the longer one.
  return near && whole > 0 && few.length > 1 ? 'similar' : 'differs';
}

const inOneOrder = (parts: Parts): string => parts.toSorted().join(' ');

/** `Mc Donald` and `McDonald`, 山田 太郎 and 山田太郎. */
const unspaced = (one: Parts, other: Parts): boolean => {
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
