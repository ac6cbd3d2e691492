/** One page, read once as a whole, and from then on only where it changes. */
import { createEntries } from './entry.ts';
import type { Finding } from './found.ts';
import type { Order } from './order.ts';
import { createPass, type PassOverPage } from './pass.ts';
import { type Scanned, scannedFrom } from './scanned.ts';
import { isSameScan } from './sighting.ts';
import { every, type Steps } from './steps.ts';
import { baseOf, type Tree } from './tree.ts';
import { type Changes, createTrees } from './trees.ts';
import { createWordings } from './wordings.ts';

export interface Reading {
  /** Reads the page from its root on. */
  whole(): Steps<void>;
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
  const newPass = (): PassOverPage => createPass({ trees, entries, onTree });
  let found: readonly Finding[] = [];
  let shown: Scanned = { scan: { url, title: '', language: null, sightings: [] }, elements: [] };

  /** What stands in the changed parts now. */
  function* readParts(parts: ReadonlySet<Element>, pass: PassOverPage): Steps<readonly Finding[]> {
    const lists: (readonly Finding[])[] = [];
    const rest = every(16);
    for (const part of parts) {
      const tree = trees.of(part);
      // The tree went away during the pause.
      if (!tree) continue;
      const inPart = yield* pass.readPart(part, tree);
      if (inPart.length > 0) lists.push(inPart);
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

  /** Shows what is found now. True where that differs from what was shown. */
  function* settle(changed: ReadonlySet<Element>, order: Order): Steps<boolean> {
    const before = shown.scan;
    shown = yield* scannedFrom(found, { top, trees, entries, wordings, changed, order });
    yield;
    const isNews = !isSameScan(before, shown.scan);
    // The caller's report begins a new slice.
    yield;
    return isNews;
  }

  return {
    *whole() {
      trees.forget();
      entries.renew(() => false);
      wordings.forget();
      const pass = newPass();
      found = yield* pass.readTree(top);
      yield* settle(new Set(), pass.order);
    },
    *changed(changes) {
      const pass = newPass();
      trees.forgetGone();
      const due = yield* trees.due(changes.parts);
      const near = trees.near(changes);
      yield;
      const entriesBefore = new Set(entries.all());
      entries.renew(
        ({ entry, tree }) => entry.isConnected && trees.has(tree.root) && !trees.isWithin(entry, due),
        near,
      );
      const added = yield* readParts(due, pass);
      yield* noteSites(changes);
      const kept = found.filter((each) => pass.leaves(each));
      const isSame =
        kept.length === found.length &&
        added.length === 0 &&
        isSameSet(entriesBefore, new Set(entries.all()));
      found = yield* pass.order.merged(kept, added);
      const named = new Set(found.map(({ kind, element }) => kind === 'name' && element));
      if (isSame && ![...near].some((each) => wordings.concern(each) || entries.has(each) || named.has(each)))
        return false;
      return yield* settle(near, pass.order);
    },
    scanned: () => shown,
  };
}

const isSameSet = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean =>
  one.size === other.size && [...one].every((each) => other.has(each));
