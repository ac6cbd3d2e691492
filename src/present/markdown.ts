import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { hostOf, safeLink } from './address.ts';
import { cutText, MAX_CHARACTERS } from './brief.ts';

/** Markdown as a tree of text, structure and web links only. It is safe to render whoever wrote it. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' };
export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' };

const MAX_DEPTH = 12;

/**
 * Reads CommonMark (OB 3.0 §Criteria: `narrative` may be Markdown). HTML is shown as plain text, images as their
 * alternative text. Of links that are not http(s), only the words are shown.
 */
export function readMarkdown(text: string): readonly Block[] {
  // Long criteria are cut: by then a reader has gone to the issuer's own page.
  const pieces = piecesOf(cutText(text, MAX_CHARACTERS));
  const definitions = pieces.length > 1 ? definitionsIn(pieces) : [];
  return pieces.reduce<readonly Block[]>((before, { fence, text }) => {
    const open = fence === null ? '' : `${fence}\n`;
    const { children } = fromMarkdown(`${namedIn(text, definitions)}${open}${shallow(text)}`);
    const targets = new Map(
      children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])),
    );
    return joined(before, blocksOf(children, { targets, depth: 0 }), fence !== null);
  }, []);
}

/** A part of a text that is read by itself, and the line that opens the code in which it begins. */
interface Piece {
  readonly text: string;
  readonly fence: string | null;
}

/** Letters after which a text may be read in another piece, and after which it is. */
const [PIECE, LONGEST_PIECE] = [2_000, 4_000];

/**
 * The text in pieces, because its reader takes the square of a text's length. A piece ends where a paragraph begins, or
 * else before a line that is not indented, or with a line, or in a line without end with a word.
 */
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let [rest, fence]: [string, string | null] = [text, null];
  while (rest.length > LONGEST_PIECE) {
    const most = rest.slice(PIECE, LONGEST_PIECE);
    const within = [
      most.search(/\n[ \t]*\n(?=\p{L})/u),
      /^[\s\S]*(?=\n\S)/.exec(most)?.[0].length ?? -1,
      most.lastIndexOf('\n'),
      most.lastIndexOf(' '),
    ].find((at) => at >= 0);
    const end = PIECE + (within ?? most.length);
    const piece = rest.slice(0, end);
    pieces.push({ text: piece, fence });
    fence = fenceAfter(piece, fence);
    // Code keeps its spaces; the end of the line before it is none of it.
    rest = fence === null ? rest.slice(end) : rest.slice(end).replace(/^\n/, '');
  }
  return [...pieces, { text: rest, fence }];
}

/** The fence in which a text ends (CommonMark 0.31 §4.5). */
function fenceAfter(text: string, before: string | null): string | null {
  let open = before;
  for (const [, fence = '', info = ''] of text.matchAll(/^ {0,3}(`{3,}|~{3,})([^\n]*)$/gm))
    if (open === null) open = fence.startsWith('`') && info.includes('`') ? null : fence;
    else if (fence.startsWith(open) && info.trim() === '') open = null;
  return open;
}

/** Where reference links lead, by name and as written: of two with one name the first (§4.7). */
type Definition = readonly [name: string, line: string];

function definitionsIn(pieces: readonly Piece[]): readonly Definition[] {
  const all = new Map<string, string>();
  let letters = 0;
  for (const { text } of pieces)
    for (const [line, name = ''] of text.matchAll(/^ {0,3}\[([^\]\n]{1,200})\]:[^\n]*\S$/gm)) {
      letters += line.length;
      if (letters <= PIECE && !all.has(name.toLowerCase())) all.set(name.toLowerCase(), line);
    }
  return [...all];
}

/** The definitions of the links in a piece, which may stand in another one. */
function namedIn(text: string, definitions: readonly Definition[]): string {
  const words = text.toLowerCase();
  const named = definitions.filter(([name]) => words.includes(`[${name}]`)).map(([, line]) => `${line}\n`);
  return named.length > 0 ? `${named.join('')}\n` : '';
}

/** Blocks of two pieces. A list, a quotation or code that goes on in the second is one. */
function joined(before: readonly Block[], after: readonly Block[], isInCode: boolean): readonly Block[] {
  const [last, [next, ...rest]] = [before.at(-1), after];
  const whole = last && next && wholeOf(last, next, isInCode);
  return whole ? [...before.slice(0, -1), whole, ...rest] : [...before, ...after];
}

function wholeOf(last: Block, next: Block, isInCode: boolean): Block | null {
  if (last.kind === 'list' && next.kind === 'list' && last.ordered === next.ordered)
    return { ...last, items: [...last.items, ...next.items] };
  if (last.kind === 'quote' && next.kind === 'quote')
    return { ...last, blocks: [...last.blocks, ...next.blocks] };
  if (isInCode && last.kind === 'code' && next.kind === 'code')
    return { ...last, text: `${last.text}\n${next.text}` };
  return null;
}

/** What opens a list or a quotation at the start of a line (CommonMark 0.31 §5). */
const OPENER = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;

/**
 * The same text, in which no line opens more than is shown. A line may open thousands of lists, each in the one before,
 * and its reader takes the cube of their number.
 */
const shallow = (text: string): string => text.split('\n').map(shallowLine).join('\n');

function shallowLine(line: string): string {
  let [found, end] = [0, 0];
  OPENER.lastIndex = 0;
  while (found <= MAX_DEPTH && OPENER.test(line)) {
    found += 1;
    end = OPENER.lastIndex - 1;
  }
  if (found <= MAX_DEPTH) return line;
  // The stars or dashes of a line across open nothing (§4.1).
  const across = /^[ \t]*([-*])[ \t]*(?:\1[ \t]*){2,}$/.exec(line)?.[1];
  return across?.repeat(3) ?? `${line.slice(0, end)}\\${line.slice(end)}`;
}

/**
 * Reads several texts of one record, 20,000 characters in all, because a record may hold a hundred. The rest is an
 * ellipsis.
 */
export function markdownReader(): (text: string) => readonly Block[] {
  let left = MAX_CHARACTERS;
  return (text) => {
    const some = cutText(text, left);
    left = Math.max(0, left - text.length);
    return readMarkdown(some);
  };
}

interface Place {
  /** Where reference links (`[text][name]`) lead. */
  readonly targets: ReadonlyMap<string, string>;
  readonly depth: number;
}

function blocksOf(nodes: readonly RootContent[], place: Place): readonly Block[] {
  if (place.depth > MAX_DEPTH) return [];
  return nodes.flatMap((node) => blockOf(node, { ...place, depth: place.depth + 1 }));
}

function blockOf(node: RootContent, place: Place): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [{ kind: node.type, children: inlinesOf(node.children, place) }];
    case 'list':
      return [
        {
          kind: 'list',
          ordered: node.ordered === true,
          items: node.children.map((item) => blocksOf(item.children, place)),
        },
      ];
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(node.children, place) }];
    case 'code':
      return [{ kind: 'code', text: node.value }];
    case 'html':
      return [{ kind: 'paragraph', children: [{ kind: 'text', text: node.value }] }];
    case 'thematicBreak':
      return [{ kind: 'rule' }];
    default:
      return [];
  }
}

function inlinesOf(nodes: readonly PhrasingContent[], place: Place): readonly Inline[] {
  if (place.depth > MAX_DEPTH) return [];
  return nodes.flatMap((node) => inlineOf(node, { ...place, depth: place.depth + 1 }));
}

function inlineOf(node: Nodes, place: Place): readonly Inline[] {
  switch (node.type) {
    case 'text':
    case 'html':
      return [{ kind: 'text', text: node.value }];
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }];
    case 'strong':
    case 'emphasis':
      return [{ kind: node.type, children: inlinesOf(node.children, place) }];
    case 'break':
      return [{ kind: 'break' }];
    case 'image':
    case 'imageReference':
      return node.alt ? [{ kind: 'text', text: node.alt }] : [];
    case 'link':
      return linkTo(node.url, inlinesOf(node.children, place));
    case 'linkReference':
      return linkTo(place.targets.get(node.identifier) ?? '', inlinesOf(node.children, place));
    default:
      return [];
  }
}

/** A link shows its target host, unless its words are that host or an address there. Words may name any other host. */
function linkTo(address: string, children: readonly Inline[]): readonly Inline[] {
  const href = safeLink(address);
  if (href === null) return children;
  const host = hostOf(href);
  const link: Inline = { kind: 'link', href, children };
  return host === null || leadsWhereItSays(textOf(children), host)
    ? [link]
    : [link, { kind: 'text', text: ` (${host})` }];
}

const leadsWhereItSays = (words: string, host: string): boolean =>
  words === host || words === `www.${host}` || `www.${words}` === host || hostOf(safeLink(words)) === host;

const textOf = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      if ('text' in inline) return inline.text;
      return 'children' in inline ? textOf(inline.children) : ' ';
    })
    .join('');
