import { isBusy, type PageState, pageKey } from '../protocol.ts';
import { browser, type Storage } from './browser.ts';

/** The state of a tab's page as the background last wrote it; null where none was asked for. */
export async function readPage(tabId: number): Promise<PageState | null> {
  const key = pageKey(tabId);
  // Only the background writes there, and content scripts have no access: its own shape is to be trusted.
  return ((await browser.storage.session.get(key))[key] as PageState | undefined) ?? null;
}

/** Every page that has a state. */
export async function readPages(): Promise<readonly PageState[]> {
  const all = await browser.storage.session.get(null);
  return Object.entries(all)
    .filter(([key]) => key.startsWith('page:'))
    .map(([, state]) => state as PageState);
}

/** How often a surface that waits makes sure that somebody is at work. */
const WAKE_MS = 2_000;

/**
 * Tells the listener the state now and after every change, until the signal ends it. The state is storage's, not the
 * worker's: it is shown while the worker is dead, and as long as checks are open the worker is woken to take them up.
 */
export function watchPage(
  tabId: number,
  listener: (state: PageState | null) => void,
  signal: AbortSignal,
): void {
  const key = pageKey(tabId);
  let told = false;
  let state: PageState | null = null;
  const tell = (now: PageState | null): void => {
    state = now;
    listener(now);
  };
  const wake = (): void => {
    if (state === null || !isBusy(state)) return;
    // No request: any message starts a background that sleeps, and its start resumes what is open.
    browser.runtime.sendMessage({ type: 'wake' }).catch(() => undefined);
  };
  const beat = setInterval(wake, WAKE_MS);
  const onChanged = (changes: Record<string, Storage.StorageChange>): void => {
    const change = changes[key];
    if (change === undefined) return;
    told = true;
    tell((change.newValue as PageState | undefined) ?? null);
  };
  browser.storage.session.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    clearInterval(beat);
    browser.storage.session.onChanged.removeListener(onChanged);
  });
  void readPage(tabId).then((stored) => {
    // A change that came first is newer than what was read.
    if (!told && !signal.aborted) tell(stored);
  });
}
