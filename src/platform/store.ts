import type { Store } from '../ports.ts';
import { browser, type Storage } from './browser.ts';

/** Settings, grants, and history where it is on. It outlives the browser. */
export const localStore: Store = {
  get: async (key) => (await browser.storage.local.get(key))[key],
  set: (key, value) => browser.storage.local.set({ [key]: value }),
  remove: (key) => browser.storage.local.remove(key),
};

/** Calls back whenever what stands under one of these keys changes, whichever surface changed it. */
export function onStoredChanged(keys: readonly string[], listener: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (keys.some((key) => Object.hasOwn(changes, key))) listener();
  });
}

/**
 * Keeps `storage.local` from scripts that run in pages. A page that broke into its own process must not be able to
 * write the list of trusted issuers. `storage.session` is closed to them from the start. Firefox has no such switch.
 */
export async function closeStorageToPages(): Promise<void> {
  const local: Storage.StorageArea & { setAccessLevel?(level: { accessLevel: string }): Promise<void> } =
    browser.storage.local;
  await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

const CACHED = 'cache:';

/**
 * Public keys, DID documents and status lists, in `storage.local` under `cache:`. A cache may forget but never fail.
 * Over the quota, everything cached is dropped and the entry is tried once more.
 */
export const cacheStore: Store = {
  get: (key) => localStore.get(CACHED + key),
  remove: (key) => localStore.remove(CACHED + key),
  set: async (key, value) => {
    try {
      await localStore.set(CACHED + key, value);
    } catch {
      await forgetAll(CACHED);
      await localStore.set(CACHED + key, value).catch(() => undefined);
    }
  },
};

/** Forgets whatever `storage.local` holds under keys that begin so. */
export async function forgetAll(prefix: string): Promise<void> {
  const all = await browser.storage.local.get(null);
  await browser.storage.local.remove(Object.keys(all).filter((key) => key.startsWith(prefix)));
}

/** A store that finds nothing but still remembers: for a check past every cache. */
export const pastCache = (store: Store): Store => ({ ...store, get: async () => undefined });

/** `storage.session` as a whole, for the background's book of pages. */
export const sessionArea = {
  keys: async (): Promise<readonly string[]> => {
    // Firefox before 143 has no `getKeys`.
    const area: { getKeys?(): Promise<string[]> } = browser.storage.session;
    return (await area.getKeys?.()) ?? Object.keys(await browser.storage.session.get(null));
  },
  get: (keys: readonly string[]): Promise<Record<string, unknown>> => browser.storage.session.get([...keys]),
  set: (entries: Readonly<Record<string, unknown>>): Promise<void> =>
    browser.storage.session.set({ ...entries }),
  remove: (keys: readonly string[]): Promise<void> => browser.storage.session.remove([...keys]),
};
