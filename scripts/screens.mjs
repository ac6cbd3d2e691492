#!/usr/bin/env node
// npm run screens [-- [--firefox] [--keep] [<part of a name>]]: pictures of every surface in every state and dress, and
// contact sheets of them, in demo-output/screens. Ends with 1 where the layout of one is at fault. With --keep the tests
// compare with these pictures from then on: look at them first.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const asked = process.argv.slice(2);
const browser = asked.includes('--firefox') ? 'firefox' : 'chromium';
const { module } = await runnerImport(join(root, 'test', 'ui', 'gallery', 'screens.ts'), {
  root,
  configFile: false,
  logLevel: 'warn',
});
const output = join(root, 'demo-output', browser === 'firefox' ? 'screens-firefox' : 'screens');
const faults = await module.takeScreens({
  output,
  browser,
  isKept: asked.includes('--keep'),
  only: asked.find((each) => !each.startsWith('-')) ?? '',
});
console.log(`${output}: ${faults} faults of layout`);
process.exitCode = faults > 0 ? 1 : 0;
