/** What stands on the open page, for its own credential to be read from: text and addresses, nothing that was typed. */
import { every, type Steps } from '../site/steps.ts';

/** Characters of the whole; long before that the page has said what it certifies. */
const MAX_CHARACTERS = 120_000;
const MAX_TEXT = 4_000;
/** What is longer is left out: cut, it could not be told whether it only repeats the page's address. */
const MAX_VALUE = 1_000;

/** Neither seen nor said by the page: code, drawings, and what a person has typed. */
const SKIPPED: ReadonlySet<string> = new Set(
  'script style noscript template svg canvas iframe object embed input textarea select option button link base'.split(
    ' ',
  ),
);

/** What is told of an element beside its text. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  a: ['class', 'href'],
  img: ['class', 'src', 'alt'],
  meta: ['property', 'name', 'content'],
};
const COMMON_ATTRIBUTES = ['class'];

/** The page as plain HTML with what lies in its open shadow roots. What only repeats its address, the worker takes out. */
export function* viewOf(page: Document): Steps<string> {
  const rest = every(200);
  const pieces: string[] = [];
  let length = 0;
  const add = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  /** What is still to come, the next last: nodes, and the ends of the elements that they stand in. */
  const due: (Node | string)[] = [page.documentElement];
  while (due.length > 0 && length < MAX_CHARACTERS) {
    if (rest()) yield;
    const node = due.pop() as Node | string;
    if (typeof node === 'string') add(node);
    else if (node.nodeType === TEXT) add(escaped((node.nodeValue ?? '').slice(0, MAX_TEXT)));
    else if (node.nodeType === ELEMENT && !SKIPPED.has((node as Element).localName)) {
      const element = node as Element;
      add(`<${element.localName}${attributesOf(element)}>`);
      due.push(`</${element.localName}>`);
      for (const within of [element, element.shadowRoot])
        for (let child = within?.lastChild ?? null; child; child = child.previousSibling) due.push(child);
    }
  }
  return pieces.join('').slice(0, MAX_CHARACTERS);
}

function attributesOf(element: Element): string {
  let text = '';
  for (const name of TOLD[element.localName] ?? COMMON_ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value && value.length <= MAX_VALUE) text += ` ${name}="${escaped(value)}"`;
  }
  return text;
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);

/** `Node.TEXT_NODE`, `Node.ELEMENT_NODE`. */
const TEXT = 3;
const ELEMENT = 1;
