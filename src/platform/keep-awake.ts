import { browser } from './browser.ts';

/** Both browsers stop an idle background after 30 s. Each call of the extension's API restarts that time. */
const INTERVAL_MS = 20_000;

/** Keeps the background awake as long as the work lasts. Work that is lost anyway is resumed from storage. */
export function keepAwake(work: Promise<unknown>): void {
  const beat = setInterval(() => void browser.runtime.getPlatformInfo(), INTERVAL_MS);
  void work.catch(() => undefined).finally(() => clearInterval(beat));
}
