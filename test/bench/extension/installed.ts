/** Extensions in one Chromium: ours as it is built, and others that are made for a comparison. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Extension, Page } from 'puppeteer-core';
import { build } from 'vite';
import { plainFlatMaps } from '../../../vite.flat-map.ts';
import { launch } from '../bench.ts';

const OURS = join(import.meta.dirname, '..', '..', '..', 'dist', 'chrome');

/** An extension that is installed, and a page of its own from which its worker is asked. */
export interface Installed {
  readonly extension: Extension;
  readonly page: Page;
  /** Ends the worker; the next message starts it again. */
  stopWorker(): Promise<void>;
}

export interface Installation {
  readonly browser: Browser;
  readonly ours: Installed;
  readonly others: readonly Installed[];
}

/** Ours beside workers made of files of this folder. All is gone after the work. */
export async function withExtensions<R>(
  others: readonly string[],
  work: (installation: Installation) => Promise<R>,
): Promise<R> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-bench-'));
  const browser = await launch({ enableExtensions: true });
  try {
    const ours = await install(browser, OURS, 'src/preview/index.html');
    // It opens by itself, and would take the view from whatever stands there.
    await browser.waitForTarget((target) => target.url().endsWith('/src/welcome/index.html'));
    const made: Installed[] = [];
    for (const file of others)
      made.push(await install(browser, await makeExtension(folder, file), 'page.html'));
    return await work({ browser, ours, others: made });
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
}

async function install(browser: Browser, directory: string, path: string): Promise<Installed> {
  const id = await browser.installExtension(directory);
  const own = `chrome-extension://${id}/`;
  const worker = () =>
    browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().startsWith(own));
  await worker();
  const extension = (await browser.extensions()).get(id);
  if (extension === undefined) throw new Error('the extension did not load');
  const page = await browser.newPage();
  await page.goto(own + path, { waitUntil: 'load' });
  return {
    extension,
    page,
    async stopWorker() {
      await (await (await worker()).worker())?.close();
    },
  };
}

async function makeExtension(folder: string, file: string): Promise<string> {
  const directory = join(folder, file.replace(/\.ts$/, ''));
  await mkdir(directory);
  const manifest = {
    manifest_version: 3,
    name: file,
    version: '1',
    background: { service_worker: 'worker.js' },
  };
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(directory, 'page.html'), '<!doctype html><title>bench</title>');
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    // Ours is built as it is shipped. This touches no package.
    plugins: [plainFlatMaps],
    build: {
      outDir: directory,
      emptyOutDir: false,
      target: 'es2022',
      lib: {
        entry: join(import.meta.dirname, file),
        formats: ['iife'],
        name: 'worker',
        fileName: () => 'worker.js',
      },
    },
  });
  return directory;
}
