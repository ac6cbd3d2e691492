import serialize from 'canonicalize';
import type { JsonObject } from '../../json.ts';
import { fail, type Result, succeed } from '../../result.ts';

/**
 * The canonical form of JSON (RFC 8785). `text-not-unicode` for half a surrogate pair. JSON.stringify would escape it,
 * but the RFC (§3.2.2.2) requires an error.
 */
export function canonizeJson(value: JsonObject): Result<string> {
  const text = serialize(value);
  if (text === undefined) return fail('json-malformed');
  return /\\ud[89a-f]/.test(text) && !isWellFormed(value) ? fail('text-not-unicode') : succeed(text);
}

/**
 * A surrogate escape in the output may also be a literal backslash in the text. Only the values show the difference.
 */
function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return !/\p{Surrogate}/u.test(value);
  if (Array.isArray(value)) return value.every(isWellFormed);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, member]) => isWellFormed(name) && isWellFormed(member));
}
