/** The page's order, also across trees: what lies behind an element stands where the element stands. */
import type { Found } from './collect.ts';

const standsAt = ({ element, tree: { hosts } }: Found, level: number): Element | undefined =>
  level === hosts.length ? element : hosts[level];

export function isBefore(one: Found, other: Found): boolean {
  for (let level = 0; ; level += 1) {
    const [mine, its] = [standsAt(one, level), standsAt(other, level)];
    if (its === undefined) return false;
    if (mine === undefined) return true;
    if (mine !== its) return precedes(mine, its);
  }
}

/** (Not every library's `compareDocumentPosition` is right, and a browser's walks siblings one way only.) */
function precedes(one: Element, other: Element): boolean {
  const [mine, its] = [lineOf(one), lineOf(other)];
  let level = 0;
  while (mine[level] !== undefined && mine[level] === its[level]) level += 1;
  const [child, sibling] = [mine[level], its[level]];
  if (sibling === undefined) return false;
  if (child === undefined) return true;
  let [back, ahead] = [child.previousElementSibling, child.nextElementSibling];
  while (back || ahead) {
    if (ahead === sibling) return true;
    if (back === sibling) return false;
    [back, ahead] = [back?.previousElementSibling ?? null, ahead?.nextElementSibling ?? null];
  }
  return false;
}

/** From the root of its tree down to the element. */
function lineOf(element: Element): readonly Element[] {
  const line: Element[] = [];
  for (let up: Element | null = element; up; up = up.parentElement) line.push(up);
  return line.reverse();
}

/**
 * Two lists in the page's order become one; of equals those of the first come first. Where two elements stand is dear to
 * ask, so places in the longer list are found by leaps and halves: a handful of questions for each member of the shorter.
 */
export function inOrder(one: readonly Found[], other: readonly Found[]): readonly Found[] {
  if (one.length === 0 || other.length === 0) return one.length === 0 ? other : one;
  const isFirstShort = one.length < other.length;
  const [few, many] = isFirstShort ? [one, other] : [other, one];
  const comesAfter = (each: Found, finding: Found): boolean =>
    isFirstShort ? !isBefore(each, finding) : isBefore(finding, each);
  const merged: Found[] = [];
  let taken = 0;
  for (const finding of few) {
    const end = firstFrom(taken, many.length, (at) => comesAfter(many[at] as Found, finding));
    while (taken < end) merged.push(many[taken++] as Found);
    merged.push(finding);
  }
  while (taken < many.length) merged.push(many[taken++] as Found);
  return merged;
}

/** The first index in [start, end) that holds, `end` where none does. Whatever follows one that holds, holds. */
function firstFrom(start: number, end: number, holds: (at: number) => boolean): number {
  let low = start;
  let high = start;
  for (let leap = 1; high < end && !holds(high); leap *= 2) {
    low = high + 1;
    high += leap;
  }
  high = Math.min(high, end);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
