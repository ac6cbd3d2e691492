import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowAll, place, rowsByKey, rowsOf, settled } from './popup.ts';
import { BROWSERS, type Stage, setStage } from './stage.ts';

describe.each(BROWSERS)('a worker that is ended in mid-check, in %s,', (browser) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(browser);
  });
  afterAll(() => stage?.close());

  it('is followed by one that finishes what was begun, under the same open popup', async () => {
    const { world, server, session } = stage;
    const slow = world.credentials.get('jwt-valid') ?? expect.fail();
    await session.open(world.pages.get('staff')?.url ?? '');
    let popup = await session.clickToolbar();
    await allowAll(popup);
    const before = await rowsByKey(popup);

    // all is granted and settled: now once more, with one answer held back
    await popup.close();
    await session.open(world.pages.get('staff')?.url ?? '');
    const release = server.hold(slow.link);
    const asked = server.asked(slow.link);
    popup = await session.clickToolbar();
    await asked;
    const held = (await rowsOf(popup)).find(({ link }) => place(link) === place(slow.link));
    expect(held?.status).toBe('');
    await session.stopWorker();
    release();
    await settled(popup);
    expect(await rowsByKey(popup)).toEqual(before);
  });
});
