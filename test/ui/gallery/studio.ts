/** The gallery on a server of its own, and a browser before it. Used by `npm run screens` and by the test of layout. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build, preview } from 'vite';
import { ensureBrowser } from '../../../scripts/browser.mjs';
import type { Dress, Shot } from './shots.ts';

export interface Studio {
  /** Where the gallery is served. */
  readonly address: string;
  readonly browser: Browser;
  /** Opens the shot in a tab, dressed and ready. The same tab serves one shot after another. */
  show(shot: Pick<Shot, 'query' | 'size' | 'dress' | 'language'>): Promise<Page>;
  close(): Promise<void>;
}

const MEDIA: Readonly<Record<Dress, readonly { readonly name: string; readonly value: string }[]>> = {
  light: [],
  rtl: [],
  zoom: [],
  dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
  forced: [
    { name: 'forced-colors', value: 'active' },
    { name: 'prefers-color-scheme', value: 'dark' },
  ],
};

/**
 * The whole document, as PNG in base64. The browser may not have painted all of a long one yet, so it is photographed
 * until two pictures in a row are alike.
 */
export async function photograph(page: Page): Promise<string> {
  // A document that fits its window is photographed as it stands: from right to left the browser shifts it else.
  const fullPage = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight);
  for (let before: string | null = null; ; ) {
    const now: string = await page.screenshot({ fullPage, encoding: 'base64' });
    if (now === before) return now;
    before = now;
  }
}

/** Builds the gallery, serves it on the loopback, and opens a browser without a window. Whoever opens it closes it. */
export async function openStudio(kind: 'chromium' | 'firefox' = 'chromium'): Promise<Studio> {
  const outDir = mkdtempSync(join(tmpdir(), 'gallery-'));
  const root = dirname(fileURLToPath(new URL('gallery.html', import.meta.url)));
  const shared = { root, configFile: false, logLevel: 'error' } as const;
  await build({
    ...shared,
    base: './',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: join(root, 'gallery.html') },
    },
  });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const { port } = server.httpServer.address() as { readonly port: number };
  const address = `http://127.0.0.1:${port}/gallery.html`;
  const browser = await puppeteer.launch(
    kind === 'chromium'
      ? {
          executablePath: ensureBrowser('chromium'),
          args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-lcd-text'],
          pipe: true,
        }
      : { browser: 'firefox', executablePath: ensureBrowser('firefox') },
  );
  const page = await browser.newPage();
  const media = kind === 'chromium' ? await page.createCDPSession() : null;
  page.on('pageerror', (error) => console.error(page.url(), String(error)));
  return {
    address,
    browser,
    async show({ query, size, dress, language }) {
      await page.setViewport({ ...size, deviceScaleFactor: 1 });
      // `Page.emulateMediaFeatures` knows no forced colours.
      await media?.send('Emulation.setEmulatedMedia', {
        features: [...MEDIA[dress], { name: 'prefers-reduced-motion', value: 'reduce' }],
      });
      await page.goto(`${address}?${query}&lang=${language}`);
      await page.waitForSelector('html[data-ready]', { timeout: 30_000 });
      return page;
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.httpServer.close(resolve));
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
