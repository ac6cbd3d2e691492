/** Entries of a list of certifications that lead nowhere, or nowhere that is known: the page's word alone. */
import { unwrap } from '../recognise/unwrap.ts';
import { absolute } from './collect.ts';
import type { Found } from './found.ts';
import { headedEntries } from './headed.ts';
import { isFileLink } from './image.ts';
import type { Order } from './order.ts';
import { SITES } from './registry/index.ts';
import type { Wording } from './sighting.ts';
import type { EntryMark, Site } from './site.ts';
import type { Steps } from './steps.ts';
import { type Base, domainOf, isElement, matching, type Tree } from './tree.ts';
import { rowsOf, wordingIn, wordingOf } from './wording.ts';

/** LinkedIn's own pages (saved ones have another host), and what only says which organisation is meant. */
const NOT_OUTWARD =
  /^https?:\/\/(?:[a-z0-9-]+\.)*(?:linkedin\.com|ror\.org|grid\.ac|isni\.org|wikidata\.org|orcid\.org)\//i;

export interface Entries {
  /** Remembers the entries of a part of a tree, on whatever page. */
  note(part: ParentNode, tree: Tree): void;
  /**
   * Remembers those that only the site's own pages have, all over the tree, and forgets what is none any more: what an
   * entry says, and the heading over it, may come before or after the entry itself, and far from it.
   */
  noteSite(tree: Tree): void;
  /**
   * Forgets those that do not stay and looks at those in `changed` again. Whether the entries are still the same then,
   * the answer tells whenever it is asked.
   */
  renew(
    stays: (known: { entry: Element; tree: Tree }) => boolean,
    changed?: ReadonlySet<Element>,
  ): () => boolean;
  has(element: Element): boolean;
  /** The entry round an element that has to be read in its own way, and what it says then. */
  readsRound(element: Element): { readonly entry: Element; readonly wording: Wording } | null;
  /** All of them. */
  all(): Iterable<Element>;
  /** Of these findings the links that are the only one of their entry: whatever leads there, the entry claims something. */
  sole(found: readonly Found[], around: Around): ReadonlySet<Found>;
  /** Those in which none of these elements stands, in the page's order, with what stands in them. */
  without(linked: Iterable<Element>, around: Around, order: Order): Steps<readonly Found[]>;
}

/** The elements round one, across trees. */
export type Around = (element: Element) => Iterable<Element>;

export function createEntries(): Entries {
  const entries = new Map<Element, Tree>();
  /** Those of the site's own pages, with the way to read them where they have one. */
  const sited = new Map<Element, EntryMark | null>();
  const note = (part: ParentNode, tree: Tree): void => {
    for (const mark of EVERYWHERE) for (const element of markedIn(part, mark)) entries.set(element, tree);
  };
  const noteSite = (tree: Tree): void => {
    for (const entry of sited.keys()) if (entries.get(entry) === tree) forget(entry);
    const add = (element: Element, mark: EntryMark | null): void => {
      entries.set(element, tree);
      sited.set(element, mark);
    };
    for (const { pages, entries: marks = [], headings } of SITED) {
      if (!pages?.test(tree.url)) continue;
      for (const mark of marks)
        for (const element of markedIn(tree.root, mark))
          if (!mark.says || rowsOf(element).some((row) => mark.says?.test(row))) add(element, mark);
      if (headings) for (const element of headedEntries(tree.root, headings)) add(element, null);
    }
  };
  const forget = (entry: Element): void => {
    entries.delete(entry);
    sited.delete(entry);
  };
  const wordingFor = (entry: Element): Wording => {
    const mark = sited.get(entry);
    return mark?.issuer ? wordingIn(rowsOf(entry), mark) : wordingOf(entry, null);
  };
  return {
    note,
    noteSite,
    has: (element) => entries.has(element),
    readsRound(element) {
      if (sited.size === 0) return null;
      for (let up: Element | null = element; up; up = up.parentElement)
        if (sited.get(up)?.issuer) return { entry: up, wording: wordingFor(up) };
      return null;
    },
    renew(stays, changed) {
      const before = [...entries];
      for (const [entry, tree] of before) {
        const isChanged = changed?.has(entry) ?? false;
        // What a site's own pages list is noted anew as a whole.
        if ((isChanged && !sited.has(entry)) || !stays({ entry, tree })) forget(entry);
        if (isChanged && stays({ entry, tree })) note(entry, tree);
      }
      return () => entries.size === before.length && before.every(([entry]) => entries.has(entry));
    },
    all: () => entries.keys(),
    sole(found, around) {
      // The one link of each entry; null where there are several.
      const links = new Map<Element, Found | null>();
      if (entries.size > 0)
        for (const finding of found)
          if (finding.kind === 'link')
            for (const up of around(finding.element))
              if (entries.has(up)) links.set(up, links.has(up) ? null : finding);
      return new Set([...links.values()].filter((finding) => finding !== null));
    },
    *without(linked, around, order) {
      if (entries.size === 0) return [];
      const holding = new Set<Element>();
      for (const element of linked) {
        if (entries.has(element)) holding.add(element);
        for (const up of around(element)) if (entries.has(up)) holding.add(up);
      }
      const found: (readonly Found[])[] = [];
      for (const [element, tree] of entries) {
        if (holding.has(element) || isNested(element, entries, around)) continue;
        const link = outwardLink(element, tree);
        found.push([{ kind: 'claim', element, tree, link, wording: wordingFor(element) }]);
        yield;
      }
      return yield* order.sorted(found);
    },
  };
}

const SITED: readonly Site[] = SITES.filter(({ pages }) => pages !== undefined);
const EVERYWHERE: readonly EntryMark[] = SITES.flatMap(({ pages, entries = [] }) => (pages ? [] : entries));

function* markedIn(part: ParentNode, { mark, entry, within }: EntryMark): Generator<Element> {
  for (const marked of marksIn(part, mark, within)) {
    const element = marked.closest(entry);
    if (element) yield element;
  }
}

function marksIn(part: ParentNode, mark: string, within: string | undefined): Iterable<Element> {
  if (within === undefined) return matching(part, mark);
  if (!isElement(part)) return part.querySelectorAll(`${within} ${mark}`);
  return [...matching(part, mark)].filter((marked) => marked.closest(within) !== null);
}

function isNested(entry: Element, entries: ReadonlyMap<Element, Tree>, around: Around): boolean {
  for (const up of around(entry)) if (entries.has(up)) return true;
  return false;
}

/** Whether a link stays on the site: on its domain, or below that. */
function isOf(host: string, link: string): boolean {
  const other = URL.canParse(link) ? new URL(link).hostname : '';
  const domain = domainOf(host);
  return other === domain || other.endsWith(`.${domain}`);
}

/** Where an entry leads outside the site that lists it, or to a file there. */
function outwardLink(entry: Element, { base }: Tree): string | null {
  for (const anchor of entry.querySelectorAll('a[href]')) {
    const address = absolute(anchor.getAttribute('href') ?? '', base);
    const link = address === null ? null : unwrap(address);
    if (link !== null && /^https?:/i.test(link) && (isFileLink(link) || !isInward(link, base))) return link;
  }
  return null;
}

const isInward = (link: string, { host }: Base): boolean => NOT_OUTWARD.test(link) || isOf(host, link);
