import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeBrowser, fakeBrowser } from './fake-browser.ts';

const world = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('webextension-polyfill', () => ({
  get default() {
    return world.browser;
  },
}));

import { openPopup } from '../../src/platform/action.ts';
import { type Chosen, offerMenus } from '../../src/platform/context-menus.ts';
import { LIMITS } from '../../src/platform/request-forms.ts';

const PAGE = 'https://me.example/';
const TAB = { id: 7, title: 'Me', url: PAGE };
let chosen: Chosen[];
const choose = (menuItemId: string, click: object, tab: object | undefined = TAB) =>
  world.browser.contextMenus.onClicked.emit({ menuItemId, pageUrl: PAGE, ...click }, tab);

beforeEach(() => {
  world.browser = fakeBrowser();
  chosen = [];
  offerMenus(
    (key) => `<${key}>`,
    (each) => void chosen.push(each),
  );
});

describe('the items in the page’s context menu', () => {
  it('are four, for links, images, selections and PDFs, made anew at every installation, update and start', async () => {
    for (const event of [world.browser.runtime.onInstalled, world.browser.runtime.onInstalled])
      event.emit({ reason: 'update' });
    world.browser.runtime.onStartup.emit();
    await expect.poll(() => world.browser.contextMenus.removed).toBe(3);
    expect([...world.browser.contextMenus.items.values()]).toEqual([
      { id: 'check-link', title: '<menu_check_link>', contexts: ['link'] },
      { id: 'check-image', title: '<menu_check_image>', contexts: ['image'] },
      { id: 'check-text', title: '<menu_check_text>', contexts: ['selection'] },
      {
        id: 'check-pdf',
        title: '<menu_check_pdf>',
        contexts: ['page'],
        documentUrlPatterns: ['*://*/*.pdf', '*://*/*.pdf?*'],
      },
    ]);
  });

  it('are made at the next start where the browser failed to take the old ones away', async () => {
    const { removeAll } = world.browser.contextMenus;
    world.browser.contextMenus.removeAll = () => {
      world.browser.contextMenus.removeAll = removeAll;
      return Promise.reject(new Error('no menu yet'));
    };
    world.browser.runtime.onStartup.emit();
    world.browser.runtime.onStartup.emit();
    await expect.poll(() => world.browser.contextMenus.items.size).toBe(4);
  });

  it.each([
    ['check-link', { linkUrl: 'https://a.example/1' }, { kind: 'link', link: 'https://a.example/1' }],
    [
      'check-image',
      { srcUrl: 'https://a.example/1.png', linkUrl: 'https://a.example/1' },
      { kind: 'image', link: 'https://a.example/1.png' },
    ],
    ['check-text', { selectionText: 'words' }, { kind: 'text', text: 'words' }],
    [
      'check-pdf',
      { pageUrl: 'https://a.example/cv.pdf' },
      { kind: 'link', link: 'https://a.example/cv.pdf' },
    ],
  ])('%s asks about what was under the pointer', (item, click, asked) => {
    choose(item, click);
    expect(chosen).toMatchObject([{ tabId: 7, title: 'Me', asked }]);
  });

  it.each([
    ['an item of somebody else', 'other', { linkUrl: 'https://a.example/1' }, TAB],
    ['a click without what it is about', 'check-link', {}, TAB],
    ['a click in no tab', 'check-link', { linkUrl: 'https://a.example/1' }, { id: -1 }],
    ['a link beyond the limit', 'check-link', { linkUrl: 'x'.repeat(LIMITS.address + 1) }, TAB],
    ['a selection beyond the limit', 'check-text', { selectionText: 'x'.repeat(LIMITS.embedded + 1) }, TAB],
  ])('take nothing from %s', (_, item, click, tab) => {
    choose(item, click, tab);
    expect(chosen).toEqual([]);
  });
});

describe('opening the popup', () => {
  it('tells whether the browser allowed it', async () => {
    expect(await openPopup()).toBe(true);
    world.browser.action.openPopup = () => Promise.reject(new Error('only in a user gesture'));
    expect(await openPopup()).toBe(false);
  });
});
