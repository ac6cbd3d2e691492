import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/**
 * The same document with each list of one thing replaced by that thing, at any depth. To JSON-LD they are the same
 * (JSON-LD 1.1 §4.3.1), and so to a signature over its graph; a reader who saw them differently could be shown less
 * than was signed. Only for reading what is shown: inner credentials keep their signatures in the form they came in.
 */
export function unwrapSingles(document: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => [name, value === undefined ? value : unwrap(value)]),
  );
}

function unwrap(value: Json): Json {
  if (Array.isArray(value)) {
    const entries = value as readonly Json[];
    const [only] = entries;
    return entries.length === 1 && only !== undefined ? unwrap(only) : entries.map(unwrap);
  }
  return isJsonObject(value) ? unwrapSingles(value) : value;
}
