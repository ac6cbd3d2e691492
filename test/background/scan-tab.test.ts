import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Timer } from '../../src/net/timer.ts';
import { type FakeBrowser, fakeBrowser } from '../platform/fake-browser.ts';
import { bench, rest, scanOf, sessionArea, URL_OF_PAGE } from './bench.ts';

const world = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('webextension-polyfill', () => ({
  get default() {
    return world.browser;
  },
}));

import { scanTab } from '../../src/background/scan-tab.ts';

let ran: string[];
/** A tab whose page is of this type, and whose script answers when it is asked where it is. */
const tab = ({ url = URL_OF_PAGE as string | undefined, type = 'text/html', answers = true } = {}) => {
  world.browser.tabs.open.set(7, { id: 7, title: 'Me', ...(url !== undefined && { url }) });
  world.browser.scripting.executeScript = async ({ files, func }) => {
    if (files) ran.push(...files);
    return [{ result: func ? type : undefined }];
  };
  if (answers) world.browser.tabs.sendMessage = async () => url;
};
const refuse = (words: string) => {
  world.browser.scripting.executeScript = () => Promise.reject(new Error(words));
};
const scan = (house = bench(), timer?: Timer) =>
  scanTab(7, {
    ...(timer && { timer }),
    book: house.book,
    script: '/src/content/main.iife.js',
    now: () => 1,
    onState: () => undefined,
    readPdf: (tabId, page) => void house.checks.asked(tabId, page, [{ kind: 'link', link: page.url }]),
  });

beforeEach(() => {
  world.browser = fakeBrowser();
  ran = [];
});

describe('reading the page of a tab', () => {
  it('runs the page’s script, by its path inside the extension', async () => {
    tab();
    const house = bench();
    await scan(house);
    expect(ran).toEqual(['src/content/main.iife.js']);
    expect(await house.phase()).toBe('scanning');
  });

  it('runs the script in a page whose end never comes, once that has taken too long', async () => {
    tab();
    const { executeScript } = world.browser.scripting;
    world.browser.scripting.executeScript = (injection) =>
      injection.injectImmediately ? executeScript(injection) : new Promise(() => undefined);
    let wakes = (): void => undefined;
    const scanned = scan(bench(), {
      after: (_, run) => {
        wakes = run;
        return () => undefined;
      },
    });
    await rest();
    expect(ran).toEqual([]);
    wakes();
    await scanned;
    expect(ran).toEqual(['src/content/main.iife.js']);
  });

  it('keeps in view what is known of the same page', async () => {
    tab();
    const house = bench();
    void house.checks.scanned(7, scanOf(['a']));
    await rest();
    house.settle('a');
    await rest();
    await scan(house);
    expect(await house.picture()).toBe('a:timeout');
    expect(await house.phase()).toBe('scanning');
  });

  it('shows nothing of the page that was there before', async () => {
    tab({ url: 'https://other.example/' });
    const house = bench();
    void house.checks.scanned(7, scanOf(['a']));
    await rest();
    await scan(house);
    expect(await house.picture()).toBe('');
  });

  it.each([
    ['a browser page', { url: 'chrome://settings/' }, 'browser-page'],
    ['a store', { url: 'https://addons.mozilla.org/x' }, 'store-page'],
    ['a page that hides its address', { url: undefined }, 'no-access'],
  ])('says why it cannot read %s', async (_, which, notReadable) => {
    tab(which);
    refuse('no');
    const house = bench();
    await scan(house);
    expect((await house.book.read(7))?.state).toMatchObject({ phase: 'not-readable', notReadable, rows: [] });
  });

  it('knows a page of the browser’s own by its address, where nothing refuses the script and none runs', async () => {
    tab({ url: 'about:config', answers: false });
    world.browser.scripting.executeScript = async () => [null as never];
    const house = bench();
    await scan(house);
    expect((await house.book.read(7))?.state).toMatchObject({
      phase: 'not-readable',
      notReadable: 'browser-page',
    });
  });

  it('reads a PDF at its address, once, and runs nothing in its viewer', async () => {
    tab({ url: 'https://files.example/cv', type: 'application/pdf' });
    const house = bench();
    await scan(house);
    await rest();
    expect([await house.picture(), await house.phase()]).toEqual([
      'url:https://files.example/cv:checking',
      'checking',
    ]);
    house.settle('url:https://files.example/cv');
    await rest();
    await scan(house);
    expect([await house.picture(), await house.phase()]).toEqual([
      'url:https://files.example/cv:timeout',
      'done',
    ]);
    expect(ran).toEqual([]);
  });

  it('knows a PDF by its address where the viewer refuses every script', async () => {
    tab({ url: 'https://files.example/cv.pdf#page=2' });
    refuse('Missing host permission for the tab');
    const house = bench();
    await scan(house);
    await rest();
    expect(await house.phase()).toBe('checking');
  });

  it('never says of a PDF that it cannot fetch that it shows no credentials', async () => {
    tab({ url: 'file:///home/ann/cv', type: 'application/pdf' });
    const house = bench();
    await scan(house);
    expect((await house.book.read(7))?.state).toMatchObject({ phase: 'not-readable', notReadable: 'pdf' });
    expect(ran).toEqual([]);
  });

  it('throws where the script broke in the page, and leaves no page that is read for ever', async () => {
    tab({ answers: false });
    const house = bench(sessionArea());
    await expect(scan(house)).rejects.toThrow(/broke/);
    expect(await house.book.read(7)).toBeNull();
  });
});

describe('what the reader asked about before', () => {
  const THING = 'https://somewhere.example/thing';
  const asked = async () => {
    const house = bench();
    void house.checks.asked(7, { url: URL_OF_PAGE, title: 'Me' }, [{ kind: 'link', link: THING }]);
    await rest();
    house.settle(`url:${THING}`);
    await rest();
    return house;
  };

  it('stays in view while the page is read', async () => {
    tab();
    const house = await asked();
    await scan(house);
    expect([await house.picture(), await house.phase()]).toEqual([`url:${THING}:timeout`, 'scanning']);
  });

  it.each([
    ['a page that cannot be read', URL_OF_PAGE],
    ['a page that hides its address', undefined],
  ])('stays on %s', async (_, url) => {
    tab({ url });
    refuse('Cannot access a chrome:// URL');
    const house = await asked();
    await scan(house);
    expect([await house.picture(), await house.phase()]).toEqual([`url:${THING}:timeout`, 'not-readable']);
  });

  it('does not stay on another page', async () => {
    tab({ url: 'https://other.example/' });
    refuse('no');
    const house = await asked();
    await scan(house);
    expect(await house.picture()).toBe('');
  });

  it('stays where the script breaks in the page', async () => {
    tab({ answers: false });
    const house = await asked();
    await expect(scan(house)).rejects.toThrow('broke');
    expect([await house.picture(), await house.phase()]).toEqual([`url:${THING}:timeout`, 'done']);
  });
});
