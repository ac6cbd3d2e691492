/** The text of the nearest heading before an element; empty where there is none. */
export function headingBefore(element: Element): string {
  for (let up: Element | null = element; up; up = up.parentElement)
    for (let before = up.previousElementSibling; before; before = before.previousElementSibling) {
      const heading = /^h[1-6]$/i.test(before.localName)
        ? before
        : [...before.querySelectorAll(HEADINGS)].at(-1);
      if (heading) return heading.textContent?.slice(0, 200) ?? '';
    }
  return '';
}

export const HEADINGS = 'h1,h2,h3,h4,h5,h6';

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
