/** How many whole entries of `size` bits a bitstring holds. */
export const countEntries = (bytes: Uint8Array, size = 1): number => Math.floor((bytes.length * 8) / size);

/**
 * The value of entry `index` in a bitstring of entries of `size` bits. Bit 0 is the left-most bit of the first byte,
 * and an entry's first bit is its highest (Bitstring Status List 1.0 §3.2 and §2.2, `statusSize`). An index outside
 * throws, so the caller must first compare it with `countEntries`.
 */
export function readBits(bytes: Uint8Array, index: number, size: number): number {
  if (!Number.isInteger(index) || index < 0 || index >= countEntries(bytes, size))
    throw new RangeError('bitstring index out of range');
  let value = 0;
  for (let bit = index * size; bit < (index + 1) * size; bit++)
    value = value * 2 + (((bytes[Math.floor(bit / 8)] ?? 0) >> (7 - (bit % 8))) & 1);
  return value;
}
