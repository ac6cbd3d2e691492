/**
 * SHA-3 (FIPS 202 §6.1) for short texts. A lane of 64 bits is two of 32, the lower half first: JavaScript reckons with
 * these without making an object of each.
 */

const STATE_BYTES = 200;
const HALVES = 50;
/** A row of five lanes. */
const ROW = 10;
const ROUNDS = 24;
const LANES_MOVED = 24;

/** A hash function by the length of its digests in bits, 256 to 512. */
export const sha3 =
  (bits: number) =>
  (message: Uint8Array): Uint8Array => {
    const rate = STATE_BYTES - bits / 4;
    const padded = new DataView(pad(message, rate).buffer);
    const state = new Uint32Array(HALVES);
    for (let block = 0; block < padded.byteLength; block += rate) {
      for (let half = 0; half < rate / 4; half++)
        state[half] = at(state, half) ^ padded.getUint32(block + 4 * half, true);
      permute(state);
    }
    const digest = new DataView(new ArrayBuffer(bits / 8));
    for (let half = 0; half < bits / 32; half++) digest.setUint32(4 * half, at(state, half), true);
    return new Uint8Array(digest.buffer);
  };

/** §6.1 and §5.1: the bits 01, and 10*1 up to a whole block. */
function pad(message: Uint8Array, rate: number): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array((Math.floor(message.length / rate) + 1) * rate);
  padded.set(message);
  padded[message.length] = 0x06;
  padded[padded.length - 1] = at(padded, padded.length - 1) | 0x80;
  return padded;
}

/** Keccak-p[1600, 24] (§3.3). */
function permute(state: Uint32Array): void {
  const scratch = new Uint32Array(HALVES);
  for (let round = 0; round < ROUNDS; round++) {
    theta(state, scratch);
    rhoAndPi(state, scratch);
    chi(scratch, state);
    state[0] = at(state, 0) ^ at(CONSTANTS, 2 * round);
    state[1] = at(state, 1) ^ at(CONSTANTS, 2 * round + 1);
  }
}

/** §3.2.1. A column's parity is that of its five lanes. */
function theta(state: Uint32Array, parity: Uint32Array): void {
  for (let half = 0; half < ROW; half++) {
    parity[half] = 0;
    for (let row = half; row < HALVES; row += ROW) parity[half] = at(parity, half) ^ at(state, row);
  }
  for (let half = 0; half < ROW; half++) {
    const other = half ^ 1;
    const turned = turn(at(parity, (half + 2) % ROW), at(parity, (other + 2) % ROW), 1);
    const change = turned ^ at(parity, (half + 8) % ROW);
    for (let row = half; row < HALVES; row += ROW) state[row] = at(state, row) ^ change;
  }
}

/** §3.2.2 and §3.2.3: each lane, turned, comes to another place. */
function rhoAndPi(from: Uint32Array, to: Uint32Array): void {
  to[0] = at(from, 0);
  to[1] = at(from, 1);
  for (let step = 0; step < LANES_MOVED; step++) {
    const bits = at(TURNS, step);
    const swap = bits >= 32 ? 1 : 0;
    const low = at(from, at(PLACES, step) + swap);
    const high = at(from, at(PLACES, step) + 1 - swap);
    const place = at(PLACES, step + 1);
    to[place] = turn(low, high, bits % 32);
    to[place + 1] = turn(high, low, bits % 32);
  }
}

/** §3.2.4, row by row. */
function chi(from: Uint32Array, to: Uint32Array): void {
  for (let row = 0; row < HALVES; row += ROW)
    for (let half = 0; half < ROW; half++)
      to[row + half] =
        at(from, row + half) ^ (~at(from, row + ((half + 2) % ROW)) & at(from, row + ((half + 4) % ROW)));
}

/** One half of a lane, turned to the left by fewer than 32 bits: those that leave the other half come in. */
const turn = (half: number, other: number, bits: number): number =>
  bits === 0 ? half : (half << bits) | (other >>> (32 - bits));

/** The walk of the lanes from place to place (§3.2.3), and by how many bits each step turns (§3.2.2). */
const PLACES = walk();
const TURNS = Uint8Array.from({ length: LANES_MOVED }, (_, step) => (((step + 1) * (step + 2)) / 2) % 64);

function walk(): Uint8Array {
  const places = new Uint8Array(LANES_MOVED + 1);
  for (let step = 0, x = 1, y = 0; step <= LANES_MOVED; step++) {
    places[step] = 2 * (x + 5 * y);
    [x, y] = [y, (2 * x + 3 * y) % 5];
  }
  return places;
}

/** §3.2.5: the bits of a shift register, at the places 2^j - 1 of each round's lane. */
const CONSTANTS = roundConstants();

function roundConstants(): Uint32Array {
  const constants = new Uint32Array(2 * ROUNDS);
  let register = 1;
  for (let bit = 0; bit < 7 * ROUNDS; bit++) {
    const place = 2 ** (bit % 7) - 1;
    const half = 2 * Math.floor(bit / 7) + (place >= 32 ? 1 : 0);
    if (register & 1) constants[half] = at(constants, half) | (1 << (place % 32));
    register = (register << 1) ^ (register & 0x80 ? 0x171 : 0);
  }
  return constants;
}

function at(list: Uint8Array | Uint32Array, index: number): number {
  return list[index] ?? 0;
}
