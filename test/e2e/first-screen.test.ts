/** What is seen without scrolling in a popup of 400 × 600: the answer to the page, and of each card the five answers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowAll, rowsOf, settled, toggleRow } from './popup.ts';
import { until, type View } from './session.ts';
import { BROWSERS, type Stage, setStage } from './stage.ts';

/** Chrome's popup is at most so high. */
const SCREEN = 600;

describe.each(BROWSERS)('the first screen of the popup, in %s,', (browser) => {
  let stage: Stage;
  let popup: View;
  beforeAll(async () => {
    stage = await setStage(browser);
    await stage.session.open(stage.world.pages.get('demo')?.url ?? '');
    popup = await stage.session.clickToolbar();
    await allowAll(popup);
    await settled(popup);
  });
  afterAll(() => stage?.close());

  it('holds the sentence about the person and the first row, drawn 400 pixels wide', async () => {
    const seen = await popup.evaluate(() => ({
      width: document.documentElement.getBoundingClientRect().width,
      sentence: document.querySelector('[data-summary]')?.getBoundingClientRect().bottom ?? 0,
      row: document.querySelector('[data-credential]')?.getBoundingClientRect().bottom ?? 0,
      scrolled: scrollY,
    }));
    expect(seen).toMatchObject({ width: 400, scrolled: 0 });
    expect(seen.sentence).toBeLessThanOrEqual(SCREEN / 4);
    expect(seen.row).toBeLessThanOrEqual(SCREEN / 2);
  });

  it('holds the whole list of the demo, where a folded group names what stands in it', async () => {
    const groups = await popup.evaluate(() =>
      [...document.querySelectorAll<HTMLDetailsElement>('[data-group]')].map((group) => ({
        isOpen: group.open,
        bottom: group.getBoundingClientRect().bottom,
        names: group.querySelector('.group-names')?.textContent ?? '',
        titles: [...group.querySelectorAll('.row-title')].map((title) => title.textContent ?? ''),
      })),
    );
    const lists = groups.filter(({ titles }) => titles.length > 0);
    expect(Math.max(...lists.map(({ bottom }) => bottom))).toBeLessThanOrEqual(SCREEN);
    const named = lists.filter(({ names }) => names !== '');
    expect(named.length).toBe(2);
    for (const { isOpen, names, titles } of named) {
      expect(isOpen).toBe(false);
      for (const title of titles) expect(names).toContain(title);
    }
  });

  it('cuts no line that names a domain: its end says whose it is', async () => {
    const cut = await popup.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.row-issuer')]
        .filter((line) => /\.example/.test(line.textContent ?? '') && line.scrollWidth > line.clientWidth)
        .map((line) => line.textContent),
    );
    expect(cut).toEqual([]);
  });

  const at = (key: string): string => `[data-credential=${JSON.stringify(key)}]`;

  it('holds of each card what it is, who says so, whose it is, until when, and its skills', async () => {
    const heights: Record<string, number> = {};
    for (const { key, title } of await rowsOf(popup)) {
      await toggleRow(popup, key);
      await until(popup, (row) => document.querySelector(`${row} .answers`) !== null, at(key));
      heights[`${title} ${key}`] = await popup.evaluate((row) => {
        const top = document.querySelector(row)?.getBoundingClientRect().top ?? 0;
        const answers = document.querySelector(`${row} .answers`)?.getBoundingClientRect().bottom ?? 0;
        return Math.round(answers - top);
      }, at(key));
      await toggleRow(popup, key);
    }
    expect(Object.entries(heights).filter(([, height]) => height > SCREEN)).toEqual([]);
    expect(Object.values(heights).filter((height) => height > 0).length).toBeGreaterThan(10);
  });

  it('comes up with the card of a row that stands at the lower edge', async () => {
    const last = await popup.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('[data-credential]')].findLast((row) =>
          row.checkVisibility(),
        )?.dataset.credential ?? '',
    );
    await toggleRow(popup, last);
    await until(popup, (row) => document.querySelector(`${row} .answers`) !== null, at(last));
    const bottom = await popup.evaluate(
      (row) => document.querySelector(`${row} .answers`)?.getBoundingClientRect().bottom ?? 0,
      at(last),
    );
    expect(bottom).toBeLessThanOrEqual(await popup.evaluate(() => innerHeight));
    await toggleRow(popup, last);
  });
});
