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

/**
 * base58btc (without multibase prefix) to bytes. `encoding-malformed` for other characters or more than 4,096 of them.
 */
export function decodeBase58btc(text: string): Result<Uint8Array> {
  if (text.length > MAX_CHARACTERS) return fail('encoding-malformed');
  const leading = countLeading(text, (letter) => letter === ALPHABET[0]);
  const limbs: number[] = [];
  for (let index = leading; index < text.length; index += LETTERS_AT_ONCE) {
    const end = Math.min(index + LETTERS_AT_ONCE, text.length);
    let value = 0;
    for (let at = index; at < end; at++) {
      const digit = DIGITS[text.charCodeAt(at)] ?? NOT_A_DIGIT;
      if (digit === NOT_A_DIGIT) return fail('encoding-malformed');
      value = value * 58 + digit;
    }
    multiplyAdd(limbs, { from: 58 ** (end - index), to: 256 ** LIMB_BYTES, digit: value });
  }
  return succeed(bytesOf(limbs, leading));
}

/** The bytes of the limbs (least significant first), after the given number of zero bytes. */
function bytesOf(limbs: readonly number[], zeros: number): Uint8Array {
  const bytes = new Uint8Array(limbs.length * LIMB_BYTES);
  for (const [index, limb] of limbs.entries()) {
    const end = bytes.length - index * LIMB_BYTES;
    bytes[end - 3] = limb >> 16;
    bytes[end - 2] = limb >> 8;
    bytes[end - 1] = limb;
  }
  const own = bytes.subarray(countLeading(bytes, (byte) => byte === 0));
  const whole = new Uint8Array(zeros + own.length);
  whole.set(own, zeros);
  return whole;
}

/** Bytes to base58btc, without multibase prefix. */
export function encodeBase58btc(bytes: Uint8Array): string {
  const leading = countLeading(bytes, (byte) => byte === 0);
  const little: number[] = [];
  for (const digit of bytes.subarray(leading)) multiplyAdd(little, { from: 256, to: 58, digit });
  return '1'.repeat(leading) + little.reverse().reduce((text, digit) => text + ALPHABET[digit], '');
}

/** `little` (least significant digit first, base `to`) becomes `little * from + digit`. */
function multiplyAdd(
  little: number[],
  { from, to, digit }: { from: number; to: number; digit: number },
): void {
  let carry = digit;
  for (let index = 0; index < little.length; index++) {
    carry += (little[index] ?? 0) * from;
    const over = Math.floor(carry / to);
    little[index] = carry - over * to;
    carry = over;
  }
  for (; carry > 0; carry = Math.floor(carry / to)) little.push(carry % to);
}

function countLeading<T>(items: Iterable<T>, isZero: (item: T) => boolean): number {
  let count = 0;
  for (const item of items) {
    if (!isZero(item)) break;
    count += 1;
  }
  return count;
}
