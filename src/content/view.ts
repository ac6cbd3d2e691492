/**
 * What stands on the open page, from which its own credential can be read: text and addresses, nothing that was typed.
 */
import { every, type Steps } from '../site/steps.ts';
import { isElement } from '../site/tree.ts';

/** The most characters in total. A page says much earlier what it certifies. */
const MAX_CHARACTERS = 120_000;
const MAX_TEXT_CHARACTERS = 4_000;
/** Longer values are left out. If they were cut, it would be unclear whether they only repeat the page's address. */
const MAX_VALUE_CHARACTERS = 1_000;

/** Content that is not seen or is not the page's word: code, drawings, and what a person has typed. */
const SKIPPED =
  /^(?:script|style|template|noscript|svg|canvas|iframe|object|embed|input|textarea|select|option|button|link|base)$/;

/** What is reported of an element beside its text. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  a: ['class', 'href'],
  img: ['class', 'src', 'alt'],
  meta: ['property', 'name', 'content'],
};

/**
 * The page as plain HTML, with the content of its open shadow roots. The worker removes what only repeats the page's
 * address.
 */
export function* viewOf(page: Document): Steps<string> {
  const rest = every(200);
  let html = '';
  /** What is still to come, the next item last: nodes, and the ends of the elements around them. */
  const due: (Node | string)[] = [page.documentElement];
  for (let node = due.pop(); node !== undefined && html.length < MAX_CHARACTERS; node = due.pop()) {
    if (rest()) yield;
    if (typeof node === 'string') html += node;
    else if (node.nodeType === TEXT) html += escaped((node.nodeValue ?? '').slice(0, MAX_TEXT_CHARACTERS));
    else if (isElement(node) && !SKIPPED.test(node.localName)) {
      html += `<${node.localName}${attributesOf(node)}>`;
      due.push(`</${node.localName}>`);
      for (const within of [node, node.shadowRoot])
        for (let child = within?.lastChild ?? null; child; child = child.previousSibling) due.push(child);
    }
  }
  return html.slice(0, MAX_CHARACTERS);
}

function attributesOf(element: Element): string {
  let text = '';
  for (const name of TOLD[element.localName] ?? ['class']) {
    const value = element.getAttribute(name);
    if (value && value.length <= MAX_VALUE_CHARACTERS) text += ` ${name}="${escaped(value)}"`;
  }
  return text;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** `Node.TEXT_NODE` */
const TEXT = 3;
