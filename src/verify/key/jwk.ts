import { readDate } from '../../credential/date.ts';
import { decodeAnyBase64, decodeBase64url, encodeBase64url } from '../../encoding/base64url.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Instant } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { isSoundEd25519Point } from '../proof/ed25519-rules.ts';

/**
 * A public key, in the members of RFC 7517. readJwk makes it, so its sizes are right and it contains nothing private.
 */
export interface PublicJwk {
  readonly kty: 'OKP' | 'EC' | 'RSA';
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly n?: string;
  readonly e?: string;
  readonly kid?: string;
  readonly alg?: string;
}

/** Bytes of a coordinate (RFC 7518 §6.2.1.2: full size, leading zeros kept; RFC 8037 §2). */
const CURVES: ReadonlyMap<string, { readonly kty: 'EC' | 'OKP'; readonly bytes: number }> = new Map([
  ['P-256', { kty: 'EC', bytes: 32 }],
  ['P-384', { kty: 'EC', bytes: 48 }],
  ['P-521', { kty: 'EC', bytes: 66 }],
  ['secp256k1', { kty: 'EC', bytes: 32 }],
  ['Ed25519', { kty: 'OKP', bytes: 32 }],
  ['Bls12381G2', { kty: 'OKP', bytes: 96 }],
]);
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const;
/** Serialisers write a member that a key does not have as null, as an empty text or as an empty list. */
const isPrivate = (json: JsonObject): boolean =>
  PRIVATE_MEMBERS.some((name) => String(json[name] ?? '') !== '');
const MIN_RSA_BYTES = 256;
const MAX_RSA_BYTES = 1024;
const ONE = 'AQ';

/**
 * Reads a public key. Problems: `key-private` (a private or shared member: anybody who read it can sign),
 * `key-method-unsupported` (kty or crv), `key-malformed` (sizes, RSA below 2048 bits as RFC 7518 §3.3 forbids, an
 * Ed25519 point of small order), `key-purpose-wrong` (`use` or `key_ops` exclude verifying, RFC 7517 §4.2, §4.3).
 */
export function readJwk(json: JsonObject): Result<PublicJwk> {
  if (isPrivate(json)) return fail('key-private');
  const { kty } = json;
  if (!isForVerifying(json)) return fail('key-purpose-wrong');
  const labels = {
    ...(typeof json.kid === 'string' && { kid: json.kid }),
    ...(typeof json.alg === 'string' && { alg: json.alg }),
  };
  if (kty === 'RSA') return readRsa(json, labels);
  const crv = typeof json.crv === 'string' ? json.crv : '';
  const curve = CURVES.get(crv);
  if (!curve || curve.kty !== kty)
    return fail('key-method-unsupported', { params: { method: crv || String(kty) } });
  const x = coordinate(json.x, curve.bytes);
  const y = curve.kty === 'EC' ? coordinate(json.y, curve.bytes) : undefined;
  if (x === null || y === null) return fail('key-malformed');
  if (crv === 'Ed25519' && !isSoundEd25519Point(x.bytes)) return fail('key-malformed');
  return succeed({ kty: curve.kty, crv, x: x.text, ...(y && { y: y.text }), ...labels });
}

/** An empty list of operations says nothing. */
function isForVerifying({ use, key_ops: operations }: JsonObject): boolean {
  if ((use ?? 'sig') !== 'sig') return false;
  const named = operations ?? [];
  return Array.isArray(named) && (named.length === 0 || named.includes('verify'));
}

function coordinate(value: unknown, size: number): { text: string; bytes: Uint8Array } | null {
  if (typeof value !== 'string') return null;
  const bytes = decodeBase64url(value);
  return bytes.ok && bytes.value.length === size ? { text: value, bytes: bytes.value } : null;
}

function readRsa(json: JsonObject, labels: { kid?: string; alg?: string }): Result<PublicJwk> {
  const { n, e } = json;
  if (typeof n !== 'string' || typeof e !== 'string') return fail('key-malformed');
  const [modulus, exponent] = [decodeBase64url(n), decodeBase64url(e)];
  if (!modulus.ok || !exponent.ok) return fail('key-malformed');
  const size = modulus.value.length;
  const top = modulus.value[0] ?? 0;
  // RFC 7518 §6.3.1.1: no leading zero; §3.3: 2048 bits or more.
  if (size < MIN_RSA_BYTES || size > MAX_RSA_BYTES || top === 0 || (size === MIN_RSA_BYTES && top < 0x80))
    return fail('key-malformed');
  const isOdd = ((exponent.value.at(-1) ?? 0) & 1) === 1;
  const plain = numberText(exponent.value, 0);
  if (exponent.value.length === 0 || exponent.value.length > 8 || !isOdd || plain === ONE)
    return fail('key-malformed');
  return succeed({ kty: 'RSA', n, e: plain, ...labels });
}

/**
 * Whether the JWK itself says that the key has ended: `exp` (seconds), or `revoked` (true, a date, or an object with
 * `revoked_at`), as in OpenID Federation 1.0 §8.7. A date that names no instant counts as past. A key whose private part
 * is published has ended too: anybody who read it can sign.
 */
export function endOfJwk(jwk: JsonObject, now: Instant): Problem | null {
  if (isPrivate(jwk)) return problem('key-private');
  const { exp, revoked } = jwk;
  const withdrawn = isJsonObject(revoked) ? (revoked.revoked_at ?? true) : revoked;
  if (withdrawn === true) return problem('key-revoked', { params: { date: '' } });
  for (const [value, code] of [
    [withdrawn === false || withdrawn === 'false' ? undefined : withdrawn, 'key-revoked'],
    [exp, 'key-expired'],
  ] as const) {
    const date = readDate(value);
    if (date && (date.instant === null || date.instant <= now))
      return problem(code, { params: { date: date.text } });
  }
  return null;
}

/**
 * The public key in a JWK, whatever its permitted uses, however its numbers are encoded, and even where its private part
 * stands beside it. A key that has ended has ended for every use, and in every spelling.
 */
export const materialOfJwk = (json: JsonObject): Result<PublicJwk> =>
  readJwk(
    Object.fromEntries(
      Object.entries(json)
        .filter(([name]) => !BESIDE_THE_KEY.has(name))
        .map(([name, value]) => [name, NUMBERS.has(name) ? respelt(value, json) : value]),
    ),
  );
const BESIDE_THE_KEY: ReadonlySet<string> = new Set(['use', 'key_ops', ...PRIVATE_MEMBERS]);
const NUMBERS: ReadonlySet<string> = new Set(['x', 'y', 'n', 'e']);

/** A number of a key as RFC 7518 §6 writes it, from base64 of either alphabet. Anything else stays as it is. */
function respelt(value: Json | undefined, { kty, crv }: JsonObject): Json | undefined {
  const bytes = typeof value === 'string' ? decodeAnyBase64(value) : null;
  if (!bytes?.ok) return value;
  // RFC 8032 §5.1.2: the octets of an Ed25519 key are no number with leading zeros.
  if (kty === 'OKP') return encodeBase64url(bytes.value);
  return numberText(bytes.value, CURVES.get(String(crv))?.bytes ?? 0);
}

/** RFC 7518 §6.2.1.2, §6.3.1: a coordinate has its full size, another number no leading zeros. */
function numberText(bytes: Uint8Array, size: number): string {
  const start = bytes.findIndex((byte) => byte !== 0);
  const digits = bytes.subarray(start < 0 ? bytes.length : start);
  const whole = new Uint8Array(Math.max(size, digits.length));
  whole.set(digits, whole.length - digits.length);
  return encodeBase64url(whole);
}

/** Whether two keys are the same (the members of RFC 7638). */
export const sameKey = (one: PublicJwk, other: PublicJwk): boolean =>
  one.kty === other.kty &&
  one.crv === other.crv &&
  one.x === other.x &&
  one.y === other.y &&
  one.n === other.n &&
  one.e === other.e;
