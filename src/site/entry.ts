/** Entries of a list of certifications that lead nowhere, or nowhere that is known: the page's word alone. */
import { unwrap } from '../provider/unwrap.ts';
import { absolute, type Found } from './collect.ts';
import type { Order } from './order.ts';
import { SITES } from './registry/index.ts';
import type { Steps } from './steps.ts';
import { isElement, matching, type Tree } from './tree.ts';
import { wordingOf } from './wording.ts';

const MARKS = SITES.flatMap(({ entries }) => entries);
const LINKEDIN = /^https?:\/\/(?:[a-z0-9-]+\.)*linkedin\.com\//i;

export interface Entries {
  /** Remembers the entries of a part of a tree. */
  note(part: ParentNode, tree: Tree): void;
  /**
   * Forgets those that do not stay and looks at those in `changed` again. Whether the entries are still the same then,
   * the answer tells whenever it is asked.
   */
  renew(
    stays: (known: { entry: Element; tree: Tree }) => boolean,
    changed?: ReadonlySet<Element>,
  ): () => boolean;
  has(element: Element): boolean;
  /** Those in which none of these elements stands, in the page's order, with what stands in them. */
  without(linked: Iterable<Element>, around: Around, order: Order): Steps<readonly Found[]>;
}

/** The elements round one, across trees. */
export type Around = (element: Element) => Iterable<Element>;

export function createEntries(): Entries {
  const entries = new Map<Element, Tree>();
  const note = (part: ParentNode, tree: Tree): void => {
    for (const { mark, entry, within } of MARKS)
      for (const marked of marksIn(part, mark, within)) {
        const element = marked.closest(entry);
        if (element) entries.set(element, tree);
      }
  };
  return {
    note,
    has: (element) => entries.has(element),
    renew(stays, changed) {
      const before = [...entries];
      for (const [entry, tree] of before) {
        const isChanged = changed?.has(entry) ?? false;
        if (isChanged || !stays({ entry, tree })) entries.delete(entry);
        if (isChanged && stays({ entry, tree })) note(entry, tree);
      }
      return () => entries.size === before.length && before.every(([entry]) => entries.has(entry));
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
        found.push([{ kind: 'claim', element, tree, link, wording: wordingOf(element, null) }]);
        yield;
      }
      return yield* order.sorted(found);
    },
  };
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

/** Where an entry leads outside the site that lists it. */
function outwardLink(entry: Element, { base }: Tree): string | null {
  for (const anchor of entry.querySelectorAll('a[href]')) {
    const address = absolute(anchor.getAttribute('href') ?? '', base);
    const link = address === null ? null : unwrap(address);
    if (link !== null && /^https?:/i.test(link) && !LINKEDIN.test(link)) return link;
  }
  return null;
}
