/** The page's words beside each finding. They are gathered again only where the page has changed. */
import { isAwarded } from './awarded.ts';
import { createCards } from './card.ts';
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
    entries: Iterable<Element>,
    spoken: Spoken,
  ): Steps<void>;
  of(finding: Found): Pick<Seen, 'wording' | 'text'>;
  /** Whether what stands in this element may be part of the gathered words. */
  concern(element: Element): boolean;
  /** The findings without pictures inside one of the links that they stand for. */
  worth(found: readonly Found[], links: readonly Found[]): readonly Found[];
}

/** A card with more links than this to its one credential says nothing more about it. */
const MAX_LINKS = 20;

interface Read {
  readonly wording: Wording | null;
  /** Markup that claims it, as text. */
  readonly text?: string;
  /** The card whose words were gathered, and the element that holds all of them. */
  readonly card?: Element;
  readonly within?: Element;
}

export function createWordings(): Wordings {
  let cards = createCards();
  let known: ReadonlyMap<Found, Read> = new Map();
  let rows = new Set<Found>();
  /** The parents of cards. A card's neighbours tell whether it is a row of a list, and what heads it. */
  let lists = new Set<Element | null>();
  const of = (finding: Found) => {
    const { wording = null, text = null } = { ...known.get(finding), ...finding };
    return { wording: wording && rows.has(finding) ? { ...wording, isRow: true } : wording, text };
  };
  return {
    *read(found, changed, entries, spoken) {
      const rest = every(2);
      cards = createCards();
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
      const read = new Map<Found, Read>();
      const links = new Map<Element, number>();
      rows = new Set();
      lists = new Set();
      for (const finding of found) {
        if (finding.wording || spoken.beside.has(finding)) continue;
        const before = known.get(finding);
        const entry = spoken.by.get(finding);
        const [first] = entry?.parts ?? [];
        const card = first ?? cardOf(finding);
        const count = (links.get(card) ?? 0) + 1;
        links.set(card, count);
        lists.add(card.parentElement);
        if (entry || cards.isRow(card)) rows.add(finding);
        if (count > MAX_LINKS) read.set(finding, { wording: null });
        else if (entry) read.set(finding, saidIn(entry, finding.element));
        else if (before?.within && before.card === card && !changed.has(before.within))
          read.set(finding, before);
        else read.set(finding, gather(card, finding));
        if (rest()) yield;
      }
      known = read;
    },
    of,
    concern: (element) => cards.has(element) || lists.has(element),
    worth(found, links) {
      const linked = new Set(links.filter(({ link }) => link !== null).map(({ element }) => element));
      return found.filter((finding) => !isPictureOf(finding, linked));
    },
  };

  function gather(card: Element, { element, link }: Found): Read {
    if (element.localName === 'img') return { wording: wordingOf(element, element) };
    if (link === null) return { wording: null };
    const section = sectionRound(card, cards.has);
    const within = section?.[1][0]?.parentElement ?? card;
    return { wording: wordingOf(card, element, section), card, within };
  }

  function cardOf({ element, link, kind }: Found): Element {
    return link === null || kind === 'image' ? element : cards.cardOf(element, innermost(link));
  }
}

/** A picture inside the link that it stands for says nothing more than the link. */
const isPictureOf = ({ kind, element }: Found, linked: ReadonlySet<Element | null>): boolean =>
  element.localName === 'img' && kind !== 'link' && linked.has(element.closest('a'));
