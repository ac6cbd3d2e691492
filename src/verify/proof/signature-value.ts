import { splitCompactJws } from '../../encoding/compact-jws.ts';
import { decodeMultibase } from '../../encoding/multibase.ts';
import { utf8 } from '../../encoding/text.ts';
import type { JsonObject } from '../../json.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { Suite } from './suite/suite.ts';

export interface SignatureValue {
  readonly bytes: Uint8Array;
  /** The bytes before the hashes in the signed data: empty, or the header of a detached JWS. */
  readonly prefix: Uint8Array;
}

/**
 * The signature in a proof. Problems: `proof-malformed` (none), `signature-malformed` (another multibase than the
 * suite's, not decodable, not detached), `algorithm-forbidden` and `header-critical-unknown` in a JWS header.
 */
export function signatureOf(proof: JsonObject, suite: Suite): Result<SignatureValue> {
  const value = proof[suite.signatureIn];
  if (typeof value !== 'string') return fail('proof-malformed', { at: `/proof/${suite.signatureIn}` });
  if (suite.signatureIn === 'jws') return detachedJws(value);
  if (!value.startsWith(suite.multibase)) return fail('signature-malformed');
  const bytes = decodeMultibase(value);
  return bytes.ok ? succeed({ bytes: bytes.value, prefix: new Uint8Array() }) : fail('signature-malformed');
}

/** RFC 7797 with `b64: false`, as Ed25519Signature2018 uses it. It is accepted only here (docs/decisions.md#tokens). */
function detachedJws(text: string): Result<SignatureValue> {
  const [header = '', payload, signature] = text.split('.');
  if (payload !== '' || signature === undefined) return fail('signature-malformed');
  // The JWS reader needs a payload. An empty JSON object stands in for the detached one.
  const parts = splitCompactJws(`${header}.e30.${signature}`);
  if (!parts.ok) return fail('signature-malformed');
  const { alg, b64, crit, ...others } = parts.value.header;
  if (alg !== 'EdDSA') return fail('algorithm-forbidden', { params: { algorithm: String(alg) } });
  if (b64 !== false || JSON.stringify(crit) !== '["b64"]' || 'jwk' in others)
    return fail('header-critical-unknown');
  return succeed({ bytes: parts.value.signature, prefix: utf8(`${header}.`) });
}
