#!/usr/bin/env node
// node scripts/icons.mjs: renders public/icons/*.svg to the PNGs that manifest.json names. The PNGs are committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const icons = join(dirname(fileURLToPath(import.meta.url)), '..', 'public', 'icons');
/** Below 48 pixels the full drawing turns to mud: those sizes have their own. */
const SIZES = {
  16: 'touchstone-small.svg',
  32: 'touchstone-small.svg',
  48: 'touchstone.svg',
  128: 'touchstone.svg',
};

await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
for (const [size, source] of Object.entries(SIZES)) {
  const drawing = new Resvg(readFileSync(join(icons, source), 'utf8'), {
    fitTo: { mode: 'width', value: Number(size) },
    font: { loadSystemFonts: false },
  });
  writeFileSync(join(icons, `touchstone-${size}.png`), drawing.render().asPng());
}
