import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Inline, markdownReader, readMarkdown } from '../../src/present/markdown.ts';

type Node = Block | Inline;
function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const each of innerOf(node)) yield* nodesOf(each);
}
function innerOf(node: Node): readonly Node[] {
  if (node.kind === 'list') return node.items.flat();
  if (node.kind === 'quote') return node.blocks;
  return 'children' in node ? node.children : [];
}
const all = (text: string): readonly Node[] => readMarkdown(text).flatMap((block) => [...nodesOf(block)]);
const links = (text: string): readonly string[] =>
  all(text).flatMap((node) => (node.kind === 'link' ? [node.href] : []));
const words = (text: string): string =>
  all(text)
    .map((node) => ('text' in node ? node.text : ''))
    .join('');

describe('criteria in Markdown', () => {
  it('keep their structure', () => {
    const [paragraph, list] = readMarkdown('Do **this**:\n\n1. one\n2. two');
    expect(paragraph).toMatchObject({
      kind: 'paragraph',
      children: [{ text: 'Do ' }, { kind: 'strong' }, { text: ':' }],
    });
    expect(list).toMatchObject({ kind: 'list', ordered: true });
  });

  it('show HTML as the text that it is', () => {
    expect(words('<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
    expect(words('a <img src=x onerror=alert(1)> b')).toContain('<img src=x onerror=alert(1)>');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://user:pin@example.org/',
    'JaVaScRiPt:x',
    '/relative',
  ])('do not link to %s', (address) => {
    expect(links(`[words](<${address}>)`)).toEqual([]);
    expect(links(`[words][1]\n\n[1]: <${address}>`)).toEqual([]);
    expect(words(`[words](<${address}>)`)).toBe('words');
  });

  it('link to the web, also by reference', () => {
    expect(links('[a](https://one.example/) [b][two]\n\n[two]: http://two.example/')).toEqual([
      'https://one.example/',
      'http://two.example/',
    ]);
  });

  it.each([
    ['[https://bank.example](https://evil.example/x)', 'https://bank.example (evil.example)'],
    ['[bank.example](https://evil.example)', 'bank.example (evil.example)'],
    ['[see **bank.example/login**](https://evil.example)', 'see bank.example/login (evil.example)'],
    ['[bank.example at evil.example](https://evil.example)', 'bank.example at evil.example (evil.example)'],
    ['[the criteria](https://school.example/c)', 'the criteria (school.example)'],
    ['[https://bänk.example](https://evil.example)', 'https://bänk.example (evil.example)'],
    ['[https://school.example/a](https://school.example/b)', 'https://school.example/a'],
    ['[school.example](https://www.school.example)', 'school.example'],
    ['<https://school.example/c>', 'https://school.example/c'],
  ])('name the host that a link leads to where its words do not: %s', (text, shown) => {
    expect(words(text)).toBe(shown);
  });

  it('show an image as its words and never load it', () => {
    expect(words('![the badge](https://tracker.example/p.gif)')).toBe('the badge');
    expect(links('![the badge](https://tracker.example/p.gif)')).toEqual([]);
  });

  it('end, however deep and however long they are', () => {
    expect(() => readMarkdown('> '.repeat(2000))).not.toThrow();
    expect(words('x'.repeat(100_000)).length).toBeLessThan(20_100);
  });

  it.each(['- ', '+ ', '1. ', '12) ', '> '])('open no more in one line than is shown: %s', (opener) => {
    const depth = (text: string): number =>
      JSON.stringify(readMarkdown(text)).match(/"list"|"quote"/g)?.length ?? 0;
    expect(depth(`${opener.repeat(12)}a`)).toBe(12);
    expect(depth(`${opener.repeat(800)}a`)).toBe(12);
    expect(depth(`a\r\r${opener.repeat(800)}a`)).toBe(12);
  });

  it('go on as they are written where they are longer than any criteria, and nothing is lost', () => {
    const text = Array.from(
      { length: 20 },
      (_, at) => `Part ${at} **was** done. ${'It took days. '.repeat(40).trim()}`,
    );
    const blocks = readMarkdown(text.join('\n\n'));
    expect(blocks).toHaveLength(20);
    expect(blocks[0]).toEqual(readMarkdown(text[0] ?? '')[0]);
    expect(blocks.at(-1)).toEqual({ kind: 'paragraph', children: [{ kind: 'text', text: text.at(-1) }] });
    expect(words('word '.repeat(3_000)).replaceAll(/\s/g, '')).toBe('word'.repeat(3_000));
  });

  it('go on as they are written where they hold more marks than any criteria, and nothing is lost', () => {
    const told = words(`**Yes.**\n\n${'a_*b_* '.repeat(1_000)}`);
    expect(told.startsWith('Yes.')).toBe(true);
    expect(told.match(/a/g)).toHaveLength(1_000);
    expect(told.endsWith('a_*b_*')).toBe(true);
    const lines = (end: string) => readMarkdown(`- a${end}`.repeat(1_500));
    expect(lines('\r')).toEqual(lines('\n'));
    expect(lines('\r\n')).toEqual(lines('\n'));
  });

  it('have a line across, however long it is', () => {
    for (const across of ['- '.repeat(50), '*'.repeat(50), ' - - -'])
      expect(readMarkdown(`a\n\n${across}\n\nb`).map(({ kind }) => kind)).toEqual([
        'paragraph',
        'rule',
        'paragraph',
      ]);
  });

  it('never hold a link that is not of the web, whatever is written', () => {
    const piece = fc.constantFrom(
      '[a](',
      'javascript:',
      'https://x.example',
      ')',
      '<',
      '>',
      '![',
      '][',
      ']',
      ':',
      '\n',
      ' ',
      '`',
      '*',
      'data:',
      '&#x6a;',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) =>
        links(pieces.join('')).every((href) => /^https?:\/\//.test(href)),
      ),
    );
  });

  it('of one record is read up to 20,000 letters, however many texts they stand in', () => {
    const read = markdownReader();
    const words = (text: string): string => JSON.stringify(read(text)());
    expect(words('a'.repeat(15_000))).toContain('"aaa');
    expect(words('b'.repeat(15_000)).match(/b/g)).toHaveLength(5_000);
    expect(read('*c*')()).toEqual([{ kind: 'paragraph', children: [{ kind: 'text', text: '…' }] }]);
  });
});
