/**
 * A receipt for filing: what was seen and when, signed by a key that is made and kept on the reader's machine. It
 * proves that nothing in it was changed since, and with which key it was made. It is no credential. To learn whose key
 * it is, compare its thumbprint (RFC 7638) with the one in that person's settings.
 */
import {
  CompactSign,
  calculateJwkThumbprint,
  compactVerify,
  decodeProtectedHeader,
  importJWK,
  type JWK,
} from 'jose';
import { parseJson } from '../encoding/json.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { JsonReport } from './json.ts';

/** RFC 8725 §3.11: a type of its own, so that no receipt passes for another token, nor another token for a receipt. */
const TYPE = 'touchstone-receipt+jws';
const ALGORITHM = 'ES256';
/** More than the largest page makes: the browser keeps 10 MB of rows, and a token takes a third more. */
const MAX_CHARACTERS = 32 * 1024 * 1024;

export interface ReceiptKey {
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

export interface Receipt {
  readonly report: JsonObject;
  /** SHA-256 thumbprint of the key that signed it, base64url. */
  readonly thumbprint: string;
}

/** Report → compact JWS (RFC 7515 §7.1) that carries its public key. */
export async function makeReceipt(
  report: JsonReport,
  { privateKey, publicJwk }: ReceiptKey,
): Promise<string> {
  const { kty, crv, x, y } = publicJwk;
  const jwk = { kty, crv, x, y };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(report, wellFormed)))
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, jwk })
    .sign(privateKey);
}

/** JSON with half a surrogate pair may be refused (RFC 7493 §2.1), and is when a receipt is read. A page can write one. */
const wellFormed = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value;

/** SHA-256 thumbprint of a public key (RFC 7638), base64url. */
export const thumbprintOf = (publicJwk: JWK): Promise<string> => calculateJwkThumbprint(publicJwk);

/** Whether a text is meant to be a receipt, by its header alone. */
export function isReceipt(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > MAX_CHARACTERS || !/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(trimmed)) return false;
  try {
    return decodeProtectedHeader(trimmed).typ === TYPE;
  } catch {
    return false;
  }
}

/** Receipt → what it says. Problems: `receipt-changed` (the signature does not fit), `receipt-malformed`. */
export async function readReceipt(text: string): Promise<Result<Receipt>> {
  const trimmed = text.trim();
  try {
    const { jwk } = decodeProtectedHeader(trimmed);
    if (jwk === undefined || jwk.kty !== 'EC' || 'd' in jwk) return fail('receipt-malformed');
    const thumbprint = await thumbprintOf(jwk);
    const key = await importJWK(jwk, ALGORITHM);
    const verified = await compactVerify(trimmed, key, { algorithms: [ALGORITHM] }).catch(() => null);
    if (verified === null) return fail('receipt-changed');
    const report = parseJson(new TextDecoder().decode(verified.payload), { maxLength: MAX_CHARACTERS });
    if (!report.ok || !isReport(report.value)) return fail('receipt-malformed');
    return succeed({ report: report.value, thumbprint });
  } catch {
    return fail('receipt-malformed');
  }
}

/** Of another schema, members may mean something else. */
const isReport = (value: Json): value is JsonObject =>
  isJsonObject(value) &&
  value.schema === 'touchstone/1' &&
  typeof value.at === 'string' &&
  Array.isArray(value.items);
