import type { Json, JsonObject } from '../json.ts';
import type { ProblemCode } from '../problem.ts';
import { fail, type Result, succeed } from '../result.ts';

export interface JsonLimits {
  /** The deepest nesting of arrays and objects. */
  readonly maxDepth: number;
  /** The most elements of one array, or members of one object. */
  readonly maxEntries: number;
  /** The most UTF-16 units of the whole text. */
  readonly maxLength: number;
}

/**
 * Limits against hostile documents (a credential of 1,000 levels, an array of 100,000 strings). Real ones stay far
 * below.
 */
export const JSON_LIMITS: JsonLimits = { maxDepth: 64, maxEntries: 5_000, maxLength: 2 * 1024 * 1024 };

/**
 * Text to JSON by RFC 8259. It is stricter where parsers differ, because a signed text could then mean two things.
 * - `json-malformed` anything outside the grammar, and numbers that no double holds (RFC 8785 §3.2.2.3)
 * - `json-duplicate-name` one name twice in an object (RFC 8259 §4: "unpredictable")
 * - `json-forbidden-name` a member `__proto__`: JSON-LD processors drop it before hashing, so anybody could add it
 *   after signing; a copy of it changes an object's prototype
 * - `text-not-unicode` half a surrogate pair (RFC 7493 §2.1)
 * - `json-too-deep`, `json-too-many-entries`, `json-too-large` by `limits`
 * - `empty-document` only white space
 *
 * Each problem has the JSON Pointer of the value in which it was found.
 */
export function parseJson(text: string, limits: Partial<JsonLimits> = {}): Result<Json> {
  const bounds = { ...JSON_LIMITS, ...limits };
  if (text.length > bounds.maxLength) return fail('json-too-large', { params: { limit: bounds.maxLength } });
  const usual = readUsual(text, bounds);
  if (usual !== null) return succeed(usual.value);
  const reader = new Reader(text, bounds);
  try {
    return succeed(reader.document());
  } catch (trouble) {
    if (!(trouble instanceof Refusal)) throw trouble;
    return fail(trouble.code, { at: reader.pointer() });
  }
}

/**
 * The value of a text, by the platform's parser, which is several times faster. Only for texts without anything that
 * the reader below refuses. Null where there may be such a thing: the reader then finds it, or reads the text.
 *
 * A name that stands twice is found by counting: each string of the text must be a name or a value of the result.
 */
function readUsual(text: string, limits: JsonLimits): { readonly value: Json } | null {
  try {
    const value: Json = JSON.parse(text);
    if (!text.isWellFormed() || SURROGATE_ESCAPE.test(text)) return null;
    const strings = stringsIn(value, limits, limits.maxDepth);
    return strings === stringsOf(text) ? { value } : null;
  } catch {
    return null;
  }
}

const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/;

/** How many strings a JSON text has. A backslash only stands inside one, before the character that it escapes. */
function stringsOf(text: string): number {
  let quotes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) quotes += 1;
  }
  return quotes / 2;
}

/** How many names and strings a value has. Not a number where a limit is passed, or a name or number is refused. */
function stringsIn(value: Json | undefined, limits: JsonLimits, depth: number): number {
  if (typeof value === 'string') return 1;
  if (typeof value === 'number') return Number.isFinite(value) ? 0 : Number.NaN;
  if (typeof value !== 'object' || value === null) return 0;
  if (depth === 0) return Number.NaN;
  let strings = 0;
  if (Array.isArray(value)) {
    if (value.length > limits.maxEntries) return Number.NaN;
    for (const entry of value) strings += stringsIn(entry, limits, depth - 1);
    return strings;
  }
  let names = 0;
  for (const name in value) {
    if (name === '__proto__') return Number.NaN;
    names += 1;
    strings += stringsIn((value as JsonObject)[name], limits, depth - 1);
  }
  return names > limits.maxEntries ? Number.NaN : names + strings;
}

/** Thrown deep in the recursion. Only `parseJson` catches it. */
class Refusal extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode) {
    super(code);
    this.code = code;
  }
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 §7 forbids exactly these inside a string.
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const HEX4 = /[0-9a-fA-F]{4}/y;
const [SPACE, TAB, FEED, RETURN] = [0x20, 0x09, 0x0a, 0x0d];
const [QUOTE, BACKSLASH, FIRST_SURROGATE] = [0x22, 0x5c, 0xd800];
const WORDS = new Map<string, readonly [string, Json]>([
  ['t', ['true', true]],
  ['f', ['false', false]],
  ['n', ['null', null]],
]);
const ESCAPES = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

class Reader {
  readonly #text: string;
  readonly #limits: JsonLimits;
  #at = 0;
  /** The names and indexes that lead to the value being read. */
  readonly #path: (string | number)[] = [];

  constructor(text: string, limits: JsonLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  /** RFC 6901 pointer to the place where reading stopped. */
  pointer(): string {
    return this.#path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  }

  document(): Json {
    this.#space();
    if (this.#at === this.#text.length) throw new Refusal('empty-document');
    const value = this.#value();
    this.#space();
    if (this.#at !== this.#text.length) throw new Refusal('json-malformed');
    return value;
  }

  #value(): Json {
    const first = this.#text.charAt(this.#at);
    if (first === '"') return this.#string();
    if (first === '{' || first === '[') return this.#container(first);
    const word = WORDS.get(first);
    if (word === undefined) return this.#number();
    if (!this.#text.startsWith(word[0], this.#at)) throw new Refusal('json-malformed');
    this.#at += word[0].length;
    return word[1];
  }

  #container(bracket: '{' | '['): Json {
    if (this.#path.length >= this.#limits.maxDepth) throw new Refusal('json-too-deep');
    this.#at++;
    this.#space();
    return bracket === '{' ? this.#object() : this.#array();
  }

  #object(): Json {
    const members: Record<string, Json> = {};
    if (this.#skip('}')) return members;
    for (let count = 1; ; count++) {
      if (count > this.#limits.maxEntries) throw new Refusal('json-too-many-entries');
      if (this.#text.charAt(this.#at) !== '"') throw new Refusal('json-malformed');
      const name = this.#string();
      this.#path.push(name);
      if (name === '__proto__') throw new Refusal('json-forbidden-name');
      if (Object.hasOwn(members, name)) throw new Refusal('json-duplicate-name');
      this.#space();
      if (!this.#skip(':')) throw new Refusal('json-malformed');
      this.#space();
      members[name] = this.#value();
      this.#path.pop();
      if (this.#ends('}')) return members;
    }
  }

  #array(): Json {
    const elements: Json[] = [];
    if (this.#skip(']')) return elements;
    for (;;) {
      if (elements.length >= this.#limits.maxEntries) throw new Refusal('json-too-many-entries');
      this.#path.push(elements.length);
      elements.push(this.#value());
      this.#path.pop();
      if (this.#ends(']')) return elements;
    }
  }

  /** After an entry: true at the closing bracket, false after a comma. */
  #ends(bracket: string): boolean {
    this.#space();
    if (this.#skip(bracket)) return true;
    if (!this.#skip(',')) throw new Refusal('json-malformed');
    this.#space();
    return false;
  }

  #number(): number {
    const digits = this.#take(NUMBER);
    const value = Number(digits);
    if (digits === '' || !Number.isFinite(value)) throw new Refusal('json-malformed');
    return value;
  }

  #string(): string {
    const text = this.#text;
    const start = this.#at + 1;
    let at = start;
    let code = text.charCodeAt(at);
    while (code >= SPACE && code < FIRST_SURROGATE && code !== QUOTE && code !== BACKSLASH)
      code = text.charCodeAt(++at);
    this.#at = start;
    if (code !== QUOTE) return this.#unusualString();
    this.#at = at + 1;
    return text.slice(start, at);
  }

  /** A string with escapes or with characters that may be half a pair, or something that is no string. */
  #unusualString(): string {
    let value = this.#take(PLAIN);
    while (!this.#skip('"')) {
      if (!this.#skip('\\')) throw new Refusal('json-malformed');
      value += this.#escape() + this.#take(PLAIN);
    }
    if (!value.isWellFormed()) throw new Refusal('text-not-unicode');
    return value;
  }

  #escape(): string {
    const letter = this.#text.charAt(this.#at++);
    const simple = ESCAPES.get(letter);
    if (simple !== undefined) return simple;
    const digits = letter === 'u' ? this.#take(HEX4) : '';
    if (digits === '') throw new Refusal('json-malformed');
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== SPACE && code !== FEED && code !== RETURN && code !== TAB) return;
      this.#at++;
    }
  }

  #skip(expected: string): boolean {
    if (this.#text.charAt(this.#at) !== expected) return false;
    this.#at++;
    return true;
  }

  /** The match of a sticky pattern at this place, or the empty string. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }
}
