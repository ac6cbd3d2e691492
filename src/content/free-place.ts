import { isElement } from '../site/tree.ts';

/** A dot's side, in CSS pixels. */
export const SIZE = 16;
const GAP = 3;
/** How many elements are looked at before a place counts as taken. */
const MAX_ELEMENTS = 400;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * A place beside the link where a dot covers nothing that the page shows and makes nothing scroll; null where there is
 * none.
 */
export function freePlace(anchor: Element, own: Element): Place | null {
  const lines = [...anchor.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return null;
  const bounds = boundsOf(anchor);
  const isRightToLeft = getComputedStyle(anchor).direction === 'rtl';
  const middle = (line: Box): number => (line.top + line.bottom - SIZE) / 2;
  const [after, before, end] = isRightToLeft
    ? [last.left - GAP - SIZE, first.right + GAP, last.left]
    : [last.right + GAP, first.left - GAP - SIZE, last.right - SIZE];
  const places: readonly Place[] = [
    { x: after, y: middle(last) },
    // at the end of the line that the link stands in
    ...endsOfLine(anchor, last, isRightToLeft).map((x) => ({ x, y: middle(last) })),
    { x: end, y: first.top - SIZE },
    { x: end, y: last.bottom },
    { x: before, y: middle(first) },
  ];
  return places.find((place) => isFree(place, { anchor, own, bounds })) ?? null;
}

interface Surroundings {
  readonly anchor: Element;
  readonly own: Element;
  readonly bounds: Box;
}

function isFree({ x, y }: Place, { anchor, own, bounds }: Surroundings): boolean {
  const area = { left: x, top: y, right: x + SIZE, bottom: y + SIZE };
  return isInside(area, bounds) && !isCovered(surrounding(anchor, area), area, own);
}

/** The end of the link's line, as far as the surrounding text goes. */
function endsOfLine(anchor: Element, line: Box, isRightToLeft: boolean): readonly number[] {
  const range = anchor.ownerDocument.createRange();
  const { parentNode } = anchor;
  if (!parentNode) return [];
  range.selectNodeContents(parentNode);
  const level = [...range.getClientRects()].filter(
    ({ top, bottom }) => top < line.bottom && bottom > line.top,
  );
  if (level.length === 0) return [];
  return isRightToLeft
    ? [Math.min(...level.map(({ left }) => left)) - GAP - SIZE]
    : [Math.max(...level.map(({ right }) => right)) + GAP];
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (isShadowRoot(root) ? root.host : null);
}

/**
 * Not by `instanceof`: a frame's nodes have classes of their own. Not by `host` either: `<form name="host">` gives the
 * document one.
 */
const isShadowRoot = (node: Node): node is ShadowRoot => node.nodeType === FRAGMENT;

/** The nearest element that contains the whole area. */
function surrounding(anchor: Element, area: Box): Element {
  let around = anchor;
  for (let up = parentOf(anchor); up; up = parentOf(up)) {
    around = up;
    if (isInside(area, up.getBoundingClientRect())) break;
  }
  return around;
}

/** Elements that are drawn even when they are empty. */
const DRAWN =
  'img,svg,canvas,video,audio,iframe,embed,object,input,button,select,textarea,meter,progress,hr,touchstone-marker';

/** Whether the area shows text, a picture or a control of this element. */
function isCovered(within: Element, area: Box, own: Element): boolean {
  const due: Node[] = [within];
  const range = within.ownerDocument.createRange();
  let looked = 0;
  for (let node = due.pop(); node; node = due.pop()) {
    looked += 1;
    if (looked > MAX_ELEMENTS) return true;
    if (node.nodeType === TEXT && hasWordsIn(node, area, range)) return true;
    if (!isElement(node) || node === own) continue;
    const box = node.getBoundingClientRect();
    // An element without a box of its own may hold some that have one.
    if (node !== within && box.width > 0 && box.height > 0 && !meets(box, area)) continue;
    if (node.matches(DRAWN) && meets(box, area)) return true;
    due.push(...node.childNodes, ...(node.shadowRoot?.childNodes ?? []));
  }
  return false;
}

function hasWordsIn(text: Node, area: Box, range: Range): boolean {
  if (!/\S/.test(text.nodeValue ?? '')) return false;
  range.selectNodeContents(text);
  return [...range.getClientRects()].some((box) => meets(box, area));
}

/** The boundary beyond which content is cut off or begins to scroll. */
function boundsOf(anchor: Element): Box {
  let bounds = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  for (let up = parentOf(anchor); up; up = parentOf(up)) {
    const isRoot = up === up.ownerDocument.documentElement;
    const { overflowX, overflowY } = getComputedStyle(up);
    if (!isRoot && overflowX === 'visible' && overflowY === 'visible') continue;
    const box = up.getBoundingClientRect();
    const [left, top] = [box.left - (isRoot ? 0 : up.scrollLeft), box.top - (isRoot ? 0 : up.scrollTop)];
    bounds = {
      left: Math.max(bounds.left, left),
      top: Math.max(bounds.top, top),
      right: Math.min(bounds.right, left + up.scrollWidth),
      bottom: Math.min(bounds.bottom, top + up.scrollHeight),
    };
  }
  return bounds;
}

const meets = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
const isInside = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.right <= outer.right &&
  inner.bottom <= outer.bottom;

/** `Node.TEXT_NODE`, `Node.DOCUMENT_FRAGMENT_NODE`. */
const TEXT = 3;
const FRAGMENT = 11;
