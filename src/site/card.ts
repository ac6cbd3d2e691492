/**
 * The part of a page that is about one credential alone: the largest element around a link that holds no other
 * credential.
 */
import { LIST_ITEM, TABLE_ROW } from './items.ts';
import { remembered } from './remembered.ts';
import { tidy } from './wording.ts';

const MAX_LEVELS = 9;
const MAX_TEXT_CHARACTERS = 700;
/** These elements are a list or a page, never an entry. An article has a header and a footer of its own. */
const WHOLE = 'html,body,main,ul,ol,table,tbody,nav,form,:not(article,section)>:is(header,footer)';

export interface Cards {
  /** Says that an element belongs to a credential. Add all elements before asking for a card. */
  add(element: Element, credential: string): void;
  cardOf(element: Element, credential: string): Element;
  /**
   * Whether a part of the page is a row of a list: it stands beside others like it, each with its own heading or date.
   */
  isRow(element: Element): boolean;
  /** Whether what stands in this element may be part of a card. */
  has(element: Element): boolean;
}

/** Knows for each element up the tree whose it is: one credential's, or several. Costs a few steps for each link. */
export function createCards(): Cards {
  const owners = new Map<Element, string | null>();
  /** White space that indents the page is not counted. */
  const isLong = remembered(
    ({ textContent: text }: Element) =>
      text.length > MAX_CARD_CHARACTERS ||
      (text.length > MAX_TEXT_CHARACTERS && tidy(text).length > MAX_TEXT_CHARACTERS),
  );
  const outlineOf = remembered(outlined);
  const isRow = (element: Element): boolean =>
    element.matches(`${LIST_ITEM},${TABLE_ROW}`) ||
    (!element.matches(INLINE) &&
      outlineOf(element) !== '' &&
      [element.previousElementSibling, element.nextElementSibling].some(
        (other) =>
          other?.localName === element.localName &&
          other.getAttribute('class') === element.getAttribute('class') &&
          outlineOf(other) === outlineOf(element),
      ));
  return {
    isRow,
    add(element, credential) {
      let ancestor: Element | null = element;
      for (let climb = 0; climb < MAX_LEVELS && ancestor && !ancestor.matches(WHOLE); climb += 1) {
        const owner = owners.get(ancestor);
        if (owner === null) return;
        owners.set(ancestor, owner === undefined || owner === credential ? credential : null);
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

const INLINE = 'a,p,span,b,i,em,strong,small,img,dd,dt,td';
/** No row has a longer text, so a longer element need not be read whole. */
const MAX_CARD_CHARACTERS = 4 * MAX_TEXT_CHARACTERS;

/** What marks an element as a row of a list: a heading, a year, or two texts outside links. Empty where it has none. */
function outlined(element: Element): string {
  if (element.querySelector('h2,h3,h4,h5,h6')) return 'heading';
  const said = [...element.children].filter(
    (each) => !each.matches('a,button') && /\p{L}/u.test(each.textContent),
  );
  if (said.length < 2) return '';
  if (/(?:19|20)\d\d/.test(element.textContent.slice(0, MAX_CARD_CHARACTERS))) return 'year';
  return element.hasAttribute('class') ? 'parts' : '';
}
