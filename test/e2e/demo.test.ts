import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOLDER, TRUSTED } from '../world/world.ts';
import {
  allowAll,
  checksOf,
  compareWith,
  place,
  rowsByKey,
  rowsOf,
  settled,
  toggleRow,
  trust,
} from './popup.ts';
import { until, type View } from './session.ts';
import { BROWSERS, type Stage, setStage } from './stage.ts';

describe.each(BROWSERS)('the demo profile in %s', (browser) => {
  let stage: Stage;
  let popup: View;
  beforeAll(async () => {
    stage = await setStage(browser);
    await trust(stage.session, TRUSTED);
    await stage.session.open(stage.world.pages.get('demo')?.url ?? '');
    popup = await stage.session.clickToolbar();
    await allowAll(popup);
    await compareWith(popup, HOLDER.email);
    await until(popup, () => document.querySelector('[data-status="holder-mismatch"]') !== null);
  });
  afterAll(() => stage?.close());

  it('lists its twelve credentials, each with the status and the standing that it is expected to earn', async () => {
    const { world } = stage;
    const expected = (world.pages.get('demo')?.shows ?? []).map((id) => {
      const { link, expected: earned } = world.credentials.get(id) ?? expect.fail(id);
      return `${place(link)} ${earned.status} ${earned.standing}`;
    });
    const shown = (await rowsOf(popup)).map(
      ({ link, status, standing }) => `${place(link)} ${status} ${standing}`,
    );
    expect([...shown].sort()).toEqual([...expected].sort());
    expect(shown).toHaveLength(12);
  });

  it('shows every one of the nine statuses', async () => {
    expect(new Set((await rowsOf(popup)).map(({ status }) => status)).size).toBe(9);
  });

  it('opens a row to all ten checks, with the reason of the one that failed in words', async () => {
    const { link } = stage.world.credentials.get('integrity-expired-and-revoked') ?? expect.fail();
    const row = (await rowsOf(popup)).find((each) => each.link === link) ?? expect.fail(link);
    await toggleRow(popup, row.key);
    const checks = await checksOf(popup, row.key);
    expect(checks).toHaveLength(10);
    expect(checks.find(({ id }) => id === 'revocation')).toMatchObject({ state: 'failed', code: 'revoked' });
    expect(checks.find(({ id }) => id === 'validity-period')).toMatchObject({ code: 'expired' });
    for (const { state, text } of checks) if (state === 'failed') expect(text).toMatch(/\p{Ll}\./u);
    await toggleRow(popup, row.key);
  });

  it('puts the number of problems on the toolbar button', async () => {
    const problems = ['failed', 'revoked', 'expired', 'holder-mismatch'];
    const count = (await rowsOf(popup)).filter(({ status }) => problems.includes(status)).length;
    expect(count).toBe(5);
    await expect.poll(() => stage.session.badge()).toBe(String(count));
  });

  it('shows the same when the popup is closed and opened again', async () => {
    const before = await rowsByKey(popup);
    await popup.close();
    popup = await stage.session.clickToolbar();
    await settled(popup);
    expect(await rowsByKey(popup)).toEqual(before);
  });
});
