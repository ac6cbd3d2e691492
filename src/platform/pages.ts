import type { Row } from '../item.ts';
import {
  isBusy,
  type PageHead,
  type PageState,
  pageFrom,
  pageKey,
  rowKey,
  storedHead,
  storedRow,
} from '../protocol.ts';
import { ask } from './ask.ts';
import { browser, type Storage } from './browser.ts';
import { onTabMoved } from './tabs.ts';

async function readStored(tabId: number): Promise<{ head: PageHead; rows: Map<string, Row> } | null> {
  const area = browser.storage.session;
  const head = storedHead((await area.get(pageKey(tabId)))[pageKey(tabId)]);
  if (head === undefined) return null;
  const slices = Array.from({ length: Math.ceil(head.order.length / ROWS_AT_ONCE) }, (_, slice) =>
    head.order.slice(slice * ROWS_AT_ONCE, (slice + 1) * ROWS_AT_ONCE),
  );
  const rows = await Promise.all(
    slices.map(async (order) => {
      const stored = await area.get(order.map((key) => rowKey(tabId, key)));
      return order.flatMap((key): readonly [string, Row][] => {
        const row = storedRow(stored[rowKey(tabId, key)]);
        return row === undefined ? [] : [[key, row]];
      });
    }),
  );
  return { head, rows: new Map(rows.flat()) };
}

/** Rows that one answer of the storage holds: few enough that reading them delays no click. */
const ROWS_AT_ONCE = 100;

/** How often a waiting surface checks that the worker runs, and tries what failed again. */
const WAKE_MS = 2_000;

/**
 * Calls the listener with the state now and after every change, until the signal ends it. The state is read from
 * storage, so it is shown even while the worker is dead. While checks are open, the worker is woken to resume them.
 * Where the tab moves on, the worker is told too: one that dies takes the browser's own event with it. Rows that did not
 * change stay the same objects.
 */
export function watchPage(
  tabId: number,
  listener: (state: PageState | null) => void,
  signal: AbortSignal,
): void {
  const prefix = rowKey(tabId, '');
  let head: PageHead | null = null;
  let rows = new Map<string, Row>();
  const tell = (): void => listener(head && pageFrom(head, (key) => rows.get(key)));
  const take = (changes: Readonly<Record<string, Storage.StorageChange>>): boolean => {
    let touched = false;
    for (const [key, { newValue }] of Object.entries(changes)) {
      const row = storedRow(newValue);
      if (key === pageKey(tabId)) head = storedHead(newValue) ?? null;
      else if (!key.startsWith(prefix)) continue;
      else if (row === undefined) rows.delete(key.slice(prefix.length));
      else rows.set(key.slice(prefix.length), row);
      touched = true;
    }
    return touched;
  };
  /** What changed since the reading began; null once the state was read. */
  let early: Readonly<Record<string, Storage.StorageChange>>[] | null = [];
  let isReading = false;
  const read = async (): Promise<void> => {
    if (isReading || early === null) return;
    isReading = true;
    const stored = await readStored(tabId).catch(() => 'unread' as const);
    isReading = false;
    if (signal.aborted) return;
    // The surface begins without a state, rather than not at all. The next beat reads again.
    if (stored === 'unread') return listener(null);
    head = stored?.head ?? null;
    rows = stored?.rows ?? new Map();
    // Changes that arrive during the read are at least as new as what was read.
    for (const changes of early) take(changes);
    early = null;
    tell();
  };
  /** The page as it stood when the tab moved; until the worker has heard of it. */
  let moved: PageHead | null = null;
  const tellMoved = (): void => {
    if (moved === null || moved !== head) return;
    ask('tab-moved', { tabId }).then(
      () => {
        moved = null;
      },
      () => undefined,
    );
  };
  const wake = (): void => {
    if (head === null || !isBusy(pageFrom(head, (key) => rows.get(key)))) return;
    ask('wake', { tabId }).catch(() => undefined);
  };
  const beat = setInterval(() => {
    void read();
    tellMoved();
    wake();
  }, WAKE_MS);
  const onChanged = (changes: Readonly<Record<string, Storage.StorageChange>>): void => {
    if (early !== null) early.push(changes);
    else if (take(changes)) tell();
  };
  browser.storage.session.onChanged.addListener(onChanged);
  const ignore = onTabMoved((id) => {
    if (id !== tabId) return;
    moved = head;
    tellMoved();
  });
  signal.addEventListener('abort', () => {
    clearInterval(beat);
    browser.storage.session.onChanged.removeListener(onChanged);
    ignore();
  });
  void read();
}
