import { fail, type Result } from '../result.ts';
import { decodeBase58btc } from './base58btc.ts';
import { decodeBase64url } from './base64url.ts';

const BASES: ReadonlyMap<string, (text: string) => Result<Uint8Array>> = new Map([
  ['z', decodeBase58btc],
  ['u', decodeBase64url],
]);

/**
 * A multibase value to bytes: `z` is base58btc, `u` is base64url without padding. Controlled Identifiers 1.0 §2.4 names
 * these two. `encoding-malformed` for every other prefix, and for anything that the base refuses.
 */
export function decodeMultibase(text: string): Result<Uint8Array> {
  return BASES.get(text.charAt(0))?.(text.slice(1)) ?? fail('encoding-malformed');
}
