import { isJsonObject, type Json } from '../json.ts';
import type { Text } from './model.ts';
import { MAX_LANGUAGES, textsOf } from './text.ts';

/** Members with whole records of others. Each has texts of its own. */
const OF_OTHERS: ReadonlySet<string> = new Set(['endorsement', 'verifiableCredential']);

/**
 * Every text of a document that stands there in several languages, each with all of them: as value objects (VCDM 2.0
 * §11.1) or as a language map (OB 2.0 §5.2). What others say in records inside it is left out.
 */
export function textsInLanguages(value: Json | undefined): readonly (readonly Text[])[] {
  if (Array.isArray(value)) {
    const texts = value.some(isTagged) ? textsOf(value) : [];
    return texts.length > 1 ? [texts.slice(0, MAX_LANGUAGES)] : value.flatMap(textsInLanguages);
  }
  if (!isJsonObject(value)) return [];
  const texts = textsOf(value);
  // A map has nothing but languages.
  return texts.length > 1 && texts.length === Object.keys(value).length
    ? [texts.slice(0, MAX_LANGUAGES)]
    : Object.entries(value).flatMap(([name, each]) => (OF_OTHERS.has(name) ? [] : textsInLanguages(each)));
}

const isTagged = (value: Json): boolean => isJsonObject(value) && value['@language'] !== undefined;
