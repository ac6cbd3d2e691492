import type { PageWorld } from '../ui/page-world.ts';

/** Everything that the popup needs of the browser. main.tsx fills it from platform/; a test fills it by hand. */
export interface PopupWorld extends PageWorld {
  /** The page is being read since the tab was known, before a word was shown. Whether the background has heard that. */
  readonly heard: Promise<boolean>;
  openOptions(): Promise<void>;
  openPreview(): Promise<void>;
  /** Opens the same list beside the page. Call it in a click's handler, before any `await`. */
  openPanel(): Promise<void>;
}
