import { endOf, readDate } from '../../credential/date.ts';
import { decodeBase58btc } from '../../encoding/base58btc.ts';
import { encodeBase64url } from '../../encoding/base64url.ts';
import { fromHex } from '../../encoding/hex.ts';
import { rememberOf } from '../../encoding/remember.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Instant } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, type Result } from '../../result.ts';
import { endOfJwk, materialOfJwk, type PublicJwk, readJwk, sameKey } from './jwk.ts';
import { readMultikey } from './multikey.ts';
import { givesPemAway, readPem } from './pem.ts';
import { coordinatesOf } from './point.ts';

/**
 * The members that may hold a key, and how each is read. A method's type may fix the curve. One that is null holds none
 * (JSON-LD 1.1 §4.3).
 */
const SPELLINGS: readonly (readonly [string, (value: Json, curve?: Curve) => Result<PublicJwk>])[] = [
  [
    'publicKeyMultibase',
    (value) => (typeof value === 'string' ? readMultikey(value) : fail('key-malformed')),
  ],
  ['publicKeyJwk', (value) => (isJsonObject(value) ? readJwk(value) : fail('key-malformed'))],
  ['publicKeyBase58', (value, curve) => readOctets(value, decodeBase58btc, curve)],
  ['publicKeyHex', (value, curve) => readOctets(value, fromHex, curve)],
];

/** The octets of a key alone: those of RFC 8032, or a point of SEC 1 §2.3.3. They do not name their curve. */
function readOctets(
  value: Json,
  decode: (text: string) => Result<Uint8Array>,
  crv: Curve = 'Ed25519',
): Result<PublicJwk> {
  const octets = typeof value === 'string' ? decode(value) : fail('key-malformed');
  if (!octets.ok) return fail('key-malformed');
  const bytes = octets.value;
  if (crv === 'Ed25519') return readJwk({ kty: 'OKP', crv, x: encodeBase64url(bytes) });
  const point = coordinatesOf(crv, bytes);
  return point
    ? readJwk({ kty: 'EC', crv, x: encodeBase64url(point.x), y: encodeBase64url(point.y) })
    : fail('key-malformed');
}

/** `privateKeyHex`, `secretKeyMultibase` and so on: a secret is one in whichever form it is published. */
const givesSecretAway = (method: JsonObject): boolean =>
  Object.entries(method).some(([name, value]) => /^(?:private|secret)Key/.test(name) && value !== null);

type Curve = 'Ed25519' | 'secp256k1' | 'P-256';

/** Types of verification methods, and the curve where the type fixes it. */
const TYPES: ReadonlyMap<string, Curve | undefined> = new Map<string, Curve | undefined>([
  ['Multikey', undefined],
  ['JsonWebKey', undefined],
  ['JsonWebKey2020', undefined],
  // What it was called before, by TrustBloc and others.
  ['JwsVerificationKey2020', undefined],
  ['Ed25519VerificationKey2018', 'Ed25519'],
  ['Ed25519VerificationKey2020', 'Ed25519'],
  ['EcdsaSecp256k1VerificationKey2019', 'secp256k1'],
  ['EcdsaSecp256r1VerificationKey2019', 'P-256'],
]);

const curveOf = ({ type }: JsonObject): Curve | undefined =>
  typeof type === 'string' ? TYPES.get(type) : undefined;

const keysIn = (method: JsonObject): readonly Result<PublicJwk>[] =>
  SPELLINGS.flatMap(([name, read]) => {
    const value = method[name] ?? null;
    return value === null ? [] : [read(value, curveOf(method))];
  });

/**
 * The key of a verification method, in whichever member its controller wrote it. Problems: `key-method-unsupported` (the
 * type, or the member that holds the key), `key-private` (the document gives the secret away), `key-malformed` (no key,
 * two keys, a key of another curve than the type's), and those of readJwk.
 */
export const keyOfMethod = rememberOf((method: JsonObject): Result<PublicJwk> => {
  const type = typeof method.type === 'string' ? method.type : '';
  if (!TYPES.has(type)) return fail('key-method-unsupported', { params: { method: type } });
  if (givesSecretAway(method)) return fail('key-private');
  const [key, ...others] = keysIn(method);
  if (!key) {
    const member = Object.keys(method).find((name) => name.startsWith('publicKey') && method[name] !== null);
    return member === undefined
      ? fail('key-malformed')
      : fail('key-method-unsupported', { params: { method: member } });
  }
  // Controlled Identifiers 1.0 §2.2 forbids to write one key twice. Where both are the same, nothing is in doubt.
  if (!key.ok) return key;
  const isOne = others.every((other) => other.ok && sameKey(other.value, key.value));
  const curve = TYPES.get(type);
  return isOne && (curve === undefined || key.value.crv === curve) ? key : fail('key-malformed');
});

/**
 * The keys in a method, whatever its type, its permitted uses and its secrets. What a document says against a key counts
 * however the key is written there: as a PEM, too, and as octets whose curve its type does not tell.
 */
export const materialOf = (method: JsonObject): readonly PublicJwk[] => {
  const { publicKeyPem } = method;
  return [
    ...SPELLINGS.flatMap(([name, read]) => {
      const value = method[name] ?? null;
      if (value === null) return [];
      const meant = usable([isJsonObject(value) ? materialOfJwk(value) : read(value, curveOf(method))]);
      return meant.length > 0 ? meant : usable(ANY_CURVE.map((curve) => read(value, curve)));
    }),
    ...(typeof publicKeyPem === 'string' ? usable([readPem(publicKeyPem)]) : []),
  ];
};
const ANY_CURVE: readonly Curve[] = ['Ed25519', 'secp256k1', 'P-256'];
const usable = (keys: readonly Result<PublicJwk>[]): readonly PublicJwk[] =>
  keys.flatMap((key) => (key.ok ? [key.value] : []));

/**
 * Whether a method is past use: `revoked` or `expires` at or before the moment (Controlled Identifiers 1.0 §2.2:
 * no proof is to be verified with it from then on), or its JWK says so, or it gives its secret away. `false` says
 * that it is not, also as a text, and so does `null`, which is no value (JSON-LD 1.1 §4.3). A key that expires on a day
 * alone ends with that day. A date that names no instant counts as passed.
 */
export function endOfMethod(method: JsonObject, now: Instant): Problem | null {
  const { publicKeyPem } = method;
  if (givesSecretAway(method) || (typeof publicKeyPem === 'string' && givesPemAway(publicKeyPem)))
    return problem('key-private');
  for (const [name, code] of [
    ['revoked', 'key-revoked'],
    ['expires', 'key-expired'],
  ] as const) {
    const said = method[name];
    if (said === undefined || said === null || said === false || said === 'false') continue;
    const date = readDate(said);
    const end = date && (name === 'expires' ? endOf(date) : date.instant);
    if (end === null || end <= now) return problem(code, { params: { date: date?.text ?? '' } });
  }
  return isJsonObject(method.publicKeyJwk) ? endOfJwk(method.publicKeyJwk, now) : null;
}
