/** Pages of signed badges, and the extension that checks them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { createSigner } from '../../build/signer.ts';
import { type Installation, withExtensions } from '../extension/installed.ts';
import { badgeOf } from '../verifying/badges.ts';

export interface CheckedPage {
  readonly page: Page;
  /** Milliseconds from the click on the button until every badge of the page was checked. */
  readonly taken: number;
}
export interface Pages extends Installation {
  /** Opens a page of so many badges in a tab, clicks the button, and asks for what was left for the reader to ask for. */
  check(count: number): Promise<CheckedPage>;
  /** The texts of these badges. */
  badges(count: number): Promise<readonly string[]>;
}

/** Beside `others`, which are files of the folder of extensions. */
export async function withCheckedPages<R>(
  work: (pages: Pages) => Promise<R>,
  others: readonly string[] = [],
): Promise<R> {
  const signer = await createSigner('eddsa-rdfc-2022');
  const made: Promise<string>[] = [];
  const badge = async (n: number): Promise<string> =>
    JSON.stringify(await signer.sign(badgeOf(signer.controller, n), new Date('2026-02-01T00:00:00Z')));
  const badges = (count: number): Promise<readonly string[]> => {
    while (made.length < count) made.push(badge(made.length));
    return Promise.all(made.slice(0, count));
  };
  const server = createServer(async ({ url = '' }, reply) => {
    const all = await badges(Number(url.slice(1)));
    const scripts = all.map((text) => `<script type="application/ld+json">${text}</script>`);
    reply
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(`<!doctype html><html lang="en"><title>Glaziers</title>${scripts.join('')}`);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await withExtensions(others, (installation) =>
      work({
        ...installation,
        badges,
        async check(count) {
          await badges(count);
          const { browser, ours } = installation;
          const page = await browser.newPage();
          await page.goto(`http://127.0.0.1:${port}/${count}`, { waitUntil: 'load' });
          await page.bringToFront();
          const done = ours.page.evaluate(pageIsDone);
          const begun = performance.now();
          await page.triggerExtensionAction(ours.extension);
          const tabId = await done;
          await ours.page.evaluate(restIsDone, tabId);
          const taken = performance.now() - begun;
          const authentic = await ours.page.evaluate(authenticOn, tabId);
          if (authentic !== count) throw new Error(`${authentic} badges of ${count} are authentic`);
          return { page, taken };
        },
      }),
    );
  } finally {
    server.close();
  }
}

/** The tab whose page is the next to be done. */
const pageIsDone = (): Promise<number> =>
  new Promise((resolve) => {
    chrome.storage.session.onChanged.addListener(function seen(changes) {
      for (const [key, { newValue }] of Object.entries(changes)) {
        const [, tabId] = /^page:(\d+)$/.exec(key) ?? [];
        if (tabId === undefined || (newValue as Head | undefined)?.phase !== 'done') continue;
        chrome.storage.session.onChanged.removeListener(seen);
        resolve(Number(tabId));
      }
    });
  });

interface Head {
  readonly phase?: string;
  readonly left?: number;
}

/** Asks for what a page has left for the reader to ask for, and waits until that is checked, too. */
async function restIsDone(tabId: number): Promise<void> {
  const key = `page:${tabId}`;
  const isSettled = async (): Promise<boolean> => {
    const { phase, left = 0 } = ((await chrome.storage.session.get(key)) as Record<string, Head>)[key] ?? {};
    return phase === 'done' && left === 0;
  };
  if (await isSettled()) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  chrome.storage.session.onChanged.addListener(async function seen(changes) {
    if (!(key in changes) || !(await isSettled())) return;
    chrome.storage.session.onChanged.removeListener(seen);
    resolve();
  });
  await chrome.runtime.sendMessage({ type: 'check-rest', ask: { tabId } });
  return promise;
}

/** How many rows of a tab's page are authentic. */
async function authenticOn(tabId: number): Promise<number> {
  const stored = Object.entries(await chrome.storage.session.get(null));
  return stored.filter(
    ([key, row]) => key.startsWith(`row:${tabId}:`) && String(row).includes('"signature-verified"'),
  ).length;
}
