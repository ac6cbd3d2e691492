import type { CheckedEntry } from '../report/checked.ts';
import type { PageWorld } from '../ui/page-world.ts';

/** Everything that the panel needs of the browser: the needs of a page's list, for each tab that comes into view. */
export interface PanelWorld {
  readonly voice: PageWorld['voice'];
  /** Calls back with the tab in view, now and whenever that changes. */
  follow(listener: (tabId: number) => void, signal: AbortSignal): void;
  pageWorld(tabId: number): PageWorld;
  openOptions(): Promise<void>;
  /**
   * Calls back with the reader's list of what was checked, latest first, now and after every change. Empty where none
   * is kept, or where it is switched off.
   */
  watchChecked(listener: (entries: readonly CheckedEntry[]) => void, signal: AbortSignal): void;
}
