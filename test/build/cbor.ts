/** As much CBOR (RFC 8949) as disclosure proofs use, written for tests that take proofs apart and put them together. */
export type Cbor = number | Uint8Array | string | readonly Cbor[] | ReadonlyMap<Cbor, Cbor>;

function head(major: number, value: number): number[] {
  if (value < 24) return [(major << 5) | value];
  if (value < 0x100) return [(major << 5) | 24, value];
  if (value < 0x10000) return [(major << 5) | 25, value >> 8, value & 0xff];
  return [(major << 5) | 26, ...[24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)];
}

export function encodeCbor(value: Cbor): number[] {
  if (typeof value === 'number') return head(0, value);
  if (typeof value === 'string') {
    const bytes = new TextEncoder().encode(value);
    return [...head(3, bytes.length), ...bytes];
  }
  if (value instanceof Uint8Array) return [...head(2, value.length), ...value];
  if (value instanceof Map) {
    const entries = [...(value as ReadonlyMap<Cbor, Cbor>)];
    return [...head(5, entries.length), ...entries.flatMap((entry) => entry.flatMap(encodeCbor))];
  }
  const list = value as readonly Cbor[];
  return [...head(4, list.length), ...list.flatMap(encodeCbor)];
}

/** Decodes what an issuer's library wrote: well-formed, so nothing is checked. */
export function decodeCbor(bytes: Uint8Array): Cbor {
  let at = 0;
  const next = (): number => bytes[at++] ?? 0;
  const read = (): Cbor => {
    const first = next();
    if (first === 0xd8) {
      at++;
      return read();
    }
    const info = first & 0x1f;
    let value = info;
    if (info >= 24) {
      value = 0;
      for (let left = 1 << (info - 24); left > 0; left--) value = value * 256 + next();
    }
    switch (first >> 5) {
      case 0:
        return value;
      case 2:
        at += value;
        return bytes.slice(at - value, at);
      case 4:
        return Array.from({ length: value }, read);
      default:
        return new Map(Array.from({ length: value }, () => [read(), read()] as const));
    }
  };
  return read();
}
