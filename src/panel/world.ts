import type { CheckedEntry } from '../report/checked.ts';
import type { PageWorld } from '../ui/page-world.ts';

/** All that the panel needs of the browser: that of a page's list, for each tab that comes into view. */
export interface PanelWorld {
  readonly voice: PageWorld['voice'];
  /** Tells which tab is in view, now and whenever that changes. */
  follow(listener: (tabId: number) => void, signal: AbortSignal): void;
  pageWorld(tabId: number): PageWorld;
  openOptions(): Promise<void>;
  /** The reader's list of what was checked, last first; empty where none is kept. Told now and after every change. */
  watchChecked(listener: (entries: readonly CheckedEntry[]) => void, signal: AbortSignal): void;
}
