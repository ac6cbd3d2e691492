import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOLDER, TRUSTED } from '../world/world.ts';
import { allowAll, checksOf, compareWith, place, rowsOf, type ShownRow, toggleRow, trust } from './popup.ts';
import { until, type View } from './session.ts';
import { BROWSERS, type Stage, setStage } from './stage.ts';

describe.each(BROWSERS)('everything that can go wrong, on one page in %s,', (browser) => {
  let stage: Stage;
  let popup: View;
  let rows: readonly ShownRow[];
  beforeAll(async () => {
    stage = await setStage(browser);
    await trust(stage.session, TRUSTED);
    await stage.session.open(stage.world.pages.get('register')?.url ?? '');
    popup = await stage.session.clickToolbar();
    await allowAll(popup);
    await compareWith(popup, HOLDER.email);
    await until(popup, () => document.querySelector('[data-status="holder-mismatch"]') !== null);
    rows = await rowsOf(popup);
  });
  afterAll(() => stage?.close());

  it('comes to an end, with one row a credential', () => {
    expect(rows).toHaveLength(stage.world.credentials.size);
  });

  it('gives every credential the status that it is expected to earn', () => {
    const shown = rows.map(({ link, status, standing }) => `${place(link)} ${status} ${standing}`);
    const expected = [...stage.world.credentials.values()].map(
      ({ link, expected: earned }) => `${place(link)} ${earned.status} ${earned.standing}`,
    );
    expect([...shown].sort()).toEqual([...expected].sort());
  });

  it('names what was wrong with each bad answer, by its code, in the opened row', async () => {
    const bad = [...stage.world.credentials.values()].filter(({ id }) => id.startsWith('bad-'));
    expect(bad.length).toBeGreaterThan(12);
    const missing: string[] = [];
    for (const { id, link, expected } of bad) {
      const code = expected.reasonInBrowser ?? expected.reason ?? expect.fail(id);
      const { key } = rows.find((row) => place(row.link) === place(link)) ?? expect.fail(id);
      await toggleRow(popup, key);
      const codes = (await checksOf(popup, key)).map((check) => check.code);
      if (!codes.includes(code)) missing.push(`${id}: ${code} is not among ${codes.join(' ')}`);
      await toggleRow(popup, key);
    }
    expect(missing).toEqual([]);
  });
});
