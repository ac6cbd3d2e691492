/**
 * SHA-512 and SHA-384 (FIPS 180-4 §6.4, §6.5) for short texts. A word of 64 bits is two of 32, its halves in two lists:
 * JavaScript reckons with these without making an object of each.
 */

interface Words {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/** §4.2.3. */
// biome-ignore format: eight in a row
const CONSTANTS: Words = {
  high: Uint32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  0xca273ece, 0xd186b8c7, 0xeada7dd6, 0xf57d4f7f, 0x06f067aa, 0x0a637dc5, 0x113f9804, 0x1b710b35,
  0x28db77f5, 0x32caab7b, 0x3c9ebe0a, 0x431d67c4, 0x4cc5d4be, 0x597f299c, 0x5fcb6fab, 0x6c44198c,
  ),
  low: Uint32Array.of(
  0xd728ae22, 0x23ef65cd, 0xec4d3b2f, 0x8189dbbc, 0xf348b538, 0xb605d019, 0xaf194f9b, 0xda6d8118,
  0xa3030242, 0x45706fbe, 0x4ee4b28c, 0xd5ffb4e2, 0xf27b896f, 0x3b1696b1, 0x25c71235, 0xcf692694,
  0x9ef14ad2, 0x384f25e3, 0x8b8cd5b5, 0x77ac9c65, 0x592b0275, 0x6ea6e483, 0xbd41fbd4, 0x831153b5,
  0xee66dfab, 0x2db43210, 0x98fb213f, 0xbeef0ee4, 0x3da88fc2, 0x930aa725, 0xe003826f, 0x0a0e6e70,
  0x46d22ffc, 0x5c26c926, 0x5ac42aed, 0x9d95b3df, 0x8baf63de, 0x3c77b2a8, 0x47edaee6, 0x1482353b,
  0x4cf10364, 0xbc423001, 0xd0f89791, 0x0654be30, 0xd6ef5218, 0x5565a910, 0x5771202a, 0x32bbd1b8,
  0xb8d2d0c8, 0x5141ab53, 0xdf8eeb99, 0xe19b48a8, 0xc5c95a63, 0xe3418acb, 0x7763e373, 0xd6b2b8a3,
  0x5defb2fc, 0x43172f60, 0xa1f0ab72, 0x1a6439ec, 0x23631e28, 0xde82bde9, 0xb2c67915, 0xe372532b,
  0xea26619c, 0x21c0c207, 0xcde0eb1e, 0xee6ed178, 0x72176fba, 0xa2c898a6, 0xbef90dae, 0x131c471b,
  0x23047d84, 0x40c72493, 0x15c9bebc, 0x9c100d4c, 0xcb3e42b6, 0xfc657e2a, 0x3ad6faec, 0x4a475817,
  ),
};

/** §5.3.5. */
// biome-ignore format: four in a row
const START_512: Words = {
  high: Uint32Array.of(
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  ),
  low: Uint32Array.of(
    0xf3bcc908, 0x84caa73b, 0xfe94f82b, 0x5f1d36f1,
    0xade682d1, 0x2b3e6c1f, 0xfb41bd6b, 0x137e2179,
  ),
};
/** §5.3.4. */
// biome-ignore format: four in a row
const START_384: Words = {
  high: Uint32Array.of(
    0xcbbb9d5d, 0x629a292a, 0x9159015a, 0x152fecd8,
    0x67332667, 0x8eb44a87, 0xdb0c2e0d, 0x47b5481d,
  ),
  low: Uint32Array.of(
    0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939,
    0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
  ),
};

const BLOCK_BYTES = 128;
const ROUNDS = 80;

export const sha512 = (message: Uint8Array): Uint8Array => digestFrom(START_512, message);
export const sha384 = (message: Uint8Array): Uint8Array => digestFrom(START_384, message).slice(0, 48);

function digestFrom(start: Words, message: Uint8Array): Uint8Array {
  const padded = pad(message);
  const hash = { high: start.high.slice(), low: start.low.slice() };
  const words = { high: new Uint32Array(ROUNDS), low: new Uint32Array(ROUNDS) };
  for (let block = 0; block < padded.byteLength; block += BLOCK_BYTES) {
    schedule(words, padded, block);
    const state = { high: hash.high.slice(), low: hash.low.slice() };
    for (let round = 0; round < ROUNDS; round++) turn(state, words, round);
    for (let index = 0; index < 8; index++) {
      const sum = at(hash.low, index) + at(state.low, index);
      hash.low[index] = sum;
      hash.high[index] = at(hash.high, index) + at(state.high, index) + carry(sum);
    }
  }
  const digest = new DataView(new ArrayBuffer(64));
  for (let index = 0; index < 8; index++) {
    digest.setUint32(index * 8, at(hash.high, index));
    digest.setUint32(index * 8 + 4, at(hash.low, index));
  }
  return new Uint8Array(digest.buffer);
}

const at = (list: Uint32Array, index: number): number => list[index] as number;
/** What a sum of lower halves adds to the upper one. */
const carry = (sum: number): number => Math.floor(sum / 2 ** 32);

/** The upper half of a word that is turned right by less than 32 bits; with its halves changed over, the lower one. */
const turned = (upper: number, lower: number, by: number): number => (upper >>> by) | (lower << (32 - by));

/** One round (§6.4.2, 3): every word moves one place, and the first and the fifth are new. */
function turn({ high, low }: Words, words: Words, round: number): void {
  const [ah, al] = [at(high, 0), at(low, 0)];
  const [eh, el] = [at(high, 4), at(low, 4)];
  const oneLow =
    at(low, 7) +
    ((turned(el, eh, 14) ^ turned(el, eh, 18) ^ turned(eh, el, 9)) >>> 0) +
    (((el & at(low, 5)) ^ (~el & at(low, 6))) >>> 0) +
    at(CONSTANTS.low, round) +
    at(words.low, round);
  const oneHigh =
    at(high, 7) +
    (turned(eh, el, 14) ^ turned(eh, el, 18) ^ turned(el, eh, 9)) +
    ((eh & at(high, 5)) ^ (~eh & at(high, 6))) +
    at(CONSTANTS.high, round) +
    at(words.high, round) +
    carry(oneLow);
  const firstLow =
    (oneLow >>> 0) +
    ((turned(al, ah, 28) ^ turned(ah, al, 2) ^ turned(ah, al, 7)) >>> 0) +
    (((al & at(low, 1)) ^ (al & at(low, 2)) ^ (at(low, 1) & at(low, 2))) >>> 0);
  const firstHigh =
    oneHigh +
    (turned(ah, al, 28) ^ turned(al, ah, 2) ^ turned(al, ah, 7)) +
    ((ah & at(high, 1)) ^ (ah & at(high, 2)) ^ (at(high, 1) & at(high, 2))) +
    carry(firstLow);
  const fifthLow = at(low, 3) + (oneLow >>> 0);
  const fifthHigh = at(high, 3) + oneHigh + carry(fifthLow);
  high.copyWithin(1, 0, 7);
  low.copyWithin(1, 0, 7);
  high[0] = firstHigh;
  low[0] = firstLow;
  high[4] = fifthHigh;
  low[4] = fifthLow;
}

/** The words of one block (§6.4.2, 1). */
function schedule({ high, low }: Words, padded: DataView, start: number): void {
  for (let index = 0; index < 16; index++) {
    high[index] = padded.getUint32(start + index * 8);
    low[index] = padded.getUint32(start + index * 8 + 4);
  }
  for (let index = 16; index < ROUNDS; index++) {
    const [nearHigh, nearLow] = [at(high, index - 2), at(low, index - 2)];
    const [farHigh, farLow] = [at(high, index - 15), at(low, index - 15)];
    const sum =
      ((turned(nearLow, nearHigh, 19) ^ turned(nearHigh, nearLow, 29) ^ turned(nearLow, nearHigh, 6)) >>> 0) +
      at(low, index - 7) +
      ((turned(farLow, farHigh, 1) ^ turned(farLow, farHigh, 8) ^ turned(farLow, farHigh, 7)) >>> 0) +
      at(low, index - 16);
    low[index] = sum;
    high[index] =
      (turned(nearHigh, nearLow, 19) ^ turned(nearLow, nearHigh, 29) ^ (nearHigh >>> 6)) +
      at(high, index - 7) +
      (turned(farHigh, farLow, 1) ^ turned(farHigh, farLow, 8) ^ (farHigh >>> 7)) +
      at(high, index - 16) +
      carry(sum);
  }
}

/** The message, a one, zeros, and the number of its bits, in whole blocks (§5.1.2). */
function pad(message: Uint8Array): DataView {
  const { length } = message;
  const padded = new Uint8Array(Math.ceil((length + 17) / BLOCK_BYTES) * BLOCK_BYTES);
  padded.set(message);
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(length) * 8n);
  return view;
}
