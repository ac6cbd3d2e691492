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

/** The text or number at a JSON Pointer as a trimmed text; null for anything else and for nothing. */
export function textAt(json: Json, pointer: string | undefined): string | null {
  const value = pointer === undefined ? undefined : at(json, pointer);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** `odd` says neither yes nor no. */
export type Flag = 'set' | 'unset' | 'odd';

/** "No", as a boolean and as servers without booleans write it. */
const NO: ReadonlySet<unknown> = new Set([undefined, null, false, 0, '', 'false', '0']);

/** Accepts a date, a number or a plain yes or no. Anything else does not answer the question. */
export function flagIn(value: Json | undefined): Flag {
  if (NO.has(value)) return 'unset';
  return typeof value === 'object' ? 'odd' : 'set';
}

/** More members of a list add nothing. */
const MAX_TEXTS = 20;

/** The text at a pointer in which `*` stands for every member of a list: all of them, one after the other. */
export function textsAt(json: Json, pointer: string | undefined): string | null {
  const [list, member] = pointer?.split('/*') ?? [];
  if (list === undefined || member === undefined) return textAt(json, pointer);
  const members = at(json, list);
  if (!Array.isArray(members)) return null;
  const texts = members.slice(0, MAX_TEXTS).flatMap((each: Json) => textAt(each, member) ?? []);
  return texts.length > 0 ? texts.join(' · ') : null;
}
