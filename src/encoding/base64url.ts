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

/** Four digits are three bytes. The last two or three are one byte or two, and some bits. */
function decode(text: string, digits: Uint8Array): Result<Uint8Array> {
  const rest = text.length % 4;
  if (rest === 1) return fail('encoding-malformed');
  const digit = (at: number): number => digits[text.charCodeAt(at)] ?? NOT_A_DIGIT;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  const whole = text.length - rest;
  let [seen, to] = [0, 0];
  for (let at = 0; at < whole; at += 4) {
    const one = digit(at);
    const two = digit(at + 1);
    const three = digit(at + 2);
    const four = digit(at + 3);
    seen |= one | two | three | four;
    bytes[to++] = (one << 2) | (two >> 4);
    bytes[to++] = (two << 4) | (three >> 2);
    bytes[to++] = (three << 6) | four;
  }
  if (rest > 0) {
    const [one, two, three] = [digit(whole), digit(whole + 1), rest === 3 ? digit(whole + 2) : 0];
    seen |= one | two | three;
    bytes[to++] = (one << 2) | (two >> 4);
    if (rest === 3) bytes[to] = (two << 4) | (three >> 2);
    const unused = rest === 3 ? three & 0b11 : two & 0b1111;
    if (unused !== 0) return fail('encoding-malformed');
  }
  return seen > 63 ? fail('encoding-malformed') : succeed(bytes);
}
