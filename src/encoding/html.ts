import { decodeHtmlReferences } from './html-references.ts';

/**
 * The tokens of an HTML page. Nothing runs, nothing is fetched, and the cost is linear in the length. What no browser
 * shows as text (comments, declarations) is left out.
 */
export type HtmlToken =
  | {
      readonly kind: 'start';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      /** `<name/>`: in SVG this is also the end of the element, in HTML it has no effect. */
      readonly selfClosing: boolean;
    }
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/**
 * HTML §13.2.5: elements whose content is text up to their own end tag. Only the last group has character references.
 * `noscript` is one of them where scripts run.
 */
export const RAW_WITHOUT_SCRIPTS: ReadonlySet<string> = new Set(
  'script style xmp iframe noembed noframes'.split(' '),
);
const RAW: ReadonlySet<string> = new Set([...RAW_WITHOUT_SCRIPTS, 'noscript']);
const REFERENCES_ONLY: ReadonlySet<string> = new Set(['title', 'textarea']);

/** HTML §13.1.2: elements without content and without an end tag. */
export const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/**
 * The tokens of a page, in order. In: any text, and the elements whose content is text as it is written. Names and
 * attribute names are lower-case, and references are resolved.
 */
export function* readHtml(html: string, raw = RAW): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const open = placeOf(OPEN, html, at);
    if (open > at) yield text(html.slice(at, open));
    if (open === html.length) return;
    const { token, end } = readMarkup(html, open);
    at = end;
    if (token) yield token;
    if (token?.kind !== 'start') continue;
    const isRaw = raw.has(token.name);
    if (!isRaw && !REFERENCES_ONLY.has(token.name)) continue;
    at = closing(html, end, token.name);
    const content = html.slice(end, at);
    if (content !== '') yield isRaw ? { kind: 'text', text: content } : text(content);
  }
}

/** Null for a token that is not shown. */
interface Markup<Token extends HtmlToken = HtmlToken> {
  readonly token: Token | null;
  readonly end: number;
}

function readMarkup(html: string, open: number): Markup {
  const next = html[open + 1] ?? '';
  if (next === '!' || next === '?') return { token: null, end: endOfDeclaration(html, open) };
  if (/[a-z/]/i.test(next)) return readTag(html, open);
  return { token: { kind: 'text', text: '<' }, end: open + 1 };
}

const OPEN = /</g;
const END = />/g;
/** HTML §13.2.5.43 to 52: `--` of the beginning may be that of the end, but not before `!`. */
const END_OF_COMMENT = /-->|(?<!<!)--!>/g;

/** The next place at which a pattern is found, or the end of the page. */
function placeOf(pattern: RegExp, html: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}

const text = (written: string): HtmlToken => ({ kind: 'text', text: decodeHtmlReferences(written) });

function endOfDeclaration(html: string, open: number): number {
  const isComment = html.startsWith('<!--', open);
  const end = placeOf(isComment ? END_OF_COMMENT : END, html, open + 2);
  return Math.min(placeOf(END, html, end) + 1, html.length);
}

const NAME = /<(\/?)([a-z][^\s/>]*)/iy;
/** Anything between two attributes. */
const BETWEEN = /[\s/]*/y;
/** HTML §13.2.5.32: `=` is part of a name only at its beginning. */
const ATTRIBUTE = /(=?[^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s>"'][^\s>]*))?)?/y;

function readTag(html: string, open: number): Markup<Exclude<HtmlToken, { kind: 'text' }>> {
  NAME.lastIndex = open;
  const [whole, slash, written = ''] = NAME.exec(html) ?? [];
  if (whole === undefined) return { token: null, end: endOfDeclaration(html, open) };
  const name = written.toLowerCase();
  const attributes = new Map<string, string>();
  let at = open + whole.length;
  let gap: string;
  for (;;) {
    BETWEEN.lastIndex = at;
    gap = BETWEEN.exec(html)?.[0] ?? '';
    at += gap.length;
    if (at >= html.length || html[at] === '>') break;
    ATTRIBUTE.lastIndex = at;
    const [length, key = '', ...values] = ATTRIBUTE.exec(html) ?? [];
    at += length?.length ?? 1;
    const attribute = key.toLowerCase();
    // HTML §13.2.5.33: of two attributes with one name, the first counts.
    if (!attributes.has(attribute))
      attributes.set(attribute, decodeHtmlReferences(values.find((value) => value !== undefined) ?? ''));
  }
  // A tag that the end of the page cuts off is none (HTML §13.2.5, "EOF").
  if (at >= html.length) return { token: null, end: html.length };
  const end = at + 1;
  if (slash) return { token: { kind: 'end', name }, end };
  return { token: { kind: 'start', name, attributes, selfClosing: gap.endsWith('/') }, end };
}

/** The place at which the end tag of such an element begins, or the end of the page. */
const closing = (html: string, from: number, name: string): number =>
  placeOf(new RegExp(`</${name}(?=[\\s/>])`, 'gi'), html, from);
