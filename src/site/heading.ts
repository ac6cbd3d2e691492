/** Headings: which one stands before a link, and what stands under one. */

export const HEADINGS = 'h1,h2,h3,h4,h5,h6';

/**
 * Tells the text of the last heading before a link (or round it), empty where there is none. For one pass over a page:
 * each tree is gone through once, for however many links.
 */
export function headingFinder(): (link: Element) => string {
  const known = new Map<Node, ReadonlyMap<Element, string>>();
  return (link) => {
    const root = link.getRootNode() as Node & ParentNode;
    const texts = known.get(root) ?? headingsBefore(root);
    known.set(root, texts);
    return texts.get(link) ?? '';
  };
}

function headingsBefore(root: ParentNode): ReadonlyMap<Element, string> {
  const texts = new Map<Element, string>();
  let heading = '';
  for (const each of root.querySelectorAll(`a[href],area[href],${HEADINGS}`))
    if (each.matches(HEADINGS)) heading = each.textContent?.slice(0, 200) ?? '';
    else texts.set(each, heading);
  return texts;
}

/** Farther away than this a heading is somebody else's. */
const MAX_APART = 200;

/**
 * What stands round a card: from a heading to the next one, the heading first, or between two lines. Null where there
 * is neither near, or where the card shares it with what `isTaken`.
 */
export function sectionRound(
  card: Element,
  isTaken: (element: Element) => boolean,
): readonly Element[] | null {
  const section = [card];
  for (let after = card.nextElementSibling; after && !endsAt(after); after = after.nextElementSibling)
    if (isTaken(after)) return null;
  let apart = 0;
  for (let before = card.previousElementSibling; before; before = before.previousElementSibling) {
    if (isTaken(before)) return null;
    section.unshift(before);
    const end = endsAt(before);
    if (end) return end.textContent?.trim() === before.textContent?.trim() ? section : null;
    // What says nothing stands between as well.
    apart += 1 + (before.textContent?.length ?? 0);
    if (apart > MAX_APART) return null;
  }
  return null;
}

/** The line that an element is, or the heading that it is or wraps. */
const endsAt = (element: Element): Element | null =>
  element.matches(`hr,${HEADINGS}`) ? element : element.querySelector(HEADINGS);
