/** The page's order, also across trees. What lies behind an element stands where the element stands. */
import type { Placed } from './found.ts';
import { every, type Steps } from './steps.ts';

/**
 * Puts findings into the page's order. Use one for each reading: its knowledge of the page's lists becomes stale with
 * them.
 */
export interface Order {
  /** Merges two lists in the page's order. Of equal elements, those of the first list come first. */
  merged<T extends Placed>(one: readonly T[], other: readonly T[]): Steps<readonly T[]>;
  /** Merges lists that are each in the page's order. */
  sorted<T extends Placed>(lists: Iterable<readonly T[]>): Steps<readonly T[]>;
}

export function createOrder(): Order {
  /** Where nodes stand among their siblings. All siblings are numbered when one of them is first compared. */
  const numbers = new Map<Node, number>();

  /** A tree has no parent. It stands before the children of the element that it lies behind. */
  function numberOf(node: Node): number {
    const { parentNode } = node;
    if (!parentNode) return -1;
    let number = 0;
    if (!numbers.has(node))
      for (let at = parentNode.firstElementChild; at; at = at.nextElementSibling) numbers.set(at, number++);
    return numbers.get(node) ?? 0;
  }

  /** Not every library's `compareDocumentPosition` is right, and a browser's walks from sibling to sibling. */
  function isBefore(one: Placed, other: Placed): boolean {
    const [mine, its] = [lineOf(one), lineOf(other)];
    const level = its.findIndex((node, at) => node !== mine[at]);
    const [child, sibling] = [mine[level], its[level]];
    return sibling !== undefined && (!child || numberOf(child) < numberOf(sibling));
  }

  /**
   * Comparing two positions is slow. So each member of the shorter list finds its place in the longer one by binary
   * search.
   */
  function* merged<T extends Placed>(one: readonly T[], other: readonly T[]): Steps<readonly T[]> {
    // Mostly one list comes wholly after the other. Then one comparison suffices.
    const [last, first] = [one.at(-1), other[0]];
    if (!last || !first || isBefore(last, first)) return [...one, ...other];
    const isFirstShort = one.length < other.length;
    const [few, many] = isFirstShort ? [one, other] : [other, one];
    const comesAfter = (each: Placed, finding: Placed): boolean =>
      isFirstShort ? !isBefore(each, finding) : isBefore(finding, each);
    const rest = every(16);
    const both: T[] = [];
    let taken = 0;
    for (const finding of few) {
      const end = firstFrom(taken, many, (each) => comesAfter(each, finding));
      for (const each of many.slice(taken, end)) both.push(each);
      both.push(finding);
      taken = end;
      if (rest()) yield;
    }
    for (const each of many.slice(taken)) both.push(each);
    return both;
  }

  return {
    merged,
    *sorted<T extends Placed>(lists: Iterable<readonly T[]>) {
      let runs = [...lists];
      const rest = every(16);
      while (runs.length > 1) {
        const pairs: (readonly T[])[] = [];
        for (let at = 0; at < runs.length; at += 2) {
          pairs.push(yield* merged(runs[at] ?? [], runs[at + 1] ?? []));
          if (rest()) yield;
        }
        runs = pairs;
      }
      return runs[0] ?? [];
    },
  };
}

/** From the root of the page down to the element, with the trees on the way. */
const lineOf = ({ element, tree: { hosts } }: Placed): readonly Node[] =>
  [...hosts, element].flatMap((each) => {
    const line: Node[] = [];
    for (let up: Node | null = each; up; up = up.parentNode) line.push(up);
    return line.reverse();
  });

/**
 * The first index from `start` on whose item holds; the length where none does. If the test holds for an item, it
 * must hold for every later one.
 */
function firstFrom<T>(start: number, list: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [start, list.length];
  // Mostly it is the next one.
  let middle = start;
  while (low < high) {
    const item = list[middle];
    if (item === undefined || holds(item)) high = middle;
    else low = middle + 1;
    middle = (low + high) >> 1;
  }
  return low;
}
