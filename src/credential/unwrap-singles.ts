import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/**
 * The same document with each list of one thing replaced by that thing, at any depth. To JSON-LD they are the same
 * (JSON-LD 1.1 §4.3.1), and so to a signature over its graph; a reader who saw them differently could be shown less
 * than was signed. Only for reading what is shown: inner credentials keep their signatures in the form they came in.
 */
export function unwrapSingles(document: JsonObject): JsonObject {
  let copy: Record<string, Json | undefined> | null = null;
  for (const name of Object.keys(document)) {
    const value = document[name];
    const unwrapped = value === undefined ? value : unwrap(value);
    if (unwrapped === value) continue;
    copy ??= { ...document };
    copy[name] = unwrapped;
  }
  return copy ?? document;
}

function unwrap(value: Json): Json {
  if (Array.isArray(value)) {
    const entries = value as readonly Json[];
    const [only] = entries;
    if (entries.length === 1 && only !== undefined) return unwrap(only);
    const unwrapped = entries.map(unwrap);
    return unwrapped.some((entry, index) => entry !== entries[index]) ? unwrapped : entries;
  }
  return isJsonObject(value) ? unwrapSingles(value) : value;
}
