import type { Json } from '../json.ts';
import { isJsonObject } from '../json.ts';

/** The value at a JSON Pointer (RFC 6901), or undefined. */
export function at(json: Json, pointer: string): Json | undefined {
  let value: Json | undefined = json;
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replace(/~1/g, '/').replace(/~0/g, '~');
    if (Array.isArray(value)) value = value[Number(name)];
    else if (isJsonObject(value) && Object.hasOwn(value, name)) value = value[name];
    else return undefined;
  }
  return value;
}

/** The text or number at a JSON Pointer as a text, trimmed; null for anything else and for nothing. */
export function textAt(json: Json, pointer: string | undefined): string | null {
  const value = pointer === undefined ? undefined : at(json, pointer);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
