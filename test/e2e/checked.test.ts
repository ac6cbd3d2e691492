/** The list of what was checked: a badge is revoked between two visits, and the second one says so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html, json } from '../world/reply.ts';
import { buildWorld, type World } from '../world/world.ts';
import { allowAll, nameSite, rowsOf, settled } from './popup.ts';
import { until, type View } from './session.ts';
import { BROWSERS, type Stage, setStageIn } from './stage.ts';

const PAGE = 'https://posters.aldermoor.example/ann?from=search';
const RECORD = 'https://api.credly.com/v1/obi/v2/badge_assertions/5e0c1a44-0000-4000-8000-000000000001';

async function worldWithPage(): Promise<World> {
  const world = await buildWorld(new Date());
  const link = world.credentials.get('credly-valid')?.link ?? expect.fail('no badge');
  const page = html(`<!doctype html><html lang="en"><title>Ann Ode</title><a href="${link}">My badge</a>`);
  return {
    ...world,
    replies: new Map([...world.replies, [PAGE, page] as const]),
    hosts: new Set([...world.hosts, 'posters.aldermoor.example']),
  };
}

describe.each(BROWSERS)('the list of what was checked, in %s,', (browser) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStageIn(await worldWithPage(), browser);
  });
  afterAll(() => stage?.close());

  const visit = async (): Promise<View> => {
    await stage.session.open(PAGE);
    const popup = await stage.session.clickToolbar();
    await settled(popup);
    await allowAll(popup);
    return popup;
  };
  const options = async (): Promise<View> => {
    const view = await stage.session.openOwnPage('src/options/index.html');
    await until(view, () => document.querySelector('#keep-checked') !== null);
    return view;
  };

  it('is not kept before the reader switches it on', async () => {
    const popup = await visit();
    expect((await rowsOf(popup)).map(({ status }) => status)).toEqual(['issuer-confirmed']);
    await popup.close();
    const settings = await options();
    expect(await settings.evaluate(() => document.querySelector('.checked-entries') === null)).toBe(true);
    await settings.click('#keep-checked');
    await until(settings, () => document.querySelector<HTMLInputElement>('#keep-checked')?.checked);
    await settings.close();
  });

  it('says on a second visit what has changed, in the row and in the sentence', async () => {
    const first = await visit();
    expect(await first.evaluate(() => document.querySelector('[data-changed]') === null)).toBe(true);
    await first.close();
    stage.server.change(RECORD, json({ revoked: true }, 410));
    const second = await visit();
    expect((await rowsOf(second)).map(({ status }) => status)).toEqual(['revoked']);
    const words = await second.evaluate(() =>
      [...document.querySelectorAll('[data-changed]')].map((each) => each.textContent ?? ''),
    );
    expect(words).toEqual([
      '1 has changed since an earlier visit',
      expect.stringMatching(/^Changed since .+\. Back then: /),
    ]);
    await second.close();
  });

  it('stands in the settings without the query of the page, and is deleted there at a click', async () => {
    const settings = await options();
    await until(settings, () => document.querySelector('.checked-entries') !== null);
    const text = await settings.evaluate(() => document.querySelector('.checked-entries')?.textContent ?? '');
    expect(text).toContain('posters.aldermoor.example/ann');
    expect(text).not.toContain('from=search');
    await settings.click('[data-checked-delete]');
    await until(settings, () => document.querySelector('.checked-entries') === null);
    await settings.close();
  });

  it('has nothing of a private window, whose page is checked like any other', async () => {
    const before = await options();
    await nameSite(before, 'posters.aldermoor.example');
    await before.close();
    const popup = await stage.session.openPrivately(PAGE);
    await settled(popup);
    expect((await rowsOf(popup)).map(({ status }) => status)).toEqual(['revoked']);
    await popup.close();
    const settings = await options();
    expect(
      await settings.evaluate(() => document.querySelector<HTMLInputElement>('#keep-checked')?.checked),
    ).toBe(true);
    expect(await settings.evaluate(() => document.querySelector('.checked-entries') === null)).toBe(true);
  });
});
