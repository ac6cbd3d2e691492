import type { PageWorld } from '../ui/page-world.ts';

/** All that the popup needs of the browser. main.tsx fills it from platform/; a test fills it by hand. */
export interface PopupWorld extends PageWorld {
  openOptions(): Promise<void>;
  openPreview(): Promise<void>;
  /** The same beside the page. Must be called in a click's handler before anything is awaited. */
  openPanel(): Promise<void>;
}
