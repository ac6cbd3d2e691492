/** A form whose fields hide, behind their names, the properties that a page is read by. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../world/reply.ts';
import type { Served } from '../world/server.ts';
import { rowsOf, settled } from './popup.ts';
import { until } from './session.ts';
import { BROWSERS, type Stage, setStageIn } from './stage.ts';

const PAGE = 'https://forms.example/';
const LINK = 'https://www.credly.com/badges/01234567-89ab-4cde-8f01-23456789abcd/public_url';
const page = (...fields: readonly string[]) =>
  html(
    `<!doctype html><html lang="en"><title>Form</title><form>${fields
      .map((name) => `<input name="${name}">`)
      .join('')}<h2>Badges</h2><p><a href="${LINK}">Welding</a></p></form>`,
  );
const world: Served = {
  hosts: new Set(['forms.example', 'www.credly.com']),
  replies: new Map([
    [`${PAGE}usual`, page('title', 'id', 'name', 'email', 'action', 'children')],
    [`${PAGE}hostile`, page('parentElement', 'parentNode', 'previousElementSibling', 'firstElementChild')],
  ]),
};

describe.each(BROWSERS)('a form in a page, in %s', (browser) => {
  let stage: Stage<Served>;
  beforeAll(async () => {
    stage = await setStageIn(world, browser);
  });
  afterAll(() => stage?.close());

  it('as people write them hides nothing', async () => {
    await stage.session.open(`${PAGE}usual`);
    const popup = await stage.session.clickToolbar();
    await settled(popup);
    expect((await rowsOf(popup)).map(({ link }) => link)).toEqual([LINK]);
    await popup.close();
  });

  // Firefox shows an extension's scripts the form as it is. In Chrome the reading is given up, and the popup says so.
  it('made to lead its reader round in circles is read, or said not to be: nothing hangs', async () => {
    await stage.session.open(`${PAGE}hostile`);
    const popup = await stage.session.clickToolbar();
    await until(
      popup,
      () =>
        document.querySelector('main')?.dataset.phase === 'done' ||
        document.querySelector('[data-notice="error"]') !== null,
    );
    const links = (await rowsOf(popup)).map(({ link }) => link);
    expect(links).toEqual(browser === 'firefox' ? [LINK] : []);
    await popup.close();
  });
});
