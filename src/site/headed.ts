/** Entries of a list that stands under a heading: found by the heading's words and by nothing else of the page. */
import { HEADINGS } from './heading.ts';
import { matching } from './tree.ts';
import { textsIn } from './wording.ts';

const HEADING = `${HEADINGS},[role="heading"]`;
/** Headings stand in boxes of their own, and lists in boxes of theirs. */
const MAX_BOXES = 4;
const MAX_TEXT = 700;
const NO_ENTRY = 'button,nav,form';
/** A profile has one such list, or a few; a page with more, or longer ones, is none. */
const MAX_LISTS = 12;
const MAX_ENTRIES = 500;
/** Nodes that are looked at for the words of one element: those of a page that is all empty boxes are no entry's. */
const MAX_NODES = 400;

/** The entries under such headings. Takes time in proportion to the page, however it is built. */
export function* headedEntries(root: ParentNode, names: RegExp): Generator<Element> {
  let lists = 0;
  for (const heading of matching(root, HEADING))
    if (lists < MAX_LISTS && names.test(textOf(heading))) {
      lists += 1;
      for (const entry of entriesIn(bodyOf(heading)).slice(0, MAX_ENTRIES)) if (isEntry(entry)) yield entry;
    }
}

/** The text of an element, or what it begins with. */
const textOf = (element: Element): string => [...textsIn(element, MAX_NODES)].join(' ');

/** What follows a heading, up to the next one of its level. */
function bodyOf(heading: Element): readonly Element[] {
  const level = levelOf(heading);
  const body: Element[] = [];
  let box = heading;
  for (let up = 0; up < MAX_BOXES && body.length === 0; up += 1) {
    for (let next = box.nextElementSibling; next && !endsAt(next, level); next = next.nextElementSibling) {
      if (textOf(next) !== '' && !next.matches(NO_ENTRY)) body.push(next);
    }
    // Another heading stands in the way: this one is over nothing.
    if (box.nextElementSibling && endsAt(box.nextElementSibling, level)) break;
    if (!box.parentElement) break;
    box = box.parentElement;
  }
  return body;
}

const endsAt = (element: Element, level: number): boolean => {
  for (const heading of matching(element, HEADING)) if (levelOf(heading) <= level) return true;
  return false;
};

/** ARIA 1.2, aria-level: an integer from 1 on, 2 where a heading by its role says nothing of it. */
const levelOf = (heading: Element): number =>
  Math.max(0, Number(heading.getAttribute('aria-level'))) || Number(heading.localName[1]) || 2;

/** The items of a list; else the rows of a table; else the boxes, out of the boxes round all of them. */
function entriesIn(body: readonly Element[]): readonly Element[] {
  for (const item of ['li', 'tr']) {
    const items = new Set<Element>();
    for (const box of body) for (const each of matching(box, item)) items.add(each);
    const isInner = (each: Element): boolean => items.has(each.parentElement?.closest(item) as Element);
    if (items.size > 0) return [...items].filter((each) => !isInner(each) && !each.querySelector('th'));
  }
  let boxes = body;
  for (let down = 0; down < 2 * MAX_BOXES; down += 1) {
    const [only, ...others] = boxes;
    if (only === undefined) break;
    const inner = others.length > 0 ? boxes.filter((each) => namesIn(each) > 1) : partsOf(only);
    // A list beside something else is the list; of several boxes each is an entry, and so is a box that is all one.
    if (others.length > 0 ? inner.length !== 1 || boxes.some((each) => namesIn(each) === 1) : isOne(inner))
      break;
    boxes = inner;
  }
  const named = boxes.filter((each) => namesIn(each) > 0);
  return named.length > 0 ? named : boxes.filter((_, at) => beginsAt(boxes, at));
}

const partsOf = (box: Element): readonly Element[] => [...box.children].filter((each) => textOf(each) !== '');

/** Whether these parts of a box are one entry's: no boxes, or a name and what belongs to it. */
function isOne(parts: readonly Element[]): boolean {
  if (!parts.some(isBox)) return true;
  const named = parts.filter((part) => namesIn(part) > 0);
  if (named.length > 0) return parts.length > 1 && named.length === 1 && namesIn(named[0] as Element) === 1;
  return parts.some((part, at) => at > 0 && isDay(part)) && !isDay(parts[0] as Element);
}

const namesIn = (element: Element): number =>
  (element.matches(HEADING) ? 1 : 0) + element.querySelectorAll(HEADING).length;

/** Lines of text that belong to one name end, or begin, with its date. */
const beginsAt = (lines: readonly Element[], at: number): boolean =>
  !lines.some(isDay) || (!isDay(lines[at] as Element) && (at === 0 || isDay(lines[at - 1] as Element)));

/** A year, a month perhaps, and nothing else. */
function isDay(element: Element): boolean {
  const text = textOf(element);
  return /(?:19|20)\d\d/.test(text) && !/\p{L}\P{L}+\p{L}/u.test(text);
}

const isBox = ({ localName }: Element): boolean =>
  localName.includes('-') || /^(?:div|article|section|p)$/.test(localName);

/** An entry is short, or has a name of its own over its text. */
const isEntry = (element: Element): boolean => {
  const text = textOf(element);
  return (
    /\p{L}{2}/u.test(text) &&
    (text.length <= MAX_TEXT || namesIn(element) === 1) &&
    !isButton(element, text) &&
    !element.matches(NO_ENTRY)
  );
};

/** "Show all" in a row of its own. */
const isButton = (element: Element, text: string): boolean =>
  element.querySelector('button')?.textContent?.trim() === text;
