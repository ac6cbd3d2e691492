import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { BUNDLED } from './bundled/index.ts';
import { definitionsIn } from './snapshots.ts';

/** Longer chains of terms that stand for terms are nobody's. */
const MAX_STEPS = 8;
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;

/**
 * Whether the contexts of a document map the name of a type to a URL, or it is one (VCDM 2.0 §4.5).
 * Null where one of the contexts is not at hand: it may be the one that does.
 */
export function isMappedType(contexts: readonly Json[], name: string): boolean | null {
  const definitions = definitionsOf(contexts, 0);
  if (definitions === null) return null;
  const terms: JsonObject = Object.assign(Object.create(null), ...definitions);
  return ABSOLUTE.test(expand(name, terms, 0) ?? '');
}

/** The definitions of all contexts in their order, the later ones over the earlier. */
function definitionsOf(contexts: readonly Json[], depth: number): readonly JsonObject[] | null {
  const found: JsonObject[] = [];
  for (const context of contexts) {
    if (isJsonObject(context)) found.push(context);
    if (typeof context !== 'string') continue;
    const document = BUNDLED.get(context)?.[0]?.document;
    const inside = document === undefined || depth > MAX_STEPS ? null : definitionsIn(document);
    const definitions = inside && definitionsOf(inside, depth + 1);
    if (definitions === null) return null;
    found.push(...definitions);
  }
  return found;
}

/** JSON-LD 1.1 API §5.2, IRI expansion, as far as the name of a type needs it. */
function expand(name: string, terms: JsonObject, step: number): string | null {
  if (step > MAX_STEPS) return null;
  const own = terms[name];
  if (own !== undefined) {
    const [definition] = asArray(own);
    const id = isJsonObject(definition) ? definition['@id'] : definition;
    if (id === name) return name;
    if (typeof id === 'string') return expand(id, terms, step + 1);
    if (id !== undefined) return null;
  }
  const colon = name.indexOf(':');
  const prefix = colon > 0 ? name.slice(0, colon) : '';
  if (prefix !== '' && terms[prefix] !== undefined && !name.startsWith('//', colon + 1)) {
    const beginning = expand(prefix, terms, step + 1);
    return beginning === null ? null : beginning + name.slice(colon + 1);
  }
  if (colon > 0) return name;
  const vocabulary = terms['@vocab'];
  const beginning = typeof vocabulary === 'string' ? expand(vocabulary, terms, step + 1) : null;
  return beginning === null ? null : beginning + name;
}
