import { isJsonObject, type Json, type JsonObject, memberAt } from '../../json.ts';

/** The JSON-LD contexts that a document or a context uses. */
export interface ContextUse {
  /** Addresses named under `@context` or `@import`, each once, in order. */
  readonly addresses: readonly string[];
  /** The same addresses, repeated for each node that names them. */
  readonly named: readonly string[];
  /** Contexts that are written inline, with their JSON Pointers. */
  readonly inline: readonly { readonly context: JsonObject; readonly at: string }[];
}

/**
 * Collects every context that a value names or contains, at any depth. JSON-LD 1.1 §4.1 lets each node have its own.
 * Contexts inside an inline context (scoped ones, `@import`) count as addresses. The inline context itself is listed
 * once.
 */
export function contextUse(value: Json): ContextUse {
  const named: string[] = [];
  const inline: { context: JsonObject; at: string }[] = [];
  /** The current place. It is turned into a pointer only when one is reported. */
  const path: (string | number)[] = [];
  const walk = (item: Json | undefined, inContext: boolean): void => {
    if (typeof item !== 'object' || item === null) return;
    if (Array.isArray(item)) {
      for (const [index, entry] of item.entries()) {
        if (typeof entry !== 'object') continue;
        path.push(index);
        walk(entry, inContext);
        path.pop();
      }
      return;
    }
    for (const name in item) {
      const member = memberAt(item, name);
      const isContext = name === '@context';
      if (inContext && name === '@import' && typeof member === 'string') named.push(member);
      if (!isContext && typeof member !== 'object') continue;
      path.push(name);
      if (isContext) readContext(member, inContext);
      else walk(member, inContext);
      path.pop();
    }
  };
  const readContext = (context: Json | undefined, inContext: boolean): void => {
    if (typeof context === 'string') named.push(context);
    else if (Array.isArray(context)) {
      for (const [index, entry] of context.entries()) {
        path.push(index);
        readContext(entry, inContext);
        path.pop();
      }
    } else if (isJsonObject(context)) {
      if (!inContext) inline.push({ context, at: toPointer(path) });
      walk(context, true);
    }
  };
  walk(value, false);
  return { addresses: [...new Set(named)], named, inline };
}

/** RFC 6901 §3. */
export const toPointer = (path: readonly (string | number)[]): string =>
  path.map((step) => `/${typeof step === 'number' ? step : escapePointer(step)}`).join('');
export const escapePointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
