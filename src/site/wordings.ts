/** What the page says beside each finding; gathered again only where the page has changed. */
import { createCards } from './card.ts';
import type { Found } from './found.ts';
import { sectionRound } from './heading.ts';
import type { Wording } from './sighting.ts';
import { every, type Steps } from './steps.ts';
import { pictureWording, wordingOf } from './wording.ts';

/** What is known of the page beside what was found: what has changed, its entries, and the only links of them. */
interface Page {
  readonly changed: ReadonlySet<Element>;
  readonly entries: Iterable<Element>;
  readonly sole: ReadonlySet<Found>;
}

export interface Wordings {
  /**
   * Reads what is not known yet, and what stands in one of these elements. Entries that lead nowhere are credentials'
   * parts of the page as well: no neighbour's claim is made of them.
   */
  read(found: readonly Found[], page: Page): Steps<void>;
  of(finding: Found): Wording | null;
  /** Whether what stands in this element may be part of them. */
  concern(element: Element): boolean;
  /** Without pictures inside the link that they stand for. */
  worth(found: readonly Found[], linked: ReadonlySet<Element>): readonly Found[];
  forget(): void;
}

/** A card with more links to its one credential than this says nothing more about it. */
const MAX_LINKS = 20;

interface Read {
  readonly card: Element;
  /** What holds all that was gathered. */
  readonly within: Element;
  readonly wording: Wording | null;
}

/** What an entry that is read in its site's own way says, round an element of it. */
type ReadsRound = (element: Element) => { readonly entry: Element; readonly wording: Wording } | null;

export function createWordings(readsRound: ReadsRound): Wordings {
  let cards = createCards();
  let known: ReadonlyMap<Found, Read> = new Map();
  const of = (finding: Found): Wording | null => finding.wording ?? known.get(finding)?.wording ?? null;
  return {
    *read(found, { changed, entries, sole }) {
      const rest = every(2);
      const linked = found.filter(({ kind, link }) => link !== null && kind !== 'image');
      cards = createCards();
      for (const finding of linked) {
        const { element, link } = finding;
        if (isAwarded(link as string) || sole.has(finding)) cards.add(element, link as string);
        if (rest()) yield;
      }
      let unlinked = 0;
      for (const entry of entries) {
        if (!cards.has(entry)) cards.add(entry, `entry ${++unlinked}`);
        if (rest()) yield;
      }
      const read = new Map<Found, Read>();
      const links = new Map<Element, number>();
      for (const finding of found) {
        if (finding.wording) continue;
        const before = known.get(finding);
        const card = cardOf(finding);
        const count = (links.get(card) ?? 0) + 1;
        links.set(card, count);
        const isKnown = before?.card === card && !changed.has(before.within);
        if (count > MAX_LINKS) read.set(finding, { card, within: card, wording: null });
        else read.set(finding, isKnown && before.wording ? before : gather(card, finding));
        if (rest()) yield;
      }
      known = read;
    },
    of,
    concern: (element) => cards.has(element),
    worth: (found, linked) => found.filter((finding) => !isPictureOf(finding, linked)),
    forget() {
      known = new Map();
    },
  };

  function gather(card: Element, { element, link }: Found): Read {
    const known = { card, within: card };
    if (element.localName === 'img')
      return { ...known, wording: pictureWording(element.getAttribute('alt')) };
    if (link === null) return { ...known, wording: null };
    const own = readsRound(element);
    if (own) return { card, within: own.entry, wording: own.wording };
    const within = card.parentElement;
    const section = within && sectionRound(card, cards.has);
    return { card, within: section ? within : card, wording: wordingOf(card, element, section) };
  }

  function cardOf({ element, link, kind }: Found): Element {
    return link === null || kind === 'image' ? element : cards.cardOf(element, link);
  }
}

/**
 * Whether a link on a platform's host looks like something awarded, by a word or by a number in it: the course that a
 * certificate is for, linked beside it, is no other credential's part of the page.
 */
const isAwarded = (link: string): boolean => AWARD.test(link) || NUMBER.test(link);
const AWARD =
  /badge|certif|credential|verif|confirm|accompli|achiev|award|diplom|assertion|statement|transcript|profile|user|trailblazer|share/i;
const NUMBER = /[/=#-](?:(?=[a-z]*\d)[a-zA-Z\d]{7,}|[A-Z\d]{6,})/;

/** A picture inside the link that it stands for says nothing more than the link. */
const isPictureOf = ({ kind, element }: Found, linked: ReadonlySet<Element>): boolean => {
  if (element.localName !== 'img' || (kind !== 'claim' && kind !== 'image')) return false;
  const anchor = element.closest('a');
  return anchor !== null && linked.has(anchor);
};
