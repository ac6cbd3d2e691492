import { decodeBase64, encodeBase64url } from '../../encoding/base64url.ts';
import { toHex } from '../../encoding/hex.ts';
import { type Failure, fail, type Result } from '../../result.ts';
import { type PublicJwk, readJwk } from './jwk.ts';
import { type CompressedCurve, coordinatesOf } from './point.ts';

/**
 * The public key in a PEM: RFC 7468 §13 (SubjectPublicKeyInfo), or the PKCS #1 form that some issuers publish.
 *
 * Problems: `key-private` (nothing but a private key), `key-malformed`, `key-method-unsupported` (another kind of key, a
 * certificate), and those of readJwk.
 */
export function readPem(pem: string): Result<PublicJwk> {
  const spki = bodyOf('PUBLIC KEY', pem);
  const body = spki ?? bodyOf('RSA PUBLIC KEY', pem);
  const der = decodeBase64((body ?? '').replace(/\s+/g, ''));
  if (body === null || !der.ok) return noKeyIn(pem);
  return spki === null ? readRsaKey(der.value) : readSpki(der.value);
}

/** A certificate (RFC 7468 §5) has a key that is not read here, so nothing is disproved. */
function noKeyIn(pem: string): Failure {
  if (givesPemAway(pem)) return fail('key-private');
  return pem.includes('-----BEGIN CERTIFICATE-----')
    ? fail('key-method-unsupported', { params: { method: 'X.509' } })
    : fail('key-malformed');
}

function bodyOf(label: string, pem: string): string | null {
  const [, after = ''] = pem.split(`-----BEGIN ${label}-----`, 2);
  const end = after.indexOf(`-----END ${label}-----`);
  return end < 0 ? null : after.slice(0, end);
}

/** Whether the text of a key holds a private one. */
export const givesPemAway = (pem: string): boolean => pem.includes('PRIVATE KEY-----');

const RSA = '2a864886f70d010101';
const EC = '2a8648ce3d0201';
const ED25519 = '2b6570';
/** Named curves (RFC 5480 §2.1.1.1; SEC 2). */
const CURVES: ReadonlyMap<string, CompressedCurve> = new Map([
  ['2a8648ce3d030107', 'P-256'],
  ['2b81040022', 'P-384'],
  ['2b81040023', 'P-521'],
  ['2b8104000a', 'secp256k1'],
]);

/** RFC 5280 §4.1.2.7: an algorithm with its parameters, and the key in a bit string. */
function readSpki(der: Uint8Array): Result<PublicJwk> {
  const [kind, key, ...more] = membersIn(der) ?? [];
  const [algorithm, parameters] = membersIn(kind?.whole) ?? [];
  // The first byte of a bit string counts its unused bits.
  if (!algorithm || key?.tag !== BIT_STRING || key.bytes[0] !== 0 || more.length > 0)
    return fail('key-malformed');
  const bytes = key.bytes.subarray(1);
  const oid = toHex(algorithm.bytes);
  if (oid === RSA) return readRsaKey(bytes);
  if (oid === ED25519) return readJwk({ kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(bytes) });
  const crv = oid === EC && parameters ? CURVES.get(toHex(parameters.bytes)) : undefined;
  if (crv === undefined) return fail('key-method-unsupported', { params: { method: 'PEM' } });
  const point = coordinatesOf(crv, bytes);
  return point
    ? readJwk({ kty: 'EC', crv, x: encodeBase64url(point.x), y: encodeBase64url(point.y) })
    : fail('key-malformed');
}

/** RFC 8017 §A.1.1. A number whose first bit is set has a zero before it (X.690 §8.3). */
export function readRsaKey(der: Uint8Array): Result<PublicJwk> {
  const [n, e, ...more] = membersIn(der) ?? [];
  if (n?.tag !== INTEGER || e?.tag !== INTEGER || more.length > 0) return fail('key-malformed');
  const [modulus, exponent] = [n, e].map(({ bytes }) => bytes.subarray(bytes[0] === 0 ? 1 : 0));
  return readJwk({
    kty: 'RSA',
    n: encodeBase64url(modulus ?? n.bytes),
    e: encodeBase64url(exponent ?? e.bytes),
  });
}

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const SEQUENCE = 0x30;

interface Value {
  readonly tag: number;
  readonly bytes: Uint8Array;
  /** With its tag and its length. */
  readonly whole: Uint8Array;
}

/** The members of a sequence, which fills all of the bytes (DER, X.690 §8.9). Null for anything else. */
function membersIn(der: Uint8Array | undefined): readonly Value[] | null {
  const sequence = der && valueAt(der, 0);
  if (!sequence || sequence.tag !== SEQUENCE || sequence.whole.length !== der.length) return null;
  const members: Value[] = [];
  for (let at = 0; at < sequence.bytes.length; ) {
    const member = valueAt(sequence.bytes, at);
    if (member === null) return null;
    members.push(member);
    at += member.whole.length;
  }
  return members;
}

/** X.690 §8.1.3: a length below 128 is one byte; before a longer one stands the number of its bytes. */
function valueAt(der: Uint8Array, at: number): Value | null {
  const [tag, first] = [der[at], der[at + 1]];
  if (tag === undefined || first === undefined) return null;
  const start = at + 2 + Math.max(0, first - 0x80);
  const length =
    first < 0x80 ? first : der.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  const end = start + length;
  return end > der.length ? null : { tag, bytes: der.subarray(start, end), whole: der.subarray(at, end) };
}
