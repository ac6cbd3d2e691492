import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Row } from '../../src/item.ts';
import { type PageHead, type PagePhase, type PageState, rowText } from '../../src/protocol.ts';
import { checked, ITEMS } from '../ui/made-up-items.ts';
import { type FakeBrowser, fakeBrowser } from './fake-browser.ts';

const world = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('webextension-polyfill', () => ({
  get default() {
    return world.browser;
  },
}));

import { watchPage } from '../../src/platform/pages.ts';

const state = (phase: PagePhase, order: readonly string[] = []): PageHead => ({
  tabId: 7,
  url: 'https://me.example/',
  title: 'Me',
  phase,
  startedAt: 0,
  order,
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

  it('reads a long page in parts, so that no answer of the storage is long, and is told all of it at once', async () => {
    const { session } = world.browser.storage;
    const keys = Array.from({ length: 250 }, (_, n) => `row-${n}`);
    const [each] = ITEMS;
    if (!each) throw new Error('no item');
    await session.set({
      'page:7': state('done', keys),
      ...Object.fromEntries(keys.map((key) => [`row:7:${key}`, rowText({ ...checked(each), key })])),
    });
    const get = vi.spyOn(session, 'get');
    const told: (PageState | null)[] = [];
    watchPage(7, (now) => told.push(now), new AbortController().signal);
    await vi.advanceTimersByTimeAsync(0);
    expect(told.map((now) => now?.rows.map(({ key }) => key))).toEqual([keys]);
    const sizes = await Promise.all(
      get.mock.results.map(async ({ value }) => Object.keys(await value).length),
    );
    expect(Math.max(...sizes)).toBe(100);
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
    expect(world.browser.sent).toContainEqual({ type: 'wake', ask: { tabId: 7 } });
    await session.set({ 'page:7': state('done') });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(world.browser.sent).toHaveLength(woken);
  });
});

describe('a surface whose tab moves on', () => {
  const moves = async (answers: () => Promise<unknown>) => {
    const { session } = world.browser.storage;
    await session.set({ 'page:7': state('done') });
    watchPage(7, () => undefined, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(0);
    const send = vi.spyOn(world.browser.runtime, 'sendMessage').mockImplementation(answers);
    world.browser.tabs.onUpdated.emit(8, { status: 'loading' });
    world.browser.tabs.onUpdated.emit(7, { status: 'loading' });
    await vi.advanceTimersByTimeAsync(0);
    return { session, send };
  };
  const heard = async (): Promise<unknown> => ({ answer: null });

  it('tells the background once, which may have died with the browser’s own event', async () => {
    const { send } = await moves(heard);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(send.mock.calls).toEqual([[{ type: 'tab-moved', ask: { tabId: 7 } }]]);
  });

  it('tells it again as long as it is not heard and the page before still stands', async () => {
    const { session, send } = await moves(() => Promise.reject(new Error('no worker')));
    await vi.advanceTimersByTimeAsync(2_000);
    const unheard = send.mock.calls.length;
    expect(unheard).toBeGreaterThan(1);
    await session.remove('page:7');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(send).toHaveBeenCalledTimes(unheard);
  });
});

describe('a surface whose storage does not answer', () => {
  it('begins without a state, and is told all that stands and changed once it answers', async () => {
    const { session } = world.browser.storage;
    const [each] = ITEMS;
    if (!each) throw new Error('no item');
    const row = { ...checked(each), key: 'one' };
    await session.set({ 'page:7': state('checking', ['one']), 'row:7:one': rowText(row) });
    vi.spyOn(session, 'get').mockRejectedValueOnce(new Error('gone'));
    const told: (PageState | null)[] = [];
    watchPage(7, (now) => told.push(now), new AbortController().signal);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual([null]);
    await session.set({ 'page:7': state('done', ['one']) });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told.slice(1)).toMatchObject([{ phase: 'done', rows: [{ key: 'one' }] }]);
  });
});

describe('the rows of a page', () => {
  const [one, other] = [checked(ITEMS[0] as never), checked(ITEMS[1] as never)] as [Row, Row];
  const keys = [one.key, other.key];
  const watched = async () => {
    const { session } = world.browser.storage;
    await session.set({
      'page:7': state('checking', keys),
      [`row:7:${one.key}`]: rowText(one),
      [`row:7:${other.key}`]: rowText(other),
      [`row:70:${one.key}`]: rowText(other),
    });
    const told: (PageState | null)[] = [];
    watchPage(7, (now) => told.push(now), new AbortController().signal);
    await vi.advanceTimersByTimeAsync(0);
    return { session, told };
  };

  it('stand in the order of its head, and no other tab’s among them', async () => {
    const { told } = await watched();
    expect(told.map((now) => now?.rows)).toEqual([[one, other]]);
  });

  it('stay the same objects while another one changes', async () => {
    const { session, told } = await watched();
    const before = told.at(-1)?.rows[1];
    await session.set({ [`row:7:${one.key}`]: rowText({ ...one, link: 'https://new.example/' }) });
    expect(told.at(-1)?.rows[0]).toMatchObject({ link: 'https://new.example/' });
    expect(told.at(-1)?.rows[1]).toBe(before);
  });
});
