import { parseHTML } from 'linkedom';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { RAW_WITHOUT_SCRIPTS, readHtml, VOID } from '../encoding/html.ts';
import { fail, type Result, succeed } from '../result.ts';

type Source = DefaultTreeAdapterTypes.ChildNode;
type SourceElement = DefaultTreeAdapterTypes.Element;

/**
 * Pages for people have some ten thousand elements, a hundred deep. The parser's cost is the square of the depth.
 */
const LIMITS = { characters: 8 * 1024 * 1024, tags: 300_000, depth: 1_000 };
/** Elements that hold nothing, and those whose end tag HTML allows to omit. They do not nest. */
const FLAT: ReadonlySet<string> = new Set([
  ...VOID,
  ...['p', 'li', 'dd', 'dt', 'option', 'optgroup', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'colgroup'],
]);

/**
 * HTML text → the document that a browser makes of it where no script runs. Problems: `empty-document` where there is
 * only white space · `too-large` where it is longer or nested deeper than any page for people. It is refused before a
 * tree is built.
 */
export function readPage(text: string): Result<Document> {
  if (text.trim() === '') return fail('empty-document');
  if (text.length > LIMITS.characters) return fail('too-large', { params: { limit: LIMITS.characters } });
  if (isMonstrous(text)) return fail('too-large', { params: { limit: LIMITS.tags } });
  const { document } = parseHTML('<!doctype html><html></html>');
  const root = parse(text, { scriptingEnabled: false }).childNodes.find(isElement);
  if (root) fill(document.documentElement, root);
  document.title = titleOf(document);
  return succeed(document);
}

const isElement = (node: Source): node is SourceElement => 'tagName' in node;

/** A declarative shadow root (HTML §4.12.3, `shadowrootmode`). */
const isShadow = (node: SourceElement): node is DefaultTreeAdapterTypes.Template =>
  'content' in node && node.attrs.some(({ name }) => name === 'shadowrootmode');

/** HTML §3.1.4: that of the first `title`, wherever it stands, without the line breaks and indents of the source. */
function titleOf(document: Document): string {
  const title = [...document.querySelectorAll('title')].find((each) => each.closest('svg') === null);
  return title?.textContent.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '') ?? '';
}

/** Whether it is too much to build a tree of. */
function isMonstrous(text: string): boolean {
  let [tags, depth] = [0, 0];
  for (const token of readHtml(text, RAW_WITHOUT_SCRIPTS)) {
    if (token.kind === 'text') continue;
    if (++tags > LIMITS.tags) return true;
    if (FLAT.has(token.name) || (token.kind === 'start' && token.selfClosing)) continue;
    depth = token.kind === 'end' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > LIMITS.depth) return true;
  }
  return false;
}

/** One library reads HTML as browsers do, another one is the DOM. Gives an element what was read of it. */
function fill(root: Element, source: SourceElement): void {
  const due: [parent: Element | ShadowRoot, children: readonly Source[]][] = [];
  const open = (element: Element, { attrs, childNodes }: SourceElement): void => {
    for (const { prefix, name, value } of attrs)
      element.setAttribute(prefix ? `${prefix}:${name}` : name, value);
    due.push([element, childNodes]);
  };
  const add = (parent: Element | ShadowRoot, child: Source): void => {
    if ('value' in child) parent.append(child.value);
    if (!isElement(child)) return;
    if (isShadow(child) && 'attachShadow' in parent && parent.shadowRoot === null) {
      due.push([parent.attachShadow({ mode: 'open' }), child.content.childNodes]);
      return;
    }
    const element = root.ownerDocument.createElementNS(child.namespaceURI, child.tagName);
    parent.append(element);
    open(element, child);
  };
  open(root, source);
  for (let next = due.pop(); next !== undefined; next = due.pop()) {
    const [parent, children] = next;
    for (const child of children) add(parent, child);
  }
}
