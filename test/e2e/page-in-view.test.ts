/** The certificate's own page, open before the reader: read where nobody may be asked, and never more than a page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html, type Reply } from '../world/reply.ts';
import { checksOf, rowsOf, settled, toggleRow } from './popup.ts';
import { until } from './session.ts';
import { BROWSERS, type Stage, setStageIn } from './stage.ts';

const CODE = 'UC-7A41D2E9';
const UDEMY = `https://www.udemy.com/certificate/${CODE}/`;
const KEY = `udemy:${CODE}`;
const LEARNED = '0123456789abcdef'.repeat(4);
const LEARNING = `https://www.linkedin.com/learning/certificates/${LEARNED}`;
const MISSING = 'https://www.udemy.com/certificate/UC-00MISSING/';
const ALIKE = `https://www.udemy.com.evil.example/certificate/${CODE}/`;

/** As single-page applications come: a shell that names the address everywhere and the certificate nowhere. */
const shell = (script = ''): Reply =>
  html(
    `<!doctype html><html lang="en"><head><title>Certificates</title><link rel="canonical" href="${UDEMY}">` +
      `<meta property="og:url" content="${UDEMY}"></head><body><main></main>` +
      `<a href="/login?next=/certificate/${CODE}/">Log in</a><script>${script}</script></body></html>`,
  );
const WORLD = {
  replies: new Map<string, Reply>([
    [UDEMY, shell()],
    ['https://www.udemy.com/learn/', shell(`history.pushState({}, '', '/certificate/${CODE}/');`)],
    [
      LEARNING,
      html(
        `<!doctype html><html lang="en"><title>Certificate</title><img alt="" src="/${LEARNED}.png"></html>`,
      ),
    ],
    [
      MISSING,
      html(
        '<!doctype html><html lang="en"><title>Udemy</title><p>No certificate UC-00MISSING.</p></html>',
        404,
      ),
    ],
    [ALIKE, html(`<!doctype html><html lang="en"><title>Udemy</title><p>${CODE}</p></html>`)],
  ]),
  hosts: new Set(['www.udemy.com', 'www.linkedin.com', 'www.udemy.com.evil.example']),
};

describe.each(BROWSERS)('a certificate’s own page, open in %s,', (browser) => {
  let stage: Stage<typeof WORLD>;
  beforeAll(async () => {
    stage = await setStageIn(WORLD, browser);
  });
  afterAll(() => stage?.close());

  const draw = (): void => {
    const main = document.querySelector('main');
    if (main) main.innerHTML = `<h1>Hydrology</h1><img alt="" src="/cards/UC-7A41D2E9.png">`;
  };

  it('is not checked while it is a shell, and a page that exists once it is drawn, with nobody asked', async () => {
    const page = await stage.session.open(UDEMY);
    const popup = await stage.session.clickToolbar();
    await settled(popup);
    expect(await rowsOf(popup)).toMatchObject([{ key: KEY, status: 'not-checked' }]);
    stage.proxy.forget();
    await page.evaluate(draw);
    await until(popup, () => document.querySelector('[data-status="page-only"]') !== null);
    await settled(popup);
    expect(await rowsOf(popup)).toMatchObject([{ key: KEY, status: 'page-only', standing: 'inconclusive' }]);
    await toggleRow(popup, KEY);
    const proof = (await checksOf(popup, KEY)).find(({ id }) => id === 'proof');
    expect(proof?.code).toBe('page-in-view');
    expect(stage.proxy.asked.filter((host) => host.includes('udemy'))).toEqual([]);
    await popup.close();
    await page.close();
  });

  it('is the one that the browser says it is, also where a script has led there', async () => {
    const page = await stage.session.open('https://www.udemy.com/learn/');
    await page.evaluate(draw);
    const popup = await stage.session.clickToolbar();
    await settled(popup);
    expect(await rowsOf(popup)).toMatchObject([{ key: KEY, status: 'page-only' }]);
    await popup.close();
    await page.close();
  });

  it('is none where its server says so, whatever that page repeats', async () => {
    const page = await stage.session.open(MISSING);
    const popup = await stage.session.clickToolbar();
    await settled(popup);
    expect(await rowsOf(popup)).toMatchObject([{ key: 'udemy:UC-00MISSING', status: 'not-checked' }]);
    await popup.close();
    await page.close();
  });

  it('needs no permission to be asked for: it is in view', async () => {
    const page = await stage.session.open(LEARNING);
    const popup = await stage.session.clickToolbar();
    await settled(popup);
    expect(await rowsOf(popup)).toMatchObject([{ key: `linkedin-learning:${LEARNED}`, status: 'page-only' }]);
    expect(await popup.evaluate(() => document.querySelector('[data-allow]') === null)).toBe(true);
    await popup.close();
    await page.close();
  });

  it('speaks for nobody at a host that only looks like the platform’s', async () => {
    const page = await stage.session.open(ALIKE);
    const popup = await stage.session.clickToolbar();
    await settled(popup);
    for (const { key, status } of await rowsOf(popup)) {
      expect(key).not.toBe(KEY);
      expect(status).not.toBe('page-only');
    }
    await popup.close();
    await page.close();
  });
});
