import { fail, type Result } from '../result.ts';
import { decodeBase58btc } from './base58btc.ts';
import { decodeBase64url } from './base64url.ts';

const BASES: ReadonlyMap<string, (text: string) => Result<Uint8Array>> = new Map([
  ['z', decodeBase58btc],
  ['u', decodeBase64url],
]);

/**
 * A multibase value to bytes: `z` base58btc, `u` base64url without padding, the two that Controlled Identifiers 1.0
 * §2.4 names. `encoding-malformed` for every other prefix and for whatever the base refuses.
 */
export function decodeMultibase(text: string): Result<Uint8Array> {
  return BASES.get(text.charAt(0))?.(text.slice(1)) ?? fail('encoding-malformed');
}
