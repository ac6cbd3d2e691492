/** Pictures of every surface in every dress, and axe over each: `node test/ui/gallery/shoot.mjs [folder]`. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { build, preview } from 'vite';

const folder = process.argv[2] ?? join(tmpdir(), 'touchstone-gallery');
const only = process.argv[3];
mkdirSync(folder, { recursive: true });
const root = import.meta.dirname;
const outDir = join(folder, 'site');
const shared = { root, configFile: false, logLevel: 'error' };
await build({
  ...shared,
  base: './',
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: join(root, 'gallery.html') },
  },
});
const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
const { port } = server.httpServer.address();

const POPUP = { width: 400, height: 600 };
const DARK = [{ name: 'prefers-color-scheme', value: 'dark' }];
const FORCED = [
  { name: 'forced-colors', value: 'active' },
  { name: 'prefers-color-scheme', value: 'dark' },
];
const SHOTS = [
  { name: 'done', query: '' },
  { name: 'done-dark', query: '', media: DARK },
  { name: 'done-forced', query: '', media: FORCED },
  { name: 'done-rtl', query: 'dir=rtl', open: 2 },
  { name: 'done-long', query: 'words=long', open: 2 },
  { name: 'done-zoom', query: '', size: { width: 200, height: 300, deviceScaleFactor: 2 } },
  { name: 'done-zoom-400', query: '', size: { width: 320, height: 256, deviceScaleFactor: 2 } },
  { name: 'open-failed', query: '', open: 0 },
  { name: 'open-signed', query: '', row: 'signed' },
  { name: 'open-signed-dark', query: '', row: 'signed', media: DARK },
  { name: 'open-unbound', query: '', row: 'unbound' },
  { name: 'open-forced', query: '', row: 'unbound', media: FORCED },
  { name: 'open-permission', query: '', row: 'permission' },
  { name: 'allow', query: 'case=allow' },
  { name: 'checking', query: 'case=checking' },
  { name: 'scanning', query: 'case=scanning' },
  { name: 'scanning-dark', query: 'case=scanning', media: DARK },
  { name: 'empty', query: 'case=empty' },
  { name: 'unreadable', query: 'case=unreadable' },
  { name: 'error', query: 'case=error' },
  { name: 'wide', query: '', size: { width: 1000, height: 700 }, row: 'signed' },
  { name: 'panel', query: 'surface=panel', size: { width: 420, height: 900 } },
  { name: 'panel-dark', query: 'surface=panel', size: { width: 420, height: 900 }, media: DARK },
  { name: 'options', query: 'surface=options', size: { width: 1000, height: 900 } },
  { name: 'options-dark', query: 'surface=options', size: { width: 1000, height: 900 }, media: DARK },
  {
    name: 'options-narrow',
    query: 'surface=options&case=empty&words=long',
    size: { width: 320, height: 600 },
  },
  { name: 'welcome', query: 'surface=welcome', size: { width: 1000, height: 900 } },
  { name: 'welcome-dark', query: 'surface=welcome&dir=rtl', size: { width: 1000, height: 900 }, media: DARK },
];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
  pipe: true,
});
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let violations = 0;
for (const { name, query, media = [], size = POPUP, open, row } of SHOTS) {
  if (only && !name.includes(only)) continue;
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.log(name, String(error)));
  await page.setViewport({ deviceScaleFactor: 1.5, ...size });
  const cdp = await page.createCDPSession();
  await cdp.send('Emulation.setEmulatedMedia', {
    features: [...media, { name: 'prefers-reduced-motion', value: 'reduce' }],
  });
  await page.goto(`http://127.0.0.1:${port}/gallery.html?${query}`);
  await page.waitForSelector('html[data-ready]', { timeout: 10_000 });
  const button = row
    ? `[data-credential="${row}"] .row-button`
    : `[data-credential]:nth-child(${(open ?? 0) + 1}) .row-button`;
  if (row || open !== undefined) await page.click(button);
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
  );
  for (const { id, nodes } of found.violations) {
    violations += nodes.length;
    console.log(
      name,
      id,
      nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? node.failureSummary}`),
    );
  }
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
  if (sideways) console.log(name, 'scrolls sideways');
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  await page.close();
}
await browser.close();
await server.close();
console.log(`${violations} axe violations`);
