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
 * What a heading stands over, from it to the next one, round a card: the heading first. Null where there is none near,
 * or where the card shares it with what `isTaken`.
 */
export function sectionRound(
  card: Element,
  isTaken: (element: Element) => boolean,
): readonly Element[] | null {
  const section = [card];
  for (let after = card.nextElementSibling; after && !headingIn(after); after = after.nextElementSibling)
    if (isTaken(after)) return null;
  let apart = 0;
  for (let before = card.previousElementSibling; before; before = before.previousElementSibling) {
    if (isTaken(before)) return null;
    section.unshift(before);
    const heading = headingIn(before);
    if (heading) return heading.textContent?.trim() === before.textContent?.trim() ? section : null;
    // What says nothing stands between as well.
    apart += 1 + (before.textContent?.length ?? 0);
    if (apart > MAX_APART) return null;
  }
  return null;
}

/** The heading that an element is, or that it wraps. */
const headingIn = (element: Element): Element | null =>
  element.matches(HEADINGS) ? element : element.querySelector(HEADINGS);
