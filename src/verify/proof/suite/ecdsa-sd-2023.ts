import { encodeBase64url } from '../../../encoding/base64url.ts';
import { concatBytes } from '../../../encoding/bytes.ts';
import { type Cbor, decodeCbor } from '../../../encoding/cbor.ts';
import { toHex } from '../../../encoding/hex.ts';
import { utf8 } from '../../../encoding/text.ts';
import type { JsonObject } from '../../../json.ts';
import { fail, type Result, succeed } from '../../../result.ts';
import { type PublicJwk, readJwk } from '../../key/jwk.ts';
import { decompress } from '../../key/point.ts';
import type { Disclosure } from '../disclosure.ts';
import { verifySignature } from '../signature.ts';
import { signatureOf } from '../signature-value.ts';
import { DERIVED_FORM, discloseQuads, hmacLabel, type LabelMap, traceOf } from './disclosed-quads.ts';
import type { SuiteInput } from './suite.ts';

const BASE_HEADER = [0xd9, 0x5d, 0x00];
const DERIVED_HEADER = [0xd9, 0x5d, 0x01];
const P256_MULTIKEY = Uint8Array.of(0x80, 0x24);
const SIGNATURE_BYTES = 64;

interface DerivedProof {
  readonly baseSignature: Uint8Array;
  /** The key that was made only for this credential, as multikey bytes. */
  readonly publicKey: Uint8Array;
  readonly signatures: readonly Uint8Array[];
  readonly labels: LabelMap;
  readonly mandatory: readonly number[];
}

/**
 * VC-DI-ECDSA §3.6.3, Verify Derived Proof. Out: what is shown. This suite does not tell how much is undisclosed, so
 * any member that is not mandatory may be. Problems: `suite-not-derived` (the issuer's base proof, which is only for
 * the holder), `proof-malformed`, `signature-invalid`, and those of canonize.
 */
export async function verify(input: SuiteInput): Promise<Result<Disclosure>> {
  if (input.jwk.crv !== 'P-256')
    return fail('key-algorithm-mismatch', {
      params: { algorithm: input.suite.name, key: input.jwk.crv ?? '' },
    });
  const value = signatureOf(input.proof, input.suite);
  if (!value.ok) return value;
  const derived = readDerivedProof(value.value.bytes);
  if (!derived.ok) return derived;
  const own = readMultikey(derived.value.publicKey);
  if (!own.ok) return own;
  const quads = await discloseQuads(input, derived.value);
  if (!quads.ok) return quads;
  const { proofHash, mandatoryHash, others } = quads.value;
  // §3.6.3: each statement that is not mandatory has its own signature, in the same order.
  if (others.length !== derived.value.signatures.length) return fail('signature-invalid');
  const base = await verifySignature({
    algorithm: 'ES256',
    jwk: input.jwk,
    data: concatBytes([proofHash, derived.value.publicKey, mandatoryHash]),
    signature: derived.value.baseSignature,
  });
  if (!base.ok) return base;
  for (const [index, quad] of others.entries()) {
    const signature = derived.value.signatures[index] ?? new Uint8Array();
    const each = await verifySignature({ algorithm: 'ES256', jwk: own.value, data: utf8(quad), signature });
    if (!each.ok) return each;
  }
  const { mandatory } = quads.value;
  return succeed({
    facts: { mandatory: mandatory.length, disclosed: others.length, undisclosed: null },
    undisclosed: { dates: true, status: true },
  });
}

/** What the issuer signed over the mandatory statements, and the key with which each of the others was signed. */
export async function trace(input: SuiteInput): Promise<JsonObject | null> {
  const value = signatureOf(input.proof, input.suite);
  const derived = value.ok ? readDerivedProof(value.value.bytes) : value;
  const quads = derived.ok ? await discloseQuads(input, derived.value) : derived;
  if (!derived.ok || !quads.ok) return null;
  const { publicKey, baseSignature, signatures } = derived.value;
  const { proofHash, mandatoryHash } = quads.value;
  return {
    ...traceOf(quads.value),
    publicKey: toHex(publicKey),
    signingInput: toHex(concatBytes([proofHash, publicKey, mandatoryHash])),
    algorithm: 'ES256',
    signature: toHex(baseSignature),
    signatures: signatures.map(toHex).join('\n'),
  };
}

const startsWith = (bytes: Uint8Array, header: readonly number[]): boolean =>
  header.every((byte, index) => bytes[index] === byte);

/** §3.5.7 parseDerivedProofValue. */
function readDerivedProof(bytes: Uint8Array): Result<DerivedProof> {
  if (startsWith(bytes, BASE_HEADER)) return fail('suite-not-derived');
  if (!startsWith(bytes, DERIVED_HEADER)) return fail('proof-malformed');
  const decoded = decodeCbor(bytes.subarray(DERIVED_HEADER.length), DERIVED_FORM);
  if (!decoded.ok || !Array.isArray(decoded.value) || decoded.value.length !== 5)
    return fail('proof-malformed');
  const [baseSignature, publicKey, signatures, labels, mandatory] = decoded.value;
  if (!isBytes(baseSignature) || !isBytes(publicKey) || !(labels instanceof Map))
    return fail('proof-malformed');
  if (!isArrayOf(signatures, isSignature) || !isArrayOf(mandatory, isIndex)) return fail('proof-malformed');
  const entries = [...labels];
  if (!entries.every((entry): entry is [number, Uint8Array] => isBytes(entry[1])))
    return fail('proof-malformed');
  return succeed({
    baseSignature,
    publicKey,
    signatures,
    labels: new Map(entries.map(([number, hmac]) => [number, hmacLabel(hmac)])),
    mandatory,
  });
}

const isBytes = (value: Cbor | undefined): value is Uint8Array => value instanceof Uint8Array;
const isSignature = (value: Cbor): value is Uint8Array => isBytes(value) && value.length === SIGNATURE_BYTES;
const isIndex = (value: Cbor): value is number => typeof value === 'number';
const isArrayOf = <T extends Cbor>(
  value: Cbor | undefined,
  is: (entry: Cbor) => entry is T,
): value is readonly T[] => Array.isArray(value) && value.every(is);

function readMultikey(multikey: Uint8Array): Result<PublicJwk> {
  const point = startsWith(multikey, [...P256_MULTIKEY]) ? decompress('P-256', multikey.subarray(2)) : null;
  return point
    ? readJwk({ kty: 'EC', crv: 'P-256', x: encodeBase64url(point.x), y: encodeBase64url(point.y) })
    : fail('proof-malformed');
}
