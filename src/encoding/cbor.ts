import { fail, type Result, succeed } from '../result.ts';

/**
 * The supported part of CBOR (RFC 8949): integers, byte strings, texts, arrays, and maps from integer to integer or
 * byte string.
 */
export type Cbor = number | string | Uint8Array | readonly Cbor[] | ReadonlyMap<number, number | Uint8Array>;

/** The supported kinds of value, by their major type (RFC 8949 §3.1). */
const MAJOR_TYPES = ['unsigned', 'negative', 'bytes', 'text', 'array', 'map'] as const;
type CborKind = (typeof MAJOR_TYPES)[number];

export interface CborForm {
  /** Any other kind is refused. */
  readonly kinds: readonly CborKind[];
  readonly maxDepth: number;
  /** The most bytes of an integer or a length. */
  readonly maxIntegerBytes: 4 | 8;
}

class Refusal extends Error {}

/** Decodes one value. Nothing may follow it. `encoding-malformed` for anything that is not of this form. */
export function decodeCbor(bytes: Uint8Array, form: CborForm): Result<Cbor> {
  const reader = new Reader(bytes, form);
  try {
    const value = reader.value(0);
    return reader.atEnd() ? succeed(value) : fail('encoding-malformed');
  } catch (trouble) {
    if (!(trouble instanceof Refusal)) throw trouble;
    return fail('encoding-malformed');
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #form: CborForm;
  #at = 0;

  constructor(bytes: Uint8Array, form: CborForm) {
    this.#bytes = bytes;
    this.#form = form;
  }

  atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  value(depth: number): Cbor {
    if (depth > this.#form.maxDepth) throw new Refusal();
    const first = this.#byte();
    // RFC 8746 §2.1, tag 64: the encoder had the byte string as a Uint8Array.
    if (first === 0xd8 && this.#bytes[this.#at] === 0x40) {
      this.#at++;
      const tagged = this.value(depth + 1);
      if (!(tagged instanceof Uint8Array)) throw new Refusal();
      return tagged;
    }
    const kind = MAJOR_TYPES[first >> 5];
    if (kind === undefined || !this.#form.kinds.includes(kind)) throw new Refusal();
    return this.#valueOf(kind, this.#argument(first & 0x1f), depth);
  }

  #valueOf(kind: CborKind, argument: number, depth: number): Cbor {
    switch (kind) {
      case 'unsigned':
        return argument;
      case 'negative':
        return -1 - argument;
      case 'bytes':
        return this.#take(argument);
      case 'text':
        return new TextDecoder().decode(this.#take(argument));
      case 'array':
        return this.#array(argument, depth);
      case 'map':
        return this.#map(argument, depth);
    }
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

  /** 24 to 27: the value in the next 1, 2, 4 or 8 bytes. */
  #argument(info: number): number {
    if (info < 24) return info;
    const bytes = 1 << (info - 24);
    if (bytes > this.#form.maxIntegerBytes) throw new Refusal();
    let value = 0;
    for (let left = bytes; left > 0; left--) value = value * 256 + this.#byte();
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
