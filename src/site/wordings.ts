/** The page's words beside each finding. They are gathered again only where the page has changed. */
import { isAwarded } from './awarded.ts';
import { type Cards, createCards } from './card.ts';
import { type Spoken, saidIn } from './entry.ts';
import type { Found } from './found.ts';
import { sectionRound } from './heading.ts';
import { innermost } from './hinted.ts';
import type { Seen, Wording } from './sighting.ts';
import { every, type Steps } from './steps.ts';
import { wordingOf } from './wording.ts';

export interface Wordings {
  /**
   * Reads what is not known yet, and what stands in a changed element. Entries without a link also count as a
   * credential's part of the page. So their words never go into a neighbour's claim.
   */
  read(
    found: readonly Found[],
    changed: ReadonlySet<Element>,
    entries: ReadonlySet<Element>,
    spoken: Spoken,
  ): Steps<void>;
  of(finding: Found): Pick<Seen, 'wording' | 'text'>;
  /** Whether what stands in this element may be part of the gathered words. */
  concern(element: Element): boolean;
}

/** A card with more links than this to its one credential says nothing more about it. */
const MAX_LINKS = 20;

interface Read {
  readonly wording: Wording | null;
  /** Markup that claims it, as text. */
  readonly text?: string;
  /** Whether the card is a row of a list. */
  readonly isRow?: boolean;
  /** The card whose words were gathered, and the element that holds all of them. */
  readonly card?: Element;
  readonly within?: Element;
}

export function createWordings(): Wordings {
  let cards = createCards();
  let known: ReadonlyMap<Found, Read> = new Map();
  /** Entries, and the parents of cards. A card's neighbours tell whether it is a row of a list, and what heads it. */
  let lists = new Set<Element | null>();
  return {
    *read(found, changed, entries, spoken) {
      cards = yield* cardsOf(found, entries, spoken);
      const read = new Map<Found, Read>();
      const links = new Map<Element, number>();
      const rest = every(2);
      lists = new Set(entries);
      for (const finding of found) {
        if (finding.wording || spoken.beside.has(finding)) continue;
        const entry = spoken.by.get(finding);
        const card = entry?.parts[0] ?? cardOf(finding);
        const count = (links.get(card) ?? 0) + 1;
        links.set(card, count);
        lists.add(card.closest('table') ?? card.parentElement);
        let said: Read = { wording: null };
        if (count <= MAX_LINKS)
          said = entry ? saidIn(entry, finding.element) : readIn(card, finding, changed);
        read.set(finding, { ...said, isRow: !!entry || cards.isRow(card) });
        if (rest()) yield;
      }
      known = read;
    },
    of(finding) {
      const { wording = null, text = null, isRow } = { ...known.get(finding), ...finding };
      return { wording: wording && isRow ? { ...wording, isRow } : wording, text };
    },
    concern: (element) => cards.has(element) || lists.has(element),
  };

  function readIn(card: Element, finding: Found, changed: ReadonlySet<Element>): Read {
    const { element, link } = finding;
    const before = known.get(finding);
    if (before?.within && before.card === card && !changed.has(before.within)) return before;
    if (element.matches('img')) return { wording: wordingOf(element, element) };
    if (link === null) return { wording: null };
    const section = sectionRound(card, cards.has);
    const within = card.matches('dt,dd,td') ? card.closest('table,dl') : section?.[1][0]?.parentElement;
    return { wording: wordingOf(card, element, section, cards.has), card, within: within ?? card };
  }

  function cardOf({ element, link, kind }: Found): Element {
    return link === null || kind === 'image' ? element : cards.cardOf(element, innermost(link));
  }
}

function* cardsOf(found: readonly Found[], entries: ReadonlySet<Element>, spoken: Spoken): Steps<Cards> {
  const cards = createCards();
  const rest = every(2);
  for (const finding of found) {
    if (finding.link === null || finding.kind === 'image') continue;
    const target = innermost(finding.link);
    if (isAwarded(target) || spoken.by.has(finding)) cards.add(finding.element, target);
    if (rest()) yield;
  }
  let unlinked = 0;
  for (const entry of entries) {
    if (!cards.has(entry)) cards.add(entry, `entry ${++unlinked}`);
    if (rest()) yield;
  }
  return cards;
}
