import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { BUNDLED } from './bundled/index.ts';

/** What the terms of the bundled contexts stand for, and how each meaning is spelled. */
export interface Meanings {
  readonly byTerm: ReadonlyMap<string, ReadonlySet<string>>;
  readonly byIri: ReadonlyMap<string, ReadonlySet<string>>;
}
let meanings: Meanings | null = null;

/** Contexts of test suites and examples: their words are nobody's. */
const NOBODYS = /\/examples\/|undefined-terms/;

/** Every term of every bundled context, at any depth, with the IRIs it stands for. Made once, when first needed. */
export function knownMeanings(): Meanings {
  meanings ??= meaningsIn(
    [...BUNDLED]
      .filter(([url]) => !NOBODYS.test(url))
      .flatMap(([, snapshots]) => snapshots.map(({ document }) => document)),
  );
  return meanings;
}

const OF_ONE = new WeakMap<object, Meanings>();

/** The same of one context document, made once for each. */
export function meaningsOfOne(document: Json): Meanings {
  if (!isJsonObject(document)) return { byTerm: new Map(), byIri: new Map() };
  const known = OF_ONE.get(document);
  if (known) return known;
  const own = meaningsIn([document]);
  OF_ONE.set(document, own);
  return own;
}

/** The same of some context documents. */
export function meaningsIn(documents: Iterable<Json>): Meanings {
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
  for (const document of documents) if (isJsonObject(document)) walk(document['@context'], {});
  return { byTerm, byIri };
}

/** Compact IRI → IRI, by the prefixes of the same context; anything else stays. */
function expand(id: string, context: JsonObject): string {
  if (id.startsWith('@')) return id;
  const [prefix = '', ...rest] = id.split(':');
  const vocabulary = context['@vocab'];
  if (rest.length === 0) return typeof vocabulary === 'string' ? vocabulary + id : id;
  if (rest.join(':').startsWith('//')) return id;
  const definition = context[prefix];
  const base = isJsonObject(definition) ? definition['@id'] : definition;
  return typeof base === 'string' && base !== id ? expand(base, context) + rest.join(':') : id;
}
