import { collect, type Pass } from './collect.ts';
import type { Entries } from './entry.ts';
import type { Finding, Placed } from './found.ts';
import { headingFinder } from './heading.ts';
import { createOrder } from './order.ts';
import type { Steps } from './steps.ts';
import { isElement, type Tree, treesBehind } from './tree.ts';
import type { Trees } from './trees.ts';

export interface PassOverPage extends Pass {
  /** Reads a tree with the trees behind it, once. */
  readTree(tree: Tree): Steps<readonly Finding[]>;
  /** Reads a part of a tree with the trees behind it. */
  readPart(part: ParentNode, tree: Tree): Steps<readonly Finding[]>;
  /** Whether an earlier finding still stands after this pass. */
  leaves(finding: Placed): boolean;
}

/**
 * One pass over a page. What it finds replaces what was known of the same elements before. `onTree` is called with every
 * tree that was not known, before it is read.
 */
export function createPass(
  trees: Trees,
  entries: Entries,
  onTree: ((root: Tree['root']) => void) | undefined,
): PassOverPage {
  const roots = new Set<Node>();
  const order = createOrder();
  const elements = new Set<Element>();
  const pass = { order, elements, headingBefore: headingFinder() };

  function* readTree(tree: Tree): Steps<readonly Finding[]> {
    const { root } = tree;
    if (roots.has(root)) return [];
    roots.add(root);
    if (!trees.of(root)) onTree?.(root);
    trees.add(tree);
    return yield* readPart(root, tree);
  }
  function* readPart(part: ParentNode, tree: Tree): Steps<readonly Finding[]> {
    const own = yield* collect(part, tree, pass);
    entries.note(part, tree);
    if (isElement(part)) elements.add(part);
    else {
      yield;
      entries.noteSite(tree);
      yield;
    }
    const found = [own];
    for (const each of yield* treesBehind(part, tree, trees.awaitRoot)) found.push(yield* readTree(each));
    return yield* order.sorted(found);
  }

  return {
    ...pass,
    readTree,
    readPart,
    leaves: ({ element, tree }) =>
      trees.of(element) === tree && !elements.has(element) && !roots.has(tree.root),
  };
}
