import type { Page } from 'puppeteer-core';
import { median, ms } from '../figures.ts';
import type { Row } from '../row.ts';
import { type Pages, withCheckedPages } from './checked-pages.ts';

const [FEW, MANY] = [50, 500] as const;
const ROUNDS = 11;
const PAINTED_MS = 100;
const OPENED_MS = 50;

/** Medians of the popup over a page of so many credentials that are checked already. */
interface Popup {
  /** From its first frame until a frame with all rows. */
  readonly painted: number;
  /** From the click on a row until a frame that shows it open. */
  readonly opened: number;
}

export const popupOfMany: Row = {
  figure: `popup with ${FEW} rows: from its first frame to all rows, and opening a row`,
  target: `≤ ${PAINTED_MS} ms, ≤ ${OPENED_MS} ms`,
  measure: () =>
    withCheckedPages(async (pages) => {
      const few = await popupOver(FEW, pages);
      const many = await popupOver(MANY, pages);
      return {
        value: `${ms(few.painted)}, ${ms(few.opened)}`,
        holds: few.painted <= PAINTED_MS && few.opened <= OPENED_MS,
        detail: `with ${MANY} rows ${ms(many.painted)}, ${ms(many.opened)}; by the clock, ${ROUNDS} rounds`,
      };
    }),
};

async function popupOver(count: number, { browser, ours, check }: Pages): Promise<Popup> {
  const { page } = await check(count);
  const tab = await ours.page.evaluate(async (url) => {
    const [shown] = await chrome.tabs.query({ url });
    return shown?.id ?? -1;
  }, page.url());
  const popupUrl = new URL(`../popup/index.html?tab=${tab}`, ours.page.url()).href;
  const taken: Popup[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const popup = await browser.newPage();
    await popup.bringToFront();
    await popup.evaluateOnNewDocument(noteAllRows, count);
    await popup.goto(popupUrl);
    taken.push({ painted: await paintedIn(popup), opened: await popup.evaluate(openRow) });
    await popup.close();
  }
  await page.close();
  return {
    painted: median(taken.map(({ painted }) => painted)),
    opened: median(taken.map(({ opened }) => opened)),
  };
}

/** Runs before the popup's own scripts. Marks the frame in which all rows are there. */
function noteAllRows(count: number): void {
  const look = (): void => {
    if (document.querySelectorAll('[data-credential]').length < count) requestAnimationFrame(look);
    // A task after the frame: its styles, layout and paint are done.
    else requestAnimationFrame(() => setTimeout(() => performance.mark('all-rows')));
  };
  look();
}

async function paintedIn(popup: Page): Promise<number> {
  await popup.waitForFunction(() => performance.getEntriesByName('all-rows').length > 0);
  return popup.evaluate(() => {
    const [first] = performance.getEntriesByName('first-paint');
    const [all] = performance.getEntriesByName('all-rows');
    return Math.max(0, (all?.startTime ?? Number.NaN) - (first?.startTime ?? Number.NaN));
  });
}

function openRow(): Promise<number> {
  const button = document.querySelector<HTMLButtonElement>('.row-button[aria-expanded="false"]');
  const begun = performance.now();
  button?.click();
  return new Promise((resolve) => {
    const look = (): void => {
      if (button?.getAttribute('aria-expanded') !== 'true') requestAnimationFrame(look);
      else setTimeout(() => resolve(performance.now() - begun));
    };
    requestAnimationFrame(look);
  });
}
