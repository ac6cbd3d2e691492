/** Gathers the words beside a link, without knowing the page's classes or its language. */
import { attributeOf } from './attribute.ts';
import { HEADING, type Section } from './heading.ts';
import { namedValues } from './named-values.ts';
import type { Wording } from './sighting.ts';
import { matching } from './tree.ts';

const MAX_LINES = 40;
/** A title has 200 characters at most. A paragraph's beginning says as much as the whole. */
const MAX_LINE_CHARACTERS = 240;
/** The most characters of one text node, indentation included. */
const MAX_TEXT_CHARACTERS = 4_000;
/** A card has some hundred nodes. One with more is all empty boxes. */
const MAX_NODES = 4_000;
const MAX_TEXTS = 6;

/** Its text without the white space that indents the page, cut to a length. */
export const tidy = (text: string | null | undefined): string =>
  (text ?? '').slice(0, MAX_TEXT_CHARACTERS).replace(/\s+/g, ' ').trim();

/** The lines of an element: its text nodes in order, without repeats (screen-reader copies) and without scripts. */
export function linesOf(element: Element): readonly string[] {
  const lines: string[] = [];
  for (const whole of textsIn(element)) {
    const text = whole.slice(0, MAX_LINE_CHARACTERS);
    if (text !== lines.at(-1)) lines.push(text);
    if (lines.length === MAX_LINES) break;
  }
  return lines;
}

/** Its texts in order. The walk does not recurse, because pages nest as deep as they like. */
export function* textsIn(element: Element, most = MAX_NODES): Generator<string> {
  let node: Node | null = element.firstChild;
  for (let nodes = 0; node && nodes < most; nodes += 1) {
    const text = node.nodeType === 3 ? tidy(node.nodeValue) : '';
    if (text !== '') yield text;
    let next: Node | null = SILENT.test(node.nodeName) ? null : node.firstChild;
    for (let up: Node | null = node; next === null && up !== null && up !== element; up = up.parentNode)
      next = up.nextSibling;
    node = next;
  }
}
const SILENT = /^(?:script|style|template|noscript|svg)$/i;

/**
 * What a card says of the credential that its link leads to. A null link: the card leads nowhere. What stands around the
 * card is about that credential only where nothing of it `isTaken`.
 */
export function wordingOf(
  card: Element,
  link: Element | null,
  section: Section | null = null,
  isTaken?: (element: Element) => boolean,
): Wording {
  const isWhole = card === link;
  const named = namedValues(card);
  const [first, second] = isWhole ? [] : matching(card, HEADING);
  const heading = second ? headingFor(card, link) : (first ?? null);
  return {
    lines: linesOf(card),
    own: link ? linesOf(link) : [],
    isParted: !link || isParted(link),
    link: isWhole ? 'whole' : partOrButton(link),
    heading: heading && linesOf(heading),
    isLarge:
      (second !== undefined && second.previousElementSibling !== heading) || !!heading?.matches('h1,h2'),
    named: link
      ? short([...picturesIn(link), ...['alt', 'title', 'aria-label'].map((name) => attributeOf(link, name))])
      : [],
    texts: short(picturesIn(card)),
    section: section && {
      heading: tidy(section[0]),
      lines: section[1].flatMap(linesOf).slice(0, MAX_LINES),
    },
    cells: named.flat().some((each) => !card.contains(each) && isTaken?.(each))
      ? []
      : named.map(([name, ...values]) => [tidy(name?.textContent), ...values.flatMap(linesOf)]),
  };
}

/** Whether each text of a link is a line of its own, and no part of a line: `Cloud <b>Practitioner</b>` is one. */
const isParted = (link: Element): boolean =>
  [...link.querySelectorAll('*')].every(
    ({ localName, nextSibling, previousSibling }) =>
      localName === 'br' ||
      ![nextSibling, previousSibling].some((each) => each?.nodeType === 3 && tidy(each.nodeValue)),
  );

const partOrButton = (link: Element | null): 'part' | 'button' =>
  link && BUTTON.test(attributeOf(link, 'class')) ? 'button' : 'part';
const BUTTON = /(?:^|[\s_-])(?:btn|button)(?:[\s_-]|$)/i;

/**
 * The nearest heading before the link, or else the first after it. Of a title and a subtitle right below it, the title,
 * unless the title is a large heading.
 */
function headingFor(card: Element, link: Element | null): Element | null {
  let heading: Element | null = null;
  let isPassed = link === null;
  for (const mark of matching(card, `${HEADING},${link?.localName ?? 'a'}`)) {
    if (mark === link) isPassed = true;
    else if (mark.matches(HEADING)) heading = mark;
    if (isPassed && heading) break;
  }
  for (let up = heading?.previousElementSibling; up?.matches('h3,h4,h5,h6'); up = up.previousElementSibling)
    heading = up;
  return heading;
}

const picturesIn = (element: Element): readonly string[] =>
  [...element.querySelectorAll('img[alt]')].slice(0, 2 * MAX_TEXTS).map((image) => attributeOf(image, 'alt'));

const short = (texts: readonly string[]): readonly string[] =>
  texts
    .map((text) => tidy(text).slice(0, MAX_LINE_CHARACTERS))
    .filter((text) => text !== '')
    .slice(0, MAX_TEXTS);
