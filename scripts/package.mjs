#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
// npm run package: dist/touchstone-<version>-<browser>.zip, the same bytes from the same sources: names sorted, times fixed.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** The earliest moment that a zip can name, in local time: its format knows no zones. */
const MTIME = new Date(1980, 0, 1);

const BROWSERS = ['chrome', 'firefox'];
execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), ...BROWSERS], { stdio: 'inherit' });
for (const browser of BROWSERS) {
  const folder = join(root, 'dist', browser);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  const files = names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]);
  const zip = zipSync(Object.fromEntries(files), { level: 9, mtime: MTIME, os: 0 });
  const target = join(root, 'dist', `touchstone-${version}-${browser}.zip`);
  writeFileSync(target, zip);
  const digest = createHash('sha256').update(zip).digest('hex');
  console.log(`${target}\n  ${names.length} files, ${zip.length} bytes, sha256 ${digest}`);
}
