/** Gathers what a page says beside a link, without knowing the page's classes or its language. */
import { HEADINGS } from './heading.ts';
import type { Wording } from './sighting.ts';
import { matching } from './tree.ts';

const MAX_LINES = 40;
/** A title has 200 at most; a paragraph says no more by its end than by its beginning. */
const MAX_LINE = 240;
const MAX_TEXTS = 6;

const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The lines of an element: its text nodes in order, without repeats (screen-reader copies) and without scripts. */
export function linesOf(element: Element): readonly string[] {
  const lines: string[] = [];
  const walk = (node: Node): void => {
    for (let child = node.firstChild; child && lines.length < MAX_LINES; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const line = tidy(child.nodeValue).slice(0, MAX_LINE);
        if (line !== '' && line !== lines.at(-1)) lines.push(line);
      } else if (child.nodeType === 1 && !/^(?:script|style|template|noscript|svg)$/i.test(child.nodeName))
        walk(child);
    }
  };
  walk(element);
  return lines;
}

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
    link: isWhole ? 'whole' : BUTTON.test(link?.className ?? '') ? 'button' : 'part',
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
 * The words of an entry that is read in its site's own way. The issuer gets the label that the worker knows him by; null
 * where the entry looks otherwise by now.
 */
export function wordingIn(
  lines: readonly string[],
  reads: { readonly title: RegExp; readonly issuer: RegExp },
): Wording | null {
  const first = (pattern: RegExp): string | null =>
    lines.map((line) => pattern.exec(line)?.[1]).find((text) => text !== undefined) ?? null;
  const [title, issuer] = [first(reads.title), first(reads.issuer)];
  if (title === null) return null;
  const dated = lines.filter((line) => reads.title.test(line)).slice(0, 1);
  return {
    ...NOTHING,
    lines: [title, ...(issuer === null ? [] : [`Issuer: ${issuer}`]), ...dated],
    heading: [title],
  };
}

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
  const before = headings.filter((mark) => link && marks.indexOf(mark) < marks.indexOf(link));
  let heading = before.at(-1) ?? headings[0] ?? null;
  for (let up = heading?.previousElementSibling; up?.matches('h3,h4,h5,h6'); up = up.previousElementSibling)
    heading = up;
  return heading;
}

function textsOf(card: Element, link: Element | null): readonly string[] {
  const pictures = (element: Element): readonly (string | null)[] =>
    [...element.querySelectorAll('img[alt]')].map((image) => image.getAttribute('alt'));
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
