import { browser } from './browser.ts';

/** Both browsers put an idle background to sleep after 30 s; a call of the extension's API starts that anew. */
const EVERY = 20_000;

/** Keeps the background awake as long as the work lasts. Work that is lost all the same is resumed from storage. */
export function keepAwake(work: Promise<unknown>): void {
  const beat = setInterval(() => void browser.runtime.getPlatformInfo(), EVERY);
  void work.catch(() => undefined).finally(() => clearInterval(beat));
}
