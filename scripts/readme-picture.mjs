#!/usr/bin/env node
// docs/demo.png: the demo's profile with the popup over it, put together from the screenshots of `npm start -- --headless`.
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { ensureBrowser } from './browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const picture = (name) =>
  `data:image/png;base64,${readFileSync(join(root, 'demo-output', name)).toString('base64')}`;

const page = `<!doctype html><style>
  body { margin: 0; width: 1200px; height: 1180px; overflow: hidden; position: relative; background: #f1efe9 }
  .profile { position: absolute; inset: 0 auto auto -190px; width: 1200px; clip-path: inset(790px 0 0 0); margin-top: -770px }
  .popup { position: absolute; inset: 20px 24px auto auto; width: 400px; border-radius: 10px; max-height: 1140px; overflow: hidden; box-shadow: 0 18px 60px #0006 }
  .popup img { display: block; width: 400px }
</style><img class="profile" src="${picture('page.png')}"><div class="popup"><img src="${picture('popup-light.png')}"></div>`;

const browser = await puppeteer.launch({
  executablePath: ensureBrowser('chromium'),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1200, height: 1180 });
  await tab.setContent(page);
  mkdirSync(join(root, 'docs'), { recursive: true });
  await tab.screenshot({ path: join(root, 'docs', 'demo.png') });
} finally {
  await browser.close();
}
