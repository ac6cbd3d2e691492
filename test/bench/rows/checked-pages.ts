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
  /** Opens a page of so many badges in a tab, and clicks the button. */
  check(count: number): Promise<CheckedPage>;
}

export async function withCheckedPages<R>(work: (pages: Pages) => Promise<R>): Promise<R> {
  const signer = await createSigner('eddsa-rdfc-2022');
  const badges: Promise<string>[] = [];
  const badge = async (n: number): Promise<string> => {
    const signed = await signer.sign(badgeOf(signer.controller, n), new Date('2026-02-01T00:00:00Z'));
    return `<script type="application/ld+json">${JSON.stringify(signed)}</script>`;
  };
  const server = createServer(async ({ url = '' }, reply) => {
    const all = await Promise.all(badges.slice(0, Number(url.slice(1))));
    reply
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(`<!doctype html><html lang="en"><title>Glaziers</title>${all.join('')}`);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await withExtensions([], (installation) =>
      work({
        ...installation,
        async check(count) {
          while (badges.length < count) badges.push(badge(badges.length));
          const { browser, ours } = installation;
          const page = await browser.newPage();
          await page.goto(`http://127.0.0.1:${port}/${count}`, { waitUntil: 'load' });
          await page.bringToFront();
          const done = ours.page.evaluate(pageIsDone);
          const begun = performance.now();
          await page.triggerExtensionAction(ours.extension);
          await done;
          return { page, taken: performance.now() - begun };
        },
      }),
    );
  } finally {
    server.close();
  }
}

const pageIsDone = (): Promise<void> =>
  new Promise((resolve) => {
    chrome.storage.session.onChanged.addListener(function seen(changes) {
      const isDone = Object.entries(changes).some(
        ([key, { newValue }]) =>
          key.startsWith('page:') && JSON.stringify(newValue).includes('"phase":"done"'),
      );
      if (!isDone) return;
      chrome.storage.session.onChanged.removeListener(seen);
      resolve();
    });
  });
