import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { toHex } from './hex.ts';

export type DigestName = 'sha256' | 'sha384' | 'sha512';
const WEB_NAMES = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' } as const;
const HASHES = { sha256, sha384, sha512 } as const;

/** Of fewer bytes than these the digest takes less time than WebCrypto's way into another thread and back. */
const FEW_BYTES = 8 * 1024;

/** A SHA-2 digest of bytes. */
export async function digest(name: DigestName, bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length < FEW_BYTES) return HASHES[name](bytes);
  return new Uint8Array(await crypto.subtle.digest(WEB_NAMES[name], bytes as BufferSource));
}

export const sha256Hex = async (bytes: Uint8Array): Promise<string> => toHex(await digest('sha256', bytes));

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export const equalBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);
