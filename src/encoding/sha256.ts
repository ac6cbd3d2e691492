/**
 * SHA-256 (FIPS 180-4 §6.2), for the short texts of browsers: a call of their own takes longer. A round is one expression
 * after another. Each sum is cut to 32 bits (`| 0`) as soon as it is made: the compiler otherwise counts in floating
 * point, which takes two and a half times as long.
 */

/** §4.2.2. */
// biome-ignore format: eight in a row
const CONSTANTS = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
);

/** §5.3.3. */
const START = Int32Array.of(
  0x6a09e667,
  0xbb67ae85,
  0x3c6ef372,
  0xa54ff53a,
  0x510e527f,
  0x9b05688c,
  0x1f83d9ab,
  0x5be0cd19,
);

const BLOCK_BYTES = 64;
/** What ends the last block: the number of bits of the message. */
const LENGTH_BYTES = 8;

/** Kept from message to message. Nothing else runs while one is hashed. */
const STATE = new Int32Array(8);
const WORDS = new Int32Array(64);
const LAST = new Uint8Array(2 * BLOCK_BYTES);

/** The 32 bytes of a digest, at once. Longer messages are left to `digest` (digest.ts). */
export function sha256(message: Uint8Array): Uint8Array {
  STATE.set(START);
  const whole = message.length - (message.length % BLOCK_BYTES);
  for (let at = 0; at < whole; at += BLOCK_BYTES) addBlock(message, at);
  const padded = pad(message, whole);
  for (let at = 0; at < padded; at += BLOCK_BYTES) addBlock(LAST, at);
  const digest = new Uint8Array(32);
  for (let at = 0; at < digest.length; at++) digest[at] = (STATE[at >> 2] as number) >>> (24 - 8 * (at & 3));
  return digest;
}

/** Puts what is left of the message, a one, zeros, and the number of its bits in the last blocks (§5.1.1). Their bytes. */
function pad(message: Uint8Array, whole: number): number {
  const left = message.length - whole;
  const bytes = left + 1 + LENGTH_BYTES > BLOCK_BYTES ? 2 * BLOCK_BYTES : BLOCK_BYTES;
  LAST.fill(0);
  LAST.set(message.subarray(whole));
  LAST[left] = 0x80;
  let bits = message.length * 8;
  for (let at = bytes - 1; bits > 0; at--) {
    LAST[at] = bits % 256;
    bits = Math.floor(bits / 256);
  }
  return bytes;
}

/** §6.2.2, for one block. */
function addBlock(bytes: Uint8Array, at: number): void {
  schedule(bytes, at);
  let a = STATE[0] as number;
  let b = STATE[1] as number;
  let c = STATE[2] as number;
  let d = STATE[3] as number;
  let e = STATE[4] as number;
  let f = STATE[5] as number;
  let g = STATE[6] as number;
  let h = STATE[7] as number;
  for (let round = 0; round < 64; round++) {
    const known = ((CONSTANTS[round] as number) + (WORDS[round] as number)) | 0;
    const ofE = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const ofA = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const one = (((h + ofE) | 0) + (((g ^ (e & (f ^ g))) + known) | 0)) | 0;
    const two = (ofA + ((a & b) | (c & (a | b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  STATE[0] = (STATE[0] as number) + a;
  STATE[1] = (STATE[1] as number) + b;
  STATE[2] = (STATE[2] as number) + c;
  STATE[3] = (STATE[3] as number) + d;
  STATE[4] = (STATE[4] as number) + e;
  STATE[5] = (STATE[5] as number) + f;
  STATE[6] = (STATE[6] as number) + g;
  STATE[7] = (STATE[7] as number) + h;
}

/** The words of one block (§6.2.2, 1). */
function schedule(bytes: Uint8Array, at: number): void {
  for (let index = 0; index < 16; index++) {
    const first = at + 4 * index;
    WORDS[index] =
      ((bytes[first] as number) << 24) |
      ((bytes[first + 1] as number) << 16) |
      ((bytes[first + 2] as number) << 8) |
      (bytes[first + 3] as number);
  }
  for (let index = 16; index < 64; index++) {
    const near = WORDS[index - 2] as number;
    const far = WORDS[index - 15] as number;
    const ofNear = ((near >>> 17) | (near << 15)) ^ ((near >>> 19) | (near << 13)) ^ (near >>> 10);
    const ofFar = ((far >>> 7) | (far << 25)) ^ ((far >>> 18) | (far << 14)) ^ (far >>> 3);
    WORDS[index] =
      ((ofNear + (WORDS[index - 7] as number)) | 0) + ((ofFar + (WORDS[index - 16] as number)) | 0);
  }
}
