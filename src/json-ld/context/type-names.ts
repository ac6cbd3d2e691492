import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { type Result, succeed } from '../../result.ts';
import { isBundled, snapshotsAt } from './bundled/shelf.ts';
import { definitionsIn } from './snapshots.ts';

/** The longest chain of terms that stand for other terms. Real contexts have shorter ones. */
const MAX_STEPS = 8;
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;

/**
 * The type names that are no URL and that no context of the document maps to one (VCDM 2.0 §4.5). Empty where one of
 * the contexts is not available, because that one may map them. Problem: `part-missing`.
 */
export async function unmappedTypes(
  contexts: readonly Json[],
  names: readonly string[],
): Promise<Result<readonly string[]>> {
  const definitions = await definitionsOf(contexts, 0);
  if (!definitions.ok) return definitions;
  if (definitions.value === null) return succeed([]);
  const terms: JsonObject = Object.assign(Object.create(null), ...definitions.value);
  return succeed(names.filter((name) => !ABSOLUTE.test(expand(name, terms, 0) ?? '')));
}

/** The definitions of all contexts, in order. Later ones replace earlier ones. Null where a context is unknown. */
async function definitionsOf(
  contexts: readonly Json[],
  depth: number,
): Promise<Result<readonly JsonObject[] | null>> {
  const found: JsonObject[] = [];
  for (const context of contexts) {
    if (isJsonObject(context)) found.push(context);
    if (typeof context !== 'string') continue;
    if (!isBundled(context) || depth > MAX_STEPS) return succeed(null);
    const snapshots = await snapshotsAt(context);
    if (!snapshots.ok) return snapshots;
    const inside = definitionsIn(snapshots.value[0]?.document ?? null);
    const definitions = await definitionsOf(inside, depth + 1);
    if (!definitions.ok || definitions.value === null) return definitions;
    found.push(...definitions.value);
  }
  return succeed(found);
}

/** IRI expansion (JSON-LD 1.1 API §5.2), as far as a type name needs it. */
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
