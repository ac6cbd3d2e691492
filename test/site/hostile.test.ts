/** Pages that are built to keep their reader busy: what reading them takes grows as they do, and no faster. */

import { type DetachedWindowAPI, Window } from 'happy-dom';
import { parseHTML } from 'linkedom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { viewOf } from '../../src/content/view.ts';
import { LIMITS } from '../../src/platform/request-forms.ts';
import { createReading } from '../../src/site/reading.ts';
import { scan } from '../../src/site/scan.ts';
import { finish } from '../../src/site/steps.ts';
import { credlyBadge } from '../build/links.ts';

const PERSON = 'https://person.example/';
const XING = 'https://www.xing.com/profile/Made_Up';
const LINKEDIN = 'https://www.linkedin.com/in/made-up/';
const times = (count: number, piece: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => piece(n)).join('');

let window: (Window & { happyDOM: DetachedWindowAPI }) | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await window?.happyDOM.close();
});
const open = (html: string): Document => {
  const opened = new Window({ url: PERSON });
  window = opened;
  opened.document.body.innerHTML = html;
  return opened.document as unknown as Document;
};

const WALKS = ['nextSibling', 'parentNode', 'parentElement', 'firstChild'] as const;
const SIBLINGS = ['nextElementSibling', 'previousElementSibling'] as const;

/** Steps from node to node, and for what a browser answers by going over a part of the page that part's size. */
function stepsOf(html: string, url: string): number {
  const document = open(html);
  let steps = 0;
  const size = new Map<unknown, number>();
  const all = [document, ...document.querySelectorAll('*')];
  for (const each of all) size.set(each, each.querySelectorAll('*').length + 1);
  const counting = (node: unknown, isWhole: boolean): void => {
    steps += isWhole ? (size.get(node) ?? 1) : 1;
  };
  const wrap = (prototype: object, name: string, isWhole: boolean): void => {
    const own = Object.getOwnPropertyDescriptor(prototype, name);
    if (own?.get) {
      const get = own.get;
      Object.defineProperty(prototype, name, {
        ...own,
        get(this: unknown) {
          counting(this, isWhole);
          return get.call(this);
        },
      });
    } else if (typeof own?.value === 'function') {
      const call = own.value as (...args: unknown[]) => unknown;
      Object.defineProperty(prototype, name, {
        ...own,
        value(this: unknown, ...args: unknown[]) {
          counting(this, isWhole);
          return call.apply(this, args);
        },
      });
    }
  };
  const { Node, Element } = window as unknown as {
    Node: typeof globalThis.Node;
    Element: typeof globalThis.Element;
  };
  for (const name of WALKS) wrap(Node.prototype, name, false);
  for (const name of SIBLINGS) wrap(Element.prototype, name, false);
  wrap(Element.prototype, 'querySelectorAll', true);
  wrap(Element.prototype, 'textContent', true);
  wrap(Element.prototype, 'matches', false);
  finish(createReading(document, { url }).whole());
  return steps;
}

describe('reading takes steps in proportion to', () => {
  it.each<readonly [string, string, (count: number) => string]>([
    [
      'files without a heading',
      PERSON,
      (n) => times(n, (at) => `<a href="https://drive.google.com/file/d/${at}">x</a>`),
    ],
    [
      'files far from their heading',
      PERSON,
      (n) =>
        `<h2>x</h2><p>${times(n, () => '<i></i>')}</p>${times(n, (at) => `<p><a href="https://drive.google.com/file/d/${at}">x</a></p>`)}`,
    ],
    [
      'links to one credential in one box',
      PERSON,
      (n) => `<div>${times(n, () => `<a href="${credlyBadge(1)}"></a>`)}</div>`,
    ],
    [
      'links to one credential in boxes',
      PERSON,
      (n) => `<div>${times(n, () => `<b><a href="${credlyBadge(1)}">x</a></b>`)}</div>`,
    ],
    ['links to many credentials', PERSON, (n) => times(n, (at) => `<a href="${credlyBadge(at)}">b</a>`)],
    [
      'headings and anchors of one box',
      PERSON,
      (n) => `<div>${times(n, () => '<h4></h4><a></a>')}<a href="${credlyBadge(1)}">b</a></div>`,
    ],
    [
      'pictures of one box',
      PERSON,
      (n) => `<div>${times(n, () => '<img alt="">')}<a href="${credlyBadge(1)}">b</a></div>`,
    ],
    [
      'headings without a level',
      XING,
      (n) => times(n, () => '<div role="heading" aria-level="x">Zertifikate</div><p>One</p>'),
    ],
    [
      'headings of falling levels',
      XING,
      (n) => times(n, (at) => `<div role="heading" aria-level="${at + 1}">Zertifikate</div><p>One</p>`),
    ],
    ['nothing under headings', XING, (n) => times(n, () => '<div><h2>Zertifikate</h2></div><p></p>')],
    [
      'items of one list',
      XING,
      (n) => `<h2>Zertifikate</h2><ul>${times(n, (at) => `<li>Item ${at}</li>`)}</ul>`,
    ],
    [
      'entries',
      LINKEDIN,
      (n) =>
        `<section data-section="certifications"><ul>${times(n, (at) => `<li><h3>T${at}</h3></li>`)}</ul></section>`,
    ],
    [
      'links in one entry',
      LINKEDIN,
      (n) =>
        `<section data-section="certifications"><ul><li>${times(n, (at) => `<a href="${credlyBadge(at)}"></a>`)}</li></ul></section>`,
    ],
  ])(
    '%s',
    (_, url, page) => {
      const [few, many] = [stepsOf(page(150), url), stepsOf(page(600), url)];
      // Four times as much; work by the square would take sixteen times.
      expect(many / few).toBeLessThan(6);
    },
    60_000,
  );
});

describe('a page that', () => {
  it('nests deeper than any stack is read to the end', () => {
    const deep = `${'<b>'.repeat(20_000)}Deep water${'</b>'.repeat(20_000)}`;
    const html = `<section><h3>Harbour Pilot</h3><a href="${credlyBadge(1)}">Show credential</a>${deep}</section>`;
    // (The other library's own walks have no end to their stack.)
    const document = parseHTML(`<html><body>${html}</body></html>`).document as unknown as Document;
    expect(scan(document, { url: PERSON }).sightings).toMatchObject([{ claim: { title: 'Harbour Pilot' } }]);
  });

  it('has addresses that nobody would write is read without them', () => {
    const endless = `data:application/json,${'a'.repeat(70_000)}`;
    const html = `<a href="${endless}">x</a><img src="${endless}"><iframe src="${endless}"></iframe>
      <div data-share-badge-id="${'a'.repeat(70_000)}"></div><img srcset="${'/badge.png 1x, '.repeat(5_000)}" alt="badge">
      <a href="${credlyBadge(1)}">Badge</a>`;
    expect(scan(open(html), { url: PERSON }).sightings.map(({ link }) => link)).toEqual([
      `${PERSON}badge.png`,
      credlyBadge(1),
    ]);
  });

  it('shows more than anybody reads is told of up to a limit', () => {
    const many = times(20_100, (n) => `<a href="${credlyBadge(n)}"></a>`);
    const payload = `data:application/vc,${'a'.repeat(60_000)}`;
    const { length } = scan(open(many), { url: PERSON }).sightings;
    expect(length).toBeGreaterThan(10_000);
    expect(length).toBeLessThanOrEqual(LIMITS.sightings);
    const heavy = scan(
      open(`${times(400, () => `<a href="${payload}"></a>`)}<a href="${credlyBadge(1)}">x</a>`),
      {
        url: PERSON,
      },
    );
    expect(JSON.stringify(heavy).length).toBeLessThan(20_000_000);
    expect(heavy.sightings.at(-1)?.link).toBe(credlyBadge(1));
  });

  it('has endless words beside each of its links is told of up to a limit: no browser sends more', () => {
    const words = times(40, (n) => `<b>${n} ${'w'.repeat(236)}</b>`);
    const html = `<ul>${times(2_000, (n) => `<li><a href="${credlyBadge(n)}">${words}</a></li>`)}</ul>`;
    const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
    const reading = createReading(document as unknown as Document, { url: PERSON });
    finish(reading.whole());
    const { sightings } = reading.scanned().scan;
    expect(sightings.length).toBeGreaterThan(500);
    expect(JSON.stringify(sightings).length).toBeLessThan(20_000_000);
  });

  it('names its parts with endless words is viewed without them', () => {
    const document = open(
      `<main class="${'%41'.repeat(100_000)}"><a href="${credlyBadge(1)}">x</a><p>Ana</p></main>`,
    );
    const view = finish(viewOf(document));
    expect(view).toContain('Ana');
    expect(view.length).toBeLessThan(10_000);
  });
});
