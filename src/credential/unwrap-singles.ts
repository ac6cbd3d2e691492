import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/**
 * The same document with each list of one value replaced by that value, at any depth. To JSON-LD both are the same
 * (JSON-LD 1.1 §4.3.1), and so to a signature over its graph. If we read them differently, people could be shown less
 * than was signed. This is only for what is shown. Inner credentials keep the form that their signatures need.
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
    const [only] = value;
    if (value.length === 1 && only !== undefined) return unwrap(only);
    const unwrapped = value.map(unwrap);
    return unwrapped.some((entry, index) => entry !== value[index]) ? unwrapped : value;
  }
  return isJsonObject(value) ? unwrapSingles(value) : value;
}
