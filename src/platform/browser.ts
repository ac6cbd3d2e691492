/** The WebExtension API, promised and typed. Nothing outside platform/ imports the polyfill. */
export type {
  Permissions,
  Runtime,
  Scripting,
  Storage,
  Tabs,
} from 'webextension-polyfill';
export { default as browser } from 'webextension-polyfill';
