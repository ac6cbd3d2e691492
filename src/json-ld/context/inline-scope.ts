import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { knownMeanings } from './known-meanings.ts';

/** What the inline contexts of one document define together: a definition may lean on one in another context. */
export interface InlineScope {
  /** Every `@vocab`, at any depth. */
  readonly vocabularies: readonly string[];
  /** Every term that could be a prefix, with what it stands for. */
  readonly prefixes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Gathers what the inline contexts of a document define, scoped ones included. */
export function scopeOf(contexts: readonly JsonObject[]): InlineScope {
  const vocabularies = new Set<string>();
  const prefixes = new Map<string, Set<string>>();
  const walk = (context: Json | undefined): void => {
    if (Array.isArray(context)) for (const entry of context as readonly Json[]) walk(entry);
    if (!isJsonObject(context)) return;
    for (const [term, definition] of Object.entries(context)) {
      const id = isJsonObject(definition) ? definition['@id'] : definition;
      if (term === '@vocab' && typeof id === 'string') vocabularies.add(id);
      else if (!term.startsWith('@') && typeof id === 'string')
        prefixes.set(term, (prefixes.get(term) ?? new Set()).add(id));
      if (isJsonObject(definition)) walk(definition['@context']);
    }
  };
  walk(contexts);
  return { vocabularies: [...vocabularies], prefixes };
}

/** Prefixes of prefixes of …: no published context has more than one. */
const MAX_LINKS = 4;

/**
 * Every IRI that an id in a term definition can stand for: by the prefixes and the vocabulary of its own context
 * object, or else by those of the others that may be active around it. Null where those others differ, so that nobody
 * can say which is meant.
 */
export function meaningsOf(
  id: string,
  context: JsonObject,
  scope: InlineScope,
  links = 0,
): readonly string[] | null {
  const [prefix = '', ...rest] = id.split(':');
  if (rest.length === 0) {
    const own = context['@vocab'];
    if (typeof own === 'string') return [own + id];
    return [id, ...scope.vocabularies.map((vocabulary) => vocabulary + id)];
  }
  if (rest[0]?.startsWith('//')) return [id];
  const [base, ...others] = basesOf(prefix, context, scope);
  if (base === undefined) return [id];
  if (others.length > 0 || links >= MAX_LINKS) return null;
  return meaningsOf(base, context, scope, links + 1)?.map((iri) => iri + rest.join(':')) ?? null;
}

function basesOf(prefix: string, context: JsonObject, scope: InlineScope): readonly string[] {
  const definition = context[prefix];
  const own = isJsonObject(definition) ? definition['@id'] : definition;
  if (typeof own === 'string') return [own];
  return [...new Set([...(scope.prefixes.get(prefix) ?? []), ...(knownMeanings().byTerm.get(prefix) ?? [])])];
}
