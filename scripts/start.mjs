#!/usr/bin/env node
// npm start [-- [--headless] [<profile URL or saved page>]]: builds the extension and opens a browser with it.
// Without a page it is the demo: a profile of twelve credentials whose issuers run on this machine.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { adviceFor, ensureBrowser, findBrowser } from './browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const asked = process.argv.slice(2);
const unknown = asked.filter((each) => each.startsWith('-') && each !== '--headless');
const targets = asked.filter((each) => !each.startsWith('-'));
if (unknown.length > 0 || targets.length > 1) {
  console.error('npm start [-- [--headless] [<profile URL or saved page>]]');
  process.exit(64);
}

const browser = chooseBrowser();
const noDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const headless = noDisplay || asked.includes('--headless');
console.log('building …');
execFileSync(
  process.execPath,
  [join(root, 'scripts', 'build.mjs'), browser === 'chromium' ? 'chrome' : 'firefox'],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
console.log(
  `opening ${browser === 'chromium' ? 'Chromium' : 'Firefox'}${headless ? ', with no window' : ''} …`,
);
const { module } = await runnerImport(join(root, 'test', 'demo', 'demo.ts'), {
  root,
  configFile: false,
  logLevel: 'warn',
});
await module.runDemo({ browser, headless, target: targets[0] ?? null, output: join(root, 'demo-output') });

/** Whatever is there; else whatever can be installed without asking. */
function chooseBrowser() {
  const found = ['chromium', 'firefox'].find((kind) => findBrowser(kind) !== null);
  if (found) return found;
  try {
    ensureBrowser('chromium');
    return 'chromium';
  } catch {
    console.error(adviceFor(['chromium', 'firefox']));
    process.exit(1);
  }
}
