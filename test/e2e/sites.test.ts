import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from './session.ts';
import { BROWSERS, type Stage, setStage } from './stage.ts';

describe.each(BROWSERS)('a site that is to be read automatically, in %s,', (browser) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(browser);
  });
  afterAll(() => stage?.close());

  it('is read at every visit once the reader has named it in the settings, and no other site is', async () => {
    const { world, session } = stage;
    const options = await session.openOwnPage('src/options/index.html');
    await until(options, () => document.querySelector('#site') !== null);
    await options.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#site');
      if (field) field.value = 'www.aldermoor.example';
    });
    await options.click('form:has(#site) [type="submit"]');
    await until(options, () => document.querySelector('[data-site]') !== null);

    const { url, shows } = world.pages.get('staff') ?? expect.fail();
    await session.open(url);
    await expect.poll(() => session.badge()).toBe(String(shows.length));
    await session.open(world.pages.get('demo')?.url ?? '');
    expect(await session.badge()).toBe('');
  });
});
