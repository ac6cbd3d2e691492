/**
 * What the page has changed since it was last read. Noting a change costs almost nothing. The reading happens later, in
 * idle slices.
 */
import { isElement, isFrame, type Tree } from '../site/tree.ts';
import type { Changes } from '../site/trees.ts';

/** Attributes that give a late picture or frame its address. All other attributes are ignored. */
const ADDRESSES = ['href', 'src', 'srcset', 'data-src'];

const OBSERVED: MutationObserverInit = {
  childList: true,
  // Pages made of components write new words into the text that is there.
  characterData: true,
  subtree: true,
  attributeFilter: ADDRESSES,
};

/** More changes than this at once are not listed. The page is read again as a whole, still in slices. */
const MAX_NODES = 5_000;

export interface ChangeWatch {
  /** Watches one more tree of the page. */
  watch(root: Tree['root']): void;
  /** Watches nothing, and forgets all changes. */
  forget(): void;
  /** All changes since the last call; `whole` where they were too many to list. */
  take(): Changes | 'whole';
}

/** Watches a page for changes until the signal. `onChange` is called for changes that nobody has taken yet. */
export function watchChanges(page: Document, onChange: () => void, signal: AbortSignal): ChangeWatch {
  const none = () => ({ parts: new Set<Element>(), touched: new Set<Node>() });
  let noted = none();
  const isFull = (): boolean => noted.parts.size > MAX_NODES || noted.touched.size > MAX_NODES;
  const note = (records: readonly MutationRecord[]): void => {
    for (const { type, target, addedNodes } of records) {
      if (isFull()) return;
      const isAddress = type === 'attributes';
      if (!isAddress) noted.touched.add(target);
      for (const node of isAddress ? [target] : addedNodes) if (isElement(node)) noted.parts.add(node);
    }
  };
  const take = (): Changes | 'whole' => {
    const taken = isFull() ? 'whole' : noted;
    noted = none();
    return taken;
  };
  const observer = new MutationObserver((records) => {
    note(records);
    // The page will be read again as a whole. Until then, watching it would only slow it.
    if (isFull()) observer.disconnect();
    onChange();
  });
  // What lies behind a frame is new once it has loaded. `load` does not bubble, but it can be captured.
  const onLoad = ({ target }: Event): void => {
    if (target === null || !isFrame(target)) return;
    noted.parts.add(target);
    onChange();
  };
  page.addEventListener('load', onLoad, { capture: true, signal });
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    watch: (root) => observer.observe(root, OBSERVED),
    forget() {
      observer.disconnect();
      take();
    },
    take,
  };
}
