import { addressInside, contentTypeIn, runIn, tabById } from '../platform/tabs.ts';
import { type NotReadable, type PageState, samePage } from '../protocol.ts';
import { notReadableReason } from './not-readable.ts';
import type { Page, PageBook } from './page-book.ts';

export interface ScanTabPorts {
  readonly book: PageBook;
  /** The page's script, as the bundler names it. */
  readonly script: string;
  readonly now: () => number;
  readonly onState: (tabId: number, state: PageState | null) => void;
}

/**
 * Reads the page of a tab: notes that it is being read and runs the page's script, which answers `page-scanned`. What
 * is known of the same page stays in view meanwhile. Where the browser runs no script the page is `not-readable`;
 * where the script breaks in it, nothing was found out, and that is a bug: it throws.
 */
export async function scanTab(tabId: number, { book, script, now, onState }: ScanTabPorts): Promise<void> {
  const tab = await tabById(tabId);
  const blank: PageState = {
    tabId,
    url: tab?.url ?? '',
    title: tab?.title ?? '',
    phase: 'scanning',
    startedAt: now(),
    rows: [],
    wantedOrigins: [],
  };
  const write = async (change: (page: Page | null) => Page | null) =>
    onState(tabId, await book.change(tabId, change));
  await write((page) =>
    page?.source && samePage(page.state.url, blank.url)
      ? { ...page, state: { ...page.state, phase: 'scanning' } }
      : { state: blank, source: null },
  );
  const close = (notReadable: NotReadable) =>
    write(() => ({ state: { ...blank, phase: 'not-readable', notReadable }, source: null }));
  try {
    // The PDF viewer takes scripts and shows them an empty page: "nothing found" would be untrue.
    if ((await contentTypeIn(tabId)) === 'application/pdf') return await close('pdf');
    await runIn(tabId, script);
  } catch (refusal) {
    return close(notReadableReason(blank.url, refusal instanceof Error ? refusal.message : ''));
  }
  if ((await addressInside(tabId)) !== null) return;
  await write((page) => (page?.state.phase === 'scanning' ? null : page));
  throw new Error('the script broke in the page');
}
