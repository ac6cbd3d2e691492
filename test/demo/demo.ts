/** `npm start`: the extension on a profile page, in a real browser. With no page named it is the demo's, in its own world. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openChromium } from '../e2e/chromium.ts';
import { openFirefox } from '../e2e/firefox.ts';
import { allowAll, compareWith, rowsOf, settled, toggleRow } from '../e2e/popup.ts';
import { type Session, until, type View } from '../e2e/session.ts';
import { type BrowserName, builtFor, setStage } from '../e2e/stage.ts';
import { HOLDER } from '../world/world.ts';
import { serveSavedPage } from './saved-page.ts';
import { table } from './table.ts';

/** CSS pixels. */
const POPUP_WIDTH = 400;

export interface DemoOptions {
  readonly browser: BrowserName;
  readonly headless: boolean;
  /** An https address, the path of a saved page, or null for the demo's own profile. */
  readonly target: string | null;
  /** Folder for screenshots; made anew. */
  readonly output: string;
}

/** Ends when all is written (headless) or when the person has closed the browser. Everything it started has ended then. */
export async function runDemo(options: DemoOptions): Promise<void> {
  const ending: (() => Promise<void>)[] = [];
  const end = async (): Promise<void> => {
    for (const close of ending.splice(0).reverse()) await close();
  };
  const interrupted = (): void => void end().then(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    if (options.target === null) await showDemo(options, ending);
    else await showPage(options, options.target, ending);
  } finally {
    await end();
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

type Ending = (() => Promise<void>)[];

/** The demo's profile, as after a fresh install: clicks the button, grants what is asked for, and knows the person's e-mail address. */
async function showDemo(options: DemoOptions, ending: Ending): Promise<void> {
  const stage = await setStage(options.browser, { headless: options.headless });
  ending.push(stage.close);
  const page = await stage.session.open(stage.world.pages.get('demo')?.url ?? '');
  const popup = await stage.session.clickToolbar();
  await allowAll(popup);
  await compareWith(popup, HOLDER.email);
  await until(popup, () => document.querySelector('[data-status="holder-mismatch"]') !== null);
  await report({ ...options, session: stage.session, page, popup });
}

/** Any other page, on the real network. What the extension has to be granted is for the person to decide. */
async function showPage(options: DemoOptions, target: string, ending: Ending): Promise<void> {
  const saved = /^https?:\/\//.test(target) ? null : await serveSavedPage(target);
  if (saved) ending.push(saved.close);
  const open = options.browser === 'chromium' ? openChromium : openFirefox;
  const session = await open({
    extension: builtFor(options.browser),
    headless: options.headless,
    proxyPort: null,
    fingerprint: null,
    grantable: [],
  });
  ending.push(session.close);
  const page = await session.open(saved?.url ?? target);
  const popup = await session.clickToolbar();
  await settled(popup);
  await report({ ...options, session, page, popup });
}

interface Scene extends DemoOptions {
  readonly session: Session;
  readonly page: View;
  readonly popup: View;
}

async function report({ session, page, popup, headless, output }: Scene): Promise<void> {
  const rows = await rowsOf(popup);
  console.log(`\n${table(rows, { colours: process.stdout.isTTY === true })}\n`);
  if (!headless) {
    console.log('The extension is the stone in the toolbar. Close the browser to end.');
    await session.ended();
    return;
  }
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const shots: string[] = [];
  const shoot = async (view: View, name: string, width?: number): Promise<void> => {
    await view.screenshot(join(output, name), width);
    shots.push(join(output, name));
  };
  await shoot(page, 'page.png');
  // The popup is a small window onto a long list; in a tab of its own the same document shows whole.
  const tab = await popup.evaluate(async () => {
    const [shown] = await chrome.tabs.query({ active: true, currentWindow: true });
    return shown?.id ?? -1;
  });
  const whole = await session.openOwnPage(`src/popup/index.html?tab=${tab}`);
  await settled(whole);
  for (const scheme of ['light', 'dark'] as const) {
    await whole.prefer(scheme);
    await shoot(whole, `popup-${scheme}.png`, POPUP_WIDTH);
  }
  await whole.prefer('light');
  // A card within a folded group is on no picture.
  await whole.evaluate(() => {
    for (const group of document.querySelectorAll<HTMLDetailsElement>('details.group')) group.open = true;
  });
  for (const [index, { key }] of (await rowsOf(whole)).entries()) {
    await toggleRow(whole, key);
    await shoot(whole, `row-${String(index + 1).padStart(2, '0')}.png`, POPUP_WIDTH);
    await toggleRow(whole, key);
  }
  console.log(`Screenshots:\n${shots.map((shot) => `  ${shot}`).join('\n')}`);
}
