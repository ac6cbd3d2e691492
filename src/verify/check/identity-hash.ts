import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { Identifier } from '../../credential/model.ts';
import { toHex } from '../../encoding/hex.ts';
import { utf8 } from '../../encoding/text.ts';

/** OB 2.0 §IdentityHash names md5 and sha256; the others are met. The key is what stands before the `$`. */
const HASHES: ReadonlyMap<string, (data: Uint8Array) => Uint8Array> = new Map([
  ['md5', md5],
  ['sha1', sha1],
  ['sha256', sha256],
  ['sha384', sha384],
  ['sha512', sha512],
]);
/** A bare digest is known by its length in hexadecimal digits. */
const BY_LENGTH: ReadonlyMap<number, string> = new Map([
  [32, 'md5'],
  [40, 'sha1'],
  [64, 'sha256'],
  [96, 'sha384'],
  [128, 'sha512'],
]);

/**
 * Whether an identifier is that of any of these spellings of a known value: null where it cannot be told (an unknown
 * algorithm, a digest of the wrong length). Hexadecimal in any case; no salt is an empty one (OB 2.0 §IdentityObject).
 */
export function isIdentityOf(identifier: Identifier, spellings: readonly string[]): boolean | null {
  const { identity, hashed, salt } = identifier;
  const [, named, tagged] = /^([A-Za-z0-9-]+)\$([0-9A-Fa-f]+)$/.exec(identity) ?? [];
  if (tagged === undefined && !hashed) return spellings.includes(identity.trim());
  const digest = (tagged ?? identity).toLowerCase();
  const algorithm = named?.toLowerCase().replace('-', '') ?? BY_LENGTH.get(digest.length) ?? '';
  const hash = HASHES.get(algorithm);
  if (!hash || BY_LENGTH.get(digest.length) !== algorithm || !/^[0-9a-f]+$/.test(digest)) return null;
  return spellings.some((value) => toHex(hash(utf8(value + (salt ?? '')))) === digest);
}
