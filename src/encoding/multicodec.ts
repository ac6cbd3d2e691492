import { fail, type Result, succeed } from '../result.ts';

export interface Multicodec {
  /** The number in the multicodec table: 0xed Ed25519 public key, 0x1200 P-256 public key, … */
  readonly code: number;
  /** The bytes after the number. */
  readonly bytes: Uint8Array;
}

/** Every key type of the table fits in a varint of four bytes. */
const MAX_VARINT_BYTES = 4;

/**
 * Reads the unsigned varint at the beginning of a multicodec value. `encoding-malformed` where it does not end, is
 * longer than four bytes, or is not the shortest spelling of its number (unsigned-varint specification, "minimal").
 */
export function readMulticodec(bytes: Uint8Array): Result<Multicodec> {
  let code = 0;
  for (let index = 0; index < MAX_VARINT_BYTES; index++) {
    const byte = bytes[index];
    if (byte === undefined) break;
    code += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) {
      const minimal = index === 0 || byte !== 0;
      return minimal ? succeed({ code, bytes: bytes.subarray(index + 1) }) : fail('encoding-malformed');
    }
  }
  return fail('encoding-malformed');
}
