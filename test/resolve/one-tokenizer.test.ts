/** Pages are read by the one tokenizer: no regular expression goes over a whole one, whatever its way in is. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parse } from '../../src/credential/parse.ts';
import { utf8 } from '../../src/encoding/text.ts';
import { readPage } from '../../src/node/page.ts';
import type { Net } from '../../src/ports.ts';
import { PROVIDERS } from '../../src/provider/registry/index.ts';
import { recogniseLink } from '../../src/recognise/recognise.ts';
import { recogniseInView } from '../../src/resolve/page-in-view.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { succeed } from '../../src/result.ts';
import { NO_CLAIM } from '../../src/site/sighting.ts';

const MARKUP = '</p></div>';
const FILLING = `<div class="a"><p>text &amp; more${MARKUP}`.repeat(300);
const PAGE = `<!doctype html><html><head><title>T</title><link rel="alternate" type="application/json" href="/x.json">
<meta property="og:title" content="T"></head><body>${FILLING}
<script id="initialData">%7B%7D</script><script>window.__APOLLO_STATE__ = {"a": 1};</script>
<script type="application/ld+json">{"name": "x"}</script><img src="/a.png"><a href="data:application/json,%7B%7D">d</a>
${FILLING}</body></html>`;

/** Patterns that went over a large part of a text which is markup. The tokenizer goes from one tag to the next. */
const overPages = new Set<string>();
const FAR = 2_000;
const exec = RegExp.prototype.exec;
beforeEach(() => {
  overPages.clear();
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.sticky || this.global ? this.lastIndex : 0;
    const found = exec.call(this, text);
    // Where it is bound to the beginning, it goes no further than what it looks for there.
    const isBound = this.source.startsWith('^') && !this.multiline;
    const given = this.sticky || isBound ? from : String(text).length;
    const end = found ? found.index + found[0].length : given;
    if (end - from > FAR && String(text).includes(MARKUP)) overPages.add(this.source);
    return found;
  };
});
afterEach(() => {
  RegExp.prototype.exec = exec;
});

const net: Net = {
  get: async ({ url }) =>
    succeed({
      url,
      finalUrl: url,
      status: 200,
      contentType: 'text/html',
      charset: 'utf-8',
      maxAgeSeconds: null,
      bytes: utf8(PAGE),
      at: 0,
      cached: false,
    }),
};

const EXAMPLES = PROVIDERS.flatMap(({ shapes }) => shapes.flatMap(({ examples }) => examples.slice(0, 1)));

it.each(EXAMPLES)('%s, answered by a page', async (example) => {
  await resolve(
    { ...(recogniseLink(example) ?? expect.fail('not recognised')), asked: { kind: 'link', name: null } },
    net,
  );
  expect([...overPages]).toEqual([]);
});

it.each(EXAMPLES)('%s, open before the reader', (url) => {
  const sighting = { kind: 'link', link: url, text: null, claim: NO_CLAIM, place: 0 } as const;
  recogniseInView({ url, title: '', language: 'en', sightings: [sighting], view: PAGE });
  expect([...overPages]).toEqual([]);
});

it.each([
  ['a file', 'file'],
  ['an answer', 'fetched'],
] as const)('%s that is a page', async (_, origin) => {
  const document = { content: PAGE, contentType: 'text/html', charset: null, url: null, origin } as const;
  await parse(document);
  expect([...overPages]).toEqual([]);
});

it('a saved page', () => {
  // The tree builder is a library's, which has a tokenizer of its own.
  expect(readPage(PAGE).ok).toBe(true);
  expect([...overPages]).toEqual([]);
});

it('a regular expression that goes over a page is seen', () => {
  PAGE.match(/<\/script/g);
  PAGE.replace(/nothing/, '');
  expect(overPages.size).toBe(2);
});
