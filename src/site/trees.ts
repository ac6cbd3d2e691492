/** The trees of a page that are known, and where its elements stand in them. */
import { every, type Steps } from './steps.ts';
import { isAlive, isElement, type Tree } from './tree.ts';

/** What happened to a page since it was last read. */
export interface Changes {
  /** Elements that are new, or whose address changed. They are read again with everything in them. */
  readonly parts: ReadonlySet<Element>;
  /** Nodes whose children came or went. What was read around them may mean something else now. */
  readonly touched: ReadonlySet<Node>;
}

/** Custom elements that may still get a shadow root. No more than this are waited for. */
const MAX_BARE_ELEMENTS = 1_000;

export interface Trees {
  /** The tree that a node stands in, where that is known. */
  of(node: Node): Tree | undefined;
  add(tree: Tree): void;
  /** Waits for the shadow root that this element may still get. */
  awaitRoot(element: Element): void;
  /** Forgets trees that the page no longer holds. */
  forget(): void;
  /** The elements around a node, the nearest first, across the trees that it lies in. */
  around(node: Node): Generator<Element>;
  isWithin(element: Element, parts: ReadonlySet<Element>): boolean;
  /** Parts that no other part holds, and bare elements that have got their tree meanwhile. */
  due(parts: ReadonlySet<Element>): Steps<ReadonlySet<Element>>;
  /** Elements in which something has changed. */
  near(changes: Changes): ReadonlySet<Element>;
}

export function createTrees(): Trees {
  const known = new Map<Node, Tree>();
  const bare = new Set<Element>();
  const of = (node: Node): Tree | undefined => known.get(node.getRootNode());

  const outOf = (node: Node): Element | null => {
    const parent = node.parentNode ?? node;
    return parent !== node && isElement(parent) ? parent : (known.get(parent)?.hosts.at(-1) ?? null);
  };
  function* around(node: Node): Generator<Element> {
    for (let up = outOf(node); up; up = outOf(up)) yield up;
  }
  const isWithin = (element: Element, parts: ReadonlySet<Element>): boolean => {
    for (const up of around(element)) if (parts.has(up)) return true;
    return false;
  };
  /** Bare elements that have a shadow root now, or have gone. They are waited for no longer. */
  const grown = (): readonly Element[] => {
    const settled = [...bare].filter((element) => !element.isConnected || element.shadowRoot);
    for (const element of settled) bare.delete(element);
    return settled;
  };

  return {
    of,
    add(tree) {
      known.set(tree.root, tree);
    },
    awaitRoot(element) {
      if (bare.size < MAX_BARE_ELEMENTS) bare.add(element);
    },
    forget() {
      for (const [root, tree] of known) if (!isAlive(tree)) known.delete(root);
    },
    around,
    isWithin,
    *due(parts) {
      const due = new Set([...parts, ...grown()]);
      const outermost = new Set<Element>();
      const rest = every(64);
      for (const part of due) {
        // A tree that is not known yet is read together with the part that hosts it.
        if (part.isConnected && of(part) && !isWithin(part, due)) outermost.add(part);
        if (rest()) yield;
      }
      return outermost;
    },
    near({ parts, touched }) {
      const near = new Set<Element>();
      for (const node of [...touched, ...parts]) {
        let up = isElement(node) ? node : outOf(node);
        for (; up && !near.has(up); up = outOf(up)) near.add(up);
      }
      return near;
    },
  };
}
