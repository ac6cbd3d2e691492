import {
  type PageHead,
  type PageState,
  pageFrom,
  pageKey,
  rowKey,
  rowText,
  storedHead,
  storedRow,
} from '../protocol.ts';
import { lighten } from './lighten.ts';
import type { Page, PageSource } from './page.ts';
import { byOwner } from './rows.ts';
import { withinBounds } from './within-bounds.ts';

/** `storage.session`, or a fake of it. */
export interface SessionArea {
  keys(): Promise<readonly string[]>;
  get(keys: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
  /** Rejects over the quota (10 MB in both browsers). */
  set(entries: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/** A page as it is to be stored, and what the change found out on the way. */
export interface Change<Found> {
  readonly page: Page | null;
  readonly found: Found;
}

export interface PageBook {
  /** The page after every change that was requested before. */
  read(tabId: number): Promise<Page | null>;
  /** Changes one tab's page. Changes of one tab wait for each other. Returns the new state, and what was found. */
  change<Found>(
    tabId: number,
    change: (page: Page | null) => Change<Found>,
  ): Promise<{ readonly state: PageState | null; readonly found: Found }>;
  /** As `change`, but returns what was found while the browser still writes. */
  begin<Found>(
    tabId: number,
    change: (page: Page | null) => Change<Found>,
  ): Promise<{ readonly written: Promise<PageState | null>; readonly found: Found }>;
  tabs(): Promise<readonly number[]>;
  /** Every page without its rows: each start of the worker asks for them, so no row is read for it. */
  heads(): Promise<readonly PageHead[]>;
}

/** What the keys of all heads begin with. */
const HEADS = 'page:';
const sourceKey = (tabId: number): string => `source:${tabId}`;
/** Apart from the rest of the source, which is long and stays as it is while answers come. */
const pendingKey = (tabId: number): string => `pending:${tabId}`;
const sourceKeys = (tabId: number): readonly string[] => [sourceKey(tabId), pendingKey(tabId)];
const headOf = ({ rows, ...head }: PageState): PageHead => ({ ...head, order: rows.map(({ key }) => key) });

/** Settled pages that memory holds. Those of other tabs are read from storage when something happens to them. */
const MAX_SETTLED_PAGES = 2;

/**
 * The only writer of page states. Memory holds what storage holds of the pages under way and of the latest, so a change
 * writes only the differences: rows that now have an answer, the head and the source. The worker may die at any time;
 * whatever it has not written, its successor settles.
 */
export function createPageBook(area: SessionArea): PageBook {
  const turns = new Map<number, Promise<void>>();
  /** What storage holds of these tabs, the latest last. */
  const held = new Map<number, Page>();
  /** Tabs whose page was given up for another's, since their last turn began. What that turn still writes is nothing. */
  const givenUp = new Set<number>();
  const hold = (tabId: number, page: Page): void => {
    held.delete(tabId);
    held.set(tabId, page);
    const settled = [...held].filter(([, { source }]) => !source?.pending.length);
    for (const [earlier] of settled.slice(0, -MAX_SETTLED_PAGES)) held.delete(earlier);
  };

  const stored = async (tabId: number): Promise<Page | null> => {
    const known = held.get(tabId);
    if (known !== undefined) return known;
    const read = await area.get([pageKey(tabId), sourceKey(tabId), pendingKey(tabId)]);
    const head = storedHead(read[pageKey(tabId)]);
    if (head === undefined) return null;
    const rows = await area.get(head.order.map((key) => rowKey(tabId, key)));
    const state = pageFrom(head, (key) => storedRow(rows[rowKey(tabId, key)]));
    // Written here alone, so its shape is known.
    const source = storedSource(read[sourceKey(tabId)]);
    const pending = (read[pendingKey(tabId)] as PageSource['pending'] | undefined) ?? [];
    const page = { state, source: source && stillPending(state, { ...source, pending }) };
    // It went while it was read. What this turn writes is a page of its own.
    if (givenUp.delete(tabId)) return null;
    hold(tabId, page);
    return page;
  };

  const heads = async (): Promise<readonly PageHead[]> => {
    const keys = (await area.keys()).filter((key) => key.startsWith(HEADS));
    return Object.values(await area.get(keys)).flatMap((head) => storedHead(head) ?? []);
  };

  const forget = async (head: PageHead): Promise<void> => {
    const { tabId, order } = head;
    held.delete(tabId);
    await area.remove([pageKey(tabId), ...sourceKeys(tabId), ...order.map((key) => rowKey(tabId, key))]);
  };

  /** Does not wait for the other tab's turn: two full pages would wait for each other. */
  const giveUp = (head: PageHead): Promise<void> => {
    givenUp.add(head.tabId);
    return forget(head);
  };

  /**
   * No page stores more than its share. Over the quota, the pages viewed longest ago go first, then the heavy parts of
   * this page. null where this page was given up meanwhile: a part of it alone would be read as the whole.
   */
  const write = async (tabId: number, before: Page | null, given: Page): Promise<PageState | null> => {
    const page = withinBounds(given);
    const attempt = async (lighter: Page): Promise<boolean> => {
      const entries = changedEntries(before, lighter);
      const written = await area.set(entries).then(
        () => true,
        () => false,
      );
      if (written && !givenUp.has(tabId)) hold(tabId, lighter);
      else if (written) await area.remove(Object.keys(entries));
      return written;
    };
    const kept = (state: PageState): PageState | null => (givenUp.has(tabId) ? null : state);
    // What is no part of the page goes last. A worker that dies in between leaves too much; the other way round, a
    // credential would be missing.
    const isWritten = await attempt(page);
    const gone = goneKeys(before, page);
    if (gone.length > 0) await area.remove(gone);
    if (isWritten || (gone.length > 0 && (await attempt(page)))) return kept(page.state);
    const others = (await heads())
      .filter((head) => head.tabId !== tabId)
      .sort((one, other) => one.startedAt - other.startedAt);
    for (const other of others) {
      await giveUp(other);
      if (await attempt(page)) return kept(page.state);
    }
    for (const lighter of lighten(page)) if (await attempt(lighter)) return kept(lighter.state);
    throw new Error('storage.session holds not even the lightest form of one page');
  };

  const replace = async (
    tabId: number,
    before: Page | null,
    after: Page | null,
  ): Promise<PageState | null> => {
    if (after === null) {
      if (before !== null) await forget(headOf(before.state));
      return null;
    }
    return after === before ? before.state : write(tabId, before, after);
  };

  const begin: PageBook['begin'] = (tabId, change) => {
    const turn = (turns.get(tabId) ?? Promise.resolve()).then(async () => {
      givenUp.delete(tabId);
      const before = await stored(tabId);
      const { page, found } = change(before);
      return { written: replace(tabId, before, page), found };
    });
    const nothing = (): void => undefined;
    const quiet = turn.then(({ written }) => written).then(nothing, nothing);
    turns.set(tabId, quiet);
    void quiet.then(() => {
      if (turns.get(tabId) === quiet) turns.delete(tabId);
    });
    return turn;
  };

  const change: PageBook['change'] = async (tabId, change) => {
    const { written, found } = await begin(tabId, change);
    return { state: await written, found };
  };

  /** Takes its turn as a change does. A page that is read from storage while it changes would be half the old one. */
  const read: PageBook['read'] = async (tabId) =>
    (await change(tabId, (page) => ({ page, found: page }))).found;

  return {
    read,
    change,
    begin,
    heads,
    tabs: async () => (await heads()).map(({ tabId }) => tabId),
  };
}

/**
 * What has to be written so that storage holds this page: rows that are new objects, and a head or source that differs.
 */
function changedEntries(before: Page | null, { state, source }: Page): Readonly<Record<string, unknown>> {
  const { tabId } = state;
  const old = new Map(before?.state.rows.map((row) => [row.key, row]));
  const entries: Record<string, unknown> = {};
  for (const row of state.rows) if (old.get(row.key) !== row) entries[rowKey(tabId, row.key)] = rowText(row);
  const head = headOf(state);
  if (before === null || JSON.stringify(headOf(before.state)) !== JSON.stringify(head))
    entries[pageKey(tabId)] = head;
  if (source !== null) {
    const { pending, ...shown } = source;
    if (!isSameSource(before?.source ?? null, source)) entries[sourceKey(tabId)] = JSON.stringify(shown);
    if (!isCovered(before?.source?.pending, pending)) entries[pendingKey(tabId)] = pending;
  }
  return entries;
}

function goneKeys(before: Page | null, { state, source }: Page): readonly string[] {
  if (before === null) return [];
  const kept = new Set(state.rows.map(({ key }) => key));
  const rows = before.state.rows
    .filter(({ key }) => !kept.has(key))
    .map(({ key }) => rowKey(state.tabId, key));
  return before.source !== null && source === null ? [...rows, ...sourceKeys(state.tabId)] : rows;
}

/** As text, as the rows are. Written here alone, so its shape is known. */
const storedSource = (value: unknown): Omit<PageSource, 'pending'> | null =>
  typeof value === 'string' ? (JSON.parse(value) as Omit<PageSource, 'pending'>) : null;

const isSameSource = (before: PageSource | null, { scan, asked, cut }: PageSource): boolean =>
  before?.scan === scan && before.asked === asked && before.cut === cut;

/**
 * Whether the stored list of pending keys says the same. Those that have their answers need not be taken off it
 * (`stillPending`).
 */
function isCovered(before: PageSource['pending'] | undefined, pending: PageSource['pending']): boolean {
  if (before === undefined || (pending.length === 0 && before.length > 0)) return false;
  const known = new Set(before);
  return pending.every((key) => known.has(key));
}

/** Of the keys that were pending when the source was written, those whose rows have no answer yet. */
function stillPending(state: PageState, source: PageSource): PageSource {
  const shown = byOwner(
    state.rows,
    source.pending.map((key) => ({ key })),
  );
  const pending = source.pending.filter(
    (key) => shown.get(key)?.every((row) => row.state === 'checked') !== true,
  );
  return { ...source, pending };
}
