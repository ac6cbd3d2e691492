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
  const headings = headingsIn(root).filter((heading) => names.test(textOf(heading)));
  for (const heading of headings.slice(0, MAX_LISTS))
    yield* entriesIn(bodyOf(heading)).slice(0, MAX_ENTRIES).filter(isEntry);
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
      if (textOf(next) && !next.matches(NO_ENTRY)) body.push(next);
    }
    const { nextElementSibling: next, parentElement: around } = box;
    // Another heading follows at once: this one heads nothing.
    if (!around || (next && endsAt(next, level))) break;
    box = around;
  }
  return body;
}

const headingsIn = (root: ParentNode): readonly Element[] => [...matching(root, HEADING)];

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
  const named = boxes.filter(namesIn);
  return named.length > 0 ? named : boxes.filter((_, at) => beginsAt(boxes, at));
}

/** What the box around all entries holds, or the list among others. Null where these boxes are the entries. */
function within(boxes: readonly Element[]): readonly Element[] | null {
  if (boxes.length === 1) {
    const parts = boxes.flatMap(partsOf);
    return isOne(parts) ? null : parts;
  }
  // A list holds several names, or several days where nothing has a name, and nothing beside it holds any.
  for (const countIn of [namesIn, daysIn]) {
    const holding = boxes.filter(countIn);
    if (holding.length > 0)
      return holding.length < 2 && holding.some((each) => countIn(each) > 1) ? holding : null;
  }
  return null;
}

const partsOf = (box: Element): readonly Element[] => [...box.children].filter(textOf);

/** Whether these parts of a box are one entry's: no boxes, or a name and what belongs to it. */
function isOne(parts: readonly Element[]): boolean {
  if (!parts.some(isBox)) return true;
  const names = parts.flatMap(headingsIn);
  return names.length > 0 ? parts.length > 1 && names.length === 1 : parts.findIndex(isDay) > 0;
}

const namesIn = (element: Element): number => headingsIn(element).length;

/** Lines of text that belong to one name end, or begin, with its date. */
function beginsAt(lines: readonly Element[], at: number): boolean {
  const isDayAt = lines.map(isDay);
  return new Set(isDayAt).size < 2 || (!isDayAt[at] && isDayAt[at - 1] !== false);
}

const isDay = (element: Element): boolean => namesDay(textOf(element));

/** How many of its texts are days. One that is no more than a day holds none. */
const daysIn = (element: Element): number =>
  isDay(element) ? 0 : [...textsIn(element, MAX_NODES)].filter(namesDay).length;

/** A year, and four words at most: `Issued May 2026`. */
const namesDay = (text: string): boolean =>
  /(?:19|20)\d\d/.test(text) && (text.match(/\p{L}+/gu) ?? []).length < 5;

const isBox = (element: Element): boolean =>
  element.localName.includes('-') || element.matches('div,article,section,p');

/** An entry is short, or has a name of its own above its text. "Show all" in a row of its own is none. */
const isEntry = (element: Element): boolean => {
  const text = textOf(element);
  return (
    /\p{L}{2}/u.test(text) &&
    (text.length <= MAX_TEXT_CHARACTERS || namesIn(element) === 1) &&
    element.querySelector('button')?.textContent.trim() !== text &&
    !element.matches(NO_ENTRY)
  );
};
