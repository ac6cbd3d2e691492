import { timer as realTimer, type Timer } from '../net/timer.ts';
import { addressInside, contentTypeIn, runIn, tabById } from '../platform/tabs.ts';
import { type NotReadable, type PageState, samePage } from '../protocol.ts';
import { notReadableReason } from './not-readable.ts';
import { hasSource, type Page, type SourcedPage } from './page.ts';
import type { PageBook } from './page-book.ts';

export interface ScanTabPorts {
  readonly book: PageBook;
  /** The page's script, under the name that the bundler gives it. */
  readonly script: string;
  readonly now: () => number;
  readonly onState: (tabId: number, state: PageState | null) => void;
  /** The tab shows a PDF, which takes no script. The document at its address is read instead. */
  readonly readPdf: (tabId: number, page: Pick<PageState, 'url' | 'title'>) => void;
  readonly timer?: Timer;
}

/**
 * How long the browser may take to read the page to its end. A page that is merely slow is not read before: "nothing
 * found" would be said of its first half.
 */
const PATIENCE_MS = 5_000;

/**
 * Reads the page of a tab: notes that it is being read and runs the page's script, which answers `page-scanned`. What
 * is known of the same page stays in view meanwhile. A PDF is read from its address, as if the reader had asked about
 * that link. Elsewhere, where the browser runs no script, the page is `not-readable`. Where the script itself breaks,
 * that is a bug: it throws.
 */
export async function scanTab(
  tabId: number,
  { book, script, now, onState, readPdf, timer = realTimer }: ScanTabPorts,
): Promise<void> {
  // Asked for at once: the popup waits for every question here that waits for another one.
  const contentType = contentTypeIn(tabId);
  contentType.catch(() => undefined);
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
  const write = async (change: (page: Page | null) => Page | null): Promise<void> => {
    const { state } = await book.change(tabId, (page) => ({ page: change(page), found: null }));
    onState(tabId, state);
  };
  // A page that hides its address cannot be told from another. But a page that was left has left no state.
  const stands = (page: Page | null): page is SourcedPage =>
    hasSource(page) && (blank.url === '' || samePage(page.state.url, blank.url));
  /** What the reader asked about stays, whatever happens to the page itself. */
  const close = (phase: Partial<PageState>): Promise<void> =>
    write((page) =>
      stands(page) && isAskedAbout(page)
        ? withPhase(page, phase)
        : { state: { ...blank, ...phase }, source: null },
    );
  const openPdf = async (): Promise<void> => {
    const source = (await book.read(tabId))?.source ?? null;
    const isAsked = source?.asked?.some((each) => each.kind === 'link' && each.link === blank.url) ?? false;
    await close({ phase: isAsked && source?.pending.length === 0 ? 'done' : 'checking' });
    if (!isAsked) readPdf(tabId, blank);
  };

  await write((page) =>
    stands(page) ? withPhase(page, { phase: 'scanning' }) : { state: blank, source: null },
  );
  const notReadable = await read(tabId, { contentType, script, timer, url: blank.url });
  if (notReadable === 'pdf' && /^https?:/.test(blank.url)) return openPdf();
  if (notReadable !== null) return close({ phase: 'not-readable', notReadable });
  if ((await addressInside(tabId)) !== null) return;
  await write((page) => {
    if (page?.state.phase !== 'scanning') return page;
    return isAskedAbout(page) ? withPhase(page, { phase: 'done' }) : null;
  });
  throw new Error('the script broke in the page');
}

const isAskedAbout = ({ source }: Page): boolean => (source?.asked ?? []).length > 0;

const withPhase = (page: Page, phase: Partial<PageState>): Page => ({
  ...page,
  state: { ...page.state, ...phase },
});

interface Reading extends Pick<ScanTabPorts, 'script'> {
  readonly contentType: Promise<string>;
  readonly timer: Timer;
  readonly url: string;
}

/** Has the page's script run; null where it ran, or why it could not. */
async function read(
  tabId: number,
  { contentType, script, timer, url }: Reading,
): Promise<NotReadable | null> {
  try {
    // The PDF viewer takes scripts but shows them an empty page, so "nothing found" would be untrue.
    if ((await contentType) === 'application/pdf') return 'pdf';
    await runSoon(tabId, script, timer);
    return null;
  } catch (refusal) {
    return notReadableReason(url, refusal instanceof Error ? refusal.message : '');
  }
}

/**
 * A page may wait for ever for a script of some other server, and its end never comes. What stands there is read then,
 * and the rest as it comes.
 */
async function runSoon(tabId: number, script: string, timer: Timer): Promise<void> {
  const running = runIn(tabId, script);
  const early = new Promise<void>((resolve, reject) => {
    const cancel = timer.after(PATIENCE_MS, () => runIn(tabId, script, 'now').then(resolve, reject));
    running.then(cancel, cancel);
  });
  await Promise.race([running, early]);
}
