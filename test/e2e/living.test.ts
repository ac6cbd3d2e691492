/** Pages that change while they are looked at, on a site that the reader has named. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { credlyBadge } from '../build/links.ts';
import { html, type Reply } from '../world/reply.ts';
import { nameSite, rowsOf, settled } from './popup.ts';
import type { View } from './session.ts';
import { BROWSERS, type Stage, setStageIn } from './stage.ts';

const HOST = 'profiles.aldermoor.example';
const link = (n: number): string => `<p><a href="${credlyBadge(n)}">Badge ${n}</a></p>`;
const page = (body: string): Reply =>
  html(`<!doctype html><html lang="en"><title>Profile</title><main>${body}</main></html>`);
const at = (path: string): string => `https://${HOST}/${path}`;

const world = {
  replies: new Map<string, Reply>([
    [at('ana'), page(link(1))],
    [at('five'), page(link(1).repeat(5))],
    [at('frame'), page(`${link(1)}<iframe src="/inside"></iframe>`)],
    [at('inside'), page(link(2))],
    [at('other'), page('<p>Nothing here.</p>')],
  ]),
  // the platform has none of them: rows that are asked for in vain are counted like any other
  hosts: new Set([HOST, 'www.credly.com', 'api.credly.com']),
};

describe.each(BROWSERS)('a page that lives, in %s,', (browser) => {
  let stage: Stage<typeof world>;
  let view: View;
  beforeAll(async () => {
    stage = await setStageIn(world, browser);
    const options = await stage.session.openOwnPage('src/options/index.html');
    await nameSite(options, HOST);
    await options.close();
  });
  afterAll(() => stage?.close());
  beforeEach(() => () => view.close());

  const open = async (path: string, count: string): Promise<void> => {
    view = await stage.session.open(at(path));
    await shows(count);
  };
  const shows = (count: string): Promise<unknown> => expect.poll(() => stage.session.badge()).toBe(count);
  const add = (markup: string): Promise<void> =>
    view.evaluate((more) => document.querySelector('main')?.insertAdjacentHTML('beforeend', more), markup);

  it('lists what an endless list or “show all” adds, and lets go of what it takes away', async () => {
    await open('ana', '1');
    await add(link(2) + link(3));
    await shows('3');
    await view.evaluate(() => document.querySelector('p')?.remove());
    await shows('2');
  });

  it('is another page once it says so without loading one', async () => {
    await open('ana', '1');
    await view.evaluate((markup) => {
      history.pushState(null, '', '/ben');
      const main = document.querySelector('main');
      if (main) main.innerHTML = markup;
    }, link(4) + link(5));
    await shows('2');
    const popup = await stage.session.clickToolbar();
    await settled(popup);
    expect((await rowsOf(popup)).map(({ link: shown }) => shown)).toEqual([credlyBadge(4), credlyBadge(5)]);
    await popup.close();
  });

  it('lists a picture’s link, a shadow root and a frame that come late', async () => {
    await open('frame', '2');
    await view.evaluate((markup) => {
      const host = document.createElement('my-badges');
      document.querySelector('main')?.append(host);
      host.attachShadow({ mode: 'open' }).innerHTML = markup;
    }, link(6));
    await shows('3');
    await view.evaluate((source) => {
      const image = document.createElement('img');
      document.querySelector('main')?.append(image);
      image.setAttribute('data-src', source);
    }, 'https://api.badgr.io/public/assertions/AbCdEfGhIjKlMnOpQrStUv/image');
    await shows('4');
  });

  it('has one row of a credential that it links five times', async () => {
    await open('five', '1');
  });

  it('is read again when the reader comes back to it', async () => {
    await open('ana', '1');
    await view.evaluate((url) => void location.assign(url), at('other'));
    await shows('');
    await view.evaluate(() => history.back());
    await shows('1');
  });
});
