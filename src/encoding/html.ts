/**
 * HTML as the tokens that it is made of. Nothing runs, nothing is asked for, and the cost is linear in the length. What
 * no browser would show as text (comments, declarations) is left out.
 */
export type HtmlToken =
  | { readonly kind: 'start'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** HTML §13.2.5: elements whose content is text up to their own end tag, with or without character references. */
const RAW: ReadonlySet<string> = new Set('script style xmp iframe noembed noframes noscript'.split(' '));
const REFERENCES_ONLY: ReadonlySet<string> = new Set(['title', 'textarea']);

/** HTML §13.1.2: elements that have no content, and so no end tag. */
export const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** The tokens of a page in their order. In: any text. Names and attribute names are lower-case, references are resolved. */
export function* readHtml(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    if (open > at) yield text(html.slice(at, open));
    const next = html[open + 1] ?? '';
    if (next === '!' || next === '?') {
      at = endOfDeclaration(html, open);
    } else if (/[a-z/]/i.test(next)) {
      const tag = readTag(html, open);
      at = tag.end;
      if (tag.token === null) continue;
      yield tag.token;
      if (tag.token.kind !== 'start') continue;
      const { name } = tag.token;
      const isRaw = RAW.has(name);
      if (!isRaw && !REFERENCES_ONLY.has(name)) continue;
      const close = closing(html, at, name);
      const content = html.slice(at, close);
      if (content !== '') yield isRaw ? { kind: 'text', text: content } : text(content);
      at = close;
    } else {
      yield { kind: 'text', text: '<' };
      at = open + 1;
    }
  }
  if (at < html.length) yield text(html.slice(at));
}

const text = (written: string): HtmlToken => ({ kind: 'text', text: resolveReferences(written) });

function endOfDeclaration(html: string, open: number): number {
  const isComment = html.startsWith('<!--', open);
  const end = html.indexOf(isComment ? '-->' : '>', open + (isComment ? 4 : 2));
  return end < 0 ? html.length : end + (isComment ? 3 : 1);
}

const NAME = /<(\/?)([a-z][^\s/>]*)/iy;
const ATTRIBUTE = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/y;
const END = /[\s/"']*>/y;

function readTag(
  html: string,
  open: number,
): { readonly token: Exclude<HtmlToken, { kind: 'text' }> | null; readonly end: number } {
  NAME.lastIndex = open;
  const [whole, slash, written = ''] = NAME.exec(html) ?? [];
  if (whole === undefined) return { token: null, end: endOfDeclaration(html, open) };
  const name = written.toLowerCase();
  const attributes = new Map<string, string>();
  let at = open + whole.length;
  while (at < html.length) {
    END.lastIndex = at;
    const end = END.exec(html);
    if (end) {
      at += end[0].length;
      break;
    }
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(html);
    if (!found) {
      at += 1;
      continue;
    }
    at += found[0].length;
    const attribute = (found[1] ?? '').toLowerCase();
    // HTML §13.2.5.33: of two attributes of one name the first counts.
    if (!attributes.has(attribute))
      attributes.set(attribute, resolveReferences(found[2] ?? found[3] ?? found[4] ?? ''));
  }
  return { token: slash ? { kind: 'end', name } : { kind: 'start', name, attributes }, end: at };
}

/** Where the end tag of such an element begins; the end of the page where there is none. */
function closing(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ndash', '–'],
  ['mdash', '—'],
  ['rsquo', '’'],
  ['lsquo', '‘'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['reg', '®'],
  ['trade', '™'],
  ['copy', '©'],
]);

function resolveReferences(written: string): string {
  if (!written.includes('&')) return written;
  return written.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
      ? String.fromCodePoint(code)
      : '\ufffd';
  });
}
