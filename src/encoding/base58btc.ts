import { fail, type Result, succeed } from '../result.ts';

/** The Bitcoin alphabet (draft-msporny-base58 §2). */
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const NOT_A_DIGIT = 0xff;
const DIGITS = new Uint8Array(128).fill(NOT_A_DIGIT);
for (let value = 0; value < ALPHABET.length; value++) DIGITS[ALPHABET.charCodeAt(value)] = value;
/**
 * Decoding costs the square of the length. Keys and signatures stay far below this limit, and longer values use
 * base64url.
 */
const MAX_CHARACTERS = 4096;

/**
 * How many characters are read at a time, and the bytes of one limb. With these values a double multiplies without
 * loss.
 */
const LETTERS_AT_ONCE = 4;
const LIMB_BYTES = 3;
const LIMB = 256 ** LIMB_BYTES;
/** A character holds less than this (log₂ 58 = 5.86). */
const BITS_OF_A_LETTER = 6;

/**
 * base58btc (without multibase prefix) to bytes. `encoding-malformed` for other characters or more than 4,096 of them.
 */
export function decodeBase58btc(text: string): Result<Uint8Array> {
  if (text.length > MAX_CHARACTERS) return fail('encoding-malformed');
  let leading = 0;
  while (text[leading] === ALPHABET[0]) leading += 1;
  // Least significant first.
  const limbs = new Float64Array(Math.ceil(((text.length - leading) * BITS_OF_A_LETTER) / (8 * LIMB_BYTES)));
  let used = 0;
  for (let index = leading; index < text.length; index += LETTERS_AT_ONCE) {
    const end = Math.min(index + LETTERS_AT_ONCE, text.length);
    let [carry, factor] = [0, 1];
    for (let at = index; at < end; at++) {
      const digit = DIGITS[text.charCodeAt(at)] ?? NOT_A_DIGIT;
      if (digit === NOT_A_DIGIT) return fail('encoding-malformed');
      carry = carry * 58 + digit;
      factor *= 58;
    }
    for (let at = 0; at < used; at++) {
      carry += (limbs[at] as number) * factor;
      const over = Math.floor(carry / LIMB);
      limbs[at] = carry - over * LIMB;
      carry = over;
    }
    for (; carry > 0; carry = Math.floor(carry / LIMB)) limbs[used++] = carry % LIMB;
  }
  return succeed(bytesOf(limbs.subarray(0, used), leading));
}

/** The bytes of the limbs (least significant first), after the given number of zero bytes. */
function bytesOf(limbs: Float64Array, zeros: number): Uint8Array {
  const most = limbs.at(-1) ?? 0;
  const unused = [256, 256 ** 2].filter((limit) => most < limit).length;
  const own = Math.max(limbs.length * LIMB_BYTES - unused, 0);
  const bytes = new Uint8Array(zeros + own);
  for (let at = 0; at < own; at++)
    bytes[bytes.length - 1 - at] = (limbs[Math.floor(at / LIMB_BYTES)] as number) >> (8 * (at % LIMB_BYTES));
  return bytes;
}

/** Bytes to base58btc, without multibase prefix. */
export function encodeBase58btc(bytes: Uint8Array): string {
  let leading = 0;
  while (bytes[leading] === 0) leading += 1;
  const little: number[] = [];
  for (const digit of bytes.subarray(leading)) multiplyAdd(little, digit);
  return '1'.repeat(leading) + little.reverse().reduce((text, digit) => text + ALPHABET[digit], '');
}

/** `little` (least significant digit first, base 58) becomes `little * 256 + byte`. */
function multiplyAdd(little: number[], byte: number): void {
  let carry = byte;
  for (let index = 0; index < little.length; index++) {
    carry += (little[index] ?? 0) * 256;
    const over = Math.floor(carry / 58);
    little[index] = carry - over * 58;
    carry = over;
  }
  for (; carry > 0; carry = Math.floor(carry / 58)) little.push(carry % 58);
}
