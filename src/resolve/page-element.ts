/** A page as its elements, with a few of CSS's selectors to find them. */
import { readHtml, VOID } from '../encoding/html.ts';

export interface PageElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: PageElement | null;
  readonly children: (PageElement | string)[];
}

/** A page beyond these bounds is no certificate's page. */
const MAX_ELEMENTS = 60_000;
const MAX_DEPTH = 400;

/** The root of a page's elements. An end tag without an open element is ignored, as browsers do. */
export function readPageElements(html: string): PageElement {
  const root: PageElement = { name: '', attributes: new Map(), parent: null, children: [] };
  let [open, depth, count] = [root, 0, 0];
  for (const token of readHtml(html)) {
    if (count > MAX_ELEMENTS) break;
    if (token.kind === 'text') open.children.push(token.text);
    else if (token.kind === 'start') {
      count += 1;
      const element: PageElement = {
        name: token.name,
        attributes: token.attributes,
        parent: open,
        children: [],
      };
      open.children.push(element);
      if (VOID.has(token.name) || depth >= MAX_DEPTH) continue;
      [open, depth] = [element, depth + 1];
    } else {
      let [from, levels] = [open, 1];
      while (from.parent !== null && from.name !== token.name) [from, levels] = [from.parent, levels + 1];
      if (from.parent !== null) [open, depth] = [from.parent, depth - levels];
    }
  }
  return root;
}

/** Every element below, in the order of the page. */
export function* below(element: PageElement): Generator<PageElement> {
  const due = [...element.children].reverse();
  for (let next = due.pop(); next !== undefined; next = due.pop()) {
    if (typeof next === 'string') continue;
    yield next;
    for (const child of [...next.children].reverse()) due.push(child);
  }
}

/** Elements that are not seen, or that hold no words of the page. */
const UNSEEN: ReadonlySet<string> = new Set(
  'script style noscript template textarea select option title'.split(' '),
);

/** The visible text of an element, with single white space. */
export function textOf(element: PageElement): string {
  const pieces: string[] = [];
  const due: (PageElement | string)[] = [element];
  for (let next = due.pop(); next !== undefined; next = due.pop()) {
    if (typeof next === 'string') pieces.push(next);
    else if (next === element || !UNSEEN.has(next.name))
      for (const child of [...next.children].reverse()) due.push(child);
  }
  return pieces.join('').replace(/\s+/g, ' ').trim();
}

/** The text right within an element, as it is written: a script's code. */
export const rawTextOf = ({ children }: PageElement): string =>
  children.filter((child) => typeof child === 'string').join('');

/** One step of a selector: `a.badge-image[href]`. */
interface Step {
  readonly name: string | null;
  readonly conditions: readonly (readonly [attribute: string, value: string | null])[];
}

const PART = /^([a-z][\w-]*)|#([\w-]+)|\.([\w-]+)|\[([\w:-]+)(?:="([^"]*)")?\]/gi;

function stepOf(written: string): Step {
  let name: string | null = null;
  const conditions: [string, string | null][] = [];
  for (const [, tag, id, token, attribute, value] of written.matchAll(PART)) {
    if (tag !== undefined) name = tag.toLowerCase();
    else if (id !== undefined) conditions.push(['id', id]);
    else if (token !== undefined) conditions.push(['class', token]);
    else if (attribute !== undefined) conditions.push([attribute.toLowerCase(), value ?? null]);
  }
  return { name, conditions };
}

const fits = ({ name, attributes }: PageElement, step: Step): boolean =>
  (step.name === null || step.name === name) &&
  step.conditions.every(([attribute, value]) => {
    const own = attributes.get(attribute);
    if (own === undefined || value === null) return own !== undefined;
    return attribute === 'class' ? own.split(/\s+/).includes(value) : own === value;
  });

/**
 * Elements below one that a selector names, in the order of the page. In: steps of tag, `#id`, `.class`, `[attribute]`
 * and `[attribute="value"]` (which may hold spaces). A space between steps means nesting. A comma means the matches of
 * the first, then those of the second.
 */
export function select(element: PageElement, selector: string): readonly PageElement[] {
  return selector.split(',').flatMap((each) => selectOne(element, each));
}

function selectOne(element: PageElement, selector: string): readonly PageElement[] {
  const steps = (selector.match(/(?:\[[^\]]*\]|[^\s[])+/g) ?? []).map(stepOf);
  const last = steps.pop();
  if (last === undefined) return [];
  return [...below(element)].filter((each) => fits(each, last) && isWithin(each, steps, element));
}

function isWithin(element: PageElement, outer: readonly Step[], root: PageElement): boolean {
  const left = [...outer];
  for (let up = element.parent; up !== null; up = up.parent) {
    const next = left.at(-1);
    if (next === undefined) break;
    if (fits(up, next)) left.pop();
    if (up === root) break;
  }
  return left.length === 0;
}
