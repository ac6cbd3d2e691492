import { fail, type Result, succeed } from '../result.ts';

/** The Bitcoin alphabet (draft-msporny-base58 §2). */
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const DIGITS = new Map([...ALPHABET].map((letter, value) => [letter, value]));
/** Decoding costs the square of the length. Keys and signatures stay far below this; longer values use base64url. */
const MAX_CHARACTERS = 4096;

/** base58btc (without multibase prefix) to bytes. `encoding-malformed` for other letters or more than 4,096 of them. */
export function decodeBase58btc(text: string): Result<Uint8Array> {
  if (text.length > MAX_CHARACTERS) return fail('encoding-malformed');
  const leading = countLeading(text, (letter) => letter === ALPHABET[0]);
  const little: number[] = [];
  for (let index = leading; index < text.length; index++) {
    const digit = DIGITS.get(text[index] ?? '');
    if (digit === undefined) return fail('encoding-malformed');
    multiplyAdd(little, { from: 58, to: 256, digit });
  }
  return succeed(Uint8Array.from([...Array<number>(leading).fill(0), ...little.reverse()]));
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
    little[index] = carry % to;
    carry = Math.floor(carry / to);
  }
  for (; carry > 0; carry = Math.floor(carry / to)) little.push(carry % to);
}

function countLeading<T>(items: ArrayLike<T>, isZero: (item: T) => boolean): number {
  let count = 0;
  while (count < items.length && isZero(items[count] as T)) count++;
  return count;
}
