import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BASE, type FakeBrowser, fakeBrowser } from '../platform/fake-browser.ts';
import { bench, rest, scanOf, URL_OF_PAGE } from './bench.ts';

const world = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('webextension-polyfill', () => ({
  get default() {
    return world.browser;
  },
}));

import { createGate } from '../../src/background/gate.ts';
import { policyChanged } from '../../src/background/policy-changed.ts';
import { scanTab } from '../../src/background/scan-tab.ts';
import { readAllowedSites } from '../../src/platform/allowed-sites.ts';
import { endVisit, isOwnPage, tabById } from '../../src/platform/tabs.ts';

const OTHER = 'https://other.example/in/ann';
const PREVIEW = `${BASE}src/preview/index.html`;
const LINK = { kind: 'link', link: 'https://badges.example/asked' } as const;

/** What the extension has run in pages, and what it has told them. */
let ran = 0;
let told: unknown[] = [];
const prescribe = (allowedSites: unknown): Promise<void> =>
  world.browser.storage.managed.set({ allowedSites });

function house() {
  const worker = bench();
  const refused: number[] = [];
  const gate = createGate({
    book: worker.book,
    checks: worker.checks,
    allowedSites: readAllowedSites,
    isOwn: isOwnPage,
    tabById,
    now: () => 1,
    onRefused: (tabId) => {
      refused.push(tabId);
      void endVisit(tabId);
    },
    scan: (tabId) =>
      scanTab(tabId, {
        book: worker.book,
        script: '/main.js',
        now: () => 1,
        onState: () => undefined,
        readPdf: (tab, page) => void gate.checks.asked(tab, page, [{ kind: 'link', link: page.url }]),
      }),
  });
  const changed = async (): Promise<void> => {
    void policyChanged({
      book: worker.book,
      checks: gate.checks,
      gate,
      openTabs: async () => [...world.browser.tabs.open.keys()],
      addressInside: async (tabId) => world.browser.tabs.open.get(tabId)?.url ?? null,
      endVisit,
    });
    await rest();
  };
  const why = async (tabId = 7) => (await worker.book.read(tabId))?.state.notReadable;
  return { ...worker, gate, refused, changed, why };
}
const show = (url: string | undefined, { id = 7, type = 'text/html' } = {}): void => {
  world.browser.tabs.open.set(id, { id, title: 'Ann', ...(url !== undefined && { url }) });
  world.browser.scripting.executeScript = async ({ func }) => {
    ran += 1;
    return [{ result: func ? type : undefined }];
  };
  world.browser.tabs.sendMessage = async (tabId, message) => {
    told.push([tabId, message]);
    return url;
  };
};

beforeEach(() => {
  world.browser = fakeBrowser();
  ran = 0;
  told = [];
});

describe('where an organisation allows some sites only, a click', () => {
  it.each([
    ['another site', OTHER],
    ['a host beside an allowed one', 'https://www.me.example/'],
    ['an allowed host without https', 'http://me.example/'],
    ['a host that only ends like an allowed one', 'https://not-school.example/'],
    ['a file of this computer', 'file:///home/ann/profile.html'],
    ['a PDF of another site', 'https://other.example/cv.pdf'],
  ])('reads nothing of %s, and says so', async (_, url) => {
    await prescribe(['me.example', '*.school.example']);
    show(url, { type: url.endsWith('.pdf') ? 'application/pdf' : 'text/html' });
    const { gate, book, asking } = house();
    await gate.scan(7);
    await rest();
    expect((await book.read(7))?.state).toMatchObject({
      phase: 'not-readable',
      notReadable: 'not-allowed',
      url,
    });
    expect([ran, asking()]).toEqual([0, []]);
  });

  it.each(['https://me.example/in/ann?x#y', 'https://school.example/', 'https://a.b.school.example/'])(
    'reads %s as ever',
    async (url) => {
      await prescribe(['me.example', '*.school.example']);
      show(url);
      const { gate, phase } = house();
      await gate.scan(7);
      expect([ran, await phase()]).toEqual([2, 'scanning']);
    },
  );

  it.each([
    ['chrome://settings/', 'browser-page'],
    ['view-source:https://me.example/', 'source-view'],
  ])('says of %s what it said before', async (url, reason) => {
    await prescribe(['me.example']);
    show(url);
    const { gate, why } = house();
    await gate.scan(7);
    expect([ran, await why()]).toEqual([0, reason]);
  });

  it.each([
    ['Cannot access a chrome:// URL', 'browser-page'],
    ['Missing host permission for the tab', 'no-access'],
  ])('says of a page that hides its address what the browser does: %s', async (words, reason) => {
    await prescribe(['me.example']);
    show(undefined);
    world.browser.scripting.executeScript = () => Promise.reject(new Error(words));
    const { gate, why } = house();
    await gate.scan(7);
    expect(await why()).toBe(reason);
  });

  it.each<[unknown]>([[[]], ['me.example'], [null], [{}], [[`${URL_OF_PAGE}in/ann`]]])(
    'reads nothing at all where the list is %j',
    async (list) => {
      world.browser.storage.managed.held.set('allowedSites', list);
      show(URL_OF_PAGE);
      const { gate, why } = house();
      await gate.scan(7);
      expect([ran, await why()]).toEqual([0, 'not-allowed']);
    },
  );
});

it('where nothing is prescribed, every page is read', async () => {
  show(OTHER);
  const { gate, phase } = house();
  await gate.scan(7);
  expect([ran, await phase()]).toEqual([2, 'scanning']);
});

describe('on a page of a site that is not allowed', () => {
  it('nothing counts that a script still reports, and it is told to stop', async () => {
    await prescribe(['me.example']);
    show(OTHER);
    const { gate, why, asking, refused } = house();
    await gate.checks.scanned(7, scanOf(['a'], OTHER));
    await rest();
    expect([asking(), await why(), refused]).toEqual([[], 'not-allowed', [7]]);
    expect(told).toEqual([
      [7, { type: 'end-true' }],
      [7, { type: 'end-false' }],
    ]);
  });

  it('nothing is checked that the reader points at', async () => {
    await prescribe(['me.example']);
    const { gate, why, asking, picture } = house();
    await gate.checks.asked(7, { url: OTHER, title: '' }, [LINK]);
    await rest();
    expect([asking(), await picture(), await why()]).toEqual([[], '', 'not-allowed']);
  });
});

it('what the reader brings to a page of the extension is checked under every policy', async () => {
  await prescribe([]);
  const { gate, asking } = house();
  void gate.checks.asked(7, { url: PREVIEW, title: '' }, [LINK]);
  void gate.checks.asked(8, { url: 'chrome-extension://another/x.html', title: '' }, [LINK]);
  await rest();
  expect(asking()).toEqual(['url:https://badges.example/asked']);
});

describe('a policy that changes', () => {
  it('has pages left that may be read no longer, and nothing of them is noted any more', async () => {
    show(OTHER, { id: 8 });
    show(URL_OF_PAGE);
    show(OTHER, { id: 9 });
    const { gate, changed, settle, noted, picture, why } = house();
    void gate.checks.scanned(7, scanOf(['a']));
    void gate.checks.scanned(8, scanOf(['b'], OTHER));
    await rest();
    await prescribe(['me.example']);
    await changed();
    settle('a');
    settle('b');
    await rest();
    expect([await picture(7), await why(7)]).toEqual(['a:timeout', undefined]);
    expect([await picture(8), await why(8)]).toEqual(['', 'not-allowed']);
    expect(noted).toEqual([`${URL_OF_PAGE} a`]);
    // Tab 9 has a script and no page that is known.
    expect(new Set(told.map((each) => (each as [number])[0]))).toEqual(new Set([8, 9]));
  });

  it('has the others judged anew', async () => {
    show(URL_OF_PAGE);
    const { gate, changed, settle, asking } = house();
    void gate.checks.scanned(7, scanOf(['a']));
    await rest();
    settle('a');
    await rest();
    await prescribe(['me.example']);
    await changed();
    expect(asking()).toEqual(['a', 'a']);
  });

  it('lets the reader ask again for a page that was refused', async () => {
    await prescribe(['me.example']);
    show(OTHER);
    const { gate, changed, book, why } = house();
    await gate.scan(7);
    expect(await why()).toBe('not-allowed');
    await prescribe(['me.example', 'other.example']);
    await changed();
    expect(await book.read(7)).toBeNull();
    await gate.scan(7);
    expect(ran).toBe(2);
  });
});
