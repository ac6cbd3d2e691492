// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeBrowser, fakeBrowser } from './fake-browser.ts';

const world = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('webextension-polyfill', () => ({
  get default() {
    return world.browser;
  },
}));

const WORDS: Readonly<Record<string, string>> = {
  language_tag: 'de',
  language_direction: 'ltr',
  appShortName: 'Touchstone',
  settings_title: 'Einstellungen',
};

beforeEach(() => {
  world.browser = fakeBrowser();
  world.browser.i18n.getMessage = (key) => WORDS[key] ?? '';
  vi.resetModules();
});
afterEach(() => vi.unstubAllGlobals());

const begin = async (): Promise<void> => {
  const { beginPage } = await import('../../src/platform/i18n.ts');
  await beginPage('settings_title');
};

describe('a page of the extension', () => {
  it('speaks the language that its reader chose', async () => {
    await world.browser.storage.local.set({ language: 'ar' });
    vi.stubGlobal('fetch', async () =>
      Response.json({
        language_direction: { message: 'rtl' },
        appShortName: { message: 'Touchstone' },
        settings_title: { message: 'الإعدادات' },
      }),
    );
    await begin();
    expect([document.documentElement.dir, document.title]).toEqual(['rtl', 'الإعدادات · Touchstone']);
  });

  it.each([
    ['the choice', () => vi.spyOn(world.browser.storage.local, 'get').mockRejectedValue(new Error('gone'))],
    ['its words', () => vi.stubGlobal('fetch', () => Promise.reject(new Error('gone')))],
  ])('speaks the browser’s where %s cannot be read, and is not blank', async (_, lose) => {
    await world.browser.storage.local.set({ language: 'ar' });
    lose();
    await begin();
    expect([document.documentElement.lang, document.documentElement.dir, document.title]).toEqual([
      'de',
      'ltr',
      'Einstellungen · Touchstone',
    ]);
  });
});
