/** What the page says of each finding; read again only where the page has changed. */
import { createCards } from './card.ts';
import { claimOf, saysSomething, titled } from './claim.ts';
import type { Found } from './collect.ts';
import { learnMonths } from './date-line.ts';
import { NO_CLAIM, type PageClaim } from './sighting.ts';
import { every, type Steps } from './steps.ts';

export interface Claims {
  /** Reads what is not known yet, and what stands in one of these elements. */
  read(found: readonly Found[], changed: ReadonlySet<Element>): Steps<void>;
  of(finding: Found): PageClaim;
  /** Whether what stands in this element may be part of a claim. */
  concern(element: Element): boolean;
  /** Without what says nothing, and without pictures inside the link that they stand for. */
  worth(found: readonly Found[], linked: ReadonlySet<Element>): readonly Found[];
  forget(): void;
}

interface Read {
  readonly card: Element;
  readonly claim: PageClaim;
}

export function createClaims(): Claims {
  let cards = createCards();
  let known: ReadonlyMap<Found, Read> = new Map();
  const of = (finding: Found): PageClaim => finding.claim ?? known.get(finding)?.claim ?? NO_CLAIM;
  return {
    *read(found, changed) {
      if (found.length > 0) yield* learnMonths();
      const rest = every(2);
      const linked = found.filter(({ kind, link }) => link !== null && kind !== 'image');
      cards = createCards();
      for (const { element, link } of linked) {
        cards.add(element, link as string);
        if (rest()) yield;
      }
      const read = new Map<Found, Read>();
      for (const finding of found) {
        if (finding.claim) continue;
        const before = known.get(finding);
        const card = cardOf(finding);
        const isKnown = before?.card === card && !changed.has(card);
        read.set(finding, isKnown ? before : { card, claim: claimIn(card, finding) });
        if (rest()) yield;
      }
      known = read;
    },
    of,
    concern: (element) => cards.has(element),
    worth: (found, linked) =>
      found.filter(
        (finding) =>
          !isPictureOf(finding, linked) &&
          (finding.kind !== 'claim' || finding.link !== null || saysSomething(of(finding))),
      ),
    forget() {
      known = new Map();
    },
  };

  function cardOf({ element, link, kind }: Found): Element {
    return link === null || kind === 'image' ? element : cards.cardOf(element, link);
  }
}

function claimIn(card: Element, { element, link }: Found): PageClaim {
  if (element.localName === 'img') return titled(element.getAttribute('alt'));
  return link === null ? NO_CLAIM : claimOf(card, element);
}

/** A picture inside the link that it stands for says nothing more than the link. */
const isPictureOf = ({ kind, element }: Found, linked: ReadonlySet<Element>): boolean => {
  if (element.localName !== 'img' || (kind !== 'claim' && kind !== 'image')) return false;
  const anchor = element.closest('a');
  return anchor !== null && linked.has(anchor);
};
