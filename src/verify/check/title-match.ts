import { lazy } from '../../lazy.ts';
import { fold, isOneSlipAway, tokens } from '../text-match.ts';

/** Words that say nothing about what was achieved. */
const FILLERS = new Set(
  'the a an of in on for to and with by at from und der die das de la le les el en y et certificate certification certified certificat zertifikat badge course exam credential award program programme completion specialization specialisation nanodegree training bootcamp online certificado curso 证书 認定 인증'.split(
    ' ',
  ),
);

/** Words that name a level. Two titles that differ in one of them are two achievements. Each row is one level. */
const LEVELS: readonly (readonly string[])[] = [
  'foundation foundations foundational fundamental fundamentals basic basics essentials grundlagen fundamentos',
  'beginner entry introduction introductory intro starter novice 初级 初級',
  'associate asociado associado',
  'practitioner',
  'intermediate intermedio mittelstufe intermediario 中级 中級',
  'advanced avanzado fortgeschritten avance avancado 高级 上級',
  'professional profesional professionnel profissional',
  'specialist specialty speciality especialista',
  'expert experto 专家',
  'master masters ma msc meng mba magister maestria maitrise mestre mestrado 硕士 碩士 修士 석사 ماجستير',
  'bachelor bachelors ba bsc beng licenciatura bacharelado 学士 學士 학사 بكالوريوس',
  'doctor doctoral doctorate phd doktor doctora doctorado docteur doctorat doutor doutorado 博士 박사 دكتوراه',
  'diploma diplom diplome',
  'trainer instructor',
  'distinction honors honours laude',
  'fellow',
  'professor',
  'chartered',
  'postgraduate',
  'principal',
  'lead',
  'senior',
  'junior',
  'bronze',
  'silver',
  'gold',
  'platinum',
  'diamond',
].map((words) => words.split(' '));
const LEVEL_OF: ReadonlyMap<string, number> = new Map(
  LEVELS.flatMap((words, level) => words.map((word) => [word, level] as const)),
);

/** What is said on one side. */
interface Said {
  /** Those that tell something. */
  readonly words: readonly string[];
  /** What an abbreviation may stand for: these words, or all, or all with `ScrumMaster` as two. */
  readonly spellings: readonly (readonly string[])[];
}

/**
 * Whether the page and the record can mean the same title. Compared word by word, without filler words. They differ
 * where the page claims a level that the record does not have, where digits differ, and where each has a word that the
 * other lacks: titles of one family have all other words in common. The names of issuers may be left out.
 */
export function titlesAgree(claimed: string, recorded: string, issuers: readonly string[] = []): boolean {
  const [claim, record] = [titleOf(claimed), titleOf(recorded)];
  const pair = compare(claim, record, { isSame: isVariant, shortest: 3 });
  return (
    levelsAgree(pair) &&
    codesAgree(claim.words, record.words) &&
    areOne(pair, [claimed, recorded].flatMap(silentIn(issuers)))
  );
}

function titleOf(text: string): Said {
  const said = saidIn(text, FILLERS);
  return said.words.length > 0 ? said : saidIn(text, NO_WORDS);
}

const NO_WORDS: ReadonlySet<string> = new Set();

function saidIn(text: string, fillers: ReadonlySet<string>): Said {
  const all = wordsOf(text);
  const words = all.filter((word) => !fillers.has(word));
  const apart = text.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return {
    words,
    // Most titles have one spelling, and each costs as much as the first.
    spellings: [
      words,
      ...(words.length < all.length ? [all] : []),
      ...(apart === text ? [] : [wordsOf(apart)]),
    ],
  };
}

/** `M.Sc.` is one word, `v4` is `4`, and a course of edX is the same without the `x` behind its number (`CS50's`). */
const wordsOf = (text: string): readonly string[] =>
  tokens(fold(text).replace(/\b([a-z]{1,2})\.(?=[a-z]{1,2}\b)|['’]s\b/g, '$1'))
    .flatMap((word) => (UNSPACED.test(word) ? word.split(KINDS()).filter((part) => part !== '') : word))
    .slice(0, MAX_WORDS)
    .map((word) => word.replace(/^v(?=\d+$)/, '').replace(/^([a-z]+\d+)x$/, '$1'));

/** Scripts whose words stand without spaces between them, one character or two for most. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The words in such a script that say the level or the kind: `计算机科学硕士` is `计算机科学` and `硕士`. */
const KINDS = lazy(
  () =>
    new RegExp(`(${[...FILLERS, ...LEVEL_OF.keys()].filter((word) => UNSPACED.test(word)).join('|')})`, 'u'),
);

/** No title is longer, and each word is compared with all runs of the other's. */
const MAX_WORDS = 60;

const levelsIn = (words: readonly string[]): Set<number> =>
  new Set(words.flatMap((word) => LEVEL_OF.get(word) ?? []));

/**
 * The page may leave a level out. It may not add a level or change it. It may write in full what is all that the record
 * says: `Project Management Professional` for `PMP`, but not for `PMP Preparation`. A "Professional Certificate" is a kind
 * of course.
 */
function levelsAgree({ claim, record, ofRecord }: Pair): boolean {
  const recorded = levelsIn(record.words);
  const isInFull = ofRecord.length === 0;
  const claimed = levelsIn(isInFull ? without(shortenedIn(record, claim), claim.words) : claim.words);
  if (claim.spellings.some(isKindOfCourse)) claimed.delete(PROFESSIONAL);
  return (
    [...claimed].every((level) => recorded.has(level)) &&
    numbersOfLevels(claim.words).every((number) => record.words.includes(number))
  );
}

/** The numbers that levels have: `Level 2`, and the six of the Common European Framework for languages (`B2`). */
const numbersOfLevels = (words: readonly string[]): readonly string[] =>
  words.filter(
    (word, at) => /^[abc][12]$/.test(word) || (/^\d$/.test(word) && GRADES.has(words[at - 1] ?? '')),
  );
const GRADES: ReadonlySet<string> = new Set([
  'level',
  'stufe',
  'niveau',
  'nivel',
  'livello',
  'nivell',
  'poziom',
]);

/** Whether a text says only what kind of achievement it is about, and at which level: `Professional Certificate`. */
export const isKind = (text: string): boolean =>
  wordsOf(text).every((word) => FILLERS.has(word) || LEVEL_OF.has(word) || GRADES.has(word));

const PROFESSIONAL = LEVEL_OF.get('professional') as number;
const isKindOfCourse = (words: readonly string[]): boolean =>
  words.some((word, at) => word === 'professional' && words[at + 1] === 'certificate');

const codesIn = (words: readonly string[]): readonly string[] =>
  words.filter((word) => /\d/.test(word) || /^(i{1,3}|iv|v|vi{1,3})$/.test(word));

/**
 * `AZ-104` is not `AZ-204`, and `Level 2` is not `Level 3`. A page may leave a number out, or add one to a title that
 * has none. That of a level is no such number (levelsAgree).
 */
function codesAgree(claim: readonly string[], record: readonly string[]): boolean {
  const [claimed, recorded] = [codesIn(claim), codesIn(record)];
  const [few, many] = claimed.length <= recorded.length ? [claimed, recorded] : [recorded, claimed];
  return few.every((code) => many.includes(code));
}

/**
 * Words of a title that do not tell it from others: an issuer's name, and the letters of a code (`AZ-104`), which are
 * three at most.
 */
const silentIn =
  (issuers: readonly string[]) =>
  (title: string): readonly string[] => {
    const words = wordsOf(title);
    const names = issuers
      .map((name) => nameOf(name).words)
      .filter((name) => name.every((word) => words.includes(word)));
    return [
      ...names.flat(),
      ...codesIn(words),
      ...(fold(title).match(/(?<![a-z\d])[a-z\d]{1,3}(?=-[a-z]?\d)/g) ?? []),
    ];
  };

interface Comparing {
  readonly isSame: (one: string, other: string) => boolean;
  /** The fewest letters of an abbreviation. */
  readonly shortest: number;
}

/** Two sides, and the words of each that the other has in no form. */
interface Pair {
  readonly claim: Said;
  readonly record: Said;
  readonly ofClaim: readonly string[];
  readonly ofRecord: readonly string[];
}

const compare = (claim: Said, record: Said, comparing: Comparing): Pair => ({
  claim,
  record,
  ofClaim: lacking(claim, record, comparing),
  ofRecord: lacking(record, claim, comparing),
});

/**
 * Whether two sides have something in common, and one of them has all that the other says. `silent`: words that may be
 * on one side only. A side that says nothing agrees with everything.
 */
function areOne({ claim, record, ofClaim, ofRecord }: Pair, silent: readonly string[]): boolean {
  if (claim.words.length === 0 || record.words.length === 0) return true;
  const isSilent = (words: readonly string[]): boolean => without(silent, words).length === 0;
  const isShared = ofClaim.length < claim.words.length || ofRecord.length < record.words.length;
  return isShared && (isSilent(ofClaim) || isSilent(ofRecord));
}

function lacking(own: Said, other: Said, { isSame, shortest }: Comparing): readonly string[] {
  return without(shortenedIn(other, own, shortest), own.words).filter(
    (word) =>
      !other.words.some((each) => word === each || isSame(word, each)) &&
      writtenOut(word, other, shortest).length === 0,
  );
}

const without = (some: readonly string[], words: readonly string[]): readonly string[] =>
  words.filter((word) => !some.includes(word));

/** Words of one side that the other writes as an abbreviation or as one word. */
const shortenedIn = (other: Said, own: Said, shortest?: number): readonly string[] =>
  other.words.flatMap((word) => writtenOut(word, own, shortest));

/** Words of one level, singular and plural, one stem, or one typing error in a long word. */
function isVariant(one: string, other: string): boolean {
  const level = LEVEL_OF.get(one);
  if (level !== undefined && level === LEVEL_OF.get(other)) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  // One character more or less is another word there, and a title that says less is a part of the other.
  if (UNSPACED.test(short)) return short.length > 1 && level === undefined && long.includes(short);
  if (short.length < 5 || /\d/.test(one + other)) return false;
  const stem = short.slice(0, Math.max(5, Math.ceil(0.7 * short.length)));
  const isOfStem = long.startsWith(stem) && long.length - stem.length <= MAX_ENDING;
  return isOfStem || isOneSlipAway(one, other);
}

/** What follows a stem. `International` is no form of `Internal`. */
const MAX_ENDING = 6;

/** The words that a word stands for: `PMP` for `Project Management Professional`, `ScrumMaster` for `Scrum Master`. */
function writtenOut(short: string, { spellings }: Said, shortest = 3): readonly string[] {
  for (const words of short.length < shortest ? [] : spellings) {
    const at = words
      .map((word) => word[0])
      .join('')
      .indexOf(short);
    if (at >= 0) return words.slice(at, at + short.length);
    const start = words.findIndex((_, index) => joinedAt(words, index, short) > 1);
    if (start >= 0) return words.slice(start, start + joinedAt(words, start, short));
  }
  return [];
}

/** How many of the words from here on make up a whole one. */
function joinedAt(words: readonly string[], start: number, whole: string): number {
  let [end, length] = [start, 0];
  for (let word = words[end]; word && whole.startsWith(word, length); word = words[++end])
    length += word.length;
  return length === whole.length ? end - start : 0;
}

/** Whether two names can belong to one issuer: one contains the other, or its initials. */
export function issuersAgree(claimed: string, recorded: string): boolean {
  const [claim, record] = [nameOf(claimed), nameOf(recorded)];
  return claim.words.join('') === record.words.join('') || areOne(compare(claim, record, NAMES), []);
}

/** Whether a name says nothing that the other does not: `AWS` of `Amazon Web Services`. */
export const isShorterName = (short: string, name: string): boolean =>
  lacking(nameOf(short), nameOf(name), NAMES).length === 0;

/** Universities have an X behind their name at edX: `HarvardX`, `MITx`. */
const nameOf = (name: string): Said => saidIn(name.replace(/(?<=\w{3})x\b/gi, ''), LEGAL);

const LEGAL = new Set('the of and inc llc ltd limited gmbh ag corp corporation co plc sa bv'.split(' '));

const NAMES: Comparing = { isSame: () => false, shortest: 2 };
