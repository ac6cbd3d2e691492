/** A browser to measure in, opened when the first row asks for it. */
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { type Stage, setStageIn } from '../e2e/stage.ts';
import type { Served } from '../world/server.ts';

export interface Bench {
  /** A page of its own with this content, in Chromium, with the extension's page code in it. Closed after the work. */
  onPage<R>(html: string, work: (page: Page) => Promise<R>): Promise<R>;
  /** The built extension in Chromium, in a world of one's own. Closed after the work. */
  onStage<W extends Served, R>(world: W, work: (stage: Stage<W>) => Promise<R>): Promise<R>;
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
    async onStage(world, work) {
      const stage = await setStageIn(world, 'chromium');
      try {
        return await work(stage);
      } finally {
        await stage.close();
      }
    },
    async close() {
      await (await browser)?.close();
    },
  };
}

const launch = (): Promise<Browser> =>
  puppeteer.launch({
    executablePath: ensureBrowser('chromium'),
    pipe: true,
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
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
