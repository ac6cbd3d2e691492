import { collect } from './collect.ts';
import type { Entries } from './entry.ts';
import type { Found } from './found.ts';
import { headingFinder } from './heading.ts';
import { createOrder } from './order.ts';
import type { Steps } from './steps.ts';
import { isElement, type Tree, treesBehind } from './tree.ts';
import type { Trees } from './trees.ts';

interface PassOptions {
  readonly trees: Trees;
  readonly entries: Entries;
  /** Called with every tree that was not known, before it is read. */
  readonly onTree: ((root: Tree['root']) => void) | undefined;
}

/** One pass over a page. What it finds replaces what was known of the same elements before. */
export class Pass {
  readonly order = createOrder();
  readonly headingBefore = headingFinder();
  /** Every element that was looked at. */
  readonly elements = new Set<Element>();
  readonly #roots = new Set<Node>();
  readonly #options: PassOptions;

  constructor(options: PassOptions) {
    this.#options = options;
  }

  /** Reads a tree with the trees behind it, once. */
  *readTree(tree: Tree): Steps<readonly Found[]> {
    const { trees, onTree } = this.#options;
    if (this.#roots.has(tree.root)) return [];
    this.#roots.add(tree.root);
    if (!trees.has(tree.root)) onTree?.(tree.root);
    trees.add(tree);
    return yield* this.readPart(tree.root, tree);
  }

  /** Reads a part of a tree with the trees behind it. */
  *readPart(part: ParentNode, tree: Tree): Steps<readonly Found[]> {
    const { trees, entries } = this.#options;
    const own = yield* collect(part, tree, this);
    entries.note(part, tree);
    if (isElement(part)) this.elements.add(part);
    else {
      yield;
      entries.noteSite(tree);
      yield;
    }
    const inner = yield* treesBehind(part, tree, (element) => trees.awaitRoot(element));
    const behind: (readonly Found[])[] = [];
    for (const each of inner) behind.push(yield* this.readTree(each));
    return yield* this.order.merged(own, yield* this.order.sorted(behind));
  }

  /** Whether an earlier finding still stands after this pass. */
  leaves({ element, tree: { root } }: Found): boolean {
    return (
      element.isConnected &&
      this.#options.trees.has(root) &&
      !this.elements.has(element) &&
      !this.#roots.has(root)
    );
  }
}
