#!/usr/bin/env node
// npm run listing [-- <language> …]: builds the extension and takes the stores' pictures, five of 1280 × 800 and two
// tiles for each language (default: all eight), in demo-output/listing.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'chrome'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const { module } = await runnerImport(join(root, 'test', 'demo', 'listing.ts'), {
  root,
  configFile: false,
  logLevel: 'warn',
});
const asked = process.argv.slice(2);
const languages = readdirSync(join(root, 'public', '_locales')).filter(
  (each) => asked.length === 0 || asked.includes(each),
);
const files = await module.takeListing(join(root, 'demo-output', 'listing'), languages);
console.log(files.join('\n'));
