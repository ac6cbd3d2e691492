import { encodeBase64url } from '../../encoding/base64url.ts';
import { parseJson } from '../../encoding/json.ts';
import { decodeMultibase } from '../../encoding/multibase.ts';
import { readMulticodec } from '../../encoding/multicodec.ts';
import { remember } from '../../encoding/remember.ts';
import { decodeText } from '../../encoding/text.ts';
import { isJsonObject } from '../../json.ts';
import { fail, type Result } from '../../result.ts';
import { type PublicJwk, readJwk } from './jwk.ts';
import { readRsaKey } from './pem.ts';
import { type CompressedCurve, decompress } from './point.ts';

type Reader = (bytes: Uint8Array) => Result<PublicJwk>;
const octets =
  (crv: string): Reader =>
  (bytes) =>
    readJwk({ kty: 'OKP', crv, x: encodeBase64url(bytes) });
const compressed =
  (crv: CompressedCurve): Reader =>
  (bytes) => {
    const point = decompress(crv, bytes);
    return point
      ? readJwk({ kty: 'EC', crv, x: encodeBase64url(point.x), y: encodeBase64url(point.y) })
      : fail('key-malformed');
  };
const unsupported =
  (method: string): Reader =>
  () =>
    fail('key-method-unsupported', { params: { method } });

/** `rsa-pub`: RFC 8017 §A.1.1. The reader is in a part that is loaded when it is first needed. */
const rsa: Reader = (bytes) => readRsaKey(bytes);

/** `jwk_jcs-pub`: a JWK in its canonical form, in the did:key of EBSI's natural persons. */
const jwkText: Reader = (bytes) => {
  const text = decodeText(bytes, 'utf-8');
  const json = text.ok ? parseJson(text.value) : text;
  return json.ok && isJsonObject(json.value) ? readJwk(json.value) : fail('key-malformed');
};

/** Multicodec numbers of public keys (Controlled Identifiers 1.0 §2.2.2; did:key). */
const CODECS: ReadonlyMap<number, Reader> = new Map([
  [0xed, octets('Ed25519')],
  [0xeb, octets('Bls12381G2')],
  [0xe7, compressed('secp256k1')],
  [0x1200, compressed('P-256')],
  [0x1201, compressed('P-384')],
  [0x1202, compressed('P-521')],
  [0xec, unsupported('X25519')],
  [0xea, unsupported('BLS12-381 G1')],
  [0xeb51, jwkText],
  [0x1205, rsa],
]);

/** A Multikey (`publicKeyMultibase`) to a key. Problems: `key-malformed`, `key-method-unsupported`. */
export const readMultikey = (multibase: string): Result<PublicJwk> => decoded(multibase);

/** An issuer's key is in its document and in its id. It is read for each of its credentials. */
const MAX_CACHED_KEYS = 1_000;
const decoded = remember(decode, MAX_CACHED_KEYS);

function decode(multibase: string): Result<PublicJwk> {
  const bytes = decodeMultibase(multibase);
  const codec = bytes.ok ? readMulticodec(bytes.value) : bytes;
  if (!codec.ok) return fail('key-malformed');
  const reader = CODECS.get(codec.value.code);
  return reader
    ? reader(codec.value.bytes)
    : fail('key-method-unsupported', { params: { method: `multicodec 0x${codec.value.code.toString(16)}` } });
}
