import { browser } from './browser.ts';

/** Chrome has `sidePanel`, Firefox `sidebarAction`. Neither has the other's, and the types know only the latter. */
interface SidePanels {
  readonly sidePanel?: { open(target: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

let windowId: number | null = null;

/**
 * Stores which window this is. Opening the panel must not wait for anything, because browsers allow it only within the
 * click.
 */
export async function readWindow(): Promise<void> {
  windowId = (await browser.windows.getCurrent()).id ?? null;
}

/** Opens the panel beside the page. Call it directly in a click's handler. */
export function openSidePanel(): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as SidePanels;
  if (sidePanel && windowId !== null) return sidePanel.open({ windowId });
  return sidebarAction?.open() ?? Promise.resolve();
}

/** Calls back with the tab in view in this surface's window, now and whenever that changes. */
export function followTab(listener: (tabId: number) => void, signal: AbortSignal): void {
  let own: number | undefined;
  const onActivated = ({ tabId, windowId: where }: { tabId: number; windowId: number }): void => {
    if (where === own) listener(tabId);
  };
  browser.tabs.onActivated.addListener(onActivated);
  signal.addEventListener('abort', () => browser.tabs.onActivated.removeListener(onActivated));
  void browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
    own = tab?.windowId;
    if (tab?.id !== undefined && !signal.aborted) listener(tab.id);
  });
}
