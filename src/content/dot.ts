import type { Mark, Marking } from '../protocol.ts';
import { type Shape, STANDING_SHAPES } from '../ui/standing-shapes.ts';
import { closedHost } from './closed-host.ts';
import { DOT_STYLE } from './dot-style.ts';
import { freePlace } from './free-place.ts';

export interface Dot {
  show(marks: readonly Mark[], words: Marking['words']): void;
  /** Moves to a place where it covers nothing. Where there is none, it is hidden. */
  settle(): void;
  isBeside(anchor: Element): boolean;
  remove(): void;
}

/** The dot beside one link, and its card. Everything but its status lies in a closed shadow root. */
export function createDot(anchor: Element): Dot {
  const page = anchor.ownerDocument;
  const { host, root, sheet } = closedHost(page, 'touchstone-marker', DOT_STYLE);
  const button = page.createElement('button');
  const card = page.createElement('div');
  card.id = 'card';
  card.popover = 'auto';
  card.autofocus = true;
  card.tabIndex = -1;
  card.setAttribute('role', 'dialog');
  button.setAttribute('popovertarget', card.id);
  root.append(button, card);
  guard(root);
  card.addEventListener('beforetoggle', () => standNear(card, button.getBoundingClientRect()));

  const [moved, shown] = [{ x: 0, y: 0 }, { text: '' }];
  const move = (place: { readonly x: number; readonly y: number } | null): void => {
    if (place) Object.assign(moved, place);
    const rule = sheet.sheet?.cssRules[0];
    if (!rule || !isStyleRule(rule)) return;
    rule.style.setProperty('visibility', place ? 'visible' : 'hidden', 'important');
    rule.style.setProperty('translate', `${moved.x}px ${moved.y}px`, 'important');
  };

  return {
    show(marks, words) {
      const [first] = marks;
      const text = JSON.stringify([marks, words]);
      if (!first || text === shown.text) return;
      shown.text = text;
      host.setAttribute('data-status', first.status);
      button.className = card.className = first.standing;
      button.setAttribute('aria-label', marks.map(({ label }) => label).join('. '));
      button.lang = card.lang = words.language;
      card.dir = words.direction;
      button.replaceChildren(glyph(page, first));
      fill(card, marks, words);
      if (!host.isConnected) insertUnseen(host, anchor);
    },
    settle() {
      if (!host.isConnected) return;
      const { left, top } = host.getBoundingClientRect();
      const place = freePlace(anchor, host);
      move(place && { x: place.x - left + moved.x, y: place.y - top + moved.y });
    },
    isBeside: () => [host.previousElementSibling, host.nextElementSibling].includes(anchor),
    remove: () => host.remove(),
  };
}

const isStyleRule = (rule: CSSRule): rule is CSSStyleRule => 'style' in rule;

/** Adds the dot after the link, else before it, as long as that moves nothing on the page; else not at all. */
function insertUnseen(host: Element, anchor: Element): void {
  const { parentElement } = anchor;
  const near = [anchor, ...(parentElement ? [parentElement, ...parentElement.children] : [])].slice(0, 60);
  const boxes = (): string => JSON.stringify(near.map((each) => each.getBoundingClientRect()));
  const before = boxes();
  for (const side of ['afterend', 'beforebegin'] as const) {
    anchor.insertAdjacentElement(side, host);
    if (boxes() === before) return;
    host.remove();
  }
}

/** Only the reader can use the dot: no script may click it, and the page's own handlers receive no events from it. */
function guard(root: ShadowRoot): void {
  for (const type of [
    'click',
    'keydown',
    'keyup',
    'keypress',
    'pointerdown',
    'pointerup',
    'mousedown',
    'mouseup',
  ])
    root.addEventListener(type, (event) => {
      event.stopPropagation();
      if (!event.isTrusted) event.preventDefault();
    });
}

/** Below the dot or above it, whichever has more room. */
function standNear(card: HTMLElement, { left, top, bottom }: DOMRect): void {
  const { clientWidth, clientHeight } = card.ownerDocument.documentElement;
  const isLow = top > clientHeight - bottom;
  const style = {
    left: `${Math.max(8, Math.min(left, clientWidth - 328))}px`,
    top: isLow ? 'auto' : `${bottom + 6}px`,
    bottom: isLow ? `${clientHeight - top + 6}px` : 'auto',
    'max-height': `${Math.max(top, clientHeight - bottom) - 16}px`,
  };
  for (const [name, value] of Object.entries(style)) card.style.setProperty(name, value);
}

function fill(card: HTMLElement, marks: readonly Mark[], { sure, close }: Marking['words']): void {
  const page = card.ownerDocument;
  const line = (name: string, text: string, of: string): HTMLElement => {
    const element = page.createElement(name);
    element.className = of;
    element.textContent = text;
    return element;
  };
  const said = marks.flatMap((mark, at) => {
    const verdict = line('p', '', `verdict ${mark.standing}`);
    verdict.append(
      glyph(page, mark),
      line('span', [...new Set([mark.statusWord, mark.standingWord])].join(' · '), ''),
    );
    // In an element of its own, a title of the other direction stands at the card's side.
    const title = line('p', '', 'title');
    title.append(line('bdi', mark.title, ''));
    if (at === 0) title.id = 'title';
    return [verdict, title, line('p', mark.issuer, ''), ...(mark.reason ? [line('p', mark.reason, '')] : [])];
  });
  const button = line('button', close, 'close');
  button.setAttribute('popovertarget', card.id);
  button.setAttribute('popovertargetaction', 'hide');
  card.setAttribute('aria-labelledby', 'title');
  card.replaceChildren(...said, line('p', sure, 'sure'), button);
}

const SVG = 'http://www.w3.org/2000/svg';

function glyph(page: Document, { standing }: Mark): Element {
  const drawing = page.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', '0 0 20 20');
  drawing.setAttribute('aria-hidden', 'true');
  const shape: Shape = STANDING_SHAPES[standing];
  for (const [kind, d] of Object.entries(shape)) {
    const path = page.createElementNS(SVG, 'path');
    path.setAttribute('class', kind);
    path.setAttribute('d', d);
    drawing.append(path);
  }
  return drawing;
}
