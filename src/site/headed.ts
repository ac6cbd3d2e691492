/** Entries of a list below a heading. Only the words of the heading find them, nothing else of the page. */
import { HEADING } from './heading.ts';
import { LIST_ITEM } from './items.ts';
import { matching } from './tree.ts';
import { textsIn } from './wording.ts';

/** Headings stand in boxes of their own, and so do lists. */
const MAX_BOXES = 4;
const MAX_TEXT_CHARACTERS = 700;
const NO_ENTRY = 'button,nav,form';
/** A profile has one such list, or a few. A page with more, or with longer ones, is no profile. */
const MAX_LISTS = 12;
const MAX_ENTRIES = 500;
/** How many nodes are looked at for the words of one element. An element of only empty boxes is no entry. */
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

/** The text of an element, or its beginning. */
const textOf = (element: Element): string => [...textsIn(element, MAX_NODES)].join(' ');

/** What follows a heading, up to the next heading of its level. */
export function bodyOf(heading: Element): readonly Element[] {
  const level = levelOf(heading);
  const body: Element[] = [];
  let box = heading;
  for (let up = 0; up < MAX_BOXES && body.length === 0; up += 1) {
    for (let next = box.nextElementSibling; next && !endsAt(next, level); next = next.nextElementSibling) {
      if (textOf(next) !== '' && !next.matches(NO_ENTRY)) body.push(next);
    }
    const { nextElementSibling: next, parentElement: around } = box;
    // Another heading follows at once: this one heads nothing.
    if (!around || (next && endsAt(next, level))) break;
    box = around;
  }
  return body;
}

const headingsIn = (element: Element): readonly Element[] => [...matching(element, HEADING)];

const endsAt = (element: Element, level: number): boolean =>
  headingsIn(element).some((heading) => levelOf(heading) <= level);

/** ARIA 1.2, aria-level: an integer from 1 on. A heading by role without a level has level 2. */
const levelOf = (heading: Element): number =>
  Math.max(0, Number(heading.getAttribute('aria-level'))) || Number(heading.localName[1]) || 2;

/** The items of a list; else the rows of a table; else the boxes, inside any boxes around them all. */
function entriesIn(body: readonly Element[]): readonly Element[] {
  for (const item of [LIST_ITEM, 'tr']) {
    const items = body.flatMap((box) => [...matching(box, item)]);
    const known = new Set<unknown>(items);
    const isInner = (each: Element): boolean => known.has(each.parentElement?.closest(item));
    if (items.length > 0) return items.filter((each) => !isInner(each) && !each.querySelector('th'));
  }
  let boxes = body;
  for (let down = 0; down < 2 * MAX_BOXES; down += 1) boxes = within(boxes) ?? boxes;
  const named = boxes.filter((each) => namesIn(each) > 0);
  return named.length > 0 ? named : boxes.filter((_, at) => beginsAt(boxes, at));
}

/** What the box around all entries holds, or the list among others. Null where these boxes are the entries. */
function within(boxes: readonly Element[]): readonly Element[] | null {
  const [only, ...others] = boxes;
  if (only === undefined) return null;
  const parts = partsOf(only);
  if (others.length === 0) return isOne(parts) ? null : parts;
  const names = Math.max(...boxes.map(namesIn));
  const [list, ...more] = boxes.filter((each) => (names > 0 ? namesIn(each) > 0 : holdsDay(each)));
  return list && more.length === 0 && isList(list) ? [list] : null;
}

/** Whether a box holds several names, or several parts that each have their date. */
function isList(box: Element): boolean {
  let parts: readonly Element[] = [box];
  for (let down = 0; down < 2 * MAX_BOXES && parts.length === 1; down += 1) parts = parts.flatMap(partsOf);
  return namesIn(box) > 1 || parts.filter(holdsDay).length > 1;
}

const partsOf = (box: Element): readonly Element[] => [...box.children].filter((each) => textOf(each) !== '');

/** Whether these parts of a box are one entry's: no boxes, or a name and what belongs to it. */
function isOne(parts: readonly Element[]): boolean {
  if (!parts.some(isBox)) return true;
  const names = parts.flatMap(headingsIn);
  const [isFirst, ...others] = parts.map(isDay);
  return names.length > 0 ? parts.length > 1 && names.length === 1 : !isFirst && others.includes(true);
}

const namesIn = (element: Element): number => headingsIn(element).length;

/** Lines of text that belong to one name end, or begin, with its date. */
function beginsAt(lines: readonly Element[], at: number): boolean {
  const isDayAt = lines.map(isDay);
  return (
    !isDayAt.includes(true) ||
    !isDayAt.includes(false) ||
    (isDayAt[at] === false && (at === 0 || isDayAt[at - 1] === true))
  );
}

const isDay = (element: Element): boolean => namesDay(textOf(element));

/** Whether one of its texts is a date, among others. */
const holdsDay = (element: Element): boolean =>
  !isDay(element) && [...textsIn(element, MAX_NODES)].some(namesDay);

/** A year, and four words at most: `Issued May 2026`. */
const namesDay = (text: string): boolean =>
  /(?:19|20)\d\d/.test(text) && !/^\P{L}*(?:\p{L}+\P{L}+){4}\p{L}/u.test(text);

const isBox = (element: Element): boolean =>
  element.localName.includes('-') || element.matches('div,article,section,p');

/** An entry is short, or has a name of its own above its text. */
const isEntry = (element: Element): boolean => {
  const text = textOf(element);
  return (
    /\p{L}{2}/u.test(text) &&
    (text.length <= MAX_TEXT_CHARACTERS || namesIn(element) === 1) &&
    !isButton(element, text) &&
    !element.matches(NO_ENTRY)
  );
};

/** "Show all" in a row of its own. */
const isButton = (element: Element, text: string): boolean =>
  element.querySelector('button')?.textContent.trim() === text;
