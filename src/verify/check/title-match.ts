import { fold, isOneSlipAway, tokens } from '../text-match.ts';

/** Words that say nothing about what was achieved. */
const FILLERS = new Set(
  'the a an of in on for to and with by at from und der die das de la le les el en y et certificate certification certified certificat zertifikat badge course exam credential award program programme'.split(
    ' ',
  ),
);

/** Words that name a level. Two titles that differ in one of them are two achievements. Each row is one level. */
const LEVELS: readonly (readonly string[])[] = [
  [
    'foundation',
    'foundations',
    'foundational',
    'fundamental',
    'fundamentals',
    'basic',
    'basics',
    'essentials',
    'grundlagen',
    'fundamentos',
  ],
  ['beginner', 'entry', 'introduction', 'introductory', 'intro', 'starter', 'novice'],
  ['associate', 'asociado'],
  ['practitioner'],
  ['intermediate', 'intermedio', 'mittelstufe'],
  ['advanced', 'avanzado', 'fortgeschritten', 'avance'],
  ['professional', 'profesional', 'professionnel'],
  ['specialist', 'specialty', 'speciality', 'especialista'],
  ['expert', 'experto'],
  ['master', 'masters'],
  ['senior'],
  ['junior'],
  ['bronze'],
  ['silver'],
  ['gold'],
  ['platinum'],
];
const LEVEL_OF: ReadonlyMap<string, number> = new Map(
  LEVELS.flatMap((words, level) => words.map((word) => [word, level] as const)),
);

/** The share of the shorter title's words that the longer one must have. */
const ENOUGH = 0.6;

/**
 * Whether the page and the record can mean the same title. Compared word by word, without filler words. They differ
 * where the page claims a level that the record does not have. They also differ where digits differ, or too few words
 * are shared.
 */
export function titlesAgree(claimed: string, recorded: string): boolean {
  const claim = wordsOf(claimed);
  const record = wordsOf(recorded);
  if (claim.length === 0 || record.length === 0) return true;
  if (!levelsAgree(claim, record) || !codesAgree(claim, record)) return false;
  const [few, many] = claim.length <= record.length ? [claim, record] : [record, claim];
  const shared = few.filter((word) => many.some((other) => word === other || isVariant(word, other))).length;
  return shared / few.length >= ENOUGH || abbreviates(few, many);
}

function wordsOf(title: string): readonly string[] {
  const words = tokens(fold(title));
  const telling = words.filter((word) => !FILLERS.has(word));
  return telling.length > 0 ? telling : words;
}

const levelsIn = (words: readonly string[]): ReadonlySet<number> =>
  new Set(words.flatMap((word) => LEVEL_OF.get(word) ?? []));

/** The page may leave a level out. It may not add a level or change it. */
const levelsAgree = (claim: readonly string[], record: readonly string[]): boolean =>
  [...levelsIn(claim)].every((level) => levelsIn(record).has(level));

const codesIn = (words: readonly string[]): readonly string[] =>
  words.filter((word) => /\d/.test(word) || /^(i{1,3}|iv|v|vi{1,3})$/.test(word));

/**
 * `AZ-104` is not `AZ-204`, and `Level 2` is not `Level 3`. A page may leave a number out, or add one to a title that
 * has none.
 */
function codesAgree(claim: readonly string[], record: readonly string[]): boolean {
  const [claimed, recorded] = [codesIn(claim), codesIn(record)];
  const [few, many] = claimed.length <= recorded.length ? [claimed, recorded] : [recorded, claimed];
  return few.every((code) => many.includes(code));
}

/** Singular and plural, or one typing error in a long word. */
const isVariant = (one: string, other: string): boolean =>
  one.length >= 5 && other.length >= 5 && !/\d/.test(one + other) && isOneSlipAway(one, other);

/** `PMP` for `Project Management Professional`. */
const abbreviates = (few: readonly string[], many: readonly string[]): boolean =>
  few.some(
    (word) =>
      word.length >= 3 &&
      many
        .map((each) => each[0])
        .join('')
        .includes(word),
  );

/** Whether two names can belong to one issuer: one contains the other, or is its initials. */
export function issuersAgree(claimed: string, recorded: string): boolean {
  const claim = nameWords(claimed);
  const record = nameWords(recorded);
  if (claim.length === 0 || record.length === 0) return true;
  const [few, many] = claim.length <= record.length ? [claim, record] : [record, claim];
  const shared = few.filter((word) => many.includes(word)).length;
  const joined = few.join('') === many.join('');
  return joined || shared / few.length >= ENOUGH || abbreviates(few, many);
}

const nameWords = (name: string): readonly string[] => tokens(fold(name)).filter((word) => !LEGAL.has(word));

const LEGAL = new Set('the of and inc llc ltd limited gmbh ag corp corporation co plc sa bv'.split(' '));
