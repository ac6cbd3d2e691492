/** Entries of a list that stands under a heading: found by the heading's words and by nothing else of the page. */
import { HEADINGS } from './heading.ts';
import { isElement, matching } from './tree.ts';

const HEADING = `${HEADINGS},[role="heading"]`;
/** Headings stand in boxes of their own, and lists in boxes of theirs. */
const MAX_BOXES = 4;
const MAX_TEXT = 700;
const NO_ENTRY = 'button,nav,form,script,style,template,hr,br,img,svg';

/** Where the heading over a part of a page may stand: a list grows far from its heading. */
export const scopeOf = (part: ParentNode): ParentNode =>
  isElement(part) ? (part.closest('section,article,main,body') ?? part) : part;

/** The entries under such headings. */
export function* headedEntries(scope: ParentNode, names: RegExp): Generator<Element> {
  for (const heading of matching(scope, HEADING))
    if (names.test(textOf(heading)))
      for (const entry of entriesIn(bodyOf(heading))) if (isEntry(entry)) yield entry;
}

const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What follows a heading, up to the next one of its level. */
function bodyOf(heading: Element): readonly Element[] {
  const level = levelOf(heading);
  const body: Element[] = [];
  let box = heading;
  for (let up = 0; up < MAX_BOXES && body.length === 0; up += 1) {
    for (let next = box.nextElementSibling; next && !endsAt(next, level); next = next.nextElementSibling)
      if (textOf(next) !== '' && !next.matches(NO_ENTRY)) body.push(next);
    // Another heading stands in the way: this one is over nothing.
    if (box.nextElementSibling && endsAt(box.nextElementSibling, level)) break;
    if (!box.parentElement) break;
    box = box.parentElement;
  }
  return body;
}

const endsAt = (element: Element, level: number): boolean =>
  [...matching(element, HEADING)].some((heading) => levelOf(heading) <= level);

const levelOf = (heading: Element): number =>
  Number(/^h([1-6])$/i.exec(heading.localName)?.[1] ?? heading.getAttribute('aria-level') ?? 2);

/** The items of a list; else the rows of a table; else the boxes, out of the box round all of them. */
function entriesIn(body: readonly Element[]): readonly Element[] {
  for (const item of ['li', 'tr']) {
    const items = new Set(body.flatMap((box) => [...matching(box, item)]));
    const isInner = (each: Element): boolean => items.has(each.parentElement?.closest(item) as Element);
    if (items.size > 0) return [...items].filter((each) => !isInner(each) && !each.querySelector('th'));
  }
  let boxes = body;
  while (boxes.length === 1 && boxes[0]?.localName === 'div') {
    const inner = [...boxes[0].children].filter((each) => textOf(each) !== '');
    // One box with a name and a date in it is an entry, and no list.
    if (inner.length === 0 || inner.every((each) => !isBox(each))) break;
    boxes = inner;
  }
  return boxes;
}

const isBox = ({ localName }: Element): boolean => /^(?:div|article|section|p)$/.test(localName);

const isEntry = (element: Element): boolean => {
  const text = textOf(element);
  return (
    /\p{L}{2}/u.test(text) && text.length <= MAX_TEXT && !isButton(element) && !element.matches(NO_ENTRY)
  );
};

/** "Show all" in a row of its own. */
const isButton = (element: Element): boolean =>
  [...element.querySelectorAll('button')].some((button) => textOf(button) === textOf(element));
