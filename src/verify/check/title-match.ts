import { fold, isOneSlipAway, tokens } from '../text-match.ts';

/** Words that say nothing about what was achieved. */
const FILLERS = new Set(
  'the a an of in on for to and with by at from und der die das de la le les el en y et certificate certification certified certificat zertifikat badge course exam credential award program programme completion specialization specialisation nanodegree training bootcamp online'.split(
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
  ['bachelor', 'bachelors'],
  ['doctor', 'doctoral', 'doctorate', 'phd'],
  ['diploma', 'diplom', 'diplome'],
  ['trainer', 'instructor'],
  ['distinction', 'honors', 'honours'],
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

/**
 * Whether the page and the record can mean the same title. Compared word by word, without filler words. They differ
 * where the page claims a level that the record does not have, where digits differ, and where each has a word that the
 * other lacks: titles of one family have all other words in common. The names of issuers may be left out.
 */
export function titlesAgree(claimed: string, recorded: string, issuers: readonly string[] = []): boolean {
  const claim = wordsOf(claimed);
  const record = wordsOf(recorded);
  if (claim.length === 0 || record.length === 0) return true;
  if (!levelsAgree(claim, record) || !codesAgree(claim, record)) return false;
  return areOne(claim, record, { isSame: isVariant, silent: [claimed, recorded].flatMap(silentIn(issuers)) });
}

/** The marks of a trade would become letters of the word before them: `MasterTM`. */
const folded = (text: string): string => fold(text.replace(/[™℠]/g, ' '));

function wordsOf(title: string): readonly string[] {
  const words = tokens(folded(title));
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

/** Words of a title that do not tell it from others: an issuer's name, and the letters of a code (`AZ-104`). */
const silentIn =
  (issuers: readonly string[]) =>
  (title: string): readonly string[] => {
    const plain = folded(title);
    const words = tokens(plain);
    const names = issuers.map(nameWords).filter((name) => name.every((word) => words.includes(word)));
    return [...names.flat(), ...codesIn(words), ...(plain.match(/[a-z\d]+(?=-[a-z]?\d)/g) ?? [])];
  };

interface Comparing {
  readonly isSame: (one: string, other: string) => boolean;
  /** Words that may be on one side only. */
  readonly silent: readonly string[];
}

/** Whether two lists of words have something in common, and one of them has all that the other says. */
function areOne(claim: readonly string[], record: readonly string[], { isSame, silent }: Comparing): boolean {
  const lacking = (words: readonly string[], others: readonly string[]): readonly string[] => {
    const spelled = others.flatMap((short) => spelledOut(short, words));
    return words.filter(
      (word) =>
        !others.some((other) => word === other || isSame(word, other)) &&
        !spelled.includes(word) &&
        spelledOut(word, others).length === 0,
    );
  };
  const own = lacking(claim, record);
  const isSilent = (words: readonly string[]): boolean => words.every((word) => silent.includes(word));
  return own.length < claim.length && (isSilent(own) || isSilent(lacking(record, claim)));
}

/** Words of one level, singular and plural, one stem, or one typing error in a long word. */
function isVariant(one: string, other: string): boolean {
  const level = LEVEL_OF.get(one);
  if (level !== undefined && level === LEVEL_OF.get(other)) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 5 || /\d/.test(one + other)) return false;
  const stem = short.slice(0, Math.max(5, Math.ceil(0.7 * short.length)));
  return long.startsWith(stem) || isOneSlipAway(one, other);
}

/** The words whose initials an abbreviation is: `PMP` for `Project Management Professional`. */
function spelledOut(short: string, words: readonly string[]): readonly string[] {
  const initials = words.map((word) => word[0]).join('');
  const at = short.length < 3 ? -1 : initials.indexOf(short);
  return at < 0 ? [] : words.slice(at, at + short.length);
}

/** Whether two names can belong to one issuer: one contains the other, or its initials. */
export function issuersAgree(claimed: string, recorded: string): boolean {
  const claim = nameWords(claimed);
  const record = nameWords(recorded);
  if (claim.length === 0 || record.length === 0) return true;
  return claim.join('') === record.join('') || areOne(claim, record, { isSame: () => false, silent: [] });
}

const nameWords = (name: string): readonly string[] =>
  tokens(folded(name)).filter((word) => !LEGAL.has(word));

const LEGAL = new Set('the of and inc llc ltd limited gmbh ag corp corporation co plc sa bv'.split(' '));
