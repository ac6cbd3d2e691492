import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SeenPage } from '../../src/site/sighting.ts';
import { BASE, type FakeBrowser, fakeBrowser } from './fake-browser.ts';

const world = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('webextension-polyfill', () => ({
  get default() {
    return world.browser;
  },
}));

import { ask } from '../../src/platform/ask.ts';
import { answerRequests, type Handlers } from '../../src/platform/messages.ts';
import { LIMITS } from '../../src/platform/request-forms.ts';

const wording = {
  lines: ['Badge', 'Example University'],
  own: ['Badge'],
  link: 'part',
  heading: null,
  isLarge: false,
  isParted: false,
  named: [],
  texts: [],
  section: null,
  cells: [],
};
const sighting = { kind: 'link', link: 'https://a.example/1', text: null, wording, place: 0 };
const scan = { url: 'https://me.example/', title: 'Me', language: 'en', sightings: [sighting] };

const popup = { id: 'abcdef', url: `${BASE}src/popup/index.html` };
const optionsInTab = { ...popup, url: `${BASE}src/options/index.html`, tab: { id: 9 }, frameId: 0 };
const script = { id: 'abcdef', url: 'https://me.example/', tab: { id: 7 }, frameId: 0 };

let heard: [string, unknown, unknown][];
const handlers = (): Handlers =>
  Object.fromEntries(
    [
      'scan-tab',
      'page-scanned',
      'page-left',
      'recheck',
      'check-asked',
      'forget-page',
      'origins-granted',
      'known-holder',
    ].map((name) => [
      name,
      async (payload: unknown, asker: unknown) => {
        heard.push([name, payload, asker]);
        return null;
      },
    ]),
  ) as unknown as Handlers;

/** What a sender hears back; `unheard` where nobody took the message. */
const say = (message: unknown, sender: unknown): Promise<unknown> =>
  new Promise((resolve) => {
    const taken = world.browser.runtime.onMessage.emit(message, sender, resolve);
    if (taken.every((each) => each === undefined)) resolve('unheard');
  });

/** The scan that the background was given. */
const seen = (): SeenPage | undefined => (heard[0]?.[1] as { scan: SeenPage } | undefined)?.scan;

beforeEach(() => {
  world.browser = fakeBrowser();
  heard = [];
  answerRequests(handlers());
});

describe('who may ask the background for what', () => {
  it('takes a scan from the script of a page, with the tab that the browser names', async () => {
    expect(await say({ type: 'page-scanned', ask: { scan, tabId: 99 } }, script)).toEqual({ answer: null });
    expect(heard).toEqual([['page-scanned', { scan }, { tabId: 7, url: 'https://me.example/' }]]);
  });

  it.each([
    ['scan-tab', { tabId: 7 }],
    ['recheck', { tabId: 7, key: null }],
    ['origins-granted', { tabId: 7 }],
    ['known-holder', { tabId: 7, holder: { email: 'a@b.example' } }],
    ['check-asked', { tabId: 7, asked: [{ kind: 'link', link: 'https://a.example/' }] }],
    ['forget-page', { tabId: 7 }],
  ])('refuses %s from the script of a page', async (type, payload) => {
    expect(await say({ type, ask: payload }, script)).toEqual({ refused: 'sender' });
    expect(heard).toEqual([]);
  });

  it('refuses a scan from a frame inside the page', async () => {
    expect(await say({ type: 'page-scanned', ask: { scan } }, { ...script, frameId: 3 })).toEqual({
      refused: 'sender',
    });
  });

  it('refuses a scan from a page of its own', async () => {
    expect(await say({ type: 'page-scanned', ask: { scan } }, popup)).toEqual({ refused: 'sender' });
  });

  it('refuses every request of another extension', async () => {
    const stranger = { id: 'other', url: 'chrome-extension://other/popup.html' };
    expect(await say({ type: 'recheck', ask: { tabId: 7, key: null } }, stranger)).toEqual({
      refused: 'sender',
    });
  });

  it('refuses a page script that is another extension’s', async () => {
    expect(await say({ type: 'page-scanned', ask: { scan } }, { ...script, id: 'other' })).toEqual({
      refused: 'sender',
    });
  });

  it('refuses an address that only begins like its own', async () => {
    const lookAlike = { ...popup, url: 'chrome-extension://abcdef.evil.example/' };
    expect(await say({ type: 'scan-tab', ask: { tabId: 7 } }, lookAlike)).toEqual({ refused: 'sender' });
  });

  it.each([
    ['the popup', popup],
    ['a settings page in a tab of its own', optionsInTab],
  ])('answers %s', async (_, sender) => {
    expect(await say({ type: 'scan-tab', ask: { tabId: 7 } }, sender)).toEqual({ answer: null });
  });
});

describe('what a request must look like', () => {
  it.each([
    { kind: 'link', link: 'https://a.example/' },
    { kind: 'image', link: 'data:image/png;base64,AAAA' },
    { kind: 'text', text: 'words' },
    { kind: 'file', name: 'badge.png', base64: 'AAAA' },
  ])('takes what the reader asks about: $kind', async (asked) => {
    const payload = { tabId: 7, asked: [asked] };
    expect(await say({ type: 'check-asked', ask: payload }, popup)).toEqual({ answer: null });
    expect(heard[0]?.[1]).toEqual(payload);
  });

  it.each([
    ['nothing', []],
    ['more than twenty', Array.from({ length: 21 }, () => ({ kind: 'text', text: 'a' }))],
    ['an unknown kind', [{ kind: 'page', link: 'https://a.example/' }]],
    ['a link in place of a text', [{ kind: 'text', link: 'https://a.example/' }]],
    ['too large a file', [{ kind: 'file', name: 'a', base64: 'A'.repeat(LIMITS.file + 1) }]],
    ['too long a text', [{ kind: 'text', text: 'a'.repeat(LIMITS.embedded + 1) }]],
  ])('does not take %s', async (_, asked) => {
    expect(await say({ type: 'check-asked', ask: { tabId: 7, asked } }, popup)).toEqual({ refused: 'form' });
  });

  it.each([
    ['no tab', {}],
    ['a tab in words', { tabId: '7' }],
    ['a negative tab', { tabId: -1 }],
    ['nothing', undefined],
  ])('refuses %s', async (_, payload) => {
    expect(await say({ type: 'scan-tab', ask: payload }, popup)).toEqual({ refused: 'form' });
    expect(heard).toEqual([]);
  });

  it('drops what is not of the form instead of passing it on', async () => {
    await say({ type: 'known-holder', ask: { tabId: 7, holder: { email: 'a@b.example', x: 1 } } }, popup);
    expect(heard[0]?.[1]).toEqual({ tabId: 7, holder: { email: 'a@b.example' } });
  });

  it('loses one malformed sighting, not the page', async () => {
    const odd = [{ ...sighting, kind: 'spell' }, sighting, { ...sighting, link: 'x'.repeat(70_000) }, null];
    await say({ type: 'page-scanned', ask: { scan: { ...scan, sightings: odd } } }, script);
    expect(seen()?.sightings).toEqual([sighting]);
  });

  it('cuts endless prose instead of losing the credential beside it', async () => {
    const long = 'x'.repeat(1_000_000);
    const endless = {
      ...sighting,
      wording: { ...wording, lines: Array.from({ length: 1_000 }, () => long) },
    };
    const language = '{{ page.language }}'.repeat(20);
    const endlessPage = { ...scan, language, sightings: [endless] };
    expect(await say({ type: 'page-scanned', ask: { scan: endlessPage } }, script)).toEqual({ answer: null });
    expect(seen()?.sightings[0]?.wording?.lines).toEqual(
      Array.from({ length: 60 }, () => long.slice(0, 4_000)),
    );
  });

  it.each([[{ type: 'where-are-you' }], [{ type: 'toString' }], [null], ['scan-tab'], [{ type: 7 }]])(
    'leaves %j to others',
    async (message) => {
      expect(await say(message, popup)).toBe('unheard');
    },
  );
});

describe('asking', () => {
  it('hands the answer back', async () => {
    world.browser.runtime.sendMessage = async () => ({ answer: null });
    expect(await ask('scan-tab', { tabId: 7 })).toBeNull();
  });

  it.each([[{ refused: 'sender' }], [undefined]])('rejects where the reply is %j', async (reply) => {
    world.browser.runtime.sendMessage = async () => reply;
    await expect(ask('scan-tab', { tabId: 7 })).rejects.toThrow(/scan-tab/);
  });

  it('tells the asker of a bug, without its words', async () => {
    world.browser = fakeBrowser();
    answerRequests({
      ...handlers(),
      'scan-tab': async () => {
        throw new Error('secret=1');
      },
    });
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await say({ type: 'scan-tab', ask: { tabId: 7 } }, popup)).toEqual({ refused: 'internal' });
    log.mockRestore();
  });
});
