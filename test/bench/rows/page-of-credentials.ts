import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { createSigner } from '../../build/signer.ts';
import { type Installation, withExtensions } from '../extension/installed.ts';
import { median, ms } from '../figures.ts';
import type { Row } from '../row.ts';
import { badgeOf } from '../verifying/badges.ts';

/** As many as a page may have looked up unasked, and a tenth of them. */
const [FEW, MANY] = [40, 400] as const;
const ROUNDS = 5;

export const pageOfCredentials: Row = {
  figure: `page of ${FEW} → ${MANY} credentials: growth of the time until all are checked`,
  target: 'exponent ≤ 1.05',
  async measure() {
    const texts = await badges(MANY);
    const pages = new Map([FEW, MANY].map((count) => [`/${count}`, pageOf(texts.slice(0, count))]));
    const server = createServer(({ url = '' }, reply) =>
      reply.setHeader('content-type', 'text/html; charset=utf-8').end(pages.get(url) ?? ''),
    ).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      return await withExtensions([], async (installation) => {
        const taken = new Map<number, number[]>([
          [FEW, []],
          [MANY, []],
        ]);
        for (let round = 0; round < ROUNDS; round += 1)
          for (const [count, times] of taken)
            times.push(await checked(installation, `http://127.0.0.1:${port}/${count}`));
        const [few = 0, many = 0] = [...taken.values()].map(median);
        const exponent = Math.log10(many / few) / Math.log10(MANY / FEW);
        return {
          value: exponent.toFixed(2),
          holds: exponent <= 1.05,
          detail: `${ms(few)} and ${ms(many)} from the click to the last verdict; ${ROUNDS} rounds`,
        };
      });
    } finally {
      server.close();
    }
  },
};

async function badges(count: number): Promise<readonly string[]> {
  const signer = await createSigner('eddsa-rdfc-2022');
  return Promise.all(
    Array.from({ length: count }, async (_, n) =>
      JSON.stringify(await signer.sign(badgeOf(signer.controller, n), new Date('2026-02-01T00:00:00Z'))),
    ),
  );
}

const pageOf = (texts: readonly string[]): string =>
  `<!doctype html><html lang="en"><title>Glaziers</title>${texts
    .map((text) => `<script type="application/ld+json">${text}</script>`)
    .join('')}`;

/** Milliseconds from the click on the button until every row of the page is checked. */
async function checked({ browser, ours }: Installation, url: string): Promise<number> {
  const page: Page = await browser.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.bringToFront();
  const done = ours.page.evaluate(pageIsDone);
  const begun = performance.now();
  await page.triggerExtensionAction(ours.extension);
  await done;
  const taken = performance.now() - begun;
  await page.close();
  return taken;
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
