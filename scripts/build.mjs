#!/usr/bin/env node
// node scripts/build.mjs [chrome] [firefox] [cli]: builds the parts named, or all of them, into dist/.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const PARTS = {
  chrome: { mode: 'chrome', configFile: join(root, 'vite.config.ts') },
  firefox: { mode: 'firefox', configFile: join(root, 'vite.config.ts') },
  cli: { mode: 'production', configFile: join(root, 'vite.cli.config.ts') },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !(part in PARTS));
if (unknown.length > 0) {
  console.error(`unknown part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(64);
}

for (const part of asked.length > 0 ? asked : Object.keys(PARTS)) {
  await build({ root, logLevel: 'warn', ...PARTS[part] });
  console.log(`dist/${part}`);
  for (const { file, bytes, gzip } of sizes(join(root, 'dist', part))) {
    console.log(
      `  ${(bytes / 1000).toFixed(1).padStart(8)} kB ${(gzip / 1000).toFixed(1).padStart(7)} kB gzip  ${file}`,
    );
  }
}

/** Every script of a built part, largest first. */
function sizes(directory) {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?js$/.test(file))
    .map((file) => {
      const content = readFileSync(join(directory, file));
      return { file, bytes: content.length, gzip: gzipSync(content).length };
    })
    .sort((one, other) => other.bytes - one.bytes);
}
