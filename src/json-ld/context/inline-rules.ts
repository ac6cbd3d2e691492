import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { type InlineScope, meaningsOf, scopeOf } from './inline-scope.ts';
import { knownMeanings } from './known-meanings.ts';
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
 * Holds the inline contexts of a document to that rule. Problems: `context-redefines-terms` (with the term and the
 * place), `context-too-large`.
 */
export function checkInlineContexts(document: Json, contexts: InlineContexts): Result<null> {
  for (const { context, at } of contexts)
    if (JSON.stringify(context).length > MAX_INLINE_LETTERS) return fail('context-too-large', { at });
  const scope = scopeOf(contexts.map(({ context }) => context));
  for (const { context, at } of contexts) {
    const offence = offenceIn(context, at, scope);
    if (offence) return fail('context-redefines-terms', { at: offence.at, params: { term: offence.term } });
  }
  const term = respelling(document, scope.vocabularies);
  return term === null ? succeed(null) : fail('context-redefines-terms', { params: { term } });
}

/** A member that no context defines means vocabulary + name: `s#validUntil` under `…/2018/credential` is validUntil. */
function respelling(value: Json | undefined, vocabularies: readonly string[]): string | null {
  if (vocabularies.length === 0 || typeof value !== 'object' || value === null) return null;
  const { byIri } = knownMeanings();
  for (const [name, member] of Object.entries(value)) {
    if (name === '@context') continue;
    const isNew = (vocabulary: string): boolean => byIri.get(vocabulary + name)?.has(name) === false;
    if (vocabularies.some(isNew)) return name;
    const below = respelling(member, vocabularies);
    if (below !== null) return below;
  }
  return null;
}

interface Offence {
  readonly term: string;
  readonly at: string;
}

function offenceIn(context: Json | undefined, at: string, scope: InlineScope): Offence | null {
  if (Array.isArray(context)) {
    for (const [index, entry] of (context as readonly Json[]).entries()) {
      const offence = offenceIn(entry, `${at}/${index}`, scope);
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
    if (term === '@vocab' && definition !== null && !isAbsolute(definition)) return { term, at: place };
    if (term.startsWith('@')) continue;
    const offence = offenceOfTerm(term, definition, { context, at: place, scope });
    if (offence) return offence;
  }
  return null;
}

function offenceOfTerm(
  term: string,
  definition: Json | undefined,
  { context, at, scope }: { context: JsonObject; at: string; scope: InlineScope },
): Offence | null {
  const offence = { term, at };
  const id = isJsonObject(definition) ? (definition['@id'] ?? term) : definition;
  if (typeof id !== 'string' || id.startsWith('@')) return offence;
  const known = knownMeanings();
  const meanings = known.byTerm.get(term);
  const iris = meaningsOf(id, context, scope);
  if (iris === null) return offence;
  for (const iri of iris) {
    const spellings = known.byIri.get(iri);
    if (meanings && !meanings.has(iri)) return offence;
    if (spellings && !spellings.has(term)) return offence;
  }
  if (!isJsonObject(definition)) return null;
  if (Object.keys(definition).some((member) => FORBIDDEN_MEMBERS.has(member))) return offence;
  const containers = definition['@container'] === undefined ? [] : [definition['@container']].flat();
  if (containers.some((entry) => typeof entry !== 'string' || !ALLOWED_CONTAINERS.has(entry))) return offence;
  const scoped = definition['@context'];
  return scoped === undefined ? null : offenceIn(scoped, `${at}/@context`, scope);
}

/** JSON-LD 1.1 §4.1.2 lets `@vocab` be a term, a compact IRI or relative: whose meaning then lies elsewhere. */
const isAbsolute = (vocabulary: Json | undefined): boolean =>
  typeof vocabulary === 'string' && /^[a-z][a-z0-9+.-]*:\/\//i.test(vocabulary);
