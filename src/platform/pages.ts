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

/** How often a waiting surface checks that the worker runs. */
const WAKE_MS = 2_000;

/**
 * Calls the listener with the state now and after every change, until the signal ends it. The state is read from
 * storage, so it is shown even while the worker is dead. While checks are open, the worker is woken to resume them.
 * Rows that did not change stay the same objects.
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
  let early: Readonly<Record<string, Storage.StorageChange>>[] | null = [];
  const wake = (): void => {
    if (head === null || !isBusy(pageFrom(head, (key) => rows.get(key)))) return;
    ask('wake', { tabId }).catch(() => undefined);
  };
  const beat = setInterval(wake, WAKE_MS);
  const onChanged = (changes: Readonly<Record<string, Storage.StorageChange>>): void => {
    if (early !== null) early.push(changes);
    else if (take(changes)) tell();
  };
  browser.storage.session.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    clearInterval(beat);
    browser.storage.session.onChanged.removeListener(onChanged);
  });
  void readStored(tabId).then((stored) => {
    if (signal.aborted) return;
    head = stored?.head ?? null;
    rows = stored?.rows ?? new Map();
    // Changes that arrive during the read are at least as new as what was read.
    for (const changes of early ?? []) take(changes);
    early = null;
    tell();
  });
}
