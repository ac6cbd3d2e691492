/** What the words beside a link claim, read without knowing the page's classes or its language. */

import { isKind } from '../verify/check/title-match.ts';
import { dateText, hasYear, isDate, isSpan, partsOfDates, withoutClock } from './date-line.ts';
import { saysNumber } from './linkedin-words.ts';
import { nameAndDate } from './name-and-date.ts';
import { isPlace } from './place.ts';
import { NO_CLAIM, type PageClaim, type Wording } from './sighting.ts';
import {
  awardedIn,
  calledFor,
  DETAIL,
  expiryLabel,
  isCall,
  issuedLabel,
  issuerLabel,
  numberLabel,
  ORGANISATION,
  OTHERWISE,
  SECTION,
  TITLED,
} from './words.ts';

const MAX_TITLE_CHARACTERS = 200;
const MAX_NAME_CHARACTERS = 80;
const MAX_LABEL_CHARACTERS = 30;

/**
 * The claim that words make about the credential that their link leads to. The title is the heading; else the link's
 * own words, unless they are a call ("Show credential"); else the first line; else a picture's text. Where none of
 * these names anything, the heading above is taken, with the other words below it. The same holds where the part has
 * only labels and their values.
 */
export function claimOf(wording: Wording, link: string | null): PageClaim {
  const { section, own } = wording;
  // `Verify certifications` stands beside all of them.
  if (isCall(own.join(' ')) && SECTION.test(own.join(' '))) return NO_CLAIM;
  const claim = claimIn(wording, link);
  if (section === null || (claim.title !== null && !isAllLabels(wording))) return claim;
  const { heading, lines } = section;
  if (titleOf(heading) === null && !isOneList(lines, own)) return claim;
  return claimIn({ ...wording, heading: heading ? [heading] : null, isLarge: false, lines }, link);
}

/** `Materia: Datos` `Nivel: Avanzado`: details, whatever their language. */
function isAllLabels({ lines, own, heading }: Wording): boolean {
  const said = lines.filter((line) => !own.includes(line));
  return heading === null && said.length > 1 && said.every((line) => LABEL.test(line));
}

/** Whether the first of these lines may be a title: below it stand details, and one other line at most. */
function isOneList([first = '', ...lines]: readonly string[], own: readonly string[]): boolean {
  const names = labelled(lines).filter((line) => !own.includes(line) && !isDetail(line) && !LABEL.test(line));
  return names.length < 2 && !(hasYear(first) && names.some(hasYear));
}

/** `Materia: Datos`, in whatever language. */
const LABEL = /^\P{L}*\p{L}[^\d:：]{1,28}[:：]/u;

function claimIn(wording: Wording, link: string | null): PageClaim {
  const { own, heading } = wording;
  const titles = [...own, ...(heading ?? [])];
  const isTitle = (line: string | undefined): boolean => line === undefined || titles.includes(line);
  const lines = labelled(
    belowSection(wording).flatMap((line, at, all) =>
      isTitle(line) ? withoutFirst(line) : nameAndDate(withoutClock(line), at === 1 || isTitle(all[at - 1])),
    ),
  );
  const claim = claimFrom(
    { ...wording, lines, own: own.map(firstOf), heading: heading?.map(firstOf) ?? null },
    link,
  );
  if (claim.title !== null) return claim;
  const parted = lines.flatMap(withoutFirst);
  return parted.length > lines.length ? claimFrom({ ...wording, lines: parted }, link) : claim;
}

/** What stands above `Certificates` is of the page: its person, its menu. */
const belowSection = ({ lines, heading }: Wording): readonly string[] =>
  heading && SECTION.test(heading.join(' ')) ? lines.slice(lines.indexOf(heading.at(-1) ?? '') + 1) : lines;

const firstOf = (line: string): string => withoutFirst(line)[0] ?? line;

/** `Tides · Academy · May 2026 · Show certificate`: all of it in one line. */
function withoutFirst(line: string): readonly string[] {
  const [first, ...others] = isDated(line) ? piecesOf(line) : [];
  return first !== undefined && !isDate(first) && isName(first) ? [first, others.join(' · ')] : [line];
}

function claimFrom(wording: Wording, link: string | null): PageClaim {
  const { lines } = wording;
  const dates = datesIn(lines);
  const awarded = lines.map(awardedIn).find((each) => each !== null);
  if (awarded) return { ...NO_CLAIM, ...awarded, issued: dates.issued, expires: dates.expires };
  const platform = hostNames(link ?? '');
  const title = titleIn(wording, platform);
  return {
    title: title?.text ?? null,
    issuer: nameIn(
      issuerNamed(lines) ??
        (dates.beside === title?.text ? null : dates.beside) ??
        (title ? issuerIn(lines, dates.first, title.lines, platform) : null) ??
        (title && wording.isParted ? organisationIn(lines, title.lines, platform) : null),
      dates,
    ),
    issued: dates.issued,
    expires: dates.expires,
    credentialId: lines.map(numberIn).find((number) => number !== null) ?? null,
  };
}

/** Without the date behind it, and without the signs that part it from what stands before and after it. */
const nameIn = (text: string | null, { isElsewhere }: Dates): string | null =>
  (isElsewhere && endsInYear(text ?? '') ? (text ?? '') : withoutDate(text ?? '')).replace(
    /^[\s,،、;–—\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Join_Control}-]+|[\s,،、;:：·•|–—-]+$/gu,
    '',
  ) || null;

/**
 * A year behind a word that is of no date, and that no sign parts from it. Where the day of issue stands elsewhere, it
 * belongs to the name: `Expo 2020`.
 */
function endsInYear(text: string): boolean {
  const [, before, year] = /^(?:.*\s)?(\S*\p{L}[^\s,،、;]*)\s(\d{4})$/u.exec(text) ?? [];
  return (
    before !== undefined && isDate(year ?? '') && !isDate(`${before} ${year}`) && !DATED_BY.test(` ${before}`)
  );
}

/** `Academy on 3 May 2026`, `Academia (2026)`: the name alone. */
function withoutDate(text: string): string {
  if (!hasYear(text)) return text;
  const words = text.split(' ');
  const start = words.findIndex(
    (_, at) =>
      at > 0 &&
      isDate(
        words
          .slice(at)
          .join(' ')
          .replace(/^[(（]/, ''),
      ),
  );
  const name = words.slice(0, start);
  return start < 0 ? text : name.join(' ').replace(DATED_BY, '');
}
const DATED_BY = /\s(?:on|in|at|am|im|le|en|el|em|il|nel|op|w|dnia|den|в|у|tarihinde)$/iu;

/** A label and its value may stand in separate lines: `Issuer:` `Example University`, `Expires` `May 2026`. */
export function labelled(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const before = joined.at(-1) ?? '';
    if (
      isLabel(before) &&
      (/[:：]$/.test(before) ||
        isBareDate(line) ||
        isIssuerLabel(before) ||
        numberIn(`${before} ${line}`) === line)
    )
      joined.splice(-1, 1, `${before} ${line}`);
    else joined.push(line);
  }
  return joined;
}

/** A word above a date with its own label is none of it: `Expired`, `Issued May 2024`. */
const isBareDate = (line: string): boolean =>
  isDate(line) && !issuedLabel().test(line) && !expiryLabel().test(line);

/** `Issued by Northwind` is no label, because its value stands in it. */
const isLabel = (line: string): boolean =>
  line.length <= MAX_LABEL_CHARACTERS &&
  !/\d/.test(line) &&
  (isIssuerLabel(line) || !issuerLabel().test(line)) &&
  LABELS.some((label) => label().test(`${line} X-1`));
const isIssuerLabel = (line: string): boolean => issuerLabel().exec(`${line} X`)?.[0] === `${line} `;
const LABELS = [issuedLabel, expiryLabel, issuerLabel, numberLabel];

interface Title {
  readonly text: string;
  /** The lines that the title is made of. */
  readonly lines: readonly string[];
}

function titleIn(wording: Wording, names: readonly string[]): Title | null {
  for (const candidate of titleCandidates(wording)) {
    const text = titleOf(candidate.join(' '));
    // The platform's name names no credential, alone or in a call: `Udemy certificate`.
    const words = (text ?? '').split(' ').filter((word) => !names.includes(word.toLowerCase()));
    if (text !== null && words.length > 0 && !isCall(words.join(' '))) return { text, lines: candidate };
  }
  return null;
}

const hostNames = (link: string): readonly string[] =>
  URL.canParse(link) ? new URL(link).hostname.split(/[.-]/) : [];

/** A generator, because the first candidate mostly suffices. */
function* titleCandidates(wording: Wording): Generator<readonly string[]> {
  const { lines, own, heading, named, texts } = wording;
  // `Badges`, `My certificates`: headings over several entries, even where there is only one.
  const isLarge = wording.isLarge || SECTION.test(heading?.join(' ') ?? '');
  if (heading && !isLarge) yield heading;
  if (wording.link === 'whole') yield titleLines(lines, wording);
  else if (wording.link === 'part' && !standsBehind(own, lines)) yield titleLines(own, wording);
  // The link holds only a picture. The picture's text is its title, before lines that may be about anything.
  // A caption says it in full.
  if (own.length === 0)
    for (const text of named)
      if (isPictureTitle(text))
        yield [
          lines.flatMap(piecesOf).find((piece) => isCaption(piece, text)) ?? inWords(text, lines) ?? text,
        ];
  if (heading && isLarge) yield heading;
  if (!isProse(wording))
    yield lines.filter((line) => /\p{L}/u.test(line) && !isDetail(line) && !own.includes(line)).slice(0, 1);
  yield own;
  // A link of pictures is told by its own. The others are its neighbours'.
  const others = own.length === 0 && named.length > 0 ? [] : texts;
  for (const text of [...named, ...others]) if (isPictureTitle(text)) yield [text];
}

/** Whether a line begins with a picture's text, or is what that calls for: `Badge for Tides`. */
const isCaption = (line: string, text: string): boolean =>
  line.toLowerCase().startsWith(text.toLowerCase()) ||
  (text.includes(line) && isCall(text.replace(line, ' ')));

/** What an exam's code is called in words, in the first line that names anything: `AZ-900` above `Azure Fundamentals`. */
function inWords(text: string, lines: readonly string[]): string | undefined {
  const first = lines.find((line) => /\p{L}/u.test(line) && !isDetail(line));
  return CODE.test(text) && first?.includes(' ') && isIssuer(first) && !ORGANISATION.test(first)
    ? first
    : undefined;
}
const CODE = /^(?=.*\d)[A-Z\d]{2,4}-[A-Z]?\d{2,4}$/;

/** A count, or running text: an invitation to add some, or a remark about all. A question may be a title. */
export function isProse({ heading, lines, reader }: Wording): boolean {
  if (reader) return false;
  const [, ...others] = lines;
  const isOne = heading === null && others.every((line) => /^[^\p{Lu}\d]/u.test(line));
  return isOne && PROSE.test(lines.join(' '));
}
const PROSE = /^\d{1,4} \p{Ll}+$|[。！]$|^(?:\S+ ){3}.*\p{Ll}{3}(?<!Corp|Univ|Inst|Dept|Acad|Assoc) ?[.!…]$/u;

/** A title stands before its dates. Words after them are a button, in whatever language. */
function standsBehind([own]: readonly string[], lines: readonly string[]): boolean {
  const first = lines.findIndex(isFact);
  return own !== undefined && first > 0 && lines.indexOf(own) > first;
}

/** Words that may be a title, without a label or a list's bullet before them. A call or an address is none. */
export function titleOf(text: string): string | null {
  const whole = text
    .replace(
      /^[\s–—•*·|\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Join_Control}-]+|[\s–—•·|:[(-]+$/gu,
      '',
    )
    .slice(0, MAX_TITLE_CHARACTERS);
  const words = calledFor(whole) ?? whole.replace(TITLED, '');
  return /\p{L}[\p{L}\p{M}]/u.test(words) && !isCall(words) && !ADDRESS.test(words) && !DETAIL.test(words)
    ? words
    : null;
}
const ADDRESS = /^https?:|^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?$/;

/** A file's name says nothing, and a logo names its owner. */
const isPictureTitle = (text: string): boolean =>
  !/^[^\s]*[\\/]|\.(?:png|jpe?g|svg|gif|webp|avif|pdf)$|(?:^|\s)(?:logo|icon|banner|thumbnail)$/i.test(text);

/** A link around a whole entry holds title, issuer and dates. Then its first line is the title. */
const titleLines = (lines: readonly string[], { isParted }: Wording): readonly string[] =>
  isParted || lines.some(isDetail) ? lines.slice(0, 1) : lines;

export const isDetail = (line: string): boolean =>
  isCall(line) || isFact(line) || DETAIL.test(line) || ADDRESS.test(line);
const isFact = (line: string): boolean =>
  issuerLabel().test(line) || isDated(line) || numberIn(line) !== null;

/** A line of several pieces is dated where one of them is a date. */
const isDated = (line: string): boolean => piecesOf(line).some(isDate);
export const piecesOf = (line: string): readonly string[] =>
  line.split(/[·•∙|]/).map((piece) => piece.trim());

/**
 * The issuer is the line between title and date, where exactly one stands there; else the only line above the title, where
 * that plainly names an organisation: a category stands there as often. A looser rule would take descriptions for
 * issuers. A claim read wrongly makes an honest credential look doubtful.
 */
function issuerIn(
  all: readonly string[],
  first: number,
  lines: readonly string[],
  platform: readonly string[],
): string | null {
  if (first < 0) return null;
  const end = all.findLastIndex((line, at) => at < first && lines.includes(line));
  // A title that stands in no line is a picture's. All lines are below it.
  const below =
    all.some((line) => lines.includes(line)) && end < 0 ? [] : namesIn(all.slice(end + 1, first), lines);
  const [only, ...others] = below;
  if (only === undefined) return organisationIn(all.slice(0, first), lines, platform);
  // Below `AWS` stands a title, below `PMP` who gives it.
  const isEither = lines.every((line) => /^\p{Lu}{2,5}$/u.test(line)) && only.includes(' ');
  return others.length === 0 && isIssuer(only) && (!isEither || ORGANISATION.test(only)) ? only : null;
}

/** Lines that are no title and no detail. A dot or a dash may stand between two elements, in a text of its own. */
const namesIn = (lines: readonly string[], title: readonly string[]): readonly string[] =>
  lines
    .filter((line) => !title.includes(line) && !isDetail(line))
    .map(withoutPlace)
    .filter((line) => /[\p{L}\p{N}]/u.test(line));

/** `Northwind · Berlin, Germany`: the name alone. */
const withoutPlace = (line: string): string => {
  const pieces = piecesOf(line);
  return pieces.some(isPlace) ? pieces.filter((piece) => !isPlace(piece)).join(' · ') : line;
};

/** Elsewhere the only other line counts only where it is plainly an organisation's name, the platform's, or a label. */
function organisationIn(
  lines: readonly string[],
  title: readonly string[],
  platform: readonly string[],
): string | null {
  const [only = '', ...others] = namesIn(lines, title);
  // A name's last word has a capital, in scripts that have them: `Congrats! Mine is of last year:` is none.
  const isLabel = /[\p{Lu}\p{Lo}]\S*[:：]$/u.test(only) && !TITLED.test(`${only} X`);
  const isPlain = ORGANISATION.test(only) || isLabel || platform.includes(only.toLowerCase());
  return isPlain && others.length === 0 && isName(only) ? only : null;
}

export const isName = (line: string): boolean =>
  line.length <= MAX_NAME_CHARACTERS && line.split(' ').length <= 8 && /\p{L}[\p{L}\p{M}]/u.test(line);

/** A name that is no labelled value, no place, no kind or level, and no quantity: `40 hours`. */
const isIssuer = (line: string): boolean =>
  isName(line) &&
  !LABEL.test(line) &&
  !isPlace(line) &&
  !isKind(line) &&
  !/^\d[\d.,]*\s?(?:\p{Ll}|%)/u.test(line);

interface Dates {
  /** Index of the first line with a date; -1 where there is none. */
  readonly first: number;
  readonly issued: string | null;
  readonly expires: string | null;
  /** A name before the date in the same line: `Example University · May 2026`. */
  readonly beside: string | null;
  /** Whether one that is no end stands outside the name of the issuer. */
  readonly isElsewhere: boolean;
}

function datesIn(lines: readonly string[]): Dates {
  const first = lines.findIndex(isDated);
  const all = lines.filter(isDated);
  const others = all
    .filter((line) => !(issuerLabel().test(line) && endsInYear(line)))
    .flatMap(piecesOf)
    .filter(isDate);
  const isElsewhere = others.some((piece) => !expiryLabel().test(piece));
  const dated = (isElsewhere ? others : all.flatMap(piecesOf).filter(isDate)).flatMap(partsOfDates);
  const ends = dated.filter((piece) => expiryLabel().test(piece) && !isSpan(piece));
  const days = dated.filter(
    (piece) => !expiryLabel().test(piece) && !OTHERWISE.test(piece) && !isSpan(piece),
  );
  const named = days.filter((piece) => issuedLabel().test(piece));
  const [beside] = piecesOf(lines[first] ?? '').filter((piece) => piece !== '');
  const isBeside = beside !== undefined && !isDate(beside) && isIssuer(beside) && !isCall(beside);
  return {
    first,
    issued: onlyOne(named.length > 0 ? named : days),
    expires: onlyOne(ends),
    beside: isBeside && !issuedLabel().test(beside) && !expiryLabel().test(beside) ? beside : null,
    isElsewhere,
  };
}

/** Several days are several credentials'. */
function onlyOne(pieces: readonly string[]): string | null {
  const [day = null, ...others] = new Set(pieces.map(dateText));
  return others.length === 0 ? day : null;
}

export function numberIn(line: string): string | null {
  const number = (numberLabel().exec(line) ?? saysNumber().exec(line))?.[1];
  return number !== undefined && /\d/.test(number) ? number : null;
}

/** A line that says that it names the issuer, without the date that may follow. */
function issuerNamed(lines: readonly string[]): string | null {
  const line = lines.find((each) => issuerLabel().test(each));
  const [name] = line === undefined ? [] : piecesOf(line.replace(issuerLabel(), ''));
  return name !== undefined && isName(name) && !isDate(name) ? name : null;
}
