/** The part of a page that speaks of one credential alone: the largest element round a link with no other credential in it. */

const MAX_CLIMB = 9;
const MAX_TEXT = 700;
/** Beyond these an element is a list or a page and no entry. */
const WHOLE = /^(?:html|body|main|[uo]l|table|tbody|nav|header|footer|form)$/;
const SEVERAL = Symbol('several');

export interface Cards {
  /** Says that an element belongs to a credential. All are told before any card is asked for. */
  add(element: Element, credential: string): void;
  cardOf(element: Element, credential: string): Element;
  /** Beside others like it, each with a heading or a date of its own, a part of the page is a row of a list. */
  isRow(element: Element): boolean;
  /** Whether what stands in this element may be part of a card. */
  has(element: Element): boolean;
}

/** Knows, for each element up the tree, whose it is: one credential's, or several. Costs a few steps a link. */
export function createCards(): Cards {
  const owners = new Map<Element, string | typeof SEVERAL>();
  const long = new Map<Element, boolean>();
  const outlines = new Map<Element, string>();
  const isLong = (element: Element): boolean => {
    const known = long.get(element) ?? isLongText(element.textContent ?? '');
    long.set(element, known);
    return known;
  };
  const outlineOf = (element: Element): string => {
    const known = outlines.get(element) ?? outlined(element);
    outlines.set(element, known);
    return known;
  };
  const isRow = (element: Element): boolean =>
    !INLINE.test(element.localName) &&
    outlineOf(element) !== '' &&
    [element.previousElementSibling, element.nextElementSibling].some(
      (other) =>
        other?.localName === element.localName &&
        other.getAttribute('class') === element.getAttribute('class') &&
        outlineOf(other) === outlineOf(element),
    );
  return {
    isRow: (element) => /^(?:li|tr)$/.test(element.localName) || isRow(element),
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
        if (isRow(up)) break;
      }
      return card;
    },
    has: (element) => owners.has(element),
  };
}

const INLINE = /^(?:a|p|span|b|i|em|strong|small|img|d[dt]|td)$/;
/** (No text is longer that is a row's; one of a long list need not be read for that.) */
const MAX_CARD_CHARACTERS = 4 * MAX_TEXT;

/** By what a row of a list is known: a heading, a year, or two things said outside links; empty where it has none. */
function outlined(element: Element): string {
  if (element.querySelector('h2,h3,h4,h5,h6')) return 'heading';
  const said = [...element.children].filter(
    (each) => !SILENT.test(each.localName) && /\p{L}/u.test(each.textContent ?? ''),
  );
  if (said.length < 2) return '';
  if (/(?:19|20)\d\d/.test((element.textContent ?? '').slice(0, MAX_CARD_CHARACTERS))) return 'year';
  return element.hasAttribute('class') ? 'parts' : '';
}
const SILENT = /^(?:a|button)$/;

/** Pages are indented; that is no text. */
const isLongText = (text: string): boolean =>
  text.length > MAX_TEXT && (text.length > 4 * MAX_TEXT || text.replace(/\s+/g, ' ').length > MAX_TEXT);

const isWhole = (element: Element): boolean => WHOLE.test(element.localName);
