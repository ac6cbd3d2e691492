import { fail, type Result, succeed } from '../result.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const URL_SAFE = `${LETTERS}-_`;
const STANDARD = `${LETTERS}+/`;
const NOT_A_DIGIT = 0xff;

const digitsOf = (alphabet: string): Uint8Array => {
  const digits = new Uint8Array(128).fill(NOT_A_DIGIT);
  for (let value = 0; value < alphabet.length; value++) digits[alphabet.charCodeAt(value)] = value;
  return digits;
};
const URL_SAFE_DIGITS = digitsOf(URL_SAFE);
const STANDARD_DIGITS = digitsOf(STANDARD);

/**
 * base64url without padding (RFC 7515 §2) to bytes. `encoding-malformed` for padding, white space, characters of the
 * other alphabet, an impossible length, and unused bits that are not zero (RFC 4648 §3.5). Each value has one spelling,
 * so nobody can respell a signature.
 */
export const decodeBase64url = (text: string): Result<Uint8Array> => decode(text, URL_SAFE_DIGITS);

/**
 * Base64 of the standard alphabet (RFC 4648 §4) to bytes. Padding may be absent, but not wrong. Otherwise as strict as
 * above.
 */
export function decodeBase64(text: string): Result<Uint8Array> {
  const body = text.replace(/={1,2}$/, '');
  if (body.length !== text.length && text.length % 4 !== 0) return fail('encoding-malformed');
  return decode(body, STANDARD_DIGITS);
}

/**
 * Base64 of either alphabet to bytes, with any padding, white space and unused bits. Only for comparing values: a text
 * that is signed or is a signature must not have several spellings.
 */
export function decodeAnyBase64(text: string): Result<Uint8Array> {
  const body = text.replace(/[\s=]+/g, '').replace(/[+/]/g, (letter) => (letter === '+' ? '-' : '_'));
  const unused = { 2: 0b1111, 3: 0b11 }[body.length % 4] ?? 0;
  const last = URL_SAFE_DIGITS[body.charCodeAt(body.length - 1)] ?? NOT_A_DIGIT;
  if (last === NOT_A_DIGIT) return decodeBase64url(body);
  return decodeBase64url(body.slice(0, -1) + (URL_SAFE[last & ~unused] ?? ''));
}

/** Bytes to base64url without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = Math.min(3, bytes.length - at);
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let digit = 0; digit <= left; digit++) text += URL_SAFE[(group >> (18 - 6 * digit)) & 63];
  }
  return text;
}

function decode(text: string, digits: Uint8Array): Result<Uint8Array> {
  if (text.length % 4 === 1) return fail('encoding-malformed');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [bits, pending, at] = [0, 0, 0];
  for (let index = 0; index < text.length; index++) {
    const digit = digits[text.charCodeAt(index)] ?? NOT_A_DIGIT;
    if (digit === NOT_A_DIGIT) return fail('encoding-malformed');
    bits = ((bits << 6) | digit) & 0xffff;
    pending += 6;
    if (pending >= 8) {
      pending -= 8;
      bytes[at++] = (bits >> pending) & 0xff;
    }
  }
  const leftOver = bits & ((1 << pending) - 1);
  return leftOver === 0 ? succeed(bytes) : fail('encoding-malformed');
}
