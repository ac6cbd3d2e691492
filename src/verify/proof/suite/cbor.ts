import { fail, type Result, succeed } from '../../../result.ts';

/** The part of CBOR (RFC 8949) that disclosure proofs use: integers, byte strings, arrays, and maps from integer to either of the first two. */
export type Cbor = number | Uint8Array | readonly Cbor[] | ReadonlyMap<number, number | Uint8Array>;

class Refusal extends Error {}

const MAX_DEPTH = 4;

/** Decodes one value and demands that nothing follows it. `proof-malformed` for everything else than the types above. */
export function decodeCbor(bytes: Uint8Array): Result<Cbor> {
  const reader = new Reader(bytes);
  try {
    const value = reader.value(0);
    return reader.atEnd() ? succeed(value) : fail('proof-malformed');
  } catch (trouble) {
    if (!(trouble instanceof Refusal)) throw trouble;
    return fail('proof-malformed');
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  value(depth: number): Cbor {
    if (depth > MAX_DEPTH) throw new Refusal();
    const first = this.#byte();
    const major = first >> 5;
    // RFC 8746 §2.1, tag 64: a byte string that was a Uint8Array to its encoder.
    if (first === 0xd8 && this.#bytes[this.#at] === 0x40) {
      this.#at++;
      const tagged = this.value(depth + 1);
      if (!(tagged instanceof Uint8Array)) throw new Refusal();
      return tagged;
    }
    const argument = this.#argument(first & 0x1f);
    if (major === 0) return argument;
    if (major === 2) return this.#take(argument);
    if (major === 4) return this.#array(argument, depth);
    if (major === 5) return this.#map(argument, depth);
    throw new Refusal();
  }

  #array(length: number, depth: number): readonly Cbor[] {
    if (length > this.#bytes.length - this.#at) throw new Refusal();
    return Array.from({ length }, () => this.value(depth + 1));
  }

  #map(length: number, depth: number): ReadonlyMap<number, number | Uint8Array> {
    const map = new Map<number, number | Uint8Array>();
    for (let entry = 0; entry < length; entry++) {
      const key = this.value(depth + 1);
      const value = this.value(depth + 1);
      const isPlain = typeof value === 'number' || value instanceof Uint8Array;
      if (typeof key !== 'number' || !isPlain || map.has(key)) throw new Refusal();
      map.set(key, value);
    }
    return map;
  }

  #argument(info: number): number {
    if (info < 24) return info;
    if (info > 26) throw new Refusal();
    let value = 0;
    for (let left = 1 << (info - 24); left > 0; left--) value = value * 256 + this.#byte();
    return value;
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new Refusal();
    return byte;
  }

  #take(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new Refusal();
    const taken = this.#bytes.slice(this.#at, end);
    this.#at = end;
    return taken;
  }
}
