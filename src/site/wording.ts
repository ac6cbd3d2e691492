/** Gathers what a page says beside a link, without knowing the page's classes or its language. */
import { HEADINGS } from './heading.ts';
import type { Wording } from './sighting.ts';
import type { EntryMark } from './site.ts';
import { matching } from './tree.ts';

const MAX_LINES = 40;
/** A title has 200 at most; a paragraph says no more by its end than by its beginning. */
const MAX_LINE = 240;
/** Of one text node, and its indentation. */
const MAX_TEXT = 4_000;
/** A card has some hundred; one of more is all empty boxes. */
const MAX_NODES = 4_000;
const MAX_TEXTS = 6;

const tidy = (text: string | null | undefined): string =>
  (text ?? '').slice(0, MAX_TEXT).replace(/\s+/g, ' ').trim();

/** The lines of an element: its text nodes in order, without repeats (screen-reader copies) and without scripts. */
export function linesOf(element: Element): readonly string[] {
  const lines: string[] = [];
  for (const whole of textsIn(element)) {
    const text = whole?.slice(0, MAX_LINE);
    if (text && text !== lines.at(-1)) lines.push(text);
    if (lines.length === MAX_LINES) break;
  }
  return lines;
}

/** Its lines as they are drawn: what stands in one box, in however many text nodes, is one. */
export function rowsOf(element: Element): readonly string[] {
  const rows = [''];
  for (const text of textsIn(element))
    if (text === null) rows.push('');
    else rows.push(`${rows.pop()} ${text}`);
  return rows.filter((row) => row !== '').map((row) => tidy(row).slice(0, MAX_LINE));
}

/** Its texts in order, and null where a box begins or ends. (No recursion: pages nest as deep as they like.) */
export function* textsIn(element: Element, most = MAX_NODES): Generator<string | null> {
  let node: Node | null = element.firstChild;
  for (let nodes = 0; node && nodes < most; nodes += 1) {
    const text = node.nodeType === 3 ? tidy(node.nodeValue) : '';
    if (text !== '') yield text;
    else if (isBox(node)) yield null;
    let next: Node | null = SILENT.test(node.nodeName) ? null : node.firstChild;
    for (let up: Node | null = node; next === null && up !== null && up !== element; up = up.parentNode) {
      next = up.nextSibling;
      if (isBox(up)) yield null;
    }
    node = next;
  }
}
const SILENT = /^(?:script|style|template|noscript|svg)$/i;
const INLINE = /^(?:a|b|em|i|small|span|strong)$/i;
const isBox = ({ nodeType, nodeName }: Node): boolean => nodeType === 1 && !INLINE.test(nodeName);

/** What a card says of the credential that its link leads to (null: it leads nowhere). */
export function wordingOf(
  card: Element,
  link: Element | null,
  section: readonly Element[] | null = null,
): Wording {
  const isWhole = card === link;
  const headings = isWhole ? [] : [...matching(card, HEADING)];
  const heading = headings.length > 1 ? headingFor(card, link) : (headings[0] ?? null);
  return {
    lines: linesOf(card),
    own: link ? linesOf(link) : [],
    link: isWhole
      ? 'whole'
      : BUTTON.test(link?.getAttribute('class')?.slice(0, MAX_TEXT) ?? '')
        ? 'button'
        : 'part',
    heading: heading && linesOf(heading),
    isLarge: headings.length > 1 || (heading?.matches(LARGE) ?? false),
    texts: textsOf(card, link),
    section: section && {
      heading: tidy(section[0]?.textContent).slice(0, MAX_LINE),
      lines: section.slice(1).flatMap(linesOf).slice(0, MAX_LINES),
    },
  };
}

/** A picture's text is all that is said. */
export const pictureWording = (alt: string | null): Wording => ({ ...NOTHING, texts: [tidy(alt)] });

/**
 * The words of an entry that is read in its site's own way: its heading names the issuer, who gets the label that the
 * worker knows him by; the row before its kind the dates, and behind a `|` the title. Where none is named, the kind serves.
 */
export function wordingIn(rows: readonly string[], { says, issuer }: EntryMark): Wording {
  const end = rows.findIndex((row) => says?.test(row));
  const heading = rows.find((row) => issuer?.test(row));
  const before = rows[end - 1] === heading ? '' : (rows[end - 1] ?? '');
  const named = before.includes('|') || !YEAR.test(before) ? before.replace(/^[^|]*\|\s*/, '') : '';
  const title = named || (rows[end] ?? '');
  return {
    ...NOTHING,
    lines: [
      title,
      `Issuer: ${issuer?.exec(heading ?? '')?.[1] ?? ''}`,
      ...(YEAR.test(before) ? [before] : []),
    ],
    heading: [title],
  };
}
const YEAR = /(?:19|20)\d\d/;

const NOTHING: Wording = {
  lines: [],
  own: [],
  link: 'part',
  heading: null,
  isLarge: false,
  texts: [],
  section: null,
};

const BUTTON = /(?:^|[\s_-])(?:btn|button)(?:[\s_-]|$)/i;
/** They stand over sections rather than over one thing. */
const LARGE = 'h1,h2';
const HEADING = `${HEADINGS},[role="heading"]`;

/**
 * Of several headings the nearest before the link, or else the first. Of a title and a subtitle right below it the
 * title, unless that is large.
 */
function headingFor(card: Element, link: Element | null): Element | null {
  const marks = [...matching(card, `${HEADING},${link?.localName ?? 'a'}`)];
  const headings = marks.filter((mark) => mark.matches(HEADING));
  const at = link ? marks.indexOf(link) : -1;
  const before = marks.slice(0, Math.max(at, 0)).filter((mark) => mark.matches(HEADING));
  let heading = before.at(-1) ?? headings[0] ?? null;
  for (let up = heading?.previousElementSibling; up?.matches('h3,h4,h5,h6'); up = up.previousElementSibling)
    heading = up;
  return heading;
}

function textsOf(card: Element, link: Element | null): readonly string[] {
  const pictures = (element: Element): readonly (string | null)[] =>
    [...element.querySelectorAll('img[alt]')]
      .slice(0, 2 * MAX_TEXTS)
      .map((image) => image.getAttribute('alt'));
  return [
    ...(link ? pictures(link) : []),
    ...(card === link ? [] : pictures(card)),
    link?.getAttribute('title'),
    link?.getAttribute('aria-label'),
  ]
    .map((text) => tidy(text).slice(0, MAX_LINE))
    .filter((text) => text !== '')
    .slice(0, MAX_TEXTS);
}
