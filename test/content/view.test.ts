import { Window } from 'happy-dom';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../../src/content/view.ts';
import { readPageElements } from '../../src/resolve/page-element.ts';
import { isAbout } from '../../src/resolve/page-evidence.ts';
import { finish } from '../../src/site/steps.ts';

const OWN = 'https://www.udemy.com/certificate/UC-ABCD1234/';

const DOMS: readonly (readonly [string, (html: string) => Document])[] = [
  ['linkedom', (html) => parseHTML(html).document as unknown as Document],
  [
    'happy-dom',
    (html) => {
      const window = new Window({ url: OWN });
      window.document.write(html);
      return window.document as unknown as Document;
    },
  ],
];
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>T</title>${head}</head><body>${body}</body></html>`;

describe.each(DOMS)('what stands on an open page, in %s,', (_, parse) => {
  const see = (body: string, head = ''): string => finish(viewOf(parse(page(body, head))));

  it('is its text, its classes, its pictures and its links', () => {
    const html = see(
      '<p class="a">Certificate <b>UC-1</b></p><img src="/i/UC-1.jpg"><a href="/d/UC-1.pdf">D</a>',
    );
    expect(html).toContain('<title>T</title>');
    expect(html).toContain('<p class="a">Certificate <b>UC-1</b></p>');
    expect(html).toContain('src="/i/UC-1.jpg"');
    expect(html).toContain('href="/d/UC-1.pdf"');
  });

  it('is nothing that a script holds or a person has typed', () => {
    const html = see(
      '<script>let s = "secret1"</script><style>.secret2{}</style><input value="secret3"><textarea>secret4</textarea><noscript>secret5</noscript><p data-x="secret6">seen</p>',
    );
    expect(html).toContain('seen');
    expect(html).not.toContain('secret');
  });

  it.each([
    ['a canonical link', '', `<link rel="canonical" href="${OWN}">`],
    ['its address for sharing', '', `<meta property="og:url" content="${OWN}">`],
    ['a share button', `<a href="https://s.example/?u=${encodeURIComponent(OWN)}">S</a>`, ''],
    [
      'a share button within a redirector',
      `<a href="https://r.example/?to=${encodeURIComponent(`https://s.example/?u=${encodeURIComponent(OWN)}`)}">S</a>`,
      '',
    ],
    ['the way back from a login', '<a href="/login?next=/certificate/UC-ABCD1234/">L</a>', ''],
    ['a link to itself in another language', '<a href="/certificate/UC-ABCD1234/?locale=de">L</a>', ''],
    ['a picture at that address', '<img src="/certificate/UC-ABCD1234">', ''],
  ])('is no evidence where it is %s: that only repeats the page’s own address', (_what, body, head) => {
    expect(isAbout(readPageElements(see(body, head)), 'UC-ABCD1234', [OWN])).toBe(false);
  });

  it('is evidence as an address below its own, which says that there is something', () => {
    const page = readPageElements(see('<a href="/certificate/UC-ABCD1234/file.pdf">D</a>'));
    expect(isAbout(page, 'UC-ABCD1234', [OWN])).toBe(true);
  });

  it('gives no text the form of markup', () => {
    expect(see('<p>&lt;b class="x"&gt; &amp;amp;</p><img alt="&quot;&gt;&lt;i&gt;" src="/a">')).not.toMatch(
      /<b class|<i>|"">/,
    );
  });

  it('stays below its length, however much there is', () => {
    const long = see(`<p>${'x'.repeat(200_000)}</p>${'<i class="y">z</i>'.repeat(8_000)}`);
    expect(long.length).toBeLessThanOrEqual(120_000);
  });

  it('is read in steps, and a page ten thousand levels deep as well', () => {
    const document = parse(page(''));
    let inner: Element = document.body;
    for (let level = 0; level < 10_000; level += 1) inner = inner.appendChild(document.createElement('i'));
    const steps = viewOf(document);
    expect(steps.next().done).toBe(false);
    expect(finish(steps).length).toBeGreaterThan(20_000);
  });
});

it('holds what lies in open shadow roots', () => {
  const window = new Window({ url: OWN });
  window.document.body.innerHTML = '<x-y></x-y>';
  const host = window.document.querySelector('x-y');
  if (host) host.attachShadow({ mode: 'open' }).innerHTML = '<p>UC-ABCD1234</p>';
  expect(finish(viewOf(window.document as unknown as Document))).toContain('<p>UC-ABCD1234</p>');
});
