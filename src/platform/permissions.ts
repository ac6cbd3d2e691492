import { browser } from './browser.ts';
import { originPattern } from './origin-pattern.ts';

/** Whether the reader (or the installation) has granted this address's origin. Asked each time: grants come and go. */
export async function isPermitted(url: string): Promise<boolean> {
  const origin = originPattern(url);
  return origin !== null && (await browser.permissions.contains({ origins: [origin] }));
}

/**
 * Whether the click on the button (activeTab) opens the page's own origin to the worker too: Chrome's does, although
 * `permissions.contains` does not tell; Firefox's opens the page to scripts alone. A page that is read without a click
 * is on a site whose origin was granted.
 */
export const clickOpensPage = (): boolean => browser.runtime.getURL('').startsWith('chrome-extension:');

/** Of these origins, the ones not granted yet. */
export async function missingOrigins(origins: readonly string[]): Promise<readonly string[]> {
  const granted = await Promise.all(
    origins.map((origin) => browser.permissions.contains({ origins: [origin] })),
  );
  return origins.filter((_, index) => granted[index] !== true);
}

/**
 * Asks the reader for origins, all in one dialog. To be called directly in a click's handler, before anything is
 * awaited: both browsers refuse it elsewhere.
 */
export const requestOrigins = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: [...origins] });

export const dropOrigins = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.remove({ origins: [...origins] });

/** Every origin granted now, those of the manifest included. */
export const grantedOrigins = async (): Promise<readonly string[]> =>
  (await browser.permissions.getAll()).origins ?? [];

export interface GrantListeners {
  /** How the background learns of a grant: the dialog may close the popup that asked for it, and its script with it. */
  readonly added?: () => void;
  /** The reader took one back. */
  readonly removed?: () => void;
  /** Either, first of all. */
  readonly changed: () => void;
}

/** Calls back whenever grants come or go, also from the browser's own settings. */
export function onGrantsChanged({ added, removed, changed }: GrantListeners): void {
  browser.permissions.onAdded.addListener(() => {
    changed();
    added?.();
  });
  browser.permissions.onRemoved.addListener(() => {
    changed();
    removed?.();
  });
}
