/** What the page says beside a link, read without knowing the page's classes or its language. */
import { dateText, isDate } from './date-line.ts';
import { HEADINGS } from './heading.ts';
import { NO_CLAIM, type PageClaim } from './sighting.ts';
import { CALL, EXPIRES, ISSUED, NUMBERED } from './words.ts';

const MAX_LINES = 40;
const MAX_TITLE = 200;
const MAX_NAME = 80;

const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The lines of an element: its text nodes in order, without repeats (screen-reader copies) and without scripts. */
export function linesOf(element: Element): readonly string[] {
  const lines: string[] = [];
  const walk = (node: Node): void => {
    for (let child = node.firstChild; child && lines.length < MAX_LINES; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const line = tidy(child.nodeValue);
        if (line !== '' && line !== lines.at(-1)) lines.push(line);
      } else if (child.nodeType === 1 && !/^(?:script|style|template|noscript|svg)$/i.test(child.nodeName))
        walk(child);
    }
  };
  walk(element);
  return lines;
}

/**
 * The claim that a card makes about the credential its link leads to. Title: the card's heading, else the link's own
 * words unless they are a call ("Show credential"), else the card's first line, else the picture's text.
 */
export function claimOf(card: Element, link: Element | null): PageClaim {
  const lines = linesOf(card);
  const dates = datesIn(lines);
  const title = titleIn(card, link, lines);
  return {
    title: title?.text ?? null,
    issuer: dates.beside ?? (title ? issuerIn(lines.slice(0, Math.max(dates.first, 0)), title) : null),
    issued: dates.issued,
    expires: dates.expires,
    credentialId: firstMatch(lines, NUMBERED),
  };
}

interface Title {
  readonly text: string;
  /** The lines that it is made of. */
  readonly lines: readonly string[];
}

function titleIn(card: Element, link: Element | null, lines: readonly string[]): Title | null {
  for (const candidate of titleCandidates(card, link, lines)) {
    const text = wordsOf(candidate.join(' '));
    if (text !== null) return { text, lines: candidate };
  }
  return null;
}

/** Lazily, for the first one mostly serves. */
function* titleCandidates(
  card: Element,
  link: Element | null,
  lines: readonly string[],
): Generator<readonly string[]> {
  const headings = card === link ? [] : card.querySelectorAll(`${HEADINGS},[role="heading"]`);
  if (headings.length === 1) yield linesOf(headings[0] as Element);
  if (link) yield card === link ? ownLines(lines) : ownLines(linesOf(link));
  yield lines.filter((line) => !isDetail(line)).slice(0, 1);
  yield* pictureLines(link ?? card);
  if (link && link !== card) yield* pictureLines(card);
  yield [tidy(link?.getAttribute('title'))];
  yield [tidy(link?.getAttribute('aria-label'))];
}

/** Words that may be a title: not a call, not an address, without the list's bullet. */
function wordsOf(text: string): string | null {
  const words = text.replace(/^[\s\-–—•*·|]+|[\s\-–—•·|:]+$/g, '').slice(0, MAX_TITLE);
  return /\p{L}{2}/u.test(words) && !CALL.test(words) && !/^https?:/i.test(words) ? words : null;
}

/** A link round a whole entry holds title, issuer and dates; its first line is the title then. */
function ownLines(lines: readonly string[]): readonly string[] {
  return lines.some(isDetail) ? lines.slice(0, 1) : lines;
}

const pictureLines = (element: Element): readonly (readonly string[])[] =>
  [...element.querySelectorAll('img[alt]')].map((image) => [tidy(image.getAttribute('alt'))]);

const isDetail = (line: string): boolean => CALL.test(line) || isDated(line) || NUMBERED.test(line);

/** A line of several pieces is dated where one of them is a date. */
const isDated = (line: string): boolean => piecesOf(line).some(isDate);
const piecesOf = (line: string): readonly string[] => line.split(/[·•|]/).map(tidy);

/**
 * Title, issuer, date: where exactly one line stands between title and date it is the issuer's. Anything looser would
 * take descriptions for issuers, and a claim read wrongly makes an honest credential look doubtful.
 */
function issuerIn(before: readonly string[], { lines }: Title): string | null {
  const others = before.filter((line) => !lines.includes(line) && !CALL.test(line));
  const [only] = others;
  return others.length === 1 && only !== undefined && isName(only) ? only : null;
}

const isName = (line: string): boolean =>
  line.length <= MAX_NAME && line.split(' ').length <= 8 && /\p{L}{2}/u.test(line);

interface Dates {
  /** Index of the first line with a date; -1 where there is none. */
  readonly first: number;
  readonly issued: string | null;
  readonly expires: string | null;
  /** A name before the date in the same line: `Example University · May 2026`. */
  readonly beside: string | null;
}

function datesIn(lines: readonly string[]): Dates {
  const first = lines.findIndex(isDated);
  const dated = lines.filter(isDated).flatMap(piecesOf).filter(isDate);
  const expiring = dated.find((piece) => EXPIRES.test(piece));
  const issuing = dated.find((piece) => !EXPIRES.test(piece));
  const [beside] = piecesOf(lines[first] ?? '');
  const isBeside = beside !== undefined && !isDate(beside) && isName(beside);
  return {
    first,
    issued: issuing === undefined ? null : dateText(issuing),
    expires: expiring === undefined ? null : dateText(expiring),
    beside: isBeside && !ISSUED.test(beside) && !EXPIRES.test(beside) ? beside : null,
  };
}

function firstMatch(lines: readonly string[], pattern: RegExp): string | null {
  for (const line of lines) {
    const found = pattern.exec(line)?.[1];
    if (found !== undefined && /\d/.test(found)) return found;
  }
  return null;
}

/** Whether a claim says enough to be listed without anything that can be checked. */
export const saysSomething = (claim: PageClaim): boolean => claim.title !== null;

/** A claim of a title alone: a picture's text. */
export const titled = (title: string | null): PageClaim => ({ ...NO_CLAIM, title: wordsOf(tidy(title)) });
