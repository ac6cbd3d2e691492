import { browser } from './browser.ts';

/** Calls back once, after the reader has installed the extension; not after updates. */
export function onInstalled(listener: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') listener();
  });
}

/** Makes sure that the background wakes when the browser starts, so that its start-up work is done then too. */
export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}
