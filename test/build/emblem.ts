/** Badge art: an emblem of one colour and one figure, drawn here, so that nobody's logo is borrowed. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

export type Figure = 'arch' | 'wave' | 'peak' | 'spark' | 'leaf' | 'grid';

const FIGURES: Record<Figure, string> = {
  arch: '<path d="M40 92V66a20 20 0 0 1 40 0v26h-12V66a8 8 0 0 0-16 0v26z"/>',
  wave: '<path d="M30 54q10-12 20 0t20 0 20 0v10q-10 12-20 0t-20 0-20 0zm0 20q10-12 20 0t20 0 20 0v10q-10 12-20 0t-20 0-20 0z"/>',
  peak: '<path d="M26 88 50 46l12 20 8-12 24 34z"/>',
  spark: '<path d="m60 30 8 22 22 8-22 8-8 22-8-22-22-8 22-8z"/>',
  leaf: '<path d="M38 88c-8-34 16-52 46-52 2 34-14 54-40 46l-4 10h-6z"/>',
  grid: '<path d="M36 36h20v20H36zm28 0h20v20H64zM36 64h20v20H36zm28 0h20v20H64z"/>',
};

/** An SVG image, 120 by 120. `hue` in degrees. */
export const emblem = (hue: number, figure: Figure): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" width="120" height="120">` +
  `<path d="M60 4 108 32v56L60 116 12 88V32z" fill="hsl(${hue},46%,34%)"/>` +
  `<path d="M60 13 100 36.500v47L60 107 20 83.500v-47z" fill="none" stroke="hsl(${hue},60%,78%)" stroke-width="2"/>` +
  `<g fill="hsl(${hue},70%,92%)">${FIGURES[figure]}</g></svg>`;

export const dataUrl = (svg: string): string =>
  `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

let ready: Promise<void> | undefined;

/** The same image as PNG bytes. */
export async function rasterise(svg: string): Promise<Uint8Array> {
  ready ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then((wasm) =>
    initWasm(wasm),
  );
  await ready;
  return new Resvg(svg).render().asPng();
}
