/** A browser to measure in, opened when the first row asks for it. */
import { join } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { ensureBrowser } from '../../scripts/browser.mjs';

export interface Bench {
  /** A page of its own with this content, in Chromium, with the extension's page code in it. Closed after the work. */
  onPage<R>(html: string, work: (page: Page) => Promise<R>): Promise<R>;
  close(): Promise<void>;
}

export function createBench(): Bench {
  let browser: Promise<Browser> | undefined;
  let code: Promise<string> | undefined;
  return {
    async onPage(html, work) {
      browser ??= launch();
      code ??= bundle('page-code.ts');
      const page = await (await browser).newPage();
      try {
        await page.setContent(html, { waitUntil: 'load' });
        await page.evaluate(await code);
        return await work(page);
      } finally {
        await page.close();
      }
    },
    async close() {
      await (await browser)?.close();
    },
  };
}

export const launch = ({ args = [], ...options }: LaunchOptions = {}): Promise<Browser> =>
  puppeteer.launch({
    executablePath: ensureBrowser('chromium'),
    pipe: true,
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args],
    ...options,
  });

/** A file of this folder as one script, minified as the extension's are. */
async function bundle(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, file), formats: ['iife'], name: 'bundle' },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}
