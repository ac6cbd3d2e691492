import { endOf, type TellingName, type Tellings } from '../protocol.ts';
import { browser } from './browser.ts';

export interface OpenTab {
  readonly id: number;
  /** Empty where neither a grant nor a click lets the extension know it. */
  readonly url: string;
  readonly title: string;
}

const openTab = ({ id, url, title }: { id?: number; url?: string; title?: string }): OpenTab | null =>
  id === undefined ? null : { id, url: url ?? '', title: title ?? '' };

/** The tab in view in the window from which a surface was opened. */
export async function activeTab(): Promise<OpenTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ? openTab(tab) : null;
}

/** The tab that shows a page of the extension; null in the popup. */
export async function ownTab(): Promise<OpenTab | null> {
  const tab = await browser.tabs.getCurrent();
  return tab ? openTab(tab) : null;
}

/** The tab, or null where it is closed. */
export async function tabById(tabId: number): Promise<OpenTab | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab && openTab(tab);
}

/** Whether the tab is in a private window. Where that is not known, it counts as private. */
export const isPrivate = async (tabId: number): Promise<boolean> =>
  (await browser.tabs.get(tabId).catch(() => null))?.incognito !== false;

/** Opens a page of the extension in a new tab. */
export async function openOwnPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}

export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();

/**
 * Runs one of the extension's own scripts in the tab's top frame: once the browser has read the page to its end, or
 * `now`. Rejects where the browser allows no script.
 */
export async function runIn(tabId: number, file: string, when: 'read' | 'now' = 'read'): Promise<void> {
  const injectImmediately = when === 'now';
  await browser.scripting.executeScript({
    target: { tabId },
    files: [scriptPath(file)],
    injectImmediately,
  });
}

/**
 * What kind of document the tab shows. Rejects where the browser allows no script. In pages of its own, Firefox may run
 * none and refuse nothing.
 */
export async function contentTypeIn(tabId: number): Promise<string> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId },
    injectImmediately: true,
    func: () => document.contentType,
  });
  if (typeof frame?.result !== 'string') throw new Error('no script ran');
  return frame.result;
}

/** crxjs gives a path from the root; both browsers want it relative to the extension. */
export const scriptPath = (file: string): string => file.replace(/^\//, '');

/** The address that the tab's script reports; null where no script of ours runs in it (any more). */
export async function addressInside(tabId: number): Promise<string | null> {
  const answer: unknown = await browser.tabs
    .sendMessage(tabId, { type: 'where-are-you' }, { frameId: 0 })
    .catch(() => null);
  return typeof answer === 'string' ? answer : null;
}

/** Tells the script of a named site, which runs without a click, to stop working in the tab. */
export const endFollowing = (tabId: number): Promise<void> => end(tabId, true);

/** Tells the page's script to stop working in the tab, whether a click has begun it or not. */
export async function endVisit(tabId: number): Promise<void> {
  await Promise.all([endFollowing(tabId), end(tabId, false)]);
}

async function end(tabId: number, follow: boolean): Promise<void> {
  await browser.tabs.sendMessage(tabId, { type: endOf(follow) }, { frameId: 0 }).catch(() => undefined);
}

/** Whether the address is one of the extension's own pages. */
export const isOwnPage = (url: string): boolean => url.startsWith(browser.runtime.getURL(''));

/** Sends a message to the script that marks the tab's page; null where there is none. */
export async function tell<Name extends TellingName>(
  tabId: number,
  name: Name,
  payload: Tellings[Name]['tell'],
): Promise<Tellings[Name]['answer'] | null> {
  const answer: unknown = await browser.tabs
    .sendMessage(tabId, { type: name, tell: payload }, { frameId: 0 })
    .catch(() => null);
  return typeof answer === 'boolean' ? answer : null;
}

/** Every open tab. Without a grant for a tab, only its number is known. */
export const openTabs = async (): Promise<readonly number[]> =>
  (await browser.tabs.query({})).flatMap(({ id }) => (id === undefined ? [] : [id]));

export interface TabListeners {
  readonly onMoved: (tabId: number) => void;
  readonly onClosed: (tabId: number) => void;
}

/** Something about a tab's page changed: a load began, or its address did. Returns what ends the listening. */
export function onTabMoved(listener: (tabId: number) => void): () => void {
  const onUpdated = (tabId: number, { status, url }: { status?: string; url?: string }): void => {
    if (status === 'loading' || url !== undefined) listener(tabId);
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  return () => browser.tabs.onUpdated.removeListener(onUpdated);
}

/** Call it while the worker starts, before any `await`: the browser wakes the worker for these events. */
export function listenToTabs({ onMoved, onClosed }: TabListeners): void {
  onTabMoved(onMoved);
  browser.tabs.onRemoved.addListener((tabId) => onClosed(tabId));
  // A prerendered page replaces the old one under another id. The old id never gets a state again.
  browser.tabs.onReplaced.addListener((_added, removed) => onClosed(removed));
}
