/** Pages of strangers, before a tree is built of them. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/node/page.ts';

const told = (html: string): string => {
  const page = readPage(html);
  return page.ok ? (page.value.body.textContent ?? '') : page.problem.code;
};

describe('a page', () => {
  it('of one tag that nobody closes is read once', () => {
    expect(told(`<p>before</p><${'a'.repeat(250_000)}`)).toBe('before');
    expect(told(`before${'<a'.repeat(1_000)}`)).toBe('before');
  });

  it('has one text where character references stand in it, as in a browser', () => {
    const page = readPage('<p>Issued Jan 2026 &#183; Expires &amp; ends</p>');
    const texts = page.ok ? [...(page.value.querySelector('p')?.childNodes ?? [])] : [];
    expect(texts.map(({ nodeValue }) => nodeValue)).toEqual(['Issued Jan 2026 · Expires & ends']);
  });

  it.each([
    ['<title>\n  Ana &amp;\n\t Ben </title>', 'Ana & Ben'],
    ['', ''],
  ])('has its title in one line, as in a browser: %j', (head, title) => {
    const page = readPage(`<!doctype html><html><head>${head}</head><body>a</body></html>`);
    expect(page.ok && page.value.title).toBe(title);
  });

  it('has the names of its attributes in small letters, as in a browser, but for a drawing’s', () => {
    const page = readPage(
      '<A HREF="/1">one</A><svg viewBox="0 0 1 1"/><SCRIPT TYPE="application/vc">{}</SCRIPT>',
    );
    const found = (selector: string) => page.ok && page.value.querySelector(selector)?.getAttributeNames();
    expect(['a', 'script', 'svg'].map(found)).toEqual([['href'], ['type'], ['viewBox']]);
  });

  it.each(['<a HREF="/1" href="/2">', '<a href="/1" HREF="/2">', '<a Href="/1" HREF="/2">'])(
    'has the first of several attributes of one name, as in a browser: %s',
    (html) => {
      const page = readPage(html);
      expect(page.ok && page.value.querySelector('a')?.getAttribute('href')).toBe('/1');
    },
  );

  it('has its declarative shadow roots, one in another too, as in a browser', () => {
    const inner = '<y-badge><template shadowrootmode="open"><a href="/2">two</a></template></y-badge>';
    const page = readPage(
      `<x-badge><template shadowrootmode="open"><a href="/1">one</a>${inner}</template>light</x-badge><template>none</template>`,
    );
    const outer = page.ok ? page.value.querySelector('x-badge')?.shadowRoot : null;
    expect(outer?.querySelector('a')?.textContent).toBe('one');
    const within = outer?.querySelector('y-badge')?.shadowRoot;
    expect(within?.querySelector('a')?.textContent).toBe('two');
    expect(page.ok && page.value.querySelectorAll('template').length).toBe(1);
  });

  it('is refused beyond a thousand levels', () => {
    expect(told(`${'<i>'.repeat(1_000)}deep`)).toBe('deep');
    expect(told(`${'<i>'.repeat(1_001)}deep`)).toBe('too-large');
  });

  it('has what stands in noscript, and is refused beyond those levels there too', () => {
    expect(told(`<noscript>${'<i>'.repeat(1_000)}deep</noscript>`)).toBe('too-large');
    expect(told(`<noscript>${'<i>'.repeat(998)}deep</noscript>`)).toBe('deep');
  });

  it.each(['iframe', 'noembed', 'xmp', 'textarea', 'template'])(
    'has no link that stands in %s, as in a browser',
    (name) => {
      const page = readPage(`<${name}><a href="/hidden">no</a></${name}><a href="/shown">yes</a>`);
      const links = page.ok ? [...page.value.querySelectorAll('a')] : [];
      expect(links.map((link) => link.getAttribute('href'))).toEqual(['/shown']);
    },
  );

  it.each([
    ['ends a link where the next one begins', '<a>one<a>two', 'a', ['one', 'two']],
    [
      'puts what is out of place in a table before it',
      '<table><a>out</a><tr><td><a>in',
      ':not(td)>a',
      ['out'],
    ],
    ['goes on with bold type where its paragraph ends first', '<p><b>one</p><a>two', 'b a', ['two']],
    ['has a head and a body without their tags', '<title>T</title><p>one', 'head>title,body>p', ['T', 'one']],
  ])('%s, as a browser', (_, html, selector, texts) => {
    const page = readPage(html);
    const found = page.ok ? [...page.value.querySelectorAll(selector)] : [];
    expect(found.map(({ textContent }) => textContent)).toEqual(texts);
  });

  it('nests nothing in elements that hold nothing, or that close themselves', () => {
    expect(told(`${'<br>'.repeat(2_000)}${'<path/>'.repeat(2_000)}flat`)).toBe('flat');
  });
});
