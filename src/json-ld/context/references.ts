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
  const walk = new ContextWalk();
  walk.value(value, false);
  const { named, inline } = walk;
  return { addresses: [...new Set(named)], named, inline };
}

class ContextWalk {
  readonly named: string[] = [];
  readonly inline: { context: JsonObject; at: string }[] = [];
  /** The current place. It is turned into a pointer only when one is reported. */
  readonly #path: (string | number)[] = [];

  value(value: Json | undefined, inContext: boolean): void {
    if (Array.isArray(value)) this.#list(value, inContext);
    else if (isJsonObject(value)) this.#members(value, inContext);
  }

  #list(list: readonly Json[], inContext: boolean): void {
    for (const [index, entry] of list.entries()) {
      if (typeof entry !== 'object') continue;
      this.#path.push(index);
      this.value(entry, inContext);
      this.#path.pop();
    }
  }

  #members(object: JsonObject, inContext: boolean): void {
    for (const name in object) {
      const member = memberAt(object, name);
      const isContext = name === '@context';
      if (inContext && name === '@import' && typeof member === 'string') this.named.push(member);
      if (!isContext && typeof member !== 'object') continue;
      this.#path.push(name);
      if (isContext) this.#context(member, inContext);
      else this.value(member, inContext);
      this.#path.pop();
    }
  }

  #context(context: Json | undefined, inContext: boolean): void {
    if (typeof context === 'string') this.named.push(context);
    else if (Array.isArray(context)) this.#contexts(context, inContext);
    else if (isJsonObject(context)) {
      if (!inContext) this.inline.push({ context, at: toPointer(this.#path) });
      this.#members(context, true);
    }
  }

  #contexts(list: readonly Json[], inContext: boolean): void {
    for (const [index, entry] of list.entries()) {
      this.#path.push(index);
      this.#context(entry, inContext);
      this.#path.pop();
    }
  }
}

/** RFC 6901 §3. */
export const toPointer = (path: readonly (string | number)[]): string =>
  path.map((step) => `/${typeof step === 'number' ? step : escapePointer(step)}`).join('');
export const escapePointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
