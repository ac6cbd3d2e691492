import { type PageState, pageKey } from '../protocol.ts';
import { lighten, withinBounds } from './lighten.ts';
import type { Page, PageSource } from './page.ts';

/** `storage.session`, or a fake of it. */
export interface SessionArea {
  all(): Promise<Readonly<Record<string, unknown>>>;
  get(keys: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
  /** Rejects over the quota (10 MB in both browsers). */
  set(entries: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

export interface PageBook {
  /** The page as it is after every change that was asked for before. */
  read(tabId: number): Promise<Page | null>;
  /** Changes one tab's page; changes of one tab wait for each other. Answers the state that now stands. */
  change(tabId: number, change: (page: Page | null) => Page | null): Promise<PageState | null>;
  tabs(): Promise<readonly number[]>;
}

const sourceKey = (tabId: number): string => `source:${tabId}`;

/** The one writer of page states. All of it is in storage, none in memory, so that the worker may die at any time. */
export function createPageBook(area: SessionArea): PageBook {
  const turns = new Map<number, Promise<unknown>>();

  const stored = async (tabId: number): Promise<Page | null> => {
    const { [pageKey(tabId)]: state, [sourceKey(tabId)]: source } = await area.get([
      pageKey(tabId),
      sourceKey(tabId),
    ]);
    return state === undefined
      ? null
      : { state: state as PageState, source: (source as PageSource | undefined) ?? null };
  };

  const states = async (): Promise<readonly PageState[]> =>
    Object.entries(await area.all())
      .filter(([key]) => key.startsWith('page:'))
      .map(([, state]) => state as PageState);

  /** No page stores more than its share. Over the quota, pages that were looked at longest ago go first; then this page's own heavy parts. */
  const write = async (tabId: number, given: Page): Promise<PageState> => {
    const page = withinBounds(given);
    const entries = ({ state, source }: Page) => ({
      [pageKey(tabId)]: state,
      ...(source && { [sourceKey(tabId)]: source }),
    });
    const attempt = (lighter: Page) =>
      area.set(entries(lighter)).then(
        () => true,
        () => false,
      );
    if (await attempt(page)) return page.state;
    const others = (await states())
      .filter((state) => state.tabId !== tabId)
      .sort((one, other) => one.startedAt - other.startedAt);
    for (const other of others) {
      await area.remove([pageKey(other.tabId), sourceKey(other.tabId)]);
      if (await attempt(page)) return page.state;
    }
    for (const lighter of lighten(page)) if (await attempt(lighter)) return lighter.state;
    throw new Error('storage.session holds not even the lightest form of one page');
  };

  const change: PageBook['change'] = (tabId, change) => {
    const turn = (turns.get(tabId) ?? Promise.resolve()).then(async () => {
      const before = await stored(tabId);
      const after = change(before);
      if (after === null) {
        if (before !== null) await area.remove([pageKey(tabId), sourceKey(tabId)]);
        return null;
      }
      if (after === before) return before.state;
      if (after.source === null && before?.source) await area.remove([sourceKey(tabId)]);
      return write(tabId, after);
    });
    const quiet = turn.catch(() => undefined);
    turns.set(tabId, quiet);
    void quiet.then(() => {
      if (turns.get(tabId) === quiet) turns.delete(tabId);
    });
    return turn;
  };

  const read: PageBook['read'] = async (tabId) => {
    await turns.get(tabId);
    return stored(tabId);
  };

  return { read, change, tabs: async () => (await states()).map(({ tabId }) => tabId) };
}
