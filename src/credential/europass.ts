/** European Digital Credentials are recognised by their vocabulary. Their seals (XAdES, JAdES) are not supported. */
import { decodeBase64url } from '../encoding/base64url.ts';
import { parseJson } from '../encoding/json.ts';
import { readMarkup } from '../encoding/markup.ts';
import { decodeText } from '../encoding/text.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { readTypes } from './text.ts';

const VOCABULARY = /https?:\/\/data\.europa\.eu\/snb\b/;
const TYPES: ReadonlySet<string> = new Set(['EuropeanDigitalCredential', 'EuropassCredential']);

/** Whether the root element of an XML document has the Europass vocabulary (EDCI, the model before ELM 3). */
export function isEuropassXml(text: string): boolean {
  for (const piece of readMarkup(text.slice(0, 20_000))) {
    if (piece.kind === 'open') return [...piece.attributes.values()].some((value) => VOCABULARY.test(value));
  }
  return false;
}

/**
 * Whether a JWS in JSON form (RFC 7515 §7.2) contains a credential of the European Learning Model. JAdES seals have
 * this form.
 */
export function isSealedElm({ payload }: JsonObject): boolean {
  const bytes = typeof payload === 'string' ? decodeBase64url(payload) : null;
  const text = bytes?.ok ? decodeText(bytes.value, 'utf-8') : null;
  const json = text?.ok ? parseJson(text.value) : null;
  return json?.ok === true && isJsonObject(json.value) && isElm(json.value);
}

const isElm = (document: JsonObject): boolean =>
  readTypes(document).some((type) => TYPES.has(type)) ||
  asArray<Json>(document['@context'] ?? undefined).some(
    (context) => typeof context === 'string' && VOCABULARY.test(context),
  );
