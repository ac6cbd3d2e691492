/** The WebExtension API with promises and types: `browser` in Firefox, `chrome` in Chrome, which promises the same. */
import type api from 'webextension-polyfill';

export type {
  Runtime,
  Storage,
} from 'webextension-polyfill';

type Api = typeof api;
const world = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api };

export const browser = world.browser ?? world.chrome;
