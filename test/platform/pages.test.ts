import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PagePhase, PageState } from '../../src/protocol.ts';
import { type FakeBrowser, fakeBrowser } from './fake-browser.ts';

const world = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('webextension-polyfill', () => ({
  get default() {
    return world.browser;
  },
}));

import { readPages, watchPage } from '../../src/platform/pages.ts';

const state = (phase: PagePhase): PageState => ({
  tabId: 7,
  url: 'https://me.example/',
  title: 'Me',
  phase,
  startedAt: 0,
  rows: [],
  wantedOrigins: [],
});

beforeEach(() => {
  vi.useFakeTimers();
  world.browser = fakeBrowser();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a surface that watches a page', () => {
  it('is told the state that stands, then each that follows, until it goes', async () => {
    const { session } = world.browser.storage;
    await session.set({ 'page:7': state('checking') });
    const told: (string | undefined)[] = [];
    const owner = new AbortController();
    watchPage(7, (now) => told.push(now?.phase), owner.signal);
    await vi.advanceTimersByTimeAsync(0);
    await session.set({ 'page:7': state('done') });
    await session.set({ 'page:8': state('scanning') });
    await session.remove('page:7');
    owner.abort();
    await session.set({ 'page:7': state('scanning') });
    expect(told).toEqual(['checking', 'done', undefined]);
    expect(session.onChanged.size).toBe(0);
  });

  it('is never told an older state after a newer one', async () => {
    const { session } = world.browser.storage;
    await session.set({ 'page:7': state('checking') });
    const told: (string | undefined)[] = [];
    watchPage(7, (now) => told.push(now?.phase), new AbortController().signal);
    session.onChanged.emit({ 'page:7': { newValue: state('done') } });
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['done']);
  });

  it('wakes the background as long as checks are open, and lets it sleep when they are done', async () => {
    const { session } = world.browser.storage;
    await session.set({ 'page:7': state('checking') });
    const owner = new AbortController();
    watchPage(7, () => undefined, owner.signal);
    await vi.advanceTimersByTimeAsync(10_000);
    const woken = world.browser.sent.length;
    expect(woken).toBeGreaterThan(1);
    await session.set({ 'page:7': state('done') });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(world.browser.sent).toHaveLength(woken);
  });
});

it('pages are found among everything else that the session keeps', async () => {
  await world.browser.storage.session.set({ 'page:7': state('done'), 'source:7': { scan: {}, pending: [] } });
  expect((await readPages()).map(({ tabId }) => tabId)).toEqual([7]);
});
