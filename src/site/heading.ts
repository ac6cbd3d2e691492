/** Headings: which one stands before a link, and what stands below one. */
import { remembered } from './remembered.ts';

export const HEADINGS = 'h1,h2,h3,h4,h5,h6';
/** Also what only scripts and assistive technology take for a heading. */
export const HEADING = `${HEADINGS},[role=heading]`;

/**
 * Returns the text of the heading over a link, with those over that heading; empty where there is none. For one pass
 * over a page: each tree is walked once, however many links there are.
 */
export function headingFinder(): (link: Element) => string {
  const textsIn = remembered(headingsBefore);
  // The root of a link is a document, a shadow root or an element: each has children.
  return (link) => textsIn(link.getRootNode() as Node & ParentNode).get(link) ?? '';
}

function headingsBefore(root: ParentNode): ReadonlyMap<Element, string> {
  const texts = new Map<Element, string>();
  /** By level. A heading ends what stood under the deeper ones. The main one is over nothing that a second one heads. */
  const over: string[] = [];
  for (const each of root.querySelectorAll(`a[href],area[href],${HEADINGS}`))
    if (each.matches(HEADINGS)) {
      over.length = Math.max(2, Number(each.localName[1]));
      over.push(each.textContent.slice(0, 200));
    } else texts.set(each, over.join(' '));
  return texts;
}

/** A heading farther away than this belongs to something else. */
const MAX_CHARACTERS_APART = 200;

/** What stands around a card: the words of the heading over it, if any, and all below them. */
export type Section = readonly [heading: string, parts: readonly Element[]];

/**
 * What stands around a card: from a heading to the next one, or between two lines; or the item whose list the card is a
 * part of. Null where none is near, or where the section also holds something for which `isTaken` is true.
 */
export function sectionRound(card: Element, isTaken: (element: Element) => boolean): Section | null {
  const parts = [card];
  for (let after = card.nextElementSibling; after && !endsAt(after); after = after.nextElementSibling)
    if (isTaken(after)) return null;
  let apart = 0;
  for (let before = card.previousElementSibling; before; before = before.previousElementSibling) {
    if (isTaken(before)) return null;
    const end = endsAt(before);
    const heading = before.textContent;
    // A term alone may only name its link: `Website`.
    if (end?.matches('dt') && parts.length < 2) return null;
    if (end) return end.textContent.trim() === heading.trim() ? [heading, parts] : null;
    parts.unshift(before);
    // Empty elements count as distance too.
    apart += 1 + heading.length;
    if (apart > MAX_CHARACTERS_APART) return null;
  }
  const item = card.matches('li') && card.parentElement?.closest('li');
  return item && !isTaken(item) ? ['', [item]] : null;
}

/** The element itself if it is a line or a heading, or else the heading that it wraps. */
const endsAt = (element: Element): Element | null =>
  element.matches(`hr,dt,${HEADINGS}`) ? element : element.querySelector(HEADINGS);
