/** `npm run screens [-- <part of a name>]`: pictures of every surface, what is wrong with their layout, and contact sheets. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { layoutFaults } from './layout.ts';
import { referencesOf } from './references.ts';
import { type Browser, SHEETS, SHOTS, type Shot, shotsOn } from './shots.ts';
import { openStudio, photograph, type Studio } from './studio.ts';

export interface ScreensOptions {
  /** Folder for the pictures; made anew. */
  readonly output: string;
  /** Only shots whose name has this in it. */
  readonly only: string;
  readonly browser: Browser;
  /** Whether they are the references from now on. */
  readonly isKept: boolean;
}

/** Takes the pictures and lays them out on sheets. Gives the number of faults in layout, having told each. */
export async function takeScreens({ output, only, browser, isKept }: ScreensOptions): Promise<number> {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const shots = SHOTS.filter(({ name, dress, isMain }) => {
    const isWanted = name.includes(only);
    return browser === 'chromium' ? isWanted : isWanted && isMain === true && dress === 'light';
  });
  const studio = await openStudio(browser);
  let faults = 0;
  try {
    for (const shot of shots) {
      const page = await studio.show(shot);
      writeFileSync(join(output, `${shot.name}.png`), await photograph(page), 'base64');
      const found = await page.evaluate(layoutFaults);
      faults += found.length;
      for (const fault of found) console.log(`${shot.name}: ${fault}`);
      if (isKept && shot === shots.at(-1)) await keepReferences(output, browser, page);
    }
  } finally {
    await studio.close();
  }
  await drawSheets(output, shots);
  return faults;
}

/** Makes references of the pictures that were taken, where a whole sheet of them was. */
async function keepReferences(output: string, browser: Browser, shown: Page): Promise<void> {
  const studio = await openStudio();
  try {
    const references = await referencesOf(shown, browser, studio);
    for (const sheet of SHEETS[browser]) {
      const files = shotsOn(browser, sheet).map(({ name }) => ({ name, path: join(output, `${name}.png`) }));
      if (!files.every(({ path }) => existsSync(path))) continue;
      await references.keep(
        sheet,
        files.map(({ name, path }) => ({ name, png: readFileSync(path, 'base64') })),
      );
    }
  } finally {
    await studio.close();
  }
}

/** Pictures on one sheet, and its width: what an eye takes in at once. */
const ON_A_SHEET = 4;
const SHEET_WIDTH = 1680;

/** Sheets for each state, its dresses side by side; pages that fill a tab at half their size. */
async function drawSheets(output: string, shots: readonly Shot[]): Promise<void> {
  const studio: Studio = await openStudio();
  try {
    const page = await studio.browser.newPage();
    for (const state of new Set(shots.map((shot) => shot.state))) {
      const own = shots.filter((shot) => shot.state === state);
      for (let from = 0; from < own.length; from += ON_A_SHEET) {
        const figures = own.slice(from, from + ON_A_SHEET).map(({ name, size }) => {
          const data = readFileSync(join(output, `${name}.png`)).toString('base64');
          const width = size.width > 600 ? size.width / 2.5 : size.width;
          return `<figure><figcaption>${name}</figcaption><img width="${width}" src="data:image/png;base64,${data}"></figure>`;
        });
        await page.setViewport({ width: SHEET_WIDTH, height: 400 });
        await page.setContent(
          `<!doctype html><style>body{margin:8px;background:#bbb;font:13px sans-serif;display:flex;gap:12px;align-items:flex-start}figure{margin:0}img{display:block;outline:1px solid #888}</style>${figures.join('')}`,
        );
        const path = join(output, `sheet-${state}-${from / ON_A_SHEET + 1}.png`);
        await page.screenshot({ path: path as `${string}.png`, fullPage: true });
      }
    }
  } finally {
    await studio.close();
  }
}
