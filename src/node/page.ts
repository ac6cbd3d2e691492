import { parseHTML } from 'linkedom';
import { CODE, readHtml, VOID } from '../encoding/html.ts';
import { fail, type Result, succeed } from '../result.ts';

/**
 * Pages for people have some ten thousand elements, a hundred deep. The tree builder's cost is the square of the depth.
 */
const LIMITS = { characters: 8 * 1024 * 1024, tags: 300_000, depth: 1_000 };
/** Elements that hold nothing, and those whose end tag HTML allows to omit. They do not nest. */
const FLAT: ReadonlySet<string> = new Set([
  ...VOID,
  ...['p', 'li', 'dd', 'dt', 'option', 'optgroup', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'colgroup'],
]);

/**
 * HTML text → its document. Problems: `empty-document` where there is only white space · `too-large` where it is longer
 * or nested deeper than any page for people. It is refused before a tree is built.
 */
export function readPage(html: string): Result<Document> {
  if (html.trim() === '') return fail('empty-document');
  if (html.length > LIMITS.characters) return fail('too-large', { params: { limit: LIMITS.characters } });
  const { isMonstrous, isWhole } = survey(html);
  if (isMonstrous) return fail('too-large', { params: { limit: LIMITS.tags } });
  const whole = isWhole ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  // The parser ends a text at each character reference; a browser gives one text.
  document.documentElement.normalize();
  lowerNames(document);
  growShadows(document);
  return succeed(document);
}

/**
 * HTML §13.2.5.33: a browser reads the names of attributes in small letters, and of one name takes the first. This parser
 * keeps them as they are written.
 */
function lowerNames(document: Document): void {
  for (const element of document.querySelectorAll('*')) {
    const all = [...element.attributes];
    if (all.every(({ name }) => name === name.toLowerCase()) || element.closest('svg,math')) continue;
    for (const { name } of all) element.removeAttribute(name);
    for (const { name, value } of all) {
      const lower = name.toLowerCase();
      if (!element.hasAttribute(lower)) element.setAttribute(lower, value);
    }
  }
}

/** What a browser's parser makes of a declarative shadow root (HTML, `shadowrootmode`), from the outermost on. */
function growShadows(root: ParentNode): void {
  for (const template of root.querySelectorAll('template[shadowrootmode]')) {
    const host = template.parentElement;
    if (!host || host.shadowRoot) continue;
    const shadow = host.attachShadow({ mode: 'open' });
    // This parser leaves what stands in a template as its children.
    shadow.append(...template.childNodes);
    template.remove();
    growShadows(shadow);
  }
}

/** Whether it is too much to build a tree of, and whether it is a page or a piece of one. */
function survey(html: string): { readonly isMonstrous: boolean; readonly isWhole: boolean } {
  let [tags, depth, isWhole] = [0, 0, false];
  // The tree builder makes elements of what stands in `noscript` and in frames.
  for (const token of readHtml(html, CODE)) {
    if (token.kind === 'text') continue;
    if (token.name === 'html') isWhole = true;
    if (++tags > LIMITS.tags) return { isMonstrous: true, isWhole };
    if (FLAT.has(token.name) || (token.kind === 'start' && token.selfClosing)) continue;
    depth = token.kind === 'end' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > LIMITS.depth) return { isMonstrous: true, isWhole };
  }
  return { isMonstrous: false, isWhole };
}
