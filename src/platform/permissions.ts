import { browser } from './browser.ts';
import { originPattern } from './origin-pattern.ts';

/** Look-ups under way, by origin. */
const lookUps = new Map<string, Promise<boolean>>();

/**
 * Whether the reader (or the installation) has granted this address's origin. No answer is kept, because grants come
 * and go. But those who ask while a look-up is under way share its yes: a page with twenty badges of one host would
 * otherwise ask the browser twenty times. A no may be older than a grant that was given meanwhile, so it is not shared.
 */
export async function isPermitted(url: string): Promise<boolean> {
  const origin = originPattern(url);
  if (origin === null) return false;
  const underWay = lookUps.get(origin);
  return (underWay !== undefined && (await underWay)) || lookUp(origin);
}

function lookUp(origin: string): Promise<boolean> {
  const answer = browser.permissions.contains({ origins: [origin] });
  lookUps.set(origin, answer);
  const done = (): void => {
    if (lookUps.get(origin) === answer) lookUps.delete(origin);
  };
  answer.then(done, done);
  return answer;
}

/**
 * Whether the click on the button (activeTab) also opens the page's own origin to the worker. Chrome's click does,
 * although `permissions.contains` does not show it. Firefox's click opens the page to scripts alone. A page that is
 * read without a click is on a granted site.
 */
export const clickOpensPage = (): boolean => browser.runtime.getURL('').startsWith('chrome-extension:');

/** Those of the origins that are not granted yet. */
export async function missingOrigins(origins: readonly string[]): Promise<readonly string[]> {
  const granted = await Promise.all(
    origins.map((origin) => browser.permissions.contains({ origins: [origin] })),
  );
  return origins.filter((_, index) => granted[index] !== true);
}

/**
 * Asks the reader for origins, all in one dialog. Call it directly in a click's handler, before any `await`: both
 * browsers refuse it elsewhere.
 */
export const requestOrigins = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: [...origins] });

/** Gives grants back. Rejects for those that belong to the installation. */
export const dropOrigins = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.remove({ origins: [...origins] });

/** Every origin granted now, including those of the manifest. */
export const grantedOrigins = async (): Promise<readonly string[]> =>
  (await browser.permissions.getAll()).origins ?? [];

export interface GrantListeners {
  /** The background must learn of a grant this way. The dialog may close the popup that asked, with its script. */
  readonly added?: () => void;
  /** The reader has withdrawn a grant. */
  readonly removed?: () => void;
  /** Called on either change, before the two above. */
  readonly changed: () => void;
}

/** Calls back whenever grants come or go, also from the browser's own settings. */
export function onGrantsChanged({ added, removed, changed }: GrantListeners): void {
  browser.permissions.onAdded.addListener(() => {
    lookUps.clear();
    changed();
    added?.();
  });
  browser.permissions.onRemoved.addListener(() => {
    lookUps.clear();
    changed();
    removed?.();
  });
}
