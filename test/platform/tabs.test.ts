import { beforeEach, expect, it, vi } from 'vitest';
import { type FakeBrowser, fakeBrowser } from './fake-browser.ts';

const world = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('webextension-polyfill', () => ({
  get default() {
    return world.browser;
  },
}));

import { isPrivate } from '../../src/platform/tabs.ts';

beforeEach(() => {
  world.browser = fakeBrowser();
});

it.each([
  ['of a private window', { incognito: true }, true],
  ['of an ordinary window', { incognito: false }, false],
  ['of which the browser does not say it', {}, true],
  ['that is closed', null, true],
])('a tab %s: private %#', async (_, tab, hidden) => {
  if (tab !== null) world.browser.tabs.open.set(7, { id: 7, ...tab });
  expect(await isPrivate(7)).toBe(hidden);
});
