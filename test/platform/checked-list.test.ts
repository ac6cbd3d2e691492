import { beforeEach, describe, expect, it, vi } from 'vitest';
import { untilChanged } from '../../src/background/until-changed.ts';
import type { Item } from '../../src/item.ts';
import { ITEMS } from '../ui/made-up-items.ts';
import { VOICE } from '../ui/voice.ts';
import { type FakeBrowser, fakeBrowser } from './fake-browser.ts';

const world = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('webextension-polyfill', () => ({
  get default() {
    return world.browser;
  },
}));

const DAY = 86_400_000;
const PAGE = { url: 'https://me.example/in/ann', title: 'Ann Ode' };
const [first] = ITEMS;
if (!first) throw new Error('no item');
const found = (status: Item['verdict']['status'], key = 'credly:1'): Item => ({
  ...first,
  key,
  verdict: { ...first.verdict, status, reason: null },
});

let list: typeof import('../../src/platform/checked-list.ts');
beforeEach(async () => {
  world.browser = fakeBrowser();
  // What was measured of another browser's storage says nothing here.
  vi.resetModules();
  list = await import('../../src/platform/checked-list.ts');
});
const note = (items: readonly Item[], now: number, page = PAGE) =>
  list.noteChecked(items, { page, voice: VOICE, now });
const keys = (): readonly string[] =>
  [...world.browser.storage.local.held.keys()].filter((key) => key.startsWith('checked:'));

describe('the list of what was checked', () => {
  it('is off until the reader switches it on', async () => {
    expect(await list.readCheckedSettings()).toEqual({ on: false, days: 90 });
    world.browser.storage.local.held.set('checked-settings', { on: 'yes', days: 0 });
    expect((await list.readCheckedSettings()).on).toBe(false);
  });

  it('says at the next visit what a credential was before', async () => {
    await list.writeCheckedSettings({ on: true, days: 90 }, 0);
    expect((await note([found('signature-verified')], 1))[0]?.earlier).toBeUndefined();
    const [again] = await note([found('revoked')], 2);
    expect(again?.earlier).toEqual({ outcome: 'signature-verified', at: 1 });
  });

  it('writes one row for one answer, however many there are', async () => {
    await list.writeCheckedSettings({ on: true, days: 90 }, 0);
    await note(
      Array.from({ length: 30 }, (_, n) => found('revoked', `credly:${n}`)),
      1,
    );
    const changes: string[] = [];
    world.browser.storage.local.onChanged.addListener((changed) => changes.push(...Object.keys(changed)));
    await note([found('expired', 'credly:7')], 2);
    expect([keys().length, changes.length]).toEqual([30, 1]);
  });

  it('tells the same credential on two pages apart, and jumps within one page not', async () => {
    await list.writeCheckedSettings({ on: true, days: 90 }, 0);
    await note([found('revoked')], 1);
    await note([found('revoked')], 2, { ...PAGE, url: `${PAGE.url}#skills` });
    await note([found('revoked')], 3, { ...PAGE, url: 'https://other.example/' });
    expect((await list.readChecked()).map(({ at }) => at)).toEqual([3, 2]);
    // SHA-256: of a weaker digest, a page could choose its address so that its entry took another's place.
    for (const key of keys()) expect(key).toMatch(/^checked:[0-9a-f]{64}$/);
  });

  it('drops what is older than the reader wants it kept', async () => {
    await list.writeCheckedSettings({ on: true, days: 2 }, 0);
    await note([found('revoked', 'a')], 0);
    await note([found('revoked', 'b')], 2 * DAY);
    await list.forgetOld(3 * DAY);
    expect((await list.readChecked()).map(({ at }) => at)).toEqual([2 * DAY]);
  });

  it('stays within its bytes: the oldest go first', async () => {
    await list.writeCheckedSettings({ on: true, days: 3650 }, 0);
    const page = { ...PAGE, title: 'x'.repeat(200), url: `https://me.example/${'p'.repeat(480)}` };
    for (let now = 1; now <= 30; now += 1)
      await note(
        Array.from({ length: 100 }, (_, n) => found('revoked', `credly:${now}-${n}`)),
        now,
        page,
      );
    const held = [...world.browser.storage.local.held];
    expect(JSON.stringify(held).length).toBeLessThan(2_300_000);
    const kept = await list.readChecked();
    expect(kept[0]?.at).toBe(30);
    expect(kept.some(({ at }) => at === 1)).toBe(false);
  });

  it('never keeps a check from its answer, even where nothing can be written', async () => {
    await list.writeCheckedSettings({ on: true, days: 90 }, 0);
    world.browser.storage.local.quota = 10;
    const items = [found('revoked')];
    expect((await note(items, 1)).map(({ key }) => key)).toEqual(['credly:1']);
  });

  it('forgets itself and nothing else', async () => {
    await list.writeCheckedSettings({ on: true, days: 7 }, 0);
    await note([found('revoked')], 1);
    await list.forgetChecked();
    expect([keys(), await list.readCheckedSettings()]).toEqual([[], { on: true, days: 7 }]);
  });

  it('tells its watcher the entries now and after each change, until it is called off', async () => {
    await list.writeCheckedSettings({ on: true, days: 90 }, 0);
    const owner = new AbortController();
    const told: number[] = [];
    list.watchChecked((entries) => told.push(entries.length), owner.signal);
    await expect.poll(() => told).toEqual([0]);
    await note([found('revoked')], 1);
    await expect.poll(() => told.at(-1)).toBe(1);
    owner.abort();
    await list.forgetChecked();
    expect(told.at(-1)).toBe(1);
  });

  it('shows its watcher nothing while it is switched off, and keeps its entries', async () => {
    await list.writeCheckedSettings({ on: true, days: 90 }, 0);
    await note([found('revoked')], 1);
    const told: number[] = [];
    list.watchChecked((entries) => told.push(entries.length), new AbortController().signal);
    await vi.waitFor(() => expect(told).toEqual([1]));
    await list.writeCheckedSettings({ on: false, days: 90 }, 2);
    await vi.waitFor(() => expect(told.at(-1)).toBe(0));
    expect((await list.readChecked()).length).toBe(1);
    await list.writeCheckedSettings({ on: true, days: 90 }, 3);
    await vi.waitFor(() => expect(told.at(-1)).toBe(1));
  });
});

describe('a list that the organisation has switched off', () => {
  const prescribe = (checkedList: unknown): Promise<void> =>
    world.browser.storage.managed.set({ checkedList });

  it.each([
    [false, false],
    [true, true],
    ['false', true],
    [0, true],
    [null, true],
  ])('is off by %j and nothing else (kept: %s), whatever the reader has chosen', async (value, isKept) => {
    await list.writeCheckedSettings({ on: true, days: 90 }, 0);
    await prescribe(value);
    expect(await list.isCheckedKept()).toBe(isKept);
    expect(await list.isCheckedForbidden()).toBe(!isKept);
  });

  it('is switched on by no policy', async () => {
    await prescribe(true);
    expect(await list.isCheckedKept()).toBe(false);
  });

  it('is told at once, with the reader’s own choice when the policy goes', async () => {
    await list.writeCheckedSettings({ on: true, days: 30 }, 0);
    const isKept = untilChanged(list.isCheckedKept, list.onCheckedKeptChanged);
    expect(await isKept()).toBe(true);
    await prescribe(false);
    expect(await isKept()).toBe(false);
    await list.writeCheckedSettings({ on: true, days: 60 }, 0);
    expect(await isKept()).toBe(false);
    await world.browser.storage.managed.remove('checkedList');
    expect(await isKept()).toBe(true);
    expect(await list.readCheckedSettings()).toEqual({ on: true, days: 60 });
  });

  it('is not shown beside the page any more, and loses nothing', async () => {
    await list.writeCheckedSettings({ on: true, days: 90 }, 0);
    await note([found('revoked')], 1);
    const lengths: number[] = [];
    const owner = new AbortController();
    list.watchChecked((entries) => lengths.push(entries.length), owner.signal);
    await vi.waitFor(() => expect(lengths).toEqual([1]));
    await prescribe(false);
    await vi.waitFor(() => expect(lengths).toEqual([1, 0]));
    expect(await list.readChecked()).toHaveLength(1);
    owner.abort();
    expect(world.browser.storage.managed.onChanged.size).toBe(0);
    await list.forgetChecked();
    expect(keys()).toEqual([]);
  });
});
