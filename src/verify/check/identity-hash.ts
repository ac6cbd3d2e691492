import type { Identifier } from '../../credential/model.ts';
import { toHex } from '../../encoding/hex.ts';
import { sha256 } from '../../encoding/sha256.ts';
import { sha384, sha512 } from '../../encoding/sha512.ts';
import { utf8 } from '../../encoding/text.ts';
import { part } from '../../part.ts';

const legacyPart = part(() => import('@noble/hashes/legacy.js'));

type Hash = (data: Uint8Array) => Uint8Array;

/** OB 2.0 §IdentityHash names md5 and sha256, but issuers use the others too. The key is the text before the `$`. */
const HASHES: ReadonlyMap<string, Hash> = new Map([
  ['sha256', sha256],
  ['sha384', sha384],
  ['sha512', sha512],
]);
/** A hash without an algorithm is recognised by its number of hexadecimal digits. */
const BY_LENGTH: ReadonlyMap<number, string> = new Map([
  [32, 'md5'],
  [40, 'sha1'],
  [64, 'sha256'],
  [96, 'sha384'],
  [128, 'sha512'],
]);

/**
 * Whether an identifier is one of these spellings of a known value. Null where that cannot be told (an unknown
 * algorithm, a digest of the wrong length, a part that is missing). Hexadecimal digits may have any case. A missing salt counts as empty (OB
 * 2.0 §IdentityObject).
 */
export async function isIdentityOf(
  identifier: Identifier,
  spellings: readonly string[],
): Promise<boolean | null> {
  const { identity, hashed, salt } = identifier;
  const [, named, tagged] = /^([A-Za-z0-9-]+)\$([0-9A-Fa-f]+)$/.exec(identity) ?? [];
  if (tagged === undefined && !hashed) return spellings.includes(identity.trim());
  const digest = (tagged ?? identity).toLowerCase();
  const algorithm = named?.toLowerCase().replace('-', '') ?? BY_LENGTH.get(digest.length) ?? '';
  if (BY_LENGTH.get(digest.length) !== algorithm || !/^[0-9a-f]+$/.test(digest)) return null;
  const hash = await hashOf(algorithm);
  return hash && spellings.some((value) => toHex(hash(utf8(value + (salt ?? '')))) === digest);
}

async function hashOf(algorithm: string): Promise<Hash | null> {
  if (algorithm !== 'md5' && algorithm !== 'sha1') return HASHES.get(algorithm) ?? null;
  const legacy = await legacyPart();
  return legacy.ok ? legacy.value[algorithm] : null;
}
