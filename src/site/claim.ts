/** What the page says beside a link, read without knowing the page's classes or its language. */
import { NO_CLAIM, type PageClaim } from './sighting.ts';
import { CALL, EXPIRES, ISSUED, NUMBERED } from './words.ts';

const MAX_LINES = 40;
const MAX_TITLE = 200;
const YEAR = /(?:^|\D)(?:19|20)\d\d(?:\D|$)/;
/** A date is short; a sentence that happens to name a year is not one. */
const MAX_DATE = 60;

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
  const dated = datesIn(lines);
  const title = titleIn(card, link, lines);
  return {
    title,
    issuer: dated.first > 0 ? issuerIn(lines.slice(0, dated.first), title) : null,
    issued: dated.issued,
    expires: dated.expires,
    credentialId: firstMatch(lines, NUMBERED),
  };
}

function titleIn(card: Element, link: Element | null, lines: readonly string[]): string | null {
  const headings = card.querySelectorAll('h1,h2,h3,h4,h5,h6,[role="heading"]');
  const candidates = [
    headings.length === 1 ? linesOf(headings[0] as Element).join(' ') : '',
    link ? ownWords(link) : '',
    ...lines.filter((line) => !isDetail(line)).slice(0, 1),
    ...pictureWords(link ?? card),
    ...(link ? pictureWords(card) : []),
    tidy(link?.getAttribute('title')),
    tidy(link?.getAttribute('aria-label')),
  ];
  const title = candidates.find(
    (text) => /\p{L}{2}/u.test(text) && !CALL.test(text) && !/^https?:/i.test(text),
  );
  return title ? title.slice(0, MAX_TITLE) : null;
}

/** A link round a whole entry holds title, issuer and dates; its first line is the title then. */
function ownWords(link: Element): string {
  const lines = linesOf(link);
  return lines.some(isDetail) ? (lines[0] ?? '') : lines.join(' ');
}

const pictureWords = (element: Element): readonly string[] =>
  [...element.querySelectorAll('img[alt]')].map((image) => tidy(image.getAttribute('alt')));

const isDate = (line: string): boolean => line.length <= MAX_DATE && YEAR.test(line);
const isDetail = (line: string): boolean => CALL.test(line) || isDate(line) || NUMBERED.test(line);

/** The line between the title and the first date is the issuer's, on every list of certifications that we know. */
const issuerIn = (before: readonly string[], title: string | null): string | null =>
  before.find(
    (line) => line !== title && !title?.includes(line) && !CALL.test(line) && line.length <= MAX_TITLE,
  ) ?? null;

interface Dates {
  /** Index of the first line with a date; -1 where there is none. */
  readonly first: number;
  readonly issued: string | null;
  readonly expires: string | null;
}

function datesIn(lines: readonly string[]): Dates {
  const first = lines.findIndex(isDate);
  let issued: string | null = null;
  let expires: string | null = null;
  for (const piece of lines
    .filter(isDate)
    .flatMap((line) => line.split(/[·•|]/))
    .filter((part) => YEAR.test(part))) {
    if (EXPIRES.test(piece)) expires ??= dateText(piece);
    else if (ISSUED.test(piece) || first >= 0) issued ??= dateText(piece);
  }
  return { first, issued, expires };
}

/** The date as it stands, without the label before (or, in some languages, after) it. */
function dateText(piece: string): string {
  const bare = piece
    .replace(EXPIRES, ' ')
    .replace(ISSUED, ' ')
    .replace(/^[\s:：.,–-]+|[\s:：,–-]+$/g, '')
    .replace(/^(?:on|am|le|el|em|il|op|dnia|den|du|vom|date|data|datum|fecha|de|di|da|at|the)\s*:?\s+/i, '');
  return tidy(bare);
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

/** A claim of a title alone. */
export const titled = (title: string | null): PageClaim => ({ ...NO_CLAIM, title: tidy(title) || null });
