import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DOT_COLOURS } from '../../src/content/dot-style.ts';
import { markHere } from '../../src/content/markers.ts';
import { HERE, type Holder, type Visit } from '../../src/content/visit-here.ts';
import type { Mark } from '../../src/protocol.ts';
import { createReading } from '../../src/site/reading.ts';
import { finish } from '../../src/site/steps.ts';
import { credlyBadge } from '../build/links.ts';
import { event } from '../platform/fake-browser.ts';

const URL_OF_PAGE = 'https://me.example/in/ana';
const link = (n: number): string => `<li><a href="${credlyBadge(n)}">Badge ${n}</a></li>`;

const WORDS = {
  sure: 'Open Touchstone to be sure.',
  close: 'Close',
  language: 'en',
  direction: 'ltr',
} as const;
const mark = (place: number, to: string, change: Partial<Mark> = {}): Mark => ({
  spots: [{ place, link: to }],
  status: 'issuer-confirmed',
  standing: 'verified',
  title: `Title ${place}`,
  issuer: 'Aldermoor',
  statusWord: 'Confirmed by the issuer',
  standingWord: 'In order',
  reason: null,
  label: `Touchstone: confirmed, ${place}`,
  ...change,
});

let page: Window;
let owner: AbortController;
let roots: ShadowRoot[];
const onMessage = event<(message: unknown, sender: unknown, reply: (value: unknown) => void) => unknown>();

/** The page as the visit has read it now. */
const read = (): void => {
  const document = page.document as unknown as Document;
  const reading = createReading(document, { url: page.location.href });
  finish(reading.whole());
  const visit: Visit = { read: () => undefined, ended: owner.signal, seen: reading.scanned };
  (globalThis as Holder)[HERE] = visit;
};
const tell = (type: string, payload: unknown): unknown => {
  let answer: unknown;
  onMessage.emit({ type, tell: payload }, {}, (value) => {
    answer = value;
  });
  return answer;
};
const show = (...marks: readonly Mark[]): unknown =>
  tell('show-marks', { url: URL_OF_PAGE, marks, words: WORDS });
const dots = (): readonly (readonly [string, string])[] =>
  [...page.document.querySelectorAll('touchstone-marker')].map((each) => [
    each.getAttribute('data-status') ?? '',
    each.previousElementSibling?.textContent ?? '',
  ]);

beforeEach(() => {
  page = new Window({ url: URL_OF_PAGE });
  page.document.body.innerHTML = link(1) + link(2);
  owner = new AbortController();
  roots = [];
  const attach = page.Element.prototype.attachShadow;
  vi.spyOn(page.Element.prototype, 'attachShadow').mockImplementation(function (this: never, init) {
    const root = attach.call(this, init);
    if (init.mode === 'closed') roots.push(root as unknown as ShadowRoot);
    return root;
  });
  // happy-dom has no top layer; and all is done in one slice.
  Object.assign(page.HTMLElement.prototype, { showPopover: () => undefined });
  vi.spyOn(performance, 'now').mockReturnValue(0);
  vi.stubGlobal('chrome', { runtime: { onMessage } });
  vi.stubGlobal('document', page.document);
  vi.stubGlobal('location', page.location);
  vi.stubGlobal('getComputedStyle', page.getComputedStyle.bind(page));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 0));
  read();
  markHere();
});
afterEach(async () => {
  owner.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await page.happyDOM.close();
});

describe('a dot', () => {
  it('stands beside the link that it speaks of, in a closed shadow root, with its status and nothing else', () => {
    expect(
      show(mark(0, credlyBadge(1)), mark(1, credlyBadge(2), { status: 'revoked', standing: 'failed' })),
    ).toBe(true);
    expect(dots()).toEqual([
      ['issuer-confirmed', 'Badge 1'],
      ['revoked', 'Badge 2'],
    ]);
    const dot = page.document.querySelector('touchstone-marker');
    expect(dot?.shadowRoot).toBeNull();
    expect(dot?.outerHTML).toBe('<touchstone-marker data-status="issuer-confirmed"></touchstone-marker>');
  });

  it('stands at no link where the page now shows something else at that place', () => {
    show(mark(0, credlyBadge(2)), mark(5, credlyBadge(1)));
    expect(dots()).toEqual([]);
  });

  it('finds a link that the page has wrapped: the background knows where it leads in the end', () => {
    const wrapped = `https://www.linkedin.com/safety/go?url=${encodeURIComponent(credlyBadge(3))}&trk=x`;
    page.document.body.innerHTML = `<p><a href="${wrapped}">Badge 3</a></p>`;
    owner.abort();
    owner = new AbortController();
    read();
    markHere();
    show(mark(0, credlyBadge(3)));
    expect(dots()).toEqual([['issuer-confirmed', 'Badge 3']]);
  });

  it('of another page’s marks is none', () => {
    tell('show-marks', { url: 'https://me.example/in/bob', marks: [mark(0, credlyBadge(1))], words: WORDS });
    expect(dots()).toEqual([]);
  });

  it('changes where it stands, and goes where nothing is told of it any more', () => {
    show(mark(0, credlyBadge(1)), mark(1, credlyBadge(2)));
    const first = page.document.querySelector('touchstone-marker');
    show(mark(0, credlyBadge(1), { status: 'revoked', standing: 'failed' }));
    expect(dots()).toEqual([['revoked', 'Badge 1']]);
    expect(page.document.querySelector('touchstone-marker')).toBe(first);
  });

  it('speaks for all that stands at its link, and shows what needs a look most', () => {
    show(
      mark(0, credlyBadge(1), { status: 'failed', standing: 'failed', title: 'Worse' }),
      mark(0, credlyBadge(1), { title: 'Better' }),
    );
    expect(dots()).toEqual([['failed', 'Badge 1']]);
    expect(roots[0]?.querySelector('#card')?.textContent).toMatch(/Worse.*Better/);
  });

  it('has a name, a card that ends in where to be sure, and a button that closes it', () => {
    show(mark(0, credlyBadge(1), { reason: '<b>because</b>' }));
    const [root] = roots;
    expect(root?.querySelector('button')?.getAttribute('aria-label')).toBe('Touchstone: confirmed, 0');
    const lines = [...(root?.querySelectorAll('#card > *') ?? [])].map(({ textContent }) => textContent);
    expect(lines).toEqual([
      'Confirmed by the issuer · In order',
      'Title 0',
      'Aldermoor',
      '<b>because</b>',
      WORDS.sure,
      WORDS.close,
    ]);
    expect(root?.querySelector('#card')?.getAttribute('popover')).toBe('auto');
    expect(root?.querySelector('button')?.getAttribute('popovertarget')).toBe('card');
  });

  it('has a title that runs as its own letters do, at the side where the reader’s language begins', () => {
    show(mark(0, credlyBadge(1)));
    const title = roots[0]?.querySelector('.title');
    expect(title?.hasAttribute('dir')).toBe(false);
    expect(title?.querySelector('bdi')?.textContent).toBe('Title 0');
  });

  it('stands outside what a click on it would set off', () => {
    page.document.body.innerHTML =
      '<p><a href="/elsewhere"><span><img alt="My badge" src="/badge.png"></span></a></p>';
    owner.abort();
    owner = new AbortController();
    read();
    markHere();
    show(mark(0, 'https://me.example/badge.png'));
    expect(page.document.querySelector('a touchstone-marker')).toBeNull();
    expect(page.document.querySelector('a + touchstone-marker')).not.toBeNull();
  });

  it('takes no click that a script makes', () => {
    show(mark(0, credlyBadge(1)));
    const made = new page.MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    const heard = vi.fn();
    page.document.addEventListener('click', heard);
    roots[0]?.querySelector('button')?.dispatchEvent(made as unknown as Event);
    expect(made.defaultPrevented).toBe(true);
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('all dots', () => {
  it('go with the visit, and nothing listens any more', () => {
    show(mark(0, credlyBadge(1)), mark(1, credlyBadge(2)));
    owner.abort();
    expect(dots()).toEqual([]);
    expect(onMessage.size).toBe(0);
  });

  it('go as soon as a script leads to another page', () => {
    show(mark(0, credlyBadge(1)));
    page.history.pushState({}, '', '/in/bob');
    page.dispatchEvent(new page.PopStateEvent('popstate'));
    expect(dots()).toEqual([]);
  });

  it('are the work of one script, however often it is run', () => {
    markHere();
    expect(onMessage.size).toBe(1);
  });

  it('leave the page as it was', () => {
    const before = page.document.body.innerHTML;
    show(mark(0, credlyBadge(1)), mark(1, credlyBadge(2)));
    show();
    expect(page.document.body.innerHTML).toBe(before);
  });

  it('have the colours of every other surface', () => {
    const tokens = readFileSync(join(import.meta.dirname, '..', '..', 'src', 'ui', 'tokens.css'), 'utf8');
    for (const [standing, colours] of Object.entries(DOT_COLOURS)) {
      const said = [...tokens.matchAll(new RegExp(`--${standing}: (#[0-9a-f]{6});`, 'g'))].map(
        ([, of]) => of,
      );
      expect([standing, ...said]).toEqual([standing, ...colours]);
    }
  });
});

describe('a place on the page', () => {
  it('is scrolled to and its link focused, the first that still shows what was seen there', () => {
    const scrolled = vi.fn();
    page.Element.prototype.scrollIntoView = scrolled;
    const spots = [
      { place: 0, link: credlyBadge(2) },
      { place: 1, link: credlyBadge(2) },
    ];
    expect(tell('show-place', { spots })).toBe(true);
    expect(scrolled).toHaveBeenCalledTimes(1);
    expect(page.document.activeElement?.textContent).toBe('Badge 2');
  });

  it('that is gone is said to be gone', () => {
    page.document.querySelector('li')?.remove();
    expect(tell('show-place', { spots: [{ place: 0, link: credlyBadge(1) }] })).toBe(false);
  });
});
