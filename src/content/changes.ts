/** What the page has changed since it was last read. Noting costs next to nothing; reading is done later, in idle slices. */
import type { Changes } from '../site/reading.ts';

/** Where a picture or a frame that comes late gets its address. All other attributes are the page's own business. */
const ADDRESSES = ['href', 'src', 'srcset', 'data-src'];

export const OBSERVED: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ADDRESSES,
};

/** Of more than this at once nobody keeps a list: the page is read anew, in slices all the same. */
const MAX_NODES = 5_000;

export interface NotedChanges {
  note(records: readonly MutationRecord[]): void;
  /** Whether they are too many to list, so that more need not be told. */
  isFull(): boolean;
  /** A frame has loaded: what lies behind it is new. */
  noteFrame(frame: Element): void;
  /** All since the last call; `whole` where they were too many to list. */
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
