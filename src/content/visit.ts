import { endOf, samePage, typeOf } from '../protocol.ts';
import type { SeenPage } from '../site/sighting.ts';
import { whenIdle } from './idle.ts';
import { createPageReader } from './page-reader.ts';
import { onSoftNavigation } from './soft-navigation.ts';
import type { Visit } from './visit-here.ts';

/** Read at most once a second. */
const PAUSE_MS = 1_000;
/** After a slow read, wait 20 times as long as it took: at most 5 % load. */
const REST = 20;

/**
 * Looks at one page as a guest: it reads and never edits. While the visit lasts, it reports what the page adds later. A
 * soft navigation ends the visit of a clicked page, because the click was for that page only. Where the reader has
 * named the site (`follow`), it begins the next visit.
 */
export function beginVisit(page: Document, { follow }: { readonly follow: boolean }): Visit {
  const owner = new AbortController();
  const { signal } = owner;
  const end = (): void => owner.abort();
  let url = page.location.href;
  const hasMoved = (): boolean => !samePage(page.location.href, url);

  const tell = async (type: 'page-scanned' | 'page-left', ask: object): Promise<void> => {
    try {
      await chrome.runtime.sendMessage({ type, ask });
    } catch {
      // If the worker died while it held the connection, its successor resumes from storage. After an update nobody
      // listens any more.
      if (!chrome.runtime?.id) end();
    }
  };
  // What is seen of a page that has moved on while it was read is partly the next page's.
  const onSeen = (scan: SeenPage): unknown => (hasMoved() ? look() : tell('page-scanned', { scan }));
  const look = whenIdle(
    () => {
      if (!hasMoved()) return reader.readChanges();
      if (follow) return read();
      end();
      // Firefox does not tell the background of an address that changes without a load, once the click is over.
      void tell('page-left', {});
    },
    { pause: () => Math.max(PAUSE_MS, REST * reader.spentMs()), signal },
  );
  const reader = createPageReader(page, {
    signal,
    // Whoever has clicked waits for what the page shows. On a named site nobody does.
    timeout: follow ? 100 : 1,
    onChange: look,
    onSeen,
    onBroken: end,
  });
  const read = (): void => {
    url = page.location.href;
    reader.readAll();
  };

  // This comes first: a scan that breaks leaves nothing behind, and the background finds nobody here.
  read();

  addEventListener('load', look, { signal });
  onSoftNavigation(look, signal);
  // The browser has drawn it before anybody opened it, and no report was taken: the tab still showed another page.
  page.addEventListener('prerenderingchange', read, { signal });
  addEventListener(
    'pageshow',
    // The page is back from the back/forward cache. The background has forgotten it meanwhile, and a click is over.
    ({ persisted }) => persisted && (follow ? read() : end()),
    { signal },
  );

  const answerWhere = (
    message: unknown,
    _sender: unknown,
    reply: (address: string | null) => void,
  ): true | undefined => {
    const type = typeOf(message);
    // The reader has withdrawn the site's grant; a visit by click needs none. Or their organisation allows neither.
    if (type === endOf(follow)) end();
    if (type !== 'where-are-you') return undefined;
    // A long page may still be being read. The answer waits for the end, because the reading may break.
    reader.afterReading(() => reply(signal.aborted ? null : page.location.href));
    return true;
  };
  chrome.runtime.onMessage.addListener(answerWhere);
  signal.addEventListener('abort', () => chrome.runtime?.onMessage?.removeListener(answerWhere));

  return { read, ended: signal, seen: reader.seen };
}
