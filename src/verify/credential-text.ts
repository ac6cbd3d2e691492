import type { Credential } from '../credential/model.ts';
import { readCredential } from '../credential/read.ts';
import { parseJson } from '../encoding/json.ts';
import { isJsonObject } from '../json.ts';
import { fail, type Result } from '../result.ts';

/**
 * One credential out of a text that was fetched: a JSON object, or else a compact JWS.
 * Codes: those of encoding/json and credential/, `answer-not-understood` for other JSON.
 */
export async function readCredentialText(text: string, from: string): Promise<Result<Credential>> {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{')) return readCredential(trimmed, from);
  const json = parseJson(trimmed);
  if (!json.ok) return json;
  return isJsonObject(json.value) ? readCredential(json.value, from) : fail('answer-not-understood');
}
