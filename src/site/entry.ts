/** Entries of a list of certifications that lead nowhere, or nowhere that is known: the page's word alone. */
import { unwrap } from '../provider/unwrap.ts';
import { absolute, type Found } from './collect.ts';
import { headedEntries, scopeOf } from './headed.ts';
import { isFileLink } from './image.ts';
import type { Order } from './order.ts';
import { SITES } from './registry/index.ts';
import type { Wording } from './sighting.ts';
import type { EntryMark, Site } from './site.ts';
import type { Steps } from './steps.ts';
import { type Base, isElement, matching, type Tree } from './tree.ts';
import { linesOf, wordingIn, wordingOf } from './wording.ts';

/** LinkedIn's own pages (saved ones have another host), and what only says which organisation is meant. */
const NOT_OUTWARD =
  /^https?:\/\/(?:[a-z0-9-]+\.)*(?:linkedin\.com|ror\.org|grid\.ac|isni\.org|wikidata\.org|orcid\.org)\//i;

export interface Entries {
  /** Remembers the entries of a part of a tree. Of what is `read` already, in this pass over the page, it reads nothing. */
  note(part: ParentNode, tree: Tree, read?: Set<ParentNode>): void;
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
  const readings = new Map<Element, NonNullable<EntryMark['reads']>>();
  const note = (part: ParentNode, tree: Tree, read: Set<ParentNode> = new Set()): void => {
    const scope = scopeOf(part);
    const isRead = read.has(scope);
    read.add(scope);
    for (const { pages, entries: marks = [], headings } of sitesAt(tree.url)) {
      // What an entry says, and the heading over it, may come before or after the entry itself.
      if (pages && isRead) continue;
      for (const { mark, entry, within, says, reads } of marks)
        for (const marked of marksIn(pages ? scope : part, mark, within)) {
          const element = marked.closest(entry);
          if (!element || (says && !linesOf(element).some((line) => says.test(line)))) continue;
          entries.set(element, tree);
          if (reads) readings.set(element, reads);
        }
      if (headings) for (const element of headedEntries(scope, headings)) entries.set(element, tree);
    }
  };
  const wordingFor = (entry: Element): Wording => {
    const reads = readings.get(entry);
    return (reads && wordingIn(linesOf(entry), reads)) ?? wordingOf(entry, null);
  };
  return {
    note,
    has: (element) => entries.has(element),
    readsRound(element) {
      if (readings.size === 0) return null;
      for (let up: Element | null = element; up; up = up.parentElement)
        if (entries.has(up) && readings.has(up)) return { entry: up, wording: wordingFor(up) };
      return null;
    },
    renew(stays, changed) {
      const before = [...entries];
      for (const [entry, tree] of before) {
        const isChanged = changed?.has(entry) ?? false;
        if (isChanged || !stays({ entry, tree })) {
          entries.delete(entry);
          readings.delete(entry);
        }
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

const sitesAt = (address: string): readonly Site[] =>
  SITES.filter(({ pages }) => pages === undefined || pages.test(address));

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
  const domain = host.split('.').slice(-2).join('.');
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
