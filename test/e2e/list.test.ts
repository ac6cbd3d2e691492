import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html, json } from '../world/reply.ts';
import { buildWorld, type World } from '../world/world.ts';
import { allowAll, rowsOf, settled } from './popup.ts';
import { until } from './session.ts';
import { BROWSERS, type Stage, setStageIn } from './stage.ts';

const PROFILE = 'https://lists.aldermoor.example/';
const WALLET = 'https://www.credly.com/users/example-person/badges';
const LIST = 'https://www.credly.com/users/example-person/badges.json';

/** A page with a link to all that a person has, and the platform's own list of it. */
async function worldWithList(): Promise<World> {
  const world = await buildWorld(new Date());
  const uuidOf = (id: string): string =>
    /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(world.credentials.get(id)?.link ?? '')?.[0] ?? expect.fail(id);
  const entries = [{ id: uuidOf('credly-valid') }, { id: uuidOf('credly-revoked') }, { id: 'none' }];
  return {
    ...world,
    replies: new Map([
      ...world.replies,
      [
        PROFILE,
        html(`<!doctype html><html lang="en"><title>Me</title><a href="${WALLET}">My badges</a>`),
      ] as const,
      [LIST, json({ data: entries })] as const,
    ]),
    hosts: new Set([...world.hosts, 'www.credly.com', 'lists.aldermoor.example']),
  };
}

describe.each(BROWSERS)('a link to all that a person has in %s', (browser) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStageIn(await worldWithList(), browser);
  });
  afterAll(() => stage?.close());

  it('becomes a row for each of it at the reader’s click, and each is asked for once', async () => {
    const { session, server } = stage;
    const records = (): readonly string[] =>
      server.requests.map(({ url }) => url).filter((url) => url.includes('/badge_assertions/'));
    await session.open(PROFILE);
    const popup = await session.clickToolbar();
    await settled(popup);
    await allowAll(popup);
    expect((await rowsOf(popup)).map(({ status, standing }) => `${status} ${standing}`)).toEqual([
      'not-checked inconclusive',
    ]);
    // Nobody has asked for any of it yet.
    expect(records()).toEqual([]);
    await popup.click('.row-button');
    const words = await until(
      popup,
      () => document.querySelector('[data-check-contents]')?.textContent ?? '',
    );
    expect(words).toContain('2');
    await popup.click('[data-check-contents]');
    await until(popup, () => document.querySelectorAll('[data-credential]').length === 3);
    await settled(popup);
    await allowAll(popup);
    const earned = ['credly-valid', 'credly-revoked'].map((id) => {
      const { status, standing } = stage.world.credentials.get(id)?.expected ?? expect.fail(id);
      return `${status} ${standing}`;
    });
    const shown = (await rowsOf(popup)).map(({ status, standing }) => `${status} ${standing}`);
    expect([...shown].sort()).toEqual([...earned, 'not-checked inconclusive'].sort());
    expect(new Set(records()).size).toBe(records().length);
    expect(records()).toHaveLength(2);
    await popup.close();
  });
});
