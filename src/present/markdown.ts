import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { lazy } from '../lazy.ts';
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
/** Characters of one text that are read as Markdown. What an issuer asks for is never so long. */
const MAX_MARKUP = 8_000;
/** What markup is made of. The reader takes the square of their number, however few characters stand between them. */
const MARK = /[*_[`\n]/g;
/** Marks of one text, and of all texts of a record, that are read. Criteria of 8,000 characters have some four hundred. */
const [MAX_MARKS, MAX_MARKS_OF_RECORD] = [1_000, 2_000] as const;

/**
 * Reads CommonMark (OB 3.0 §Criteria: `narrative` may be Markdown). HTML is shown as plain text, images as their
 * alternative text. Of links that are not http(s), only the words are shown. Beyond MAX_MARKUP characters or
 * so many marks, a text goes on as it is written.
 */
export function readMarkdown(text: string, marks: number = MAX_MARKS): readonly Block[] {
  // Long criteria are cut: by then a reader has gone to the issuer's own page.
  const whole = cutText(inLines(text), MAX_CHARACTERS);
  const most = Math.min(MAX_MARKUP, marksIn(whole)[marks]?.index ?? MAX_MARKUP);
  const end = whole.length > most ? paragraphsEnd(whole.slice(0, most)) : whole.length;
  const { children } = fromMarkdown(shallow(whole.slice(0, end)));
  const targets = new Map(
    children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])),
  );
  return [...blocksOf(children, { targets, depth: 0 }), ...asWritten(whole.slice(end))];
}

/** CommonMark 0.31 §2.1: a carriage return ends a line, alone too. The bounds here are of lines. */
const inLines = (text: string): string => text.replace(/\r\n?/g, '\n');

const marksIn = (text: string) => [...text.slice(0, MAX_MARKUP).matchAll(MARK)];

/** Where the last whole paragraph of a text ends; else its last line, or its last word. */
function paragraphsEnd(text: string): number {
  const ends = ['\n\n', '\n', ' '].map((sign) => text.lastIndexOf(sign));
  return ends.find((at) => at > 0) ?? text.length;
}

const asWritten = (text: string): readonly Block[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'paragraph', children: [{ kind: 'text', text: paragraph }] }));

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
 * ellipsis. A text is read when it is first asked for: most that list a record show none of its prose.
 */
export function markdownReader(): (text: string) => () => readonly Block[] {
  let [characters, marks] = [MAX_CHARACTERS, MAX_MARKS_OF_RECORD];
  return (text) => {
    const some = cutText(inLines(text), characters);
    const most = Math.min(marks, MAX_MARKS);
    characters = Math.max(0, characters - text.length);
    marks -= Math.min(most, marksIn(some).length);
    return lazy(() => readMarkdown(some, most));
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
