/** `npm run listing`: the pictures for the stores, from the demo's profile in a real Chromium. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { allowAll, compareWith, rowsOf, settled, toggleRow } from '../e2e/popup.ts';
import { type Session, until, type View } from '../e2e/session.ts';
import { setStage } from '../e2e/stage.ts';
import { HOLDER } from '../world/world.ts';

const POPUP_WIDTH = 400;
const PANEL_WIDTH = 460;
const TAB_WIDTH = 900;

/** Languages of the picture that shows several. */
const SHOWN_TOGETHER = ['de', 'ar', 'ja'];

/** Takes every picture in these languages into the folder, which is made anew, and gives their names. */
export async function takeListing(output: string, languages: readonly string[]): Promise<readonly string[]> {
  rmSync(output, { recursive: true, force: true });
  const fileOf = (language: string, name: string): string => join(output, 'parts', language, `${name}.png`);
  await takeParts(languages, fileOf);
  const files: string[] = [];
  for (const language of languages) {
    const part = (name: string): string => {
      const [, of] = /^popup-(.+)$/.exec(name) ?? [];
      const isShared = of !== undefined && SHOWN_TOGETHER.includes(of);
      return readFileSync(isShared ? fileOf(of, 'popup-light') : fileOf(language, name)).toString('base64');
    };
    files.push(...(await compose(join(output, language), captionsIn(language), part)));
  }
  return files;
}

const ROOT = join(import.meta.dirname, '..', '..');
const readJson = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

/** What stands beside the pictures. */
interface Captions {
  readonly language: string;
  readonly slogan: string;
  /** Title and text of each picture that has words. */
  readonly of: Readonly<Record<'card' | 'panel' | 'fix', readonly [title: string, text: string]>>;
}

const captionsIn = (language: string): Captions => ({
  language,
  slogan: readJson(`public/_locales/${language}/messages.json`).welcome_title.message,
  of: readJson('store/captions.json')[language],
});

/** The surfaces in each language, as they stand after the reader has allowed every site and entered an address. */
async function takeParts(
  languages: readonly string[],
  fileOf: (language: string, name: string) => string,
): Promise<void> {
  const stage = await setStage('chromium');
  try {
    const { session, world } = stage;
    const page = await session.open(world.pages.get('demo')?.url ?? '');
    const popup = await session.clickToolbar();
    await allowAll(popup);
    const tab = await popup.evaluate(async () => {
      const [shown] = await chrome.tabs.query({ active: true, currentWindow: true });
      return shown?.id ?? -1;
    });
    const links = (await rowsOf(popup)).map(({ link }) => link).filter((link) => link !== '');
    for (const language of new Set([...SHOWN_TOGETHER, ...languages])) {
      const file = (name: string): string => fileOf(language, name);
      mkdirSync(dirname(file('page')), { recursive: true });
      await choose(session, language);
      await shootPopup(session, tab, file);
      if (!languages.includes(language)) continue;
      await page.screenshot(file('page'), 1280);
      await shootPanel(session, tab, file('panel'));
      await shootPreview(session, links, file('preview'));
    }
  } finally {
    await stage.close();
  }
}

async function choose(session: Session, language: string): Promise<void> {
  const options = await session.openOwnPage('src/options/index.html');
  await options.evaluate((chosen) => chrome.storage.local.set({ language: chosen }), language);
  await options.close();
}

const openPopup = async (session: Session, tab: number): Promise<View> => {
  const whole = await session.openOwnPage(`src/popup/index.html?tab=${tab}`);
  await settled(whole);
  return whole;
};

async function shootPopup(session: Session, tab: number, fileOf: (name: string) => string): Promise<void> {
  const whole = await openPopup(session, tab);
  // The address is kept in memory alone, and the worker rests between two languages.
  await compareWith(whole, HOLDER.email);
  await until(whole, () => document.querySelector('[data-status="holder-mismatch"]') !== null);
  for (const scheme of ['light', 'dark'] as const) {
    await whole.prefer(scheme);
    await whole.screenshot(fileOf(`popup-${scheme}`), POPUP_WIDTH);
  }
  await whole.prefer('light');
  const unknown = (await rowsOf(whole)).find(({ standing }) => standing === 'unrecognised');
  if (unknown === undefined) throw new Error('the demo has no issuer that nobody knows');
  await toggleRow(whole, unknown.key);
  await until(whole, () => document.querySelector('.answers') !== null);
  // The card alone: what stands above it is in the first picture.
  await whole.evaluate((key) => {
    for (const group of document.querySelectorAll<HTMLDetailsElement>('.group')) {
      group.open = group.querySelector(`[data-credential=${JSON.stringify(key)}]`) !== null;
      group.hidden = !group.open;
    }
  }, unknown.key);
  await whole.screenshot(fileOf('card'), POPUP_WIDTH);
  await whole.close();
}

/** The panel follows the tab in view: it is looked at while that is the profile, and kept as it stood then. */
async function shootPanel(session: Session, tab: number, file: string): Promise<void> {
  const panel = await session.openOwnPage('src/panel/index.html');
  await panel.evaluate(async (id) => void (await chrome.tabs.update(id, { active: true })), tab);
  await until(panel, () => document.querySelectorAll('.picture').length > 1);
  await panel.evaluate(() => document.body.replaceWith(document.body.cloneNode(true)));
  await panel.screenshot(file, PANEL_WIDTH);
  await panel.close();
}

async function shootPreview(session: Session, links: readonly string[], file: string): Promise<void> {
  const preview = await session.openOwnPage('src/preview/index.html');
  await until(preview, () => document.querySelector('textarea') !== null);
  await preview.evaluate((text) => {
    const field = document.querySelector('textarea');
    if (field !== null) field.value = text;
  }, links.slice(0, 3).join('\n'));
  await preview.click('form [type="submit"]');
  await until(preview, () => document.querySelector('main')?.dataset.phase === 'done');
  await until(preview, () => document.querySelector('[data-tab="fix"]') !== null);
  await preview.click('[data-tab="fix"]');
  await until(preview, () => document.querySelector('[data-advice]') !== null);
  await preview.screenshot(file, TAB_WIDTH);
  await preview.close();
}

interface Picture {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly body: string;
}

const SCREEN = { width: 1280, height: 800 };

/** Five pictures and two tiles: what it is, how it says so, and the surfaces as they are. */
function pictures(
  part: (name: string) => string,
  { slogan, of }: Captions,
  mark: string,
): readonly Picture[] {
  /** `end`: of what is longer than its frame, the end is shown. */
  const image = (name: string, style: string, from: 'start' | 'end' = 'start'): string =>
    `<div class="shot ${from}" style="${style}"><img src="data:image/png;base64,${part(name)}"></div>`;
  const said = ([title, text]: readonly [string, string]): string =>
    `<div class="words" dir="auto"><img class="mark" src="${mark}"><h1>${title}</h1><p>${text}</p></div>`;
  return [
    {
      name: '1-popup',
      size: SCREEN,
      body: `${image('page', 'inset:60px auto auto 40px;width:960px;height:800px')}${image('popup-light', 'inset:24px 40px auto auto;width:400px;height:752px')}`,
    },
    {
      name: '2-card',
      size: SCREEN,
      body: `${said(of.card)}${image('card', 'inset:24px 80px auto auto;width:480px;height:752px')}`,
    },
    {
      name: '3-panel',
      size: SCREEN,
      body: `${said(of.panel)}${image('panel', 'inset:24px 80px auto auto;width:520px;height:752px', 'end')}`,
    },
    {
      name: '4-fix',
      size: SCREEN,
      body: `${said(of.fix)}${image('preview', 'inset:24px 40px auto auto;width:660px;height:752px', 'end')}`,
    },
    {
      name: '5-languages',
      size: SCREEN,
      body: `${image('popup-de', 'inset:24px auto auto 24px;width:396px;height:752px')}${image('popup-ar', 'inset:24px auto auto 442px;width:396px;height:752px')}${image('popup-ja', 'inset:24px auto auto 860px;width:396px;height:752px')}`,
    },
    {
      name: 'tile-440x280',
      size: { width: 440, height: 280 },
      body: `<div class="tile"><img class="mark" src="${mark}" width="88"><h1>Touchstone</h1><p>${slogan}</p></div>`,
    },
    {
      name: 'tile-1400x560',
      size: { width: 1400, height: 560 },
      body: `<div class="tile wide"><img class="mark" src="${mark}" width="140"><h1>Touchstone</h1><p>${slogan}</p></div>${image('popup-dark', 'inset:36px 90px auto auto;width:400px;height:600px')}`,
    },
  ];
}

const STYLE = `
  * { box-sizing: border-box }
  body { margin: 0; position: relative; overflow: hidden; background: #191b1e; color: #f5f2ea; font-family: "Noto Sans", Arial, sans-serif }
  .shot { position: absolute; overflow: hidden; border-radius: 12px; box-shadow: 0 18px 60px #000a; background: #f3f1ec; display: flex; flex-direction: column }
  .shot img { display: block; width: 100% }
  .shot.end { justify-content: flex-end }
  .words { position: absolute; inset: 150px auto auto 70px; width: 460px }
  .words .mark { width: 84px }
  h1 { margin: 24px 0 16px; font-size: 44px; line-height: 1.15; letter-spacing: -0.01em }
  .words p { font-size: 22px; line-height: 1.5; color: #b9b6ae }
  .tile { display: grid; place-content: center; justify-items: center; text-align: center; height: 100vh }
  .tile h1 { margin: 12px 0 4px; font-size: 40px }
  .tile p { margin: 0; font-size: 17px; color: #d3ad5a }
  .wide { width: 860px }
  .wide h1 { font-size: 72px }
  .wide p { font-size: 28px }
`;

async function compose(
  output: string,
  captions: Captions,
  part: (name: string) => string,
): Promise<readonly string[]> {
  mkdirSync(output, { recursive: true });
  const svg = readFileSync(join(ROOT, 'public', 'icons', 'touchstone.svg'));
  const mark = `data:image/svg+xml;base64,${svg.toString('base64')}`;
  const browser = await puppeteer.launch({
    executablePath: ensureBrowser('chromium'),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    const files: string[] = [];
    for (const { name, size, body } of pictures(part, captions, mark)) {
      await page.setViewport(size);
      await page.setContent(
        `<!doctype html><html lang="${captions.language.replace('_', '-')}"><style>${STYLE}</style><body style="width:${size.width}px;height:${size.height}px">${body}`,
      );
      const file = join(output, `${name}.png`);
      await page.screenshot({ path: file as `${string}.png` });
      files.push(file);
    }
    return files;
  } finally {
    await browser.close();
  }
}
