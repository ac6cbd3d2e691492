import { Window } from 'happy-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Additions, createAdditions } from '../../src/content/additions.ts';

let page: Window;
let additions: Additions;
/** Puts markup into the page and notes it, as the observer would. */
const add = (html: string): Element => {
  const element = page.document.createElement('div');
  element.innerHTML = html;
  page.document.body.append(element);
  additions.note([{ addedNodes: [element] }] as unknown as MutationRecord[]);
  return element as unknown as Element;
};

beforeEach(() => {
  page = new Window({ url: 'https://me.example/' });
  vi.stubGlobal('Node', page.Node);
  additions = createAdditions();
});

describe('what was added to a page', () => {
  it.each([
    '<a href="/x">x</a>',
    '<p><img src="x.png"></p>',
    '<script type="application/ld+json">{}</script>',
  ])('is worth a scan where it holds %s', (html) => {
    add(html);
    expect(additions.take()).toBe(true);
  });

  it.each(['hello', '<p>1,024 views</p>', '<a>no link</a>', '<svg><path d="M0 0"></path></svg>'])(
    'is not where it holds only %s',
    (html) => {
      add(html);
      expect(additions.take()).toBe(false);
    },
  );

  it('is looked at once', () => {
    add('<a href="/x">x</a>');
    additions.take();
    expect(additions.take()).toBe(false);
  });

  it('and taken away again is worth nothing', () => {
    add('<a href="/x">x</a>').remove();
    expect(additions.take()).toBe(false);
  });

  it('in masses is worth a scan without a look at each', () => {
    for (let n = 0; n < 600; n += 1) add('x');
    expect(additions.take()).toBe(true);
  });
});
