import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Text } from './model.ts';

const ENGLISH: readonly string[] = ['en'];

/**
 * Reads a text for people in any form that the formats allow: a string, a JSON-LD value object (`{"@value",
 * "@language"}`, VCDM 2.0 §11.1), a language map (`{"en": …}`, OB 2.0 §5.2) or an array of these. Of several languages,
 * the first match in `languages` wins, then the text without a language, then the first text.
 */
export function readText(value: Json | undefined, languages: readonly string[] = ENGLISH): string | null {
  return pickText(textsOf(value), languages);
}

/** Of one text in several languages, the one that `readText` takes. */
export function pickText(texts: readonly Text[], languages: readonly string[] = ENGLISH): string | null {
  for (const language of languages) {
    const match = texts.find(
      (text) => text.language === language || text.language?.startsWith(`${language}-`),
    );
    if (match) return match.text;
  }
  return (texts.find((text) => text.language === null) ?? texts[0])?.text ?? null;
}

/** No issuer has its names in more languages. */
export const MAX_LANGUAGES = 50;

/** A name in all its languages, where it has several. */
export function readNames(value: Json | undefined): { readonly names?: readonly string[] } {
  const names = textsOf(value).map(({ text }) => text);
  return names.length > 1 ? { names: names.slice(0, MAX_LANGUAGES) } : {};
}

/** Every readable text of a member that is a list (tags, audience). */
export const readTexts = (value: Json | undefined): readonly string[] =>
  asArray(value).flatMap((one) => readText(one) ?? []);

/** The identifier of something that is written as a plain address or as an object with an `id`. */
export function readId(value: Json | undefined): string | null {
  if (typeof value === 'string') return value;
  if (!isJsonObject(value)) return null;
  const id = value.id ?? value['@id'];
  return typeof id === 'string' ? id : null;
}

/**
 * `type` (or `@type`) as a set of strings. Repetition does not count (JSON-LD 1.1 §4.3, the values of a type are a
 * set).
 */
export function readTypes(value: JsonObject): readonly string[] {
  const said = value.type ?? value['@type'];
  if (typeof said === 'string') return [said];
  if (!Array.isArray(said)) return [];
  return [...new Set(said.filter((type): type is string => typeof type === 'string'))];
}

/** The objects in a value or a list of values. */
export const readObjects = (value: Json | undefined): readonly JsonObject[] =>
  asArray(value).filter((one): one is JsonObject => isJsonObject(one));

/** A text in each of its languages. */
export function textsOf(value: Json | undefined): readonly Text[] {
  if (typeof value === 'string') return [{ text: value, language: null }];
  if (typeof value === 'number') return [{ text: String(value), language: null }];
  if (Array.isArray(value)) return value.flatMap((one: Json) => (Array.isArray(one) ? [] : textsOf(one)));
  if (!isJsonObject(value)) return [];
  const inner = value['@value'];
  if (inner !== undefined) {
    const language = value['@language'];
    if (typeof inner !== 'string') return [];
    return [{ text: inner, language: typeof language === 'string' ? language.toLowerCase() : null }];
  }
  return Object.entries(value).flatMap(([tag, one]) => languageEntry(tag, one));
}

/** BCP 47, as far as a language map needs it. Any other name (`id`, `type`, `url`) is a member and no language. */
const LANGUAGE_TAG = /^(?:[a-z]{2,3}|@none)(?:-[a-z0-9]{2,8})*$/i;
const NOT_LANGUAGES: ReadonlySet<string> = new Set(['id', 'url', 'uid']);

function languageEntry(tag: string, value: Json | undefined): readonly Text[] {
  if (typeof value !== 'string' || NOT_LANGUAGES.has(tag) || !LANGUAGE_TAG.test(tag)) return [];
  return [{ text: value, language: tag === '@none' ? null : tag.toLowerCase() }];
}
