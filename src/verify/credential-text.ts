import type { Credential } from '../credential/model.ts';
import { readCredential } from '../credential/read.ts';
import { parseJson } from '../encoding/json.ts';
import { isJsonObject } from '../json.ts';
import { fail, type Result } from '../result.ts';

/**
 * Reads one credential from a fetched text: a JSON object, or else a compact JWS. Codes: those of encoding/json and
 * credential/; `answer-not-understood` for other JSON and for a presentation. A presentation shows credentials, but
 * asserts nothing itself.
 */
export async function readCredentialText(text: string, from: string): Promise<Result<Credential>> {
  const read = readText(text.trim(), from);
  if (!read.ok) return read;
  return read.value.types.includes('VerifiablePresentation') ? fail('answer-not-understood') : read;
}

function readText(text: string, from: string): Result<Credential> {
  if (!text.startsWith('{')) return readCredential(text, from);
  const json = parseJson(text);
  if (!json.ok) return json;
  return isJsonObject(json.value) ? readCredential(json.value, from) : fail('answer-not-understood');
}
