/** One page, read once as a whole, and from then on only where it changes. */
import { createEntries } from './entry.ts';
import type { Finding, Found } from './found.ts';
import { isHinted } from './hinted.ts';
import type { Order } from './order.ts';
import { createPass, type PassOverPage } from './pass.ts';
import { namesOf, type Scanned, withinBounds, withoutPicturesOf } from './scanned.ts';
import { isSameScan } from './sighting.ts';
import { every, type Steps } from './steps.ts';
import { baseOf, type Tree } from './tree.ts';
import { type Changes, createTrees } from './trees.ts';
import { createWordings } from './wordings.ts';

export interface Reading {
  /** Reads the page from its root on, once and first. Whatever it shows is news. */
  whole(): Steps<true>;
  /**
   * Reads what has changed. The cost depends on what changed and what was found, not on the page. True where the page
   * shows something else now.
   */
  changed(changes: Changes): Steps<boolean>;
  /** What the page showed when it was last read. */
  scanned(): Scanned;
}

export interface ReadingOptions {
  /** The page's address: where relative links lead. */
  readonly url: string;
  /** Called with every tree before it is read: the document first, then shadow roots and frames as they are found. */
  readonly onTree?: (root: Tree['root']) => void;
}

export function createReading(document: Document, { url, onTree }: ReadingOptions): Reading {
  const top = { root: document, hosts: [], url, base: baseOf(document, url) };
  const trees = createTrees();
  const entries = createEntries();
  const wordings = createWordings();
  const newPass = (): PassOverPage => createPass(trees, entries, onTree);
  let found: readonly Finding[] = [];
  /** How many titles are still taken over by themselves. A page whose title blinks is not reported for ever. */
  let titlesLeft = 30;
  let shown: Scanned = { scan: { url, title: '', language: null, sightings: [] }, elements: [] };

  /** What stands in the changed parts now. */
  function* readParts(parts: ReadonlySet<Element>, pass: PassOverPage): Steps<readonly Finding[]> {
    const lists: (readonly Finding[])[] = [];
    const rest = every(16);
    for (const part of parts) {
      const tree = trees.of(part);
      // A tree may have gone away during a pause.
      if (tree) lists.push(yield* pass.readPart(part, tree));
      if (rest()) yield;
    }
    return yield* pass.order.sorted(lists);
  }

  /** Entries that only the site's own pages have may stand far from what changed. */
  function* noteSites({ touched, parts }: Changes): Steps<void> {
    for (const root of new Set([...touched, ...parts].map((node) => node.getRootNode()))) {
      const tree = trees.of(root);
      if (tree) entries.noteSite(tree);
      yield;
    }
  }

  /** Shows what is found now: the findings with the words beside them, and the entries for which no finding speaks. */
  function* settle(changed: ReadonlySet<Element>, order: Order): Steps<boolean> {
    const named = found.filter(({ kind, tree }) => kind === 'name' && tree === top);
    const linking = found.filter((each) => each.kind !== 'name');
    const spoken = entries.spoken(linking, trees.around);
    yield* wordings.read(linking, changed, entries.all(), spoken);
    const unspoken = yield* entries.unspoken(spoken, trees.around, order);
    const apart = linking.filter((each) => !spoken.beside.has(each));
    const all = yield* order.merged(apart, unspoken);
    const own: readonly Found[] = isHinted(url, top.base.hostname)
      ? [{ kind: 'link', element: document.documentElement, tree: top, link: url }]
      : [];
    const kept = withinBounds([...own, ...withoutPicturesOf(linking, all)], wordings.of);
    yield;
    const before = shown.scan;
    shown = {
      scan: {
        url,
        title: document.title,
        language: document.documentElement?.getAttribute('lang') || null,
        names: namesOf(named),
        sightings: kept.map((each, place) => ({
          // It speaks for an entry that claims something. The claim is made wherever the link leads.
          kind: spoken.by.has(each) ? ('claim' as const) : each.kind,
          link: each.link,
          ...wordings.of(each),
          place,
        })),
      },
      elements: kept.map(({ element }) => element),
    };
    yield;
    const isNews = !isSameScan(before, shown.scan);
    // The caller's report begins a new slice.
    yield;
    return isNews;
  }

  return {
    *whole() {
      const pass = newPass();
      found = yield* pass.readTree(top);
      yield* settle(new Set(), pass.order);
      return true;
    },
    *changed(changes) {
      const pass = newPass();
      trees.forget();
      const due = yield* trees.due(changes.parts);
      const near = trees.near(changes);
      yield;
      const entriesBefore = entries.all();
      entries.renew((entry, tree) => trees.of(entry) === tree && !trees.isWithin(entry, due), near);
      const added = yield* readParts(due, pass);
      yield* noteSites(changes);
      const kept = found.filter(pass.leaves);
      const isSame =
        kept.length === found.length && added.length === 0 && isSameSet(entriesBefore, entries.all());
      found = yield* pass.order.merged(kept, added);
      const isShown =
        [...near].some(wordings.concern) ||
        found.some(({ kind, element }) => kind === 'name' && near.has(element)) ||
        // A title that came after everything else: it names the person.
        (document.title !== shown.scan.title && titlesLeft-- > 0);
      return isSame && !isShown ? false : yield* settle(near, pass.order);
    },
    scanned: () => shown,
  };
}

const isSameSet = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean =>
  one.size === other.size && [...one].every((each) => other.has(each));
