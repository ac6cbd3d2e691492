import type { ProblemCode } from '../problem.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type Markup, readMarkup } from './markup.ts';
import { decodeReferences } from './references.ts';

/** Which element carries the badge, by namespace (OB 2.0 Baking §SVGs; OB 3.0 §5.3.2.2). */
const BAKED: ReadonlyMap<string, string> = new Map([
  ['http://openbadges.org', 'assertion'],
  ['https://openbadges.org', 'assertion'],
  ['https://purl.imsglobal.org/ob/v3p0', 'credential'],
]);
const COMPACT_JWS = /^[\w-]+\.[\w-]*\.[\w-]*(?:~.*)?$/;

/**
 * Limits for the depth of elements and for the namespaces in scope. Drawings have a dozen of each, attacks a hundred
 * thousand.
 */
const MAX_DEPTH = 256;
const MAX_NAMESPACES = 128;

/**
 * The content baked into an SVG: a compact JWS (attribute `verify`), else the JSON inside the element, else the address
 * in `verify`. The namespace decides, whatever its prefix. No XML parser gets the text. Only XML's own five entities
 * are known, nothing is included, and nothing runs.
 * - `image-not-baked` no such element
 * - `svg-malformed` not well-formed, an entity inside the element that the document defined itself, or deeper than any
 *   drawing
 * - `baked-twice` several such elements that differ
 */
export function readBakedSvg(text: string): Result<readonly string[]> {
  const reader = new SvgReader();
  for (const markup of readMarkup(text)) {
    const trouble = reader.read(markup);
    if (trouble !== null)
      return fail(trouble, trouble === 'baked-twice' ? { params: { keyword: 'svg' } } : {});
  }
  if (!reader.complete) return fail('svg-malformed');
  return reader.found.size > 0 ? succeed([...reader.found.values()]) : fail('image-not-baked');
}

/** The prefixes in scope at one element, with their namespaces. '' is the default namespace. */
type Scope = ReadonlyMap<string, string>;
interface Element {
  readonly name: string;
  readonly scope: Scope;
  /** Collects the baked content. Null for all other elements. */
  readonly baked: { readonly kind: string; readonly verify: string; text: string } | null;
}

class SvgReader {
  readonly found = new Map<string, string>();
  readonly #open: Element[] = [];
  #rooted = false;

  /** Whether there was an element, and all elements are closed. */
  get complete(): boolean {
    return this.#rooted && this.#open.length === 0;
  }

  /** Reads the next piece. Returns a code where reading must stop. */
  read(markup: Markup): ProblemCode | null {
    if (markup.kind === 'broken') return 'svg-malformed';
    if (markup.kind === 'text') return this.#text(markup);
    if (markup.kind === 'close') return this.#close(markup.name);
    return this.#start(markup);
  }

  #start(markup: Extract<Markup, { kind: 'open' }>): ProblemCode | null {
    this.#rooted = true;
    if (this.#open.length >= MAX_DEPTH) return 'svg-malformed';
    const scope = scopeOf(markup, this.#open.at(-1)?.scope ?? new Map());
    if (scope.size > MAX_NAMESPACES) return 'svg-malformed';
    const [local = '', prefix = ''] = markup.name.split(':').reverse();
    const isBaked = BAKED.get(scope.get(prefix) ?? '') === local;
    const verify = isBaked ? decodeReferences(markup.attributes.get('verify') ?? '') : '';
    if (verify === null) return 'svg-malformed';
    this.#open.push({ name: markup.name, scope, baked: isBaked ? { kind: local, verify, text: '' } : null });
    return markup.empty ? this.#close(markup.name) : null;
  }

  #text(markup: Extract<Markup, { kind: 'text' }>): ProblemCode | null {
    const baked = this.#open.findLast((element) => element.baked !== null)?.baked;
    if (!baked) return null;
    const text = markup.verbatim ? markup.text : decodeReferences(markup.text);
    if (text === null) return 'svg-malformed';
    baked.text += text;
    return null;
  }

  #close(name: string): ProblemCode | null {
    const element = this.#open.pop();
    if (element?.name !== name) return 'svg-malformed';
    if (element.baked === null) return null;
    const { kind, verify, text } = element.baked;
    // OB 2.0 and 3.0: in a signed badge, `verify` holds the JWS and the body is omitted. Nobody has signed a body
    // beside it.
    const content = COMPACT_JWS.test(verify.trim()) ? verify.trim() : text.trim() || verify.trim();
    if (content === '') return null;
    if ((this.found.get(kind) ?? content) !== content) return 'baked-twice';
    this.found.set(kind, content);
    return null;
  }
}

function scopeOf({ attributes }: Extract<Markup, { kind: 'open' }>, outer: Scope): Scope {
  const declared = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  return new Map([
    ...outer,
    ...declared.map(([name, value]) => [name.slice('xmlns:'.length), value.trim()] as const),
  ]);
}

/** What may precede the root element of XML (XML 1.0 §2.8): how each piece begins and ends. */
const PROLOG: readonly (readonly [start: string, end: string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
];

/**
 * Whether the root element, or the document type before it, is `svg`. The scan never goes back, whatever the text is.
 */
export function isSvg(text: string): boolean {
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0;
    const piece = PROLOG.find(([start]) => text.startsWith(start, at));
    if (piece === undefined) break;
    const end = text.indexOf(piece[1], at + piece[0].length);
    if (end < 0) return false;
    at = end + piece[1].length;
  }
  return /^<(?:!DOCTYPE\s+|[\w-]+:)?svg[\s>/]/i.test(text.slice(at, at + 100));
}
