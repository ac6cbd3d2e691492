/**
 * What the page has changed since it was last read. Noting a change costs almost nothing. The reading happens later, in
 * idle slices.
 */
import type { Changes } from '../site/trees.ts';

/** Attributes that give a late picture or frame its address. All other attributes are ignored. */
const ADDRESSES = ['href', 'src', 'srcset', 'data-src'];

export const OBSERVED: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ADDRESSES,
};

/** More changes than this at once are not listed. The page is read again as a whole, still in slices. */
const MAX_NODES = 5_000;

export interface NotedChanges {
  note(records: readonly MutationRecord[]): void;
  /** Whether there are too many changes to list, so that further ones need not be noted. */
  isFull(): boolean;
  /** A frame has loaded: what lies behind it is new. */
  noteFrame(frame: Element): void;
  /** All changes since the last call; `whole` where they were too many to list. */
  take(): Changes | 'whole';
}

export function noteChanges(): NotedChanges {
  let parts = new Set<Element>();
  let touched = new Set<Node>();
  const isFull = (): boolean => parts.size > MAX_NODES || touched.size > MAX_NODES;
  return {
    isFull,
    note(records) {
      for (const { type, target, addedNodes } of records) {
        if (isFull()) return;
        if (type === 'attributes') parts.add(target as Element);
        else touched.add(target);
        for (const node of addedNodes) if (node.nodeType === ELEMENT) parts.add(node as Element);
      }
    },
    noteFrame: (frame) => void parts.add(frame),
    take() {
      const taken = isFull() ? 'whole' : { parts, touched };
      parts = new Set();
      touched = new Set();
      return taken;
    },
  };
}

const ELEMENT = 1;
