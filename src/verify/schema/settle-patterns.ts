import { budgetOf } from '../../budget.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { problem } from '../../problem.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { readPattern } from './pattern.ts';

/** Characters times the steps of each pattern. A badge of 16 kB under a schema of twenty patterns needs some 5 million. */
const MAX_STEPS = 20_000_000;

/** Keywords whose members are named schemas. The names themselves are no keywords. */
const BY_NAME: ReadonlySet<string> = new Set([
  ...['$defs', 'definitions', 'properties', 'patternProperties', 'dependentSchemas', 'dependencies'],
]);
/**
 * The formats that JSON Schema defines (Validation §7.3). The validator knows more, and one of its own backtracks without
 * end. A format that is not defined says nothing (§7.2.3).
 */
const FORMATS: ReadonlySet<Json> = new Set([
  ...[
    'date-time',
    'date',
    'time',
    'duration',
    'email',
    'idn-email',
    'hostname',
    'idn-hostname',
    'ipv4',
    'ipv6',
  ],
  ...['uri', 'uri-reference', 'iri', 'iri-reference', 'uuid', 'uri-template', 'json-pointer'],
  ...['relative-json-pointer', 'regex'],
]);
/** Keywords whose value is data, and no schema. */
const VALUES: ReadonlySet<string> = new Set(['const', 'enum', 'default']);

/**
 * A schema whose patterns are settled for one document, and whose formats are the defined ones. Our own engine, which never backtracks, tries each pattern on
 * every text and member name there. A list of those that fit then replaces the pattern. So the validator, which uses the
 * language's engine, never runs a pattern that a stranger wrote.
 *
 * Problem: `schema-unsupported`, with `schema-pattern-unsupported` behind it for a pattern that the engine does not
 * carry, or that takes too many steps.
 */
export function settlePatterns(schema: JsonObject, document: Json): Result<JsonObject> {
  const settling = new Settling(document);
  const settled = settling.object(schema);
  return settling.refused === null
    ? succeed(settled)
    : fail('schema-unsupported', {
        cause: problem('schema-pattern-unsupported', { params: { pattern: settling.refused } }),
      });
}

class Settling {
  /** The first pattern that could not be settled. */
  refused: string | null = null;
  readonly #texts = new Set<string>();
  readonly #letters: number;
  readonly #known = new Map<string, string>();
  readonly #steps = budgetOf(MAX_STEPS);

  constructor(document: Json) {
    gather(document, this.#texts);
    this.#letters = [...this.#texts].reduce((sum, text) => sum + text.length + 1, 0);
  }

  #schema(value: Json): Json {
    if (Array.isArray(value)) return value.map((one: Json) => this.#schema(one));
    return isJsonObject(value) ? this.object(value) : value;
  }

  object(value: JsonObject): JsonObject {
    return fromEntries(value, (name, one) => {
      if (VALUES.has(name)) return [name, one];
      if (name === 'pattern' && typeof one === 'string') return [name, this.#settled(one)];
      if (name === 'format' && typeof one === 'string') return [name, FORMATS.has(one) ? one : undefined];
      if (BY_NAME.has(name) && isJsonObject(one)) return [name, this.#byName(one, name)];
      return [name, this.#schema(one)];
    });
  }

  #byName(schemas: JsonObject, keyword: string): JsonObject {
    let index = 0;
    return fromEntries(schemas, (name, one) => [
      // Two patterns that match the same names must stay two members.
      keyword === 'patternProperties' ? `${this.#settled(name)}(?:){${index++}}` : name,
      this.#schema(one),
    ]);
  }

  /** A pattern in the language's syntax that matches the same texts of this document. */
  #settled(source: string): string {
    const known = this.#known.get(source);
    if (known !== undefined) return known;
    const pattern = this.refused === null ? readPattern(source) : null;
    if (pattern === null || !this.#steps.spend(this.#letters * pattern.size)) {
      this.refused ??= source;
      return NOTHING;
    }
    const fitting = [...this.#texts].filter((text) => pattern.matches(text));
    const settled = fitting.length === 0 ? NOTHING : `^(?:${fitting.map(literal).join('|')})$`;
    this.#known.set(source, settled);
    return settled;
  }
}

/** Matches no text at all. */
const NOTHING = '[]';
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function gather(value: Json | undefined, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, one] of Object.entries(value)) {
    texts.add(name);
    gather(one, texts);
  }
}

const fromEntries = (
  object: JsonObject,
  change: (name: string, value: Json) => readonly [string, Json | undefined],
): JsonObject =>
  Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) => (value === undefined ? [] : [change(name, value)])),
  );
