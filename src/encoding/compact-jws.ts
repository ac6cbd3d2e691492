import { isJsonObject, type JsonObject } from '../json.ts';
import { natureOf, type Problem } from '../problem.ts';
import { type Failure, fail, failWith, type Result, succeed } from '../result.ts';
import { decodeBase64url } from './base64url.ts';
import { parseJson } from './json.ts';
import { decodeText, utf8 } from './text.ts';

export interface CompactJws {
  readonly header: JsonObject;
  readonly payload: Uint8Array;
  /** Empty for `alg: none`. The verifier has to refuse that. */
  readonly signature: Uint8Array;
  /** The bytes that are signed: `header.payload` as received (RFC 7515 §5.2 step 8). */
  readonly signingInput: Uint8Array;
}

/**
 * Splits a compact JWS (RFC 7515 §7.1) without verifying it. `jwt-malformed` where it does not have three base64url
 * parts, or its header is no JSON object. The cause says what is wrong with the header (duplicate names too). The limits
 * of parseJson are problems of their own. `unknown-format` for an encrypted token.
 */
export function splitCompactJws(text: string): Result<CompactJws> {
  const parts = text.split('.', 6);
  const [head, body, tail] = parts;
  if (isJwe(parts)) return fail('unknown-format', { params: { format: 'JWE' } });
  if (parts.length !== 3 || head === undefined || body === undefined || tail === undefined)
    return fail('jwt-malformed');
  const [headerBytes, payload, signature] = [head, body, tail].map(decodeBase64url);
  if (!headerBytes?.ok || !payload?.ok || !signature?.ok) return fail('jwt-malformed');
  const header = readHeader(headerBytes.value);
  if (!header.ok) return unreadPart(header.problem);
  return succeed({
    header: header.value,
    payload: payload.value,
    signature: signature.value,
    signingInput: utf8(`${head}.${body}`),
  });
}

/** RFC 7516 §9: a compact JWE has five parts, and its header names an encryption. It is not broken, only closed to us. */
function isJwe(parts: readonly string[]): boolean {
  const head = parts.length === 5 ? decodeBase64url(parts[0] ?? '') : null;
  const header = head?.ok ? readHeader(head.value) : head;
  return header?.ok === true && typeof header.value.enc === 'string';
}

/** Why a part of a token is not read. That it is more than this version takes says nothing about the token. */
export const unreadPart = (cause: Problem): Failure =>
  natureOf(cause) === 'limit' ? failWith(cause) : fail('jwt-malformed', { cause });

/** What is signed in a token that `splitCompactJws` has taken apart before, and its signature. Its payload stays as it is. */
export function signedPartsOf(text: string): Result<Pick<CompactJws, 'signature' | 'signingInput'>> {
  const end = text.lastIndexOf('.');
  const signature = decodeBase64url(text.slice(end + 1));
  return signature.ok
    ? succeed({ signature: signature.value, signingInput: utf8(text.slice(0, end)) })
    : fail('jwt-malformed');
}

function readHeader(bytes: Uint8Array): Result<JsonObject> {
  const text = decodeText(bytes, 'utf-8');
  if (!text.ok) return text;
  const json = parseJson(text.value);
  if (!json.ok) return json;
  return isJsonObject(json.value) ? succeed(json.value) : fail('jwt-malformed');
}
