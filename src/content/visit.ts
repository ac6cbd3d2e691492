import { samePage } from '../protocol.ts';
import { scan } from '../site/scan.ts';
import type { PageScan } from '../site/sighting.ts';
import { createAdditions } from './additions.ts';
import { whenIdle } from './idle.ts';

/** At most one scan a second, however busy the page is. */
const PAUSE = 1_000;

export interface Visit {
  /** Reads the page and says what it shows, also where nothing has changed. */
  read(): void;
  readonly ended: AbortSignal;
}

/**
 * Looks at one page as a guest: reads, never edits. While the visit lasts it reports what the page adds later. A soft
 * navigation ends the visit of a clicked page (the click was for that page, not for the next), and begins the next one
 * where the reader has named the site (`follow`).
 */
export function beginVisit(page: Document, { follow }: { readonly follow: boolean }): Visit {
  const owner = new AbortController();
  const { signal } = owner;
  let url = page.location.href;
  let last = '';

  const send = async (seen: PageScan): Promise<void> => {
    try {
      await chrome.runtime.sendMessage({ type: 'page-scanned', ask: { scan: seen } });
    } catch {
      // A worker that died while it held the line resumes from storage. After an update nobody is there any more.
      if (chrome.runtime?.id === undefined) owner.abort();
    }
  };
  const read = (always: boolean): void => {
    url = page.location.href;
    const seen = scan(page, { url });
    const text = JSON.stringify(seen);
    if (!always && text === last) return;
    last = text;
    void send(seen);
  };

  // First of all: a scan that breaks leaves nothing behind, and the background finds nobody here.
  read(true);

  const additions = createAdditions();
  const look = whenIdle(
    () => {
      const here = page.location.href;
      const moved = !samePage(here, url);
      if (moved && !follow) return owner.abort();
      if (additions.take() || moved) read(moved);
    },
    { pause: PAUSE, signal },
  );

  const observer = new MutationObserver((records) => {
    additions.note(records);
    look();
  });
  observer.observe(page, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
  for (const event of ['popstate', 'hashchange', 'load']) addEventListener(event, look, { signal });
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      // Back from the back/forward cache: the background has forgotten the page meanwhile.
      if (persisted && follow) read(true);
    },
    { signal },
  );

  const answerWhere = (message: unknown, _sender: unknown, reply: (address: string) => void): undefined => {
    if ((message as { type?: unknown } | null)?.type === 'where-are-you') reply(page.location.href);
  };
  chrome.runtime.onMessage.addListener(answerWhere);
  signal.addEventListener('abort', () => chrome.runtime?.onMessage?.removeListener(answerWhere));

  return { read: () => read(true), ended: signal };
}
