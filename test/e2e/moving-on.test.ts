/** The popup over a page that goes on below it, and over one that never comes to its end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credlyBadge } from '../build/links.ts';
import { hang, html, type Reply } from '../world/reply.ts';
import { rowsOf, settled } from './popup.ts';
import { until } from './session.ts';
import { BROWSERS, type Stage, setStageIn } from './stage.ts';

const at = (path: string): string => `https://person.example/${path}`;
const link = (n: number): string => `<p><a href="${credlyBadge(n)}">Badge ${n}</a></p>`;
const page = (body: string): Reply => html(`<!doctype html><html lang="en"><title>Me</title>${body}</html>`);

const world = {
  replies: new Map<string, Reply>([
    [at('one'), page(link(1))],
    [at('two'), page(link(2))],
    [at('waiting'), page(`${link(3)}<script src="/never.js"></script>${link(4)}`)],
    [at('never.js'), hang],
  ]),
  hosts: new Set(['person.example', 'www.credly.com', 'api.credly.com']),
};

describe.each(BROWSERS)('a popup in %s, over a page that', (browser) => {
  let stage: Stage<typeof world>;
  beforeAll(async () => {
    stage = await setStageIn(world, browser);
  });
  afterAll(() => stage?.close());

  it.each([
    ['is loaded anew', () => location.assign('/two')],
    [
      'navigates without loading',
      () => {
        history.pushState(null, '', '/two');
        document.body.replaceChildren('The next page');
      },
    ],
  ])('%s, shows nothing of the page before, and does not wait for ever', async (_, move) => {
    const tab = await stage.session.open(at('one'));
    const popup = await stage.session.clickToolbar();
    await settled(popup);
    expect(await rowsOf(popup)).toHaveLength(1);
    await tab.evaluate(move);
    await until(popup, () => document.querySelector('[data-notice="idle"]') !== null);
    expect(await rowsOf(popup)).toEqual([]);
    await popup.click('[data-notice] button');
    await settled(popup);
    await popup.close();
    await tab.close();
  });

  it('waits for another server for ever is read as far as it stands there', async () => {
    const tab = await stage.session.open(at('one'));
    await tab.evaluate(() => location.assign('/waiting'));
    await stage.server.asked(at('never.js'));
    await until(tab, () => document.body?.textContent.includes('Badge 3') === true);
    const popup = await stage.session.clickToolbar();
    await settled(popup);
    expect((await rowsOf(popup)).map((row) => row.link)).toEqual([credlyBadge(3)]);
    await popup.close();
    await tab.close();
  });
});
