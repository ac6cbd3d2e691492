/** Compares issuer names as a careful reader would. A name never recognises an issuer: it only raises doubts. */
import { remember } from '../../encoding/remember.ts';
import { isAscii } from '../../encoding/text.ts';
import { lazy } from '../../lazy.ts';
import { fold, isOneSlipAway, tokens } from '../text-match.ts';
import { skeletonOf, skeletonsOf } from './look-alike.ts';
import { RECOGNISED_ISSUERS, type RecognisedIssuer } from './recognised-issuers.ts';

/** Names count as equal with and without a legal form or an abbreviation in brackets. */
export const sameName = (one: string, other: string): boolean => plainName(one) === plainName(other);

const plainName = (name: string): string =>
  fold(name.replace(/\([^()]*\)/g, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(inc|incorporated|llc|ltd|limited|gmbh|ag|corp|corporation|co|plc|sa|bv|the)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether a name equals an organisation's, or begins or ends with it: `Example University, Faculty of Law`. */
export function bearsName(name: string, organisation: string): boolean {
  const [words, own] = [tokens(plainName(name)), tokens(plainName(organisation))];
  if (own.length === 0) return false;
  const begins = own.every((word, index) => words[index] === word);
  return begins || own.every((word, index) => words[words.length - own.length + index] === word);
}

export interface ListedName {
  /** The name that readers know, or the domain where only that has such a name. */
  readonly name: string;
  /** The domain of the organisation with this name. */
  readonly domain: string;
}

/**
 * The listed issuer whose name resembles this one, although the id is not listed. The name equals a listed name,
 * differs by one character, or contains it. Null where it resembles none.
 */
export const nameOfAnother = (name: string): ListedName | null => likened(name);

/** Many credentials have few issuers, and each name is compared with every listed one. */
const MAX_NAMES = 1_000;
const likened = remember(liken, MAX_NAMES);

function liken(name: string): ListedName | null {
  const words = wordsOf(name);
  const whole = words.join('');
  const parted = isAscii(name) ? name.replace(HUMPS, ' ') : visible(name).replace(UNICODE_HUMPS, ' ');
  const runs = runsOf(parted === name ? words : wordsOf(parted));
  const found =
    KNOWN().find(({ joined }) => joined === whole) ??
    KNOWN().find(({ inside, joined }) => inside && hasRun(runs, joined)) ??
    KNOWN().find(
      ({ joined }) => isLong(joined) && (isOneSlipAway(joined, whole) || holdsWhole(words, joined)),
    );
  return found ? { name: found.shown, domain: found.domain } : null;
}

interface KnownName {
  readonly shown: string;
  readonly domain: string;
  /** Its words without the spaces between them: `Red Hat` and `RedHat` are one. */
  readonly joined: string;
  /** Whether it also counts inside a longer name. */
  readonly inside: boolean;
}

/**
 * Where one word begins within another: `RedHat`, `IBMSkills`, `Googleᵀᴹ`. Unicode's tables load slowly, and most names
 * need none.
 */
const HUMPS = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g;
const UNICODE_HUMPS = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=[\p{Ll}\p{Lu}])(?=\p{Lm})/gu;

/** The words of a name as it looks: `Сisсо` and `C1sco` are `cisco`. Invisible characters do not count. */
export const wordsOf = (name: string): readonly string[] =>
  wordsIn(skeletonOf(fold(isAscii(name) ? name : visible(name))));

const wordsIn = (skeleton: string): readonly string[] =>
  tokens(skeleton).filter((word) => !FORMS().has(word));

/** Some letters are drawn as nothing, too: the fillers of Hangul (UAX #44 §5.3). */
const visible = (name: string): string => name.replace(/[\p{Cf}\p{DI}]+/gu, '');

/** Legal forms, in the spelling of `skeletonOf`. */
const FORMS = lazy(
  (): ReadonlySet<string> =>
    new Set(
      ['inc', 'incorporated', 'llc', 'ltd', 'limited', 'gmbh', 'corp', 'corporation', 'plc', 'the'].map(
        skeletonOf,
      ),
    ),
);

/** Shorter names have honest neighbours one letter away. They also occur inside other words. */
const MIN_SLIP = 5;
const MIN_WITHIN = 7;
const isLong = (joined: string): boolean => joined.length >= MIN_SLIP;

/** The words of those listed names that are not ASCII. So a start needs none of Unicode's tables for them. */
export const WORDS_OF_LISTED: readonly (readonly [name: string, words: string])[] = [
  ['(ISC)²', 'lsc 2'],
  [
    'Amazon Web Services Japan G.K. (アマゾンウェブサービスジャパン合同会社)',
    'amazon web servlces japan g k アマソンウェフサーヒスシャハン合同会社',
  ],
];

const KNOWN = lazy((): readonly KnownName[] => {
  const plain = RECOGNISED_ISSUERS.flatMap((issuer) => [...namesOf(issuer), labelOf(issuer)]).filter(isAscii);
  const known = new Map([
    ...skeletonsOf(plain).map((skeleton, index) => [plain[index], wordsIn(skeleton)] as const),
    ...WORDS_OF_LISTED.map(([name, words]) => [name, words.split(' ')] as const),
  ]);
  return RECOGNISED_ISSUERS.flatMap((issuer) =>
    knownNames(issuer, (name) => known.get(name) ?? wordsOf(name)),
  );
});

const namesOf = ({ name, aka = [], marks = [] }: RecognisedIssuer): readonly string[] => [
  ...marks,
  name,
  ...aka,
];

/** Many know an issuer by what stands before the ending of its domain. Within a longer name, that may be an everyday word. */
const labelOf = ({ domain }: RecognisedIssuer): string => domain.split('.')[0] ?? '';

function knownNames(
  issuer: RecognisedIssuer,
  wordsOf: (name: string) => readonly string[],
): readonly KnownName[] {
  const { marks = [], domain } = issuer;
  const own = namesOf(issuer).map((shown) => ({
    shown,
    domain,
    joined: wordsOf(shown).join(''),
    inside: true,
  }));
  return [
    ...own,
    { shown: marks[0] ?? domain, domain, joined: wordsOf(labelOf(issuer)).join(''), inside: false },
  ];
}

interface Runs {
  readonly text: string;
  /** Where a word begins or ends in it. */
  readonly cuts: ReadonlySet<number>;
}

function runsOf(words: readonly string[]): Runs {
  let at = 0;
  return { text: words.join(''), cuts: new Set([0, ...words.map((word) => (at += word.length))]) };
}

/** Whether words that follow each other make up a name: `Red Hat` in `red hat academy`, `IBM` in `i b m`. */
function hasRun({ text, cuts }: Runs, joined: string): boolean {
  for (let at = text.indexOf(joined); at >= 0; at = text.indexOf(joined, at + 1)) {
    const end = at + joined.length;
    const isForm = joined === ALSO_A_FORM && at > 0 && end === text.length;
    if (cuts.has(at) && cuts.has(end) && !isForm) return true;
  }
  return false;
}

/** A listed name that is a legal form of France, too. There it stands at the end of a name (Code de commerce, L. 227-1). */
const ALSO_A_FORM = 'sas';

/** `microsoftpartners` holds `microsoft`. */
const holdsWhole = (words: readonly string[], joined: string): boolean =>
  joined.length >= MIN_WITHIN && words.some((word) => word.includes(joined));
