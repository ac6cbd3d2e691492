import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/**
 * The same document with each list of one value replaced by that value, at any depth. To JSON-LD both are the same
 * (JSON-LD 1.1 §4.3.1), and so to a signature over its graph. If we read them differently, people could be shown less
 * than was signed. This is only for what is shown. Inner credentials keep the form that their signatures need.
 */
export function unwrapSingles(document: JsonObject): JsonObject {
  let copy: Record<string, Json | undefined> | null = null;
  for (const name in document) {
    const value = document[name];
    const unwrapped = value === undefined || name === '@context' ? value : unwrap(value);
    if (unwrapped === value) continue;
    copy ??= { ...document };
    copy[name] = unwrapped;
  }
  return copy ?? document;
}

/**
 * A badge or a part of one, of Open Badges 1.1 to 2.1, read in the same way. Without a context it is no JSON-LD, and
 * stays as it is. So does an extension, because its schema knows lists (OB 2.0 §5.3).
 */
export const unwrapBadgePart = (document: JsonObject): JsonObject =>
  document['@context'] === undefined ? document : unwrapSingles(document);

function unwrap(value: Json): Json {
  if (Array.isArray(value)) {
    const [only] = value;
    if (value.length === 1 && only !== undefined && !Array.isArray(only)) return unwrap(only);
    const unwrapped = value.map((one) => (Array.isArray(one) ? one : unwrap(one)));
    return unwrapped.some((entry, index) => entry !== value[index]) ? unwrapped : value;
  }
  return isJsonObject(value) && !isExtension(value) ? unwrapSingles(value) : value;
}

function isExtension(value: JsonObject): boolean {
  const types = value.type ?? value['@type'];
  return types === 'Extension' || (Array.isArray(types) && types.includes('Extension'));
}
