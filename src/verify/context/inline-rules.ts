import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { BUNDLED } from './bundled/index.ts';
import { escapePointer } from './references.ts';

/**
 * The signature of an RDFC suite covers what terms mean, not how they are spelled. So a context that a document
 * brings along could swap the spellings of two signed properties, or give a known property a second name, and leave
 * the signature intact while the reader sees something else (VCDM 2.0 §"Context Injection"; Data Integrity 1.0
 * §"Validating Contexts"). An inline context may therefore add words, never touch known ones.
 */
type InlineContexts = readonly { readonly context: JsonObject; readonly at: string }[];

const MAX_INLINE_LETTERS = 256 * 1024;

/** Members of a context or a term definition that carry meaning without leaving a trace in what is signed. */
const FORBIDDEN_MEMBERS: ReadonlySet<string> = new Set([
  '@base',
  '@import',
  '@nest',
  '@propagate',
  '@reverse',
  '@index',
  '@direction',
]);
const ALLOWED_CONTAINERS: ReadonlySet<string> = new Set(['@set', '@list', '@language']);

/**
 * Holds inline contexts to that rule. Problems: `context-redefines-terms` (with the term and the place),
 * `context-too-large`.
 */
export function checkInlineContexts(contexts: InlineContexts): Result<null> {
  for (const { context, at } of contexts) {
    if (JSON.stringify(context).length > MAX_INLINE_LETTERS) return fail('context-too-large', { at });
    const offence = offenceIn(context, at);
    if (offence) return fail('context-redefines-terms', { at: offence.at, params: { term: offence.term } });
  }
  return succeed(null);
}

interface Offence {
  readonly term: string;
  readonly at: string;
}

function offenceIn(context: Json | undefined, at: string): Offence | null {
  if (Array.isArray(context)) {
    for (const [index, entry] of (context as readonly Json[]).entries()) {
      const offence = offenceIn(entry, `${at}/${index}`);
      if (offence) return offence;
    }
    return null;
  }
  // `null` would wipe out every published definition before it.
  if (context === null) return { term: '@context', at };
  if (!isJsonObject(context)) return null;
  for (const [term, definition] of Object.entries(context)) {
    const place = `${at}/${escapePointer(term)}`;
    if (FORBIDDEN_MEMBERS.has(term)) return { term, at: place };
    if (term.startsWith('@')) continue;
    const offence = offenceOfTerm(term, definition, { context, at: place });
    if (offence) return offence;
  }
  return null;
}

function offenceOfTerm(
  term: string,
  definition: Json | undefined,
  { context, at }: { context: JsonObject; at: string },
): Offence | null {
  const offence = { term, at };
  const id = isJsonObject(definition) ? (definition['@id'] ?? term) : definition;
  if (typeof id !== 'string' || id.startsWith('@')) return offence;
  const iri = expand(id, context);
  const known = knownMeanings();
  const meanings = known.byTerm.get(term);
  const spellings = known.byIri.get(iri);
  if (meanings && !meanings.has(iri)) return offence;
  if (spellings && !spellings.has(term)) return offence;
  if (!isJsonObject(definition)) return null;
  if (Object.keys(definition).some((member) => FORBIDDEN_MEMBERS.has(member))) return offence;
  const containers = definition['@container'] === undefined ? [] : [definition['@container']].flat();
  if (containers.some((entry) => typeof entry !== 'string' || !ALLOWED_CONTAINERS.has(entry))) return offence;
  const scoped = definition['@context'];
  return scoped === undefined ? null : offenceIn(scoped, `${at}/@context`);
}

interface Meanings {
  readonly byTerm: ReadonlyMap<string, ReadonlySet<string>>;
  readonly byIri: ReadonlyMap<string, ReadonlySet<string>>;
}
let meanings: Meanings | null = null;

/** Contexts of test suites and examples: their words are nobody's. */
const NOBODYS = /\/examples\/|undefined-terms/;

/** Every term of every bundled context, at any depth, with the IRIs it stands for. Made once, when first needed. */
function knownMeanings(): Meanings {
  if (meanings) return meanings;
  const byTerm = new Map<string, Set<string>>();
  const byIri = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, key: string, value: string): void => {
    map.set(key, (map.get(key) ?? new Set()).add(value));
  };
  const walk = (context: Json | undefined, prefixes: JsonObject): void => {
    if (Array.isArray(context)) for (const entry of context as readonly Json[]) walk(entry, prefixes);
    if (!isJsonObject(context)) return;
    const scope = { ...prefixes, ...context };
    for (const [term, definition] of Object.entries(context)) {
      if (term.startsWith('@')) continue;
      const id = isJsonObject(definition) ? (definition['@id'] ?? term) : definition;
      if (typeof id === 'string') {
        const iri = expand(id, scope);
        note(byTerm, term, iri);
        note(byIri, iri, term);
      }
      if (isJsonObject(definition)) walk(definition['@context'], scope);
    }
  };
  for (const [url, snapshots] of BUNDLED) {
    if (NOBODYS.test(url)) continue;
    for (const { document } of snapshots) if (isJsonObject(document)) walk(document['@context'], {});
  }
  meanings = { byTerm, byIri };
  return meanings;
}

/** Compact IRI → IRI, by the prefixes of the same context; anything else stays. */
function expand(id: string, context: JsonObject): string {
  const [prefix = '', ...rest] = id.split(':');
  const vocabulary = context['@vocab'];
  if (rest.length === 0) return typeof vocabulary === 'string' ? vocabulary + id : id;
  if (rest.join(':').startsWith('//')) return id;
  const definition = context[prefix];
  const base = isJsonObject(definition) ? definition['@id'] : definition;
  return typeof base === 'string' && base !== id ? expand(base, context) + rest.join(':') : id;
}
