/** What stands on paper when the popup is printed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowAll, settled } from './popup.ts';
import type { View } from './session.ts';
import { BROWSERS, type Stage, setStage } from './stage.ts';

describe.each(BROWSERS)('on paper, from %s,', (browser) => {
  let stage: Stage;
  let popup: View;
  beforeAll(async () => {
    stage = await setStage(browser);
    await stage.session.open(stage.world.pages.get('demo')?.url ?? '');
    popup = await stage.session.clickToolbar();
    await allowAll(popup);
    await settled(popup);
    await popup.click('.row-button');
  });
  afterAll(() => stage?.close());

  const isShown = (selector: string): Promise<boolean> =>
    popup.evaluate((at) => document.querySelector(at)?.checkVisibility() ?? false, selector);

  it('stands whose page, when and what was found, without the bar, the buttons and the folds', async () => {
    expect([await isShown('.print-head'), await isShown('.slab')]).toEqual([false, true]);
    await popup.print();
    for (const gone of ['.slab', '.foot', '.summary-parts', '.card .actions', '.row-button'])
      expect([gone, await isShown(gone)]).toEqual([gone, false]);
    for (const kept of ['.print-head', '[data-summary]', '.row-title', '.answers', '[data-check]'])
      expect([kept, await isShown(kept)]).toEqual([kept, true]);
  });

  it('an open card goes on over the end of a sheet, and leaves none half empty', async () => {
    await popup.print();
    const inside = await popup.evaluate(() => {
      const row = document.querySelector('.answers')?.closest('.row');
      return row === null || row === undefined ? 'no card' : getComputedStyle(row).breakInside;
    });
    expect(inside).toBe('auto');
  });
});
