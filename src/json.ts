/** A JSON value. Objects come from `parseJson`, which has refused `__proto__`, duplicate names and excess depth. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** True for a JSON object (not null, not an array). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of an object, or the entry of a list by its place: what `Object.keys` names of either. */
export const memberAt = (value: JsonObject | readonly Json[], name: string): Json | undefined =>
  (value as JsonObject)[name];

/**
 * JSON-LD's "one or many". A missing value becomes an empty list, a single value a list of one. An array stays as it
 * is.
 */
export function asArray<T>(value: T | readonly T[] | undefined | null): readonly T[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Whether two values say the same. The order of members does not matter; everything else must be equal. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => sameJson(item, other[index]));
  if (!isJsonObject(one) || !isJsonObject(other)) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && sameJson(one[name], other[name]))
  );
}
