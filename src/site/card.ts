/** The part of a page that speaks of one credential alone: the largest element round a link with no other credential in it. */

const MAX_CLIMB = 9;
const MAX_TEXT = 700;
/** Beyond these an element is a list or a page and no entry. */
const WHOLE = new Set([
  'HTML',
  'BODY',
  'MAIN',
  'UL',
  'OL',
  'DL',
  'TABLE',
  'TBODY',
  'NAV',
  'HEADER',
  'FOOTER',
  'FORM',
]);
const SEVERAL = Symbol('several');

export interface Cards {
  /** Says that an element belongs to a credential. All are told before any card is asked for. */
  add(element: Element, credential: string): void;
  cardOf(element: Element, credential: string): Element;
}

/** Knows, for each element up the tree, whose it is: one credential's, or several. Costs a few steps a link. */
export function createCards(): Cards {
  const owners = new Map<Element, string | typeof SEVERAL>();
  return {
    add(element, credential) {
      for (const ancestor of upFrom(element)) {
        const owner = owners.get(ancestor);
        if (owner === SEVERAL) return;
        owners.set(ancestor, owner === undefined || owner === credential ? credential : SEVERAL);
      }
    },
    cardOf(element, credential) {
      let card = element;
      for (const ancestor of upFrom(element)) {
        if (owners.get(ancestor) !== credential || (ancestor.textContent ?? '').length > MAX_TEXT) break;
        card = ancestor;
      }
      return card;
    },
  };
}

function* upFrom(element: Element): Generator<Element> {
  let current: Element | null = element;
  for (
    let climb = 0;
    current && climb < MAX_CLIMB && !WHOLE.has(current.nodeName.toUpperCase());
    climb += 1
  ) {
    yield current;
    current = current.parentElement;
  }
}
