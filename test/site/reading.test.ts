import fc from 'fast-check';
import { type DetachedWindowAPI, Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recognise } from '../../src/recognise/recognise.ts';
import { readClaims } from '../../src/site/claims.ts';
import { createReading, type Reading } from '../../src/site/reading.ts';
import { scan } from '../../src/site/scan.ts';
import { finish } from '../../src/site/steps.ts';
import { credlyBadge } from '../build/links.ts';

const URL_ = 'https://person.example/portfolio/';
const link = (n: number, words = `Badge ${n}`): string => `<a href="${credlyBadge(n)}">${words}</a>`;
const ENTRY = (title: string, inner = ''): string =>
  `<li><h3>${title}</h3><h4>School</h4><span>Issued Jul 2026</span>${inner}</li>`;
const LIST = (entries: string): string =>
  `<section data-section="certifications"><ul>${entries}</ul></section>`;

let window: Window & { happyDOM: DetachedWindowAPI };
let document: Document;
let reading: Reading;
let parts: Set<Element>;
let touched: Set<Node>;

/** What an observer would note. */
const noteChildren = (target: Node, added: readonly Node[] = []): void => {
  touched.add(target);
  for (const node of added) if (node.nodeType === 1) parts.add(node as Element);
};
const add = (
  html: string,
  parent: ParentNode & Node = document.body,
  before: Node | null = null,
): Element => {
  const box = document.createElement('div');
  box.innerHTML = html;
  const element = box.firstElementChild as Element;
  parent.insertBefore(element, before);
  noteChildren(parent, [element]);
  return element;
};
const remove = (element: Element): void => {
  const { parentNode } = element;
  element.remove();
  if (parentNode) noteChildren(parentNode);
};
/** Reads what was noted; whether the page shows something else now. */
const readChanges = (): boolean => {
  const changes = { parts, touched };
  parts = new Set();
  touched = new Set();
  return finish(reading.changed(changes));
};
const shown = () => readClaims(reading.scanned().scan);
const afresh = (url = URL_) => scan(document, { url });
const begin = (html: string, onTree?: (root: Node) => void, url = URL_): void => {
  document.body.innerHTML = html;
  reading = createReading(document, { url, ...(onTree && { onTree }) });
  finish(reading.whole());
};

beforeEach(() => {
  window = new Window({ url: URL_ });
  document = window.document as unknown as Document;
  parts = new Set();
  touched = new Set();
});
afterEach(() => window.happyDOM.close());

describe('a page that changes', () => {
  it('shows a credential that is added between two others, in its place', () => {
    begin(`<p>${link(1)}</p><p>${link(3)}</p>`);
    add(`<p>${link(2)}</p>`, document.body, document.body.lastElementChild);
    expect(readChanges()).toBe(true);
    expect(shown().sightings.map(({ link }) => link)).toEqual([
      credlyBadge(1),
      credlyBadge(2),
      credlyBadge(3),
    ]);
    expect(shown().sightings.map(({ place }) => place)).toEqual([0, 1, 2]);
  });

  it('shows no more what was taken away', () => {
    begin(`<p>${link(1)}</p><p>${link(2)}</p>`);
    remove(document.body.firstElementChild as Element);
    expect(readChanges()).toBe(true);
    expect(shown().sightings.map(({ link }) => link)).toEqual([credlyBadge(2)]);
  });

  it('is not news where nothing of credentials changed', () => {
    begin(`<p>${link(1)}</p><div id="feed"></div>`);
    add('<p>hello <a href="https://example.org/">there</a></p>');
    expect(readChanges()).toBe(false);
    const feed = add('<section><img src="/cat.jpg"></section>');
    expect(readChanges()).toBe(false);
    remove(feed);
    expect(readChanges()).toBe(false);
  });

  it('is not news where a list is drawn again as it was', () => {
    begin(`<ul><li>${link(1)}</li></ul>`);
    remove(document.querySelector('li') as Element);
    add(`<li>${link(1)}</li>`, document.querySelector('ul') as Element);
    expect(readChanges()).toBe(false);
    expect(reading.scanned().elements[0]?.isConnected).toBe(true);
  });

  it('is read where a link gets another address, and where a picture gets its first', () => {
    begin(`<p>${link(1)}</p><img alt="My badge">`);
    const anchor = document.querySelector('a') as Element;
    anchor.setAttribute('href', credlyBadge(2));
    parts.add(anchor);
    expect(readChanges()).toBe(true);
    const image = document.querySelector('img') as Element;
    image.setAttribute('src', '/badge.png');
    parts.add(image);
    expect(readChanges()).toBe(true);
    expect(shown().sightings.map(({ link }) => link)).toEqual([
      credlyBadge(2),
      'https://person.example/badge.png',
    ]);
  });

  it('has its claims read again where words come late', () => {
    begin(`<section><div id="one">${link(1, 'Show credential')}</div><div>${link(2)}</div></section>`);
    expect(shown().sightings[0]?.claim.title).toBeNull();
    add('<h3>Cloud Practitioner</h3>', document.querySelector('#one') as Element);
    expect(readChanges()).toBe(true);
    expect(shown().sightings[0]?.claim.title).toBe('Cloud Practitioner');
  });

  it('has a claim cut down where a neighbour comes', () => {
    begin(`<section><p>Heading of one</p>${link(1, 'Show credential')}</section>`);
    expect(shown().sightings[0]?.claim.title).toBe('Heading of one');
    add(`<p>${link(2)}</p>`, document.querySelector('section') as Element);
    readChanges();
    expect(shown()).toEqual(afresh());
    expect(shown().sightings[0]?.claim.title).toBeNull();
  });

  it('lists what comes into a list far below its heading, and what an entry turns out to be', () => {
    begin(
      '<section><div><h2>Qualifikationen</h2></div><div class="l"><div><h3>One</h3></div><div><h3>Two</h3></div></div></section>',
      undefined,
      'https://www.xing.com/profile/Made_Up',
    );
    add('<div><h3>Three</h3></div>', document.querySelector('.l') as Element);
    expect(readChanges()).toBe(true);
    expect(shown().sightings.map(({ claim }) => claim.title)).toEqual(['One', 'Two', 'Three']);
    begin(
      '<section id="education-and-qualification"><app-panel><h4>School: Lund</h4><div>2021 | Pilot</div></app-panel></section>',
      undefined,
      'https://orcid.org/0000-0000-0000-0001',
    );
    expect(shown().sightings).toEqual([]);
    add('<div>Qualification</div>', document.querySelector('app-panel') as Element);
    expect(readChanges()).toBe(true);
    expect(shown().sightings.map(({ claim }) => claim.title)).toEqual(['Pilot']);
  });

  it('keeps an entry that is changed far below its heading, and takes words for it that come alone', () => {
    const url = 'https://www.xing.com/profile/Made_Up';
    begin(
      '<section><h2>Qualifikationen</h2><section><article><h3>One</h3></article><article><h3>Two</h3></article></section></section>',
      undefined,
      url,
    );
    add('<p>March 2021</p>', document.querySelector('article') as Element);
    expect(readChanges()).toBe(true);
    expect(shown().sightings.map(({ claim }) => [claim.title, claim.issued])).toEqual([
      ['One', 'March 2021'],
      ['Two', null],
    ]);
    const heading = document.querySelector('h2') as Element;
    heading.textContent = 'Sprachen';
    noteChildren(heading);
    expect(readChanges()).toBe(true);
    expect(shown().sightings).toEqual([]);
    heading.textContent = 'Qualifikationen';
    noteChildren(heading);
    readChanges();
    expect(shown()).toEqual(afresh(url));
    expect(shown().sightings).toHaveLength(2);
  });

  it('shows a name that comes late, that gets its text, and that goes', () => {
    begin(`<header><h1></h1></header><main><p>${link(1)}</p></main>`);
    const heading = document.querySelector('h1') as Element;
    heading.textContent = 'Ana Lindqvist';
    noteChildren(heading);
    expect(readChanges()).toBe(true);
    expect(shown().names).toEqual([['h1', 'Ana Lindqvist']]);
    add('<h1>Portfolio</h1>', document.body, document.body.firstElementChild);
    expect(readChanges()).toBe(true);
    expect(shown().names).toEqual([
      ['h1', 'Portfolio'],
      ['h1', 'Ana Lindqvist'],
    ]);
    remove(heading);
    expect(readChanges()).toBe(true);
    expect(shown().names).toEqual([['h1', 'Portfolio']]);
  });

  it('lists an entry without a link until a link comes into it', () => {
    begin(LIST(ENTRY('One', link(1, 'Show credential'))));
    const entry = add(ENTRY('Two'), document.querySelector('ul') as Element);
    readChanges();
    expect(shown().sightings.map(({ kind, claim }) => [kind, claim.title])).toEqual([
      ['claim', 'One'],
      ['claim', 'Two'],
    ]);
    add(`<p>${link(2, 'Show credential')}</p>`, entry);
    readChanges();
    expect(shown().sightings.map(({ kind, link }) => [kind, link])).toEqual([
      ['claim', credlyBadge(1)],
      ['claim', credlyBadge(2)],
    ]);
  });
});

const WALKS = [
  'nextSibling',
  'previousSibling',
  'nextElementSibling',
  'previousElementSibling',
  'children',
] as const;
const QUERIES = [
  'querySelector',
  'querySelectorAll',
  'getElementsByTagName',
  'getElementsByClassName',
] as const;

/** How many elements the work has reached: step by step, and by asking for all that match or for a whole text. */
function searched(work: () => void): number {
  const below = (node: Node): number =>
    [...node.childNodes].reduce((sum, child) => sum + below(child), node.childNodes.length);
  const owners = (name: string): readonly object[] => [
    ...new Set([document, document.body].flatMap((node) => ownerOf(node, name) ?? [])),
  ];
  const walks = WALKS.flatMap((name) => owners(name).map((owner) => vi.spyOn(owner as Element, name, 'get')));
  const queries = [
    ...QUERIES.flatMap((name) => owners(name).map((owner) => vi.spyOn(owner as Element, name))),
    ...owners('textContent').map((owner) => vi.spyOn(owner as Element, 'textContent', 'get')),
  ];
  work();
  const steps = walks.flatMap(({ mock }) => mock.calls).length;
  const asked = queries.flatMap(({ mock }) => mock.contexts as Node[]);
  for (const spy of [...walks, ...queries]) spy.mockRestore();
  return asked.reduce((sum, node) => sum + below(node), steps);
}

/** The object from which a node has that property. */
function ownerOf(node: Node, name: string): object | null {
  let owner: object | null = node;
  while (owner !== null && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
  return owner;
}

it('an entry of several elements is told once, wherever in it its link stands', () => {
  const row = (n: number): string =>
    `<p>Title ${n}</p><p>School</p><p>Issued Jan 2026</p><p>${link(n, 'Show credential')}</p>`;
  begin(
    `<section componentkey="CertificationTopLevel">${row(1)}<hr>${row(2)}</section>`,
    undefined,
    'https://www.linkedin.com/in/made-up/',
  );
  expect(shown().sightings.map(({ kind, link, claim }) => [kind, link, claim.title])).toEqual([
    ['claim', credlyBadge(1), 'Title 1'],
    ['claim', credlyBadge(2), 'Title 2'],
  ]);
});

describe('a long list', () => {
  const item = (n: number): string => `<li>${link(n)}</li>`;
  const count = 400;

  /** Where others stand, by a generator that needs no luck: minimal standard (Park and Miller 1988). */
  const scatter = (list: Element): void => {
    let seed = 1;
    for (let n = count; n < 2 * count; n += 1) {
      seed = (seed * 48_271) % 2_147_483_647;
      add(item(n), list, list.children[seed % list.children.length] ?? null);
    }
  };

  it('into which others are strewn is shown in its order', () => {
    begin(`<ul>${Array.from({ length: count }, (_, n) => item(n)).join('')}</ul>`);
    scatter(document.querySelector('ul') as Element);
    expect(readChanges()).toBe(true);
    expect(shown()).toEqual(afresh());
    expect(shown().sightings).toHaveLength(2 * count);
  });

  it('is not walked from end to end for each that is added', () => {
    begin(`<ul>${Array.from({ length: count }, (_, n) => item(n)).join('')}</ul>`);
    scatter(document.querySelector('ul') as Element);
    const prototype = (window as unknown as { Element: typeof Element }).Element.prototype;
    const walk = vi.spyOn(prototype, 'nextElementSibling', 'get');
    readChanges();
    expect(walk.mock.calls.length).toBeLessThan(count * 200);
    walk.mockRestore();
  });

  it('costs no more than a short one where one item comes or goes', () => {
    const searchedOn = (length: number): number => {
      const others = Array.from({ length }, (_, n) => `<li><a href="/articles/${n}">Article ${n}</a></li>`);
      begin(`<h1>Ana</h1><ul>${item(1)}${item(2)}</ul><ul id="others">${others.join('')}</ul>`);
      const came = add(item(3), document.querySelector('#others') as Element);
      const adding = searched(() => expect(readChanges()).toBe(true));
      remove(came);
      return adding + searched(() => expect(readChanges()).toBe(true));
    };
    expect(searchedOn(2_000)).toBeLessThanOrEqual(searchedOn(100));
  });

  it('of components is read in as many steps at least', () => {
    begin('');
    for (let n = 0; n < count; n += 1)
      add('<x-card></x-card>').attachShadow({ mode: 'open' }).innerHTML = item(n);
    const steps = reading.changed({ parts, touched });
    let taken = 0;
    while (!steps.next().done) taken += 1;
    expect(taken).toBeGreaterThan(count);
    expect(shown().sightings).toHaveLength(count);
  });
});

describe('trees behind elements', () => {
  it('are found behind whatever may have one, also where it has children of its own', () => {
    begin('<section><p>slotted</p></section><span></span><main></main>');
    for (const [n, name] of ['section', 'span', 'main'].entries())
      (document.querySelector(name) as Element).attachShadow({ mode: 'open' }).innerHTML = link(n);
    expect(afresh().sightings.map(({ link }) => link)).toEqual([
      credlyBadge(0),
      credlyBadge(1),
      credlyBadge(2),
    ]);
  });

  it('are told of, and read where something is added in them', () => {
    const roots: Node[] = [];
    begin('<p></p>', (root) => roots.push(root));
    const host = add('<x-profile></x-profile>');
    const shadow = host.attachShadow({ mode: 'open' });
    readChanges();
    expect(roots).toEqual([document, shadow]);
    add(`<p>${link(1)}</p>`, shadow);
    expect(readChanges()).toBe(true);
    expect(shown().sightings.map(({ link }) => link)).toEqual([credlyBadge(1)]);
    remove(host);
    expect(readChanges()).toBe(true);
    expect(shown().sightings).toEqual([]);
  });

  it('are found also where a component gets its tree later than its place', () => {
    begin('<x-late></x-late>');
    const host = document.querySelector('x-late') as Element;
    host.attachShadow({ mode: 'open' }).innerHTML = link(1);
    add('<p>anything</p>');
    expect(readChanges()).toBe(true);
    expect(shown().sightings).toHaveLength(1);
  });

  it('stand where their element stands', () => {
    begin(`${link(1)}<x-list></x-list>${link(3)}`);
    (document.querySelector('x-list') as Element).attachShadow({ mode: 'open' }).innerHTML = link(2);
    expect(afresh().sightings.map(({ link }) => link)).toEqual([
      credlyBadge(1),
      credlyBadge(2),
      credlyBadge(3),
    ]);
  });

  it('have their entries without a link listed', () => {
    begin('<x-profile></x-profile>');
    (document.querySelector('x-profile') as Element).attachShadow({ mode: 'open' }).innerHTML = LIST(
      ENTRY('One', link(1, 'Show credential')) + ENTRY('Two'),
    );
    expect(afresh().sightings.map(({ kind, claim }) => [kind, claim.title])).toEqual([
      ['claim', 'One'],
      ['claim', 'Two'],
    ]);
  });

  it('in frames of the same origin are read, entries too', () => {
    begin('<iframe></iframe>');
    const inner = document.implementation.createHTMLDocument();
    Object.defineProperty(document.querySelector('iframe'), 'contentDocument', { value: inner });
    inner.body.innerHTML = LIST(ENTRY('One', link(1, 'Show credential')) + ENTRY('Two'));
    expect(afresh().sightings.map(({ kind, claim }) => [kind, claim.title])).toEqual([
      ['claim', 'One'],
      ['claim', 'Two'],
    ]);
  });
});

it('one credential linked five times is one candidate with five places', () => {
  begin(
    `<p>${link(1)}</p><p>${link(1)}</p><a href="${credlyBadge(1)}/linked_in_profile">x</a>
     <a href="https://www.linkedin.com/redir/redirect?url=${encodeURIComponent(credlyBadge(1))}">y</a>
     <iframe src="https://www.credly.com/embedded_badge/00000000-1111-4222-8333-000000000001"></iframe>`,
  );
  const candidates = recognise(shown());
  expect(candidates.map(({ places }) => places)).toEqual([[0, 1, 2, 3, 4]]);
});

describe('whatever a page does,', () => {
  const content = fc.oneof(
    fc.nat(5).map((n) => `<p>${link(n)}</p>`),
    fc
      .nat(5)
      .map((n) => `<li><h3>Title ${n}</h3><p>School</p><p>Jan 2026</p>${link(n, 'Show credential')}</li>`),
    fc.nat(5).map((n) => `<div><span>words ${n}</span></div>`),
    fc.nat(3).map((n) => `<ul>${ENTRY(`Entry ${n}`)}${ENTRY(`Entry ${n + 1}`, link(n))}</ul>`),
    fc.constant(LIST(ENTRY('Alone'))),
    fc.nat(3).map((n) => `<figure><img src="/badge-${n}.png" alt="Badge ${n}"></figure>`),
    fc.constant('<x-box></x-box>'),
    fc.constantFrom(
      '<h2>Qualifikationen</h2>',
      '<h3>Zertifikate</h3>',
      '<h2>Sprachen</h2>',
      '<p>Qualification</p>',
    ),
    fc
      .nat(3)
      .map((n) => `<section><h2>Zertifikate</h2><article><h3>Entry ${n}</h3><p>2021</p></article></section>`),
    fc.constant(
      '<section id="education-and-qualification"><app-panel><h2>Lund:</h2><p>2021 | Pilot</p><p>Qualification</p></app-panel></section>',
    ),
    fc.nat(3).map((n) => `<a href="${credlyBadge(n)}"><img alt="Picture ${n}" src="/badge.png"></a>`),
    fc.nat(3).map((n) => `<h1>Name ${n}</h1>`),
    fc
      .nat(3)
      .map((n) => `<p itemscope itemtype="https://schema.org/Person"><b itemprop="name">Name ${n}</b></p>`),
  );
  const step = fc.oneof(
    fc.record({ do: fc.constant('add' as const), at: fc.nat(), before: fc.boolean(), html: content }),
    fc.record({ do: fc.constant('remove' as const), at: fc.nat() }),
    fc.record({ do: fc.constant('move' as const), at: fc.nat(), to: fc.nat() }),
    fc.record({ do: fc.constant('readdress' as const), at: fc.nat(), to: fc.nat(5) }),
    fc.record({ do: fc.constant('shadow' as const), at: fc.nat(), html: content }),
    fc.record({ do: fc.constant('read' as const) }),
  );

  const all = (root: ParentNode = document.body): Element[] =>
    [...root.querySelectorAll('*')].flatMap((each) => [
      each,
      ...(each.shadowRoot ? all(each.shadowRoot) : []),
    ]);
  /** No element can be moved into itself, nor into a tree behind something in it (DOM Standard §4.2.3). */
  const holds = (element: Element, node: Node | null): boolean =>
    node !== null &&
    (node === element || holds(element, node.parentNode ?? (node as ShadowRoot).host ?? null));
  const pick = (at: number, elements: readonly Element[]): Element | undefined =>
    elements[at % Math.max(elements.length, 1)];

  const act = (each: typeof step extends fc.Arbitrary<infer S> ? S : never): void => {
    if (each.do === 'read') return void readChanges();
    const target = pick(each.at, all());
    if (each.do === 'add') {
      const parent = target ?? document.body;
      add(each.html, parent, each.before ? parent.firstChild : null);
    } else if (target === undefined) return;
    else if (each.do === 'remove') remove(target);
    else if (each.do === 'move') {
      const to = pick(each.to, all()) as Element;
      if (holds(target, to)) return;
      const { parentNode } = target;
      to.append(target);
      noteChildren(parentNode as Node);
      noteChildren(to, [target]);
    } else if (each.do === 'readdress') {
      const anchor = pick(
        each.at,
        all().filter(({ localName }) => localName === 'a'),
      );
      anchor?.setAttribute('href', credlyBadge(each.to));
      if (anchor) parts.add(anchor);
    } else if (each.do === 'shadow') {
      const bare = all().filter((one) => one.localName === 'x-box' && !one.shadowRoot);
      const host = pick(each.at, bare);
      if (host) host.attachShadow({ mode: 'open' }).innerHTML = each.html;
    }
  };

  it.each([
    ['', URL_],
    [' where headings stand over lists', 'https://www.xing.com/profile/Made_Up'],
    [' where only some cards count', 'https://orcid.org/0000-0000-0000-0001'],
  ])(
    'reading its changes comes to the same as reading it afresh%s',
    (_, url) => {
      fc.assert(
        fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
          begin(`<main>${link(0)}<ul><li>${link(1)}</li></ul></main>`, undefined, url);
          for (const each of steps) act(each);
          readChanges();
          expect(shown()).toEqual(afresh(url));
        }),
        { numRuns: 300 },
      );
    },
    120_000,
  );
});
