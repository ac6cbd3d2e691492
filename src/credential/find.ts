import { parseJson } from '../encoding/json.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { Result } from '../result.ts';
import { type Contents, NO_CREDENTIAL, only, together } from './contents.ts';
import { readCredential } from './read.ts';
import { isCredentialText, recognise } from './recognise.ts';
import { readWrapped } from './wrapped.ts';

/**
 * The credentials in a JSON value: the value itself, the elements of an array, or the contents of a wrapper; each as JSON,
 * as a token, or as JSON in a text. A wrapper is searched whole: its reader takes all that it holds for checked.
 *
 * Problems: the problem of the only candidate, or else `no-credential-found`.
 */
export function findCredentials(json: Json, retrievedFrom: string | null): Result<Contents> {
  if (isJsonObject(json)) {
    const kind = recognise(json);
    // Only a document that is itself the assertion came from the assertion's own address.
    if (kind === 'vc' || kind === 'assertion') return only(readCredential(json, retrievedFrom));
  }
  return together(readWrapped(json));
}

/** Whether there is one in a JSON value, or something that is meant as one. */
function holdsCredential(json: Json): boolean {
  const found = findCredentials(json, null);
  return found.ok || !NO_CREDENTIAL.has(found.problem.code);
}

/** The same, or a part of one: a badge or an issuer alone. */
export function holdsPart(json: Json): boolean {
  const found = findCredentials(json, null);
  return found.ok || found.problem.code !== 'no-credential-found';
}

/**
 * Whether a text of a page is a credential, or a broken one. An application also keeps its own state there: readable data
 * without an award is none.
 */
export function isAward(text: string): boolean {
  if (!isCredentialText(text)) return false;
  const json = parseJson(text);
  // What is no JSON is a token, or broken: whoever reads it as a text says so.
  return holdsCredential(json.ok ? json.value : text);
}
