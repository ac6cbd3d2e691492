/** Entries of a list of certifications. Each claims a credential, whatever it links to, and also without a link. */
import { attributeOf } from './attribute.ts';
import { isAwarded } from './awarded.ts';
import { absolute } from './collect.ts';
import type { Found } from './found.ts';
import { headedEntries } from './headed.ts';
import { innermost } from './hinted.ts';
import { FILE_LINK } from './image.ts';
import { itemText } from './microdata.ts';
import type { Order } from './order.ts';
import { SITES } from './registry/index.ts';
import { type Row, rowsIn } from './row.ts';
import type { Wording } from './sighting.ts';
import type { EntryMark, Site } from './site.ts';
import type { Steps } from './steps.ts';
import { isElement, isSameSite, matching, type Tree } from './tree.ts';
import { linesOf, wordingOf } from './wording.ts';

/** LinkedIn's own pages (saved ones have another host), and links that only name an organisation. */
const NOT_OUTWARD =
  /^https?:\/\/(?:[a-z0-9-]+\.)*(?:linkedin\.com|grid\.ac|(?:ror|isni|wikidata|orcid)\.org)\//i;

/** One claim in a list: an element, or several that stand side by side. */
export interface Entry {
  readonly parts: Row;
  readonly tree: Tree;
  readonly site: Site;
}

/** The findings of entries: which one speaks for its entry, and which say no more than that one. */
export interface Spoken {
  readonly by: ReadonlyMap<Found, Entry>;
  readonly beside: ReadonlySet<Found>;
}

export interface Entries {
  /** Remembers the entries of a part of a tree, on any page. */
  note(part: ParentNode, tree: Tree): void;
  /**
   * Remembers the entries of a whole tree that only the site's own pages have. Forgets those that are no longer
   * there. The words of an entry, and its heading, may arrive before or after it. They may stand far from it.
   */
  noteSite(tree: Tree): void;
  /** Forgets entries that do not stay, and looks again at those in `changed`. */
  renew(stays: (entry: Element, tree: Tree) => boolean, changed: ReadonlySet<Element>): void;
  /** The elements of all entries. */
  all(): ReadonlySet<Element>;
  spoken(found: readonly Found[], around: Around): Spoken;
  /** Entries for which no finding speaks, in the page's order, with what stands in them. */
  unspoken(spoken: Spoken, around: Around, order: Order): Steps<readonly Found[]>;
}

/** The elements around one, across trees. */
type Around = (element: Element) => Iterable<Element>;

export function createEntries(): Entries {
  /** Each element of an entry, and the entry. */
  const entries = new Map<Element, Entry>();
  const add = (parts: Row, tree: Tree, site: Site): void => {
    const entry = { parts, tree, site };
    for (const part of parts) entries.set(part, entry);
  };
  const addMarked = (part: ParentNode, tree: Tree, site: Site): void => {
    for (const mark of site.entries ?? [])
      for (const element of markedIn(part, mark)) add([element], tree, site);
  };
  const note = (part: ParentNode, tree: Tree): void => {
    for (const site of SITES) if (!site.pages) addMarked(part, tree, site);
  };
  /** The outermost entry: one that stands in another is a part of it. */
  const entryRound = (element: Element, around: Around): Entry | null => {
    if (entries.size === 0) return null;
    let entry = entries.get(element) ?? null;
    for (const up of around(element)) entry = entries.get(up) ?? entry;
    return entry;
  };
  return {
    note,
    noteSite(tree) {
      for (const [part, entry] of entries) if (entry.site.pages && entry.tree === tree) entries.delete(part);
      for (const site of SITES) {
        if (!site.pages?.test(tree.url)) continue;
        addMarked(tree.root, tree, site);
        for (const parts of listedIn(tree, site)) add(parts, tree, site);
      }
    },
    renew(stays, changed) {
      for (const [part, { tree, site }] of [...entries]) {
        const isChanged = changed.has(part);
        const isThere = stays(part, tree);
        // Entries of a site's own pages are noted again as a whole.
        if (!isThere || (isChanged && !site.pages)) entries.delete(part);
        if (isThere && isChanged) note(part, tree);
      }
    },
    all: () => new Set(entries.keys()),
    spoken(found, around) {
      const links = new Map<Entry, Found[]>();
      for (const finding of found) {
        const entry = finding.kind === 'json-ld' ? null : entryRound(finding.element, around);
        if (!entry) continue;
        const own = links.get(entry) ?? [];
        own.push(finding);
        links.set(entry, own);
      }
      const by = new Map<Found, Entry>();
      const beside = new Set<Found>();
      for (const [entry, findings] of links) {
        const main = speakerOf(findings);
        if (main) by.set(main, entry);
        for (const finding of findings)
          if (finding !== main && (finding.kind === 'claim' || isSameTarget(finding, main)))
            beside.add(finding);
      }
      return { by, beside };
    },
    *unspoken({ by }, around, order) {
      const spoken = new Set(by.values());
      const claims: (readonly Found[])[] = [];
      for (const entry of new Set(entries.values())) {
        const [element] = entry.parts;
        if (spoken.has(entry) || entryRound(element, around) !== entry) continue;
        const anchor = outwardAnchor(entry);
        const link = anchor && absolute(attributeOf(anchor, 'href'), entry.tree.base);
        claims.push([{ kind: 'claim', element, tree: entry.tree, link, ...saidIn(entry, anchor) }]);
        yield;
      }
      return yield* order.sorted(claims);
    },
  };
}

/** The words of an entry beside its link, for the site's own reader. */
export function saidIn(
  { parts, site: { reader } }: Entry,
  link: Element | null,
): { readonly wording: Wording | null; readonly text?: string } {
  const [first] = parts;
  if (reader === 'schema') return { wording: null, text: itemText(first) };
  const wording = { ...wordingOf(first, link), lines: parts.flatMap(linesOf) };
  return { wording: reader ? { ...wording, reader } : wording };
}

function* markedIn(part: ParentNode, { mark, entry = mark, within }: EntryMark): Generator<Element> {
  for (const marked of matching(part, within && !isElement(part) ? `${within} ${mark}` : mark)) {
    const element = (!within || marked.closest(within)) && marked.closest(entry);
    if (element) yield element;
  }
}

/** What the lists of a site's own page hold, or what stands under its headings. */
function* listedIn({ root }: Tree, { lists, headings }: Site): Generator<Row> {
  const { mark = '', row = '' } = lists ?? {};
  const marked = mark ? [...root.querySelectorAll(mark)] : [];
  for (const list of marked) if (!list.querySelector(mark)) yield* rowsIn(list, row);
  if (headings && marked.length === 0) for (const element of headedEntries(root, headings)) yield [element];
}

/** The finding that speaks for its entry: a link to an award, else another link, else whatever leads on. */
function speakerOf(findings: readonly Found[]): Found | undefined {
  const outward = findings.filter(leadsOn);
  const links = outward.filter(({ kind }) => kind === 'link');
  return links.find(({ link }) => isAwarded(innermost(link ?? ''))) ?? links[0] ?? outward[0];
}

/** Whether it leads somewhere else than to the list that it stands in. */
const leadsOn = ({ kind, link }: Found): boolean =>
  link !== null && kind !== 'image' && !/\/in\/[^/]+\/details\//.test(link);

const isSameTarget = ({ link }: Found, main: Found | undefined): boolean =>
  innermost(link ?? '') === innermost(main?.link ?? '');

/** The link of an entry that leads outside the listing site, or to a file there. */
function outwardAnchor({ parts, tree: { base } }: Entry): Element | null {
  for (const part of parts)
    for (const anchor of matching(part, 'a[href]')) {
      const target = innermost(absolute(attributeOf(anchor, 'href'), base) ?? '');
      const isInward = NOT_OUTWARD.test(target) || isSameSite(target, base);
      if (/^https?:/i.test(target) && (FILE_LINK.test(target) || !isInward)) return anchor;
    }
  return null;
}
