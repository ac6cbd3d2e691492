/** The part of a page that speaks of one credential alone: the largest element round a link with no other credential in it. */

const MAX_CLIMB = 9;
const MAX_TEXT = 700;
/** Beyond these an element is a list or a page and no entry. */
const WHOLE = new Set([
  'html',
  'body',
  'main',
  'ul',
  'ol',
  'table',
  'tbody',
  'nav',
  'header',
  'footer',
  'form',
]);
const SEVERAL = Symbol('several');

export interface Cards {
  /** Says that an element belongs to a credential. All are told before any card is asked for. */
  add(element: Element, credential: string): void;
  cardOf(element: Element, credential: string): Element;
  /** Whether what stands in this element may be part of a card. */
  has(element: Element): boolean;
}

/** Knows, for each element up the tree, whose it is: one credential's, or several. Costs a few steps a link. */
export function createCards(): Cards {
  const owners = new Map<Element, string | typeof SEVERAL>();
  const long = new Map<Element, boolean>();
  const isLong = (element: Element): boolean => {
    const known = long.get(element) ?? isLongText(element.textContent ?? '');
    long.set(element, known);
    return known;
  };
  return {
    add(element, credential) {
      let ancestor: Element | null = element;
      for (let climb = 0; climb < MAX_CLIMB && ancestor && !isWhole(ancestor); climb += 1) {
        const owner = owners.get(ancestor);
        if (owner === SEVERAL) return;
        owners.set(ancestor, owner === undefined || owner === credential ? credential : SEVERAL);
        ancestor = ancestor.parentElement;
      }
    },
    cardOf(element, credential) {
      let card = element;
      for (let up: Element | null = element; up && owners.get(up) === credential; up = up.parentElement) {
        if (isLong(up)) break;
        card = up;
      }
      return card;
    },
    has: (element) => owners.has(element),
  };
}

/** Pages are indented; that is no text. */
const isLongText = (text: string): boolean =>
  text.length > MAX_TEXT && (text.length > 4 * MAX_TEXT || text.replace(/\s+/g, ' ').length > MAX_TEXT);

const isWhole = (element: Element): boolean => WHOLE.has(element.localName);
