/**
 * The WebExtension API with promises and types. Firefox calls it `browser`. Chrome calls it `chrome`, and its promises
 * are the same (Manifest V3), so that no polyfill is needed. Nothing outside platform/ uses it.
 */
import type { Browser } from 'webextension-polyfill';

export type { Runtime, Storage } from 'webextension-polyfill';

const names = globalThis as unknown as { readonly browser?: Browser; readonly chrome?: Browser };
export const browser = (names.browser ?? names.chrome) as Browser;
