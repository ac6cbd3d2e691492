import fc from 'fast-check';
import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/encoding/html.ts';
import { readPageElements, select, textOf } from '../../src/resolve/page-element.ts';

const texts = (html: string) =>
  [...readHtml(html)].flatMap((token) => (token.kind === 'text' ? [token.text] : []));
const attributesOf = (html: string) => {
  const [token] = [...readHtml(html)];
  return token?.kind === 'start' ? Object.fromEntries(token.attributes) : null;
};

const PIECE = fc.constantFrom(
  ...'< > " \' = / a href x ! -- - ? ; script title </ </script </title style <!-- --> --!> <!--> <!---> A é'.split(
    ' ',
  ),
  ...'&amp; &#65; &#x80; &#150; &#0; &eacute; &Uuml; &rsquo; &frac12; <a <br/> <noscript> </noscript>'.split(
    ' ',
  ),
  ...['<meta content=', '<!DOCTYPE', ' ', '\n', '\f'],
);

/** A page as one list: texts that touch each other are one, and tags are written out. */
class Told {
  readonly list: (string | readonly unknown[])[] = [];
  #isInText = false;
  text(text: string): void {
    if (this.#isInText) this.list.push(`${this.list.pop()}${text}`);
    else this.list.push(text);
    this.#isInText = true;
  }
  tag(...tag: readonly unknown[]): void {
    this.list.push(tag);
    this.#isInText = false;
  }
}

function toldByUs(html: string): Told['list'] {
  const told = new Told();
  for (const token of readHtml(html)) {
    if (token.kind === 'text') told.text(token.text);
    else if (token.kind === 'end') told.tag('end', token.name);
    else told.tag(token.name, Object.fromEntries(token.attributes), token.selfClosing);
  }
  return told.list;
}

/** parse5's tokens, with the states that its tree builder would choose. */
function toldByParse5(html: string): Told['list'] {
  const told = new Told();
  const text = ({ chars }: Token.CharacterToken): void => told.text(chars);
  const nothing = (): void => undefined;
  const modes: Readonly<Record<string, Tokenizer['state']>> = {
    title: TokenizerMode.RCDATA,
    style: TokenizerMode.RAWTEXT,
    noscript: TokenizerMode.RAWTEXT,
    script: TokenizerMode.SCRIPT_DATA,
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag({ tagName, attrs, selfClosing }) {
        told.tag(tagName, Object.fromEntries(attrs.map(({ name, value }) => [name, value])), selfClosing);
        tokenizer.state = modes[tagName] ?? tokenizer.state;
      },
      onEndTag: ({ tagName }) => told.tag('end', tagName),
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: text,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
      onParseError: null,
    },
  );
  tokenizer.write(html, true);
  return told.list;
}

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

  it('are those of parse5, whatever stands in a page', () => {
    fc.assert(
      fc.property(fc.array(PIECE, { maxLength: 20 }), (pieces) => {
        const html = `${pieces.join('')} `;
        expect(toldByUs(html)).toEqual(toldByParse5(html));
      }),
      { numRuns: 2_000 },
    );
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
