/** Dots beside links: only where the reader has switched them on, and nothing of the page the worse for it. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credlyBadge } from '../build/links.ts';
import { html, type Reply } from '../world/reply.ts';
import { allowAll, rowsOf } from './popup.ts';
import { until, type View } from './session.ts';
import { BROWSERS, type Stage, setStageIn } from './stage.ts';

const HOST = 'profiles.aldermoor.example';
const OTHER_HOST = 'pages.aldermoor.example';
const link = (n: number): string => `<a id="link-${n}" href="${credlyBadge(n)}">Badge ${n}</a>`;

/** What a hostile page does before anything else: gives the name a meaning, listens to all, and takes what it can. */
const HOSTILE = `<script>
  window.caught = { roots: [], heard: [] };
  customElements.define('touchstone-marker', class extends HTMLElement {
    constructor() { super(); window.caught.internals = this.attachInternals(); }
  });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { const root = attach.call(this, init); window.caught.roots.push(root); return root; };
  for (const type of ['click', 'keydown', 'mousedown'])
    document.addEventListener(type, (event) => window.caught.heard.push(type + ' ' + event.target.localName));
</script>`;

const STYLE = `<style>
  body { font: 16px/1.4 sans-serif; width: 700px }
  .row { display: flex; gap: 8px; justify-content: space-between }
  .owl > * + * { margin-top: 24px }
  .last > a:last-child { padding-left: 31px }
  .tight { width: 60px; overflow: hidden }
  touchstone-marker { display: block !important; position: static !important; width: 300px !important; height: 300px !important; float: left !important }
</style>`;
const SHAPES = `<main>
  <p>Before ${link(1)} and after, in the middle of a line.</p>
  <ul><li>${link(2)}</li><li>${link(3)}</li></ul>
  <div class="row">${link(4)}<span>Aldermoor</span></div>
  <div class="owl"><p>One</p><a style="display:block" href="${credlyBadge(5)}" id="link-5">Badge 5</a><p>Two</p></div>
  <div class="last"><b>x</b>${link(6)}</div>
  <p dir="rtl">قبل ${link(7)} بعد</p>
  <a id="link-8" href="https://www.linkedin.com/safety/go?url=${encodeURIComponent(credlyBadge(8))}"><img width="60" height="60" alt="Badge 8" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></a>
</main>`;
const page = (body: string, headers: Readonly<Record<string, string>> = {}): Reply => {
  const reply = html(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Profile</title>${body}</html>`,
  );
  return reply.kind === 'answer' ? { ...reply, headers: { ...reply.headers, ...headers } } : reply;
};
const at = (path: string, host = HOST): string => `https://${host}/${path}`;

const world = {
  replies: new Map<string, Reply>([
    [at('shapes'), page(`${STYLE}<body>${SHAPES}</body>`)],
    [at('strict'), page(`<body>${link(1)}</body>`, { 'content-security-policy': "default-src 'none'" })],
    [at('hostile'), page(`${HOSTILE}<body style="height:4000px"><p>${link(1)}</p></body>`)],
    [at('plain'), page(`<body><p>${link(1)}</p></body>`)],
    [at('unmarked', OTHER_HOST), page(`<body><div style="height:5000px">Up</div><p>${link(1)}</p></body>`)],
  ]),
  // the platform has none of them: every row is settled all the same
  hosts: new Set([HOST, OTHER_HOST, 'www.credly.com', 'api.credly.com']),
};

/** The boxes of all that is the page's own. */
const boxes = (view: View): Promise<readonly string[]> =>
  view.evaluate(() => [
    `${document.documentElement.scrollWidth} ${document.documentElement.scrollHeight}`,
    ...[...document.querySelectorAll('body, body *:not(touchstone-marker)')].map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return `${each.localName} ${x} ${y} ${width} ${height}`;
    }),
  ]);
const dots = (view: View): Promise<number> =>
  view.evaluate(() => document.querySelectorAll('touchstone-marker').length);
const marked = (view: View, count: number): Promise<unknown> =>
  until(view, (due) => document.querySelectorAll('touchstone-marker[data-status]').length === due, count);
/** What lies where a dot is seen: the middle of its box. */
const isSeen = (view: View, id: string): Promise<boolean> =>
  view.evaluate((of) => {
    const [before, after] = [
      document.querySelector(of)?.previousElementSibling,
      document.querySelector(of)?.nextElementSibling,
    ];
    const dot = [after, before].find((each) => each?.localName === 'touchstone-marker');
    if (!dot) return false;
    dot.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = dot.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === dot && width === 16;
  }, id);

/** Whether a card lies over the page below its first dot, or above it. */
const isOpen = (view: View): Promise<boolean> =>
  view.evaluate(() => {
    const dot = document.querySelector('touchstone-marker');
    const { x = 0, top = 0, bottom = 0 } = dot?.getBoundingClientRect() ?? {};
    return [top - 30, bottom + 30].some((y) => dot !== null && document.elementFromPoint(x, y) === dot);
  });

describe.each(BROWSERS)('dots in a page, in %s,', (browser) => {
  let stage: Stage<typeof world>;
  const inOptions = async (deed: (options: View) => Promise<void>): Promise<void> => {
    const options = await stage.session.openOwnPage('src/options/index.html');
    await until(options, () => document.querySelector('#site') !== null);
    await deed(options);
    await options.close();
  };
  const toggle = (on: boolean): Promise<void> =>
    inOptions(async (options) => {
      await until(options, () => document.querySelector('[data-site] [data-mark]') !== null);
      await options.click('[data-site] [data-mark]');
      await until(
        options,
        (due) =>
          document.querySelector<HTMLInputElement>('[data-mark]')?.checked === due &&
          document.querySelector('section:has(#site) [role="status"]')?.textContent !== '',
        on,
      );
    });

  beforeAll(async () => {
    stage = await setStageIn(world, browser);
    await inOptions(async (options) => {
      await options.evaluate((host) => {
        const field = document.querySelector<HTMLInputElement>('#site');
        if (field) field.value = host;
      }, HOST);
      await options.click('form:has(#site) [type="submit"]');
      await until(options, () => document.querySelector('[data-site]') !== null);
    });
  });
  afterAll(() => stage?.close());

  it('come when the reader switches them on, beside their links, and move nothing; and go at once when switched off', async () => {
    const view = await stage.session.open(at('shapes'));
    await expect.poll(() => stage.session.badge()).toBe('8');
    expect(await dots(view)).toBe(0);
    const before = await boxes(view);
    await toggle(true);
    await marked(view, 8);
    expect(await boxes(view)).toEqual(before);
    expect(
      await view.evaluate(() =>
        [...document.querySelectorAll('a')].map(({ nextElementSibling, previousElementSibling }) =>
          [nextElementSibling, previousElementSibling].some(
            (each) => each?.localName === 'touchstone-marker',
          ),
        ),
      ),
    ).toEqual(Array.from({ length: 8 }, () => true));
    for (const id of [1, 2, 3, 4, 5, 7, 8])
      await expect.poll(() => isSeen(view, `#link-${id}`), { message: `dot ${id}` }).toBe(true);
    await toggle(false);
    await marked(view, 0);
    expect(await dots(view)).toBe(0);
    await view.close();
  });

  describe('that are switched on,', () => {
    beforeAll(() => toggle(true));

    it('are drawn where the page allows no style and no script', async () => {
      const view = await stage.session.open(at('strict'));
      await marked(view, 1);
      await expect.poll(() => isSeen(view, '#link-1')).toBe(true);
      await view.close();
    });

    it('open by the keyboard, and close by it', async () => {
      const view = await stage.session.open(at('plain'));
      await marked(view, 1);
      await expect.poll(() => isSeen(view, '#link-1')).toBe(true);
      await view.evaluate(() => document.querySelector<HTMLElement>('#link-1')?.focus());
      await view.press('Tab');
      expect(await view.evaluate(() => document.activeElement?.localName)).toBe('touchstone-marker');
      expect(await isOpen(view)).toBe(false);
      await view.press('Enter');
      await expect.poll(() => isOpen(view)).toBe(true);
      await view.press('Escape');
      await expect.poll(() => isOpen(view)).toBe(false);
      await view.close();
    });

    it('can neither be opened nor read by a page that has given the element a meaning of its own', async () => {
      const view = await stage.session.open(at('hostile'));
      await marked(view, 1);
      await expect.poll(() => isSeen(view, '#link-1')).toBe(true);
      const seen = await view.evaluate(() => {
        const dot = document.querySelector<HTMLElement>('touchstone-marker');
        const { x = 0, y = 0 } = dot?.getBoundingClientRect() ?? {};
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click'])
          dot?.dispatchEvent(
            new MouseEvent(type, { bubbles: true, composed: true, clientX: x + 8, clientY: y + 8 }),
          );
        dot?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
        dot?.click();
        const { caught } = window as unknown as {
          caught: { roots: unknown[]; heard: string[]; internals?: ElementInternals };
        };
        caught.heard.length = 0;
        return {
          root: dot?.shadowRoot ?? caught.internals?.shadowRoot ?? null,
          roots: caught.roots.length,
          html: dot?.outerHTML.replace(/="[^"]*"/, ''),
          ours: /(?:chrome|moz)-extension:/.test(document.documentElement.outerHTML),
        };
      });
      expect(seen).toEqual({
        root: null,
        roots: 0,
        html: '<touchstone-marker data-status></touchstone-marker>',
        ours: false,
      });
      expect(await isOpen(view)).toBe(false);
      await view.click('touchstone-marker');
      await expect.poll(() => isOpen(view)).toBe(true);
      // The page's own handlers hear nothing of the reader's click.
      expect(
        await view.evaluate(() => (window as unknown as { caught: { heard: string[] } }).caught.heard),
      ).toEqual([]);
      await view.close();
    });

    it('go with the link, and with the page where a script leads on', async () => {
      const view = await stage.session.open(at('plain'));
      await marked(view, 1);
      await view.evaluate(() => document.querySelector('#link-1')?.remove());
      await marked(view, 0);
      await view.close();
    });

    it('change nothing of what is read from the page', async () => {
      const view = await stage.session.open(at('shapes'));
      await marked(view, 8);
      const popup = await stage.session.clickToolbar();
      await allowAll(popup);
      const rows = await rowsOf(popup);
      expect(rows.map(({ title }) => title).sort()).toEqual(
        Array.from({ length: 8 }, (_, n) => `Badge ${n + 1}`),
      );
      await popup.close();
      await view.close();
    });
  });

  it('or none: the popup shows where a row stands on the page', async () => {
    const view = await stage.session.open(at('unmarked', OTHER_HOST));
    const popup = await stage.session.clickToolbar();
    await allowAll(popup);
    expect(await view.evaluate(() => scrollY)).toBe(0);
    await until(popup, () => {
      const button = document.querySelector<HTMLElement>('.row-button');
      if (button?.getAttribute('aria-expanded') === 'false') button.click();
      return document.querySelector('[data-show-on-page]') !== null;
    });
    await popup.evaluate(() => document.querySelector<HTMLElement>('[data-show-on-page]')?.click());
    await expect.poll(() => view.evaluate(() => scrollY > 3_000)).toBe(true);
    expect(await view.evaluate(() => document.activeElement?.id)).toBe('link-1');
    expect(await dots(view)).toBe(0);
    await view.close();
  });
});
