import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** The order of two texts by code unit. */
export function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/**
 * The order of two values by the JSON text of each, by code unit. The texts are not written: two nodes of a set mostly
 * differ in one of their first members.
 */
export const compareJson = (one: Json, other: Json): number => inText(one, other) ?? compareTexts(one, other);

const compareTexts = (one: Json, other: Json): number => compare(JSON.stringify(one), JSON.stringify(other));

/** Null where the texts are alike as far as the shorter one goes, so that what stands behind them counts. */
function inText(one: Json | undefined, other: Json | undefined): number | null {
  if (one === other) return 0;
  if (typeof one === 'string' && typeof other === 'string') return inStrings(one, other);
  if (one === undefined || other === undefined) return null;
  if (Array.isArray(one) && Array.isArray(other)) return inArrays(one, other);
  if (isJsonObject(one) && isJsonObject(other)) return inObjects(one, other);
  // One number may be the beginning of another. The texts of all other values end where they show it.
  return typeof one === 'number' && typeof other === 'number' ? null : compareTexts(one, other);
}

function inArrays(one: readonly Json[], other: readonly Json[]): number | null {
  // An empty array ends where the other one has a value of any kind.
  if (one.length === 0 || other.length === 0) return one.length === other.length ? 0 : null;
  for (let at = 0; at < one.length && at < other.length; at++) {
    const order = inText(one[at], other[at]);
    if (order !== 0) return order;
  }
  // A bracket stands behind a comma.
  return other.length - one.length;
}

function inObjects(one: JsonObject, other: JsonObject): number | null {
  // Two nodes of a set mostly differ in their ids, which come first. Mostly nothing more need be listed.
  const first = firstName(one);
  const isAlike = first !== undefined && first === firstName(other);
  const order = isAlike ? inText(one[first], other[first]) : 0;
  if (order !== 0) return order;
  const [names, others] = [Object.keys(one), Object.keys(other)];
  for (let at = isAlike ? 1 : 0; at < names.length && at < others.length; at++) {
    const [name, another] = [names[at] as string, others[at] as string];
    const next = name === another ? inText(one[name], other[another]) : compareTexts(name, another);
    if (next !== 0) return next;
  }
  // A brace stands behind a comma, and behind a name.
  return others.length - names.length;
}

function firstName(object: JsonObject): string | undefined {
  for (const name in object) return name;
  return undefined;
}

/** Different strings: their first different characters decide, unless one of them is written as an escape. */
function inStrings(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  if (isEscaped(one, at) || isEscaped(other, at)) return compareTexts(one, other);
  return codeAt(one, at) - codeAt(other, at);
}

/** Behind its last character, a string has a quote. */
const codeAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : QUOTE);
const QUOTE = 34;

/** Whether JSON writes a character as an escape (ECMA-262 §25.5.2.3); of surrogates only those that stand alone. */
function isEscaped(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return code < 32 || code === QUOTE || code === 92 || (code >= 0xd800 && code < 0xe000);
}
