import type { Json } from '../json.ts';
import { JSON_LIMITS } from './json.ts';

/**
 * Data in memory as JSON: a copy, so that nobody changes it while it is verified. It is what `parseJson` gives of the
 * text that `JSON.stringify` makes of it. Undefined where that is more than a copy, or no JSON: for an object with a
 * class or with `toJSON`, for a member that is no JSON, half a surrogate pair, `__proto__`, and for what may be past
 * a limit. Throws what a getter or a proxy throws.
 */
export const copyOfPlain = (value: unknown): Json | undefined =>
  copyOf(value, JSON_LIMITS.maxDepth, { units: MAX_UNITS });

/** What may still be copied, so that no text comes near the longest one that is read. */
interface Rest {
  units: number;
}
/** A text has at most six characters for a unit: as many as an escape (RFC 8259 §7). */
const MAX_UNITS = 256 * 1024;
/** With these, a number and the comma after it are counted as well. */
const UNITS_OF_VALUE = 5;

function copyOf(value: unknown, depth: number, rest: Rest): Json | undefined {
  rest.units -= UNITS_OF_VALUE;
  if (rest.units < 0) return undefined;
  if (typeof value === 'string') return isTold(value, rest) ? value : undefined;
  // JSON.stringify makes 0 of -0.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : undefined;
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'object' || depth === 0 || 'toJSON' in value) return undefined;
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Array.prototype) return listOf(value as readonly unknown[], depth, rest);
  return prototype === Object.prototype ? objectOf(value as Members<unknown>, depth, rest) : undefined;
}

type Members<Value> = { [name: string]: Value };

function objectOf(value: Members<unknown>, depth: number, rest: Rest): Json | undefined {
  const names = Object.keys(value);
  if (names.length > JSON_LIMITS.maxEntries) return undefined;
  const copy: Members<Json> = {};
  for (const name of names) {
    const member = isTold(name, rest) ? copyOf(value[name], depth - 1, rest) : undefined;
    if (member === undefined || name === '__proto__') return undefined;
    copy[name] = member;
  }
  return copy;
}

function listOf(value: readonly unknown[], depth: number, rest: Rest): Json | undefined {
  if (!Array.isArray(value) || value.length > JSON_LIMITS.maxEntries) return undefined;
  const copy: Json[] = [];
  for (let index = 0; index < value.length; index++) {
    const entry = copyOf(value[index], depth - 1, rest);
    if (entry === undefined) return undefined;
    copy.push(entry);
  }
  return copy;
}

function isTold(text: string, rest: Rest): boolean {
  rest.units -= text.length;
  return rest.units >= 0 && text.isWellFormed();
}
