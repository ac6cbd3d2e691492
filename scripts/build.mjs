#!/usr/bin/env node
// node scripts/build.mjs [chrome] [firefox] [cli] [lib]: builds the parts named, or all of them, into dist/.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { bundledFiles, troubleInFiles, troubleInScripts } from './bundled.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const PARTS = {
  chrome: { mode: 'chrome', configFile: join(root, 'vite.config.ts') },
  firefox: { mode: 'firefox', configFile: join(root, 'vite.config.ts') },
  cli: { mode: 'production', configFile: join(root, 'vite.cli.config.ts') },
  lib: { mode: 'production', configFile: join(root, 'vite.lib.config.ts') },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !(part in PARTS));
if (unknown.length > 0) {
  console.error(`unknown part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(64);
}

const bundled = bundledFiles(root);
refuse('source', troubleInFiles(bundled));

for (const part of asked.length > 0 ? asked : Object.keys(PARTS)) {
  await build({ root, logLevel: 'warn', ...PARTS[part] });
  if (part === 'lib') declareTypes();
  refuse(`dist/${part}`, troubleIn(join(root, 'dist', part)));
  console.log(`dist/${part}`);
  for (const { file, bytes, gzip } of sizes(join(root, 'dist', part))) {
    console.log(
      `  ${(bytes / 1000).toFixed(1).padStart(8)} kB ${(gzip / 1000).toFixed(1).padStart(7)} kB gzip  ${file}`,
    );
  }
}

/** The types of the package, as the compiler reads them off the source. */
function declareTypes() {
  execFileSync(join(root, 'node_modules', '.bin', 'tsc'), ['-p', join(root, 'tsconfig.lib.json')], {
    stdio: 'inherit',
  });
}

/** What is wrong with the contexts and schemas in a built part. */
function troubleIn(directory) {
  const scripts = scriptsIn(directory).map((file) => readFileSync(join(directory, file), 'utf8'));
  return troubleInScripts(scripts, bundled);
}

function refuse(place, trouble) {
  if (trouble.length === 0) return;
  console.error(`${place}: contexts and schemas are not as they were published:\n  ${trouble.join('\n  ')}`);
  process.exit(1);
}

function scriptsIn(directory) {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => /\.m?js$/.test(file));
}

/** Every script of a built part, largest first. */
function sizes(directory) {
  return scriptsIn(directory)
    .map((file) => {
      const content = readFileSync(join(directory, file));
      return { file, bytes: content.length, gzip: gzipSync(content).length };
    })
    .sort((one, other) => other.bytes - one.bytes);
}
