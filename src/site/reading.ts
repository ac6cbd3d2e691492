/** One page, read once as a whole, and from then on only where it changes. */
import { collect } from './collect.ts';
import { createEntries } from './entry.ts';
import type { Found } from './found.ts';
import { headingFinder } from './heading.ts';
import { isHinted } from './hinted.ts';
import { createOrder, type Order } from './order.ts';
import { isSameScan, type SeenPage } from './sighting.ts';
import { every, type Steps } from './steps.ts';
import { baseOf, isAlive, isElement, type Tree, treesBehind } from './tree.ts';
import { createWordings } from './wordings.ts';

/** What happened to a page since it was last read. */
export interface Changes {
  /** Elements that are new, or whose address changed. They are read again with everything in them. */
  readonly parts: ReadonlySet<Element>;
  /** Nodes whose children came or went. What was read around them may mean something else now. */
  readonly touched: ReadonlySet<Node>;
}

export interface Scanned {
  readonly scan: SeenPage;
  /** The element of each sighting, at its place. */
  readonly elements: readonly Element[];
}

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

/** What one pass over a page has found. It replaces what was known before. */
interface Pass {
  readonly elements: Set<Element>;
  readonly roots: Set<Node>;
  readonly order: Order;
  readonly headingBefore: (link: Element) => string;
}

const newPass = (): Pass => ({
  elements: new Set(),
  roots: new Set(),
  order: createOrder(),
  headingBefore: headingFinder(),
});

/** Far above any page for people. Browsers refuse messages above about 64 MB. */
const MAX_CHARACTERS = 16_000_000;
/** What a sighting adds beside its link and its script. */
const COMMON_CHARACTERS = 800;

function within(found: readonly Found[]): readonly Found[] {
  let left = MAX_CHARACTERS;
  return found.filter(({ link, text }) => {
    const own = COMMON_CHARACTERS + (link?.length ?? 0) + (text?.length ?? 0);
    if (own > left) return false;
    left -= own;
    return true;
  });
}

/** Custom elements that may still get a shadow root. No more than this are waited for. */
const MAX_BARE = 1_000;

export function createReading(document: Document, { url, onTree }: ReadingOptions): Reading {
  const trees = new Map<Node, Tree>();
  const bare = new Set<Element>();
  const entries = createEntries();
  const wordings = createWordings();
  let found: readonly Found[] = [];
  let shown: Scanned = { scan: { url, title: '', language: null, sightings: [] }, elements: [] };

  /** The elements around a node, the nearest first, across the trees that it lies in. */
  function* around(node: Node): Generator<Element> {
    for (let up = outOf(node); up; up = outOf(up)) yield up;
  }
  function outOf(node: Node): Element | null {
    const { parentNode } = node;
    if (parentNode === null) return trees.get(node)?.hosts.at(-1) ?? null;
    return isElement(parentNode) ? parentNode : (trees.get(parentNode)?.hosts.at(-1) ?? null);
  }

  function* readPart(part: ParentNode, tree: Tree, pass: Pass): Steps<readonly Found[]> {
    const own = yield* collect(part, tree, pass);
    entries.note(part, tree);
    if (!isElement(part)) {
      yield;
      entries.noteSite(tree);
      yield;
    }
    const inner = yield* treesBehind(part, tree, (element) => bare.size < MAX_BARE && bare.add(element));
    const behind: (readonly Found[])[] = [];
    for (const each of inner) behind.push(yield* readTree(each, pass));
    return yield* pass.order.merged(own, yield* pass.order.sorted(behind));
  }

  function* readTree(tree: Tree, pass: Pass): Steps<readonly Found[]> {
    if (pass.roots.has(tree.root)) return [];
    pass.roots.add(tree.root);
    if (!trees.has(tree.root)) onTree?.(tree.root);
    trees.set(tree.root, tree);
    return yield* readPart(tree.root, tree, pass);
  }

  function* settle(near: ReadonlySet<Element>, order: Order): Steps<boolean> {
    const spoken = entries.spoken(found, around);
    yield* wordings.read(found, { changed: near, entries: entries.all(), spoken });
    const linked = new Set(found.filter(({ link }) => link !== null).map(({ element }) => element));
    const unspoken = yield* entries.unspoken(spoken, around, order);
    const apart = spoken.beside.size > 0 ? found.filter((each) => !spoken.beside.has(each)) : found;
    const own: readonly Found[] = isHinted(url, top.base.host)
      ? [{ kind: 'link', element: document.documentElement, tree: top, link: url }]
      : [];
    const all = yield* order.merged(apart, unspoken);
    const kept = within([...own, ...wordings.worth(all, linked)]);
    yield;
    const before = shown.scan;
    shown = {
      scan: {
        url,
        title: document.title,
        language: document.documentElement?.getAttribute('lang') || null,
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

  const isWithin = (element: Element, parts: ReadonlySet<Element>): boolean => {
    for (const up of around(element)) if (parts.has(up)) return true;
    return false;
  };

  /** Parts that no other part holds, and bare elements that have got their tree meanwhile. */
  function* partsDue(parts: ReadonlySet<Element>): Steps<ReadonlySet<Element>> {
    const due = new Set(parts);
    for (const element of bare)
      if (!element.isConnected || element.shadowRoot) {
        bare.delete(element);
        if (element.shadowRoot) due.add(element);
      }
    const outermost = new Set<Element>();
    const rest = every(64);
    for (const part of due) {
      // What stands in a tree that is not known yet is read together with the part that hosts that tree.
      const isKnown = part.isConnected && trees.has(part.getRootNode());
      if (isKnown && !isWithin(part, due)) outermost.add(part);
      if (rest()) yield;
    }
    return outermost;
  }

  /** Forgets trees that the page no longer holds. */
  function buryTrees(): void {
    for (const [root, tree] of trees) if (!isAlive(tree)) trees.delete(root);
  }

  /** Elements in which something has changed. */
  function nearTo({ parts, touched }: Changes): ReadonlySet<Element> {
    const near = new Set<Element>();
    for (const node of [...touched, ...parts]) {
      if (isElement(node)) near.add(node);
      for (const up of around(node)) {
        if (near.has(up)) break;
        near.add(up);
      }
    }
    return near;
  }

  const top: Tree = { root: document, hosts: [], url, base: baseOf(document, url) };
  return {
    *whole() {
      trees.clear();
      bare.clear();
      entries.renew(() => false);
      wordings.forget();
      const pass = newPass();
      found = yield* readTree(top, pass);
      yield* settle(new Set(), pass.order);
    },
    *changed(changes) {
      const pass = newPass();
      buryTrees();
      const due = yield* partsDue(changes.parts);
      const near = nearTo(changes);
      yield;
      const areSame = entries.renew(
        ({ entry, tree }) => entry.isConnected && trees.has(tree.root) && !isWithin(entry, due),
        near,
      );
      const lists: (readonly Found[])[] = [];
      const rest = every(16);
      for (const part of due) {
        const tree = trees.get(part.getRootNode());
        // The tree went away during the pause.
        if (!tree) continue;
        pass.elements.add(part);
        const found = yield* readPart(part, tree, pass);
        if (found.length > 0) lists.push(found);
        if (rest()) yield;
      }
      for (const root of new Set([...changes.touched, ...changes.parts].map((node) => node.getRootNode()))) {
        const tree = trees.get(root);
        if (tree) entries.noteSite(tree);
        yield;
      }
      const added = yield* pass.order.sorted(lists);
      const stays = ({ element, tree: { root } }: Found): boolean =>
        element.isConnected && trees.has(root) && !pass.elements.has(element) && !pass.roots.has(root);
      const kept = found.filter(stays);
      const isSame = kept.length === found.length && added.length === 0 && areSame();
      found = yield* pass.order.merged(kept, added);
      if (isSame && ![...near].some((each) => wordings.concern(each) || entries.has(each))) return false;
      return yield* settle(near, pass.order);
    },
    scanned: () => shown,
  };
}
