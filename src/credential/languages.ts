import { isJsonObject, type Json } from '../json.ts';
import type { Text } from './model.ts';
import { MAX_LANGUAGES, textsOf } from './text.ts';

/** Every text of a document that stands there in several languages (VCDM 2.0 §11.1), each with all of them. */
export function textsInLanguages(value: Json | undefined): readonly (readonly Text[])[] {
  if (Array.isArray(value)) {
    const texts = value.some(isTagged) ? textsOf(value) : [];
    return texts.length > 1 ? [texts.slice(0, MAX_LANGUAGES)] : value.flatMap(textsInLanguages);
  }
  return isJsonObject(value) ? Object.values(value).flatMap(textsInLanguages) : [];
}

const isTagged = (value: Json): boolean => isJsonObject(value) && value['@language'] !== undefined;
