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

export class Trees {
  readonly #known = new Map<Node, Tree>();
  readonly #bare = new Set<Element>();

  has(root: Node): boolean {
    return this.#known.has(root);
  }

  /** The tree that a node stands in, where that is known. */
  of(node: Node): Tree | undefined {
    return this.#known.get(node.getRootNode());
  }

  add(tree: Tree): void {
    this.#known.set(tree.root, tree);
  }

  /** Waits for the shadow root that this element may still get. */
  awaitRoot(element: Element): void {
    if (this.#bare.size < MAX_BARE_ELEMENTS) this.#bare.add(element);
  }

  forget(): void {
    this.#known.clear();
    this.#bare.clear();
  }

  /** Forgets trees that the page no longer holds. */
  forgetGone(): void {
    for (const [root, tree] of this.#known) if (!isAlive(tree)) this.#known.delete(root);
  }

  /** The elements around a node, the nearest first, across the trees that it lies in. */
  *around(node: Node): Generator<Element> {
    for (let up = this.#outOf(node); up; up = this.#outOf(up)) yield up;
  }

  #outOf(node: Node): Element | null {
    const { parentNode } = node;
    if (parentNode === null) return this.#known.get(node)?.hosts.at(-1) ?? null;
    return isElement(parentNode) ? parentNode : (this.#known.get(parentNode)?.hosts.at(-1) ?? null);
  }

  isWithin(element: Element, parts: ReadonlySet<Element>): boolean {
    for (const up of this.around(element)) if (parts.has(up)) return true;
    return false;
  }

  /** Parts that no other part holds, and bare elements that have got their tree meanwhile. */
  *due(parts: ReadonlySet<Element>): Steps<ReadonlySet<Element>> {
    const due = new Set([...parts, ...this.#grown()]);
    const outermost = new Set<Element>();
    const rest = every(64);
    for (const part of due) {
      // What stands in a tree that is not known yet is read together with the part that hosts that tree.
      const isKnown = part.isConnected && this.of(part) !== undefined;
      if (isKnown && !this.isWithin(part, due)) outermost.add(part);
      if (rest()) yield;
    }
    return outermost;
  }

  /** Bare elements that have a shadow root now. They, and those that have gone, are waited for no longer. */
  #grown(): readonly Element[] {
    const settled = [...this.#bare].filter((element) => !element.isConnected || element.shadowRoot);
    for (const element of settled) this.#bare.delete(element);
    return settled.filter(({ shadowRoot }) => shadowRoot);
  }

  /** Elements in which something has changed. */
  near({ parts, touched }: Changes): ReadonlySet<Element> {
    const near = new Set<Element>();
    for (const node of [...touched, ...parts]) {
      if (isElement(node)) near.add(node);
      for (const up of this.around(node)) {
        if (near.has(up)) break;
        near.add(up);
      }
    }
    return near;
  }
}
