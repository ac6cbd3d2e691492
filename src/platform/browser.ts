/** The WebExtension API with promises and types. Nothing outside platform/ imports the polyfill. */
export type {
  Runtime,
  Storage,
} from 'webextension-polyfill';
export { default as browser } from 'webextension-polyfill';
