import { readDate } from '../../credential/date.ts';
import { decodeBase58btc } from '../../encoding/base58btc.ts';
import { encodeBase64url } from '../../encoding/base64url.ts';
import { rememberOf } from '../../encoding/remember.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Instant } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, type Result } from '../../result.ts';
import { endOfJwk, materialOfJwk, type PublicJwk, readJwk } from './jwk.ts';
import { readMultikey } from './multikey.ts';

/** The members that may hold a key, and how each is read. */
const SPELLINGS: readonly (readonly [string, (value: Json) => Result<PublicJwk>])[] = [
  [
    'publicKeyMultibase',
    (value) => (typeof value === 'string' ? readMultikey(value) : fail('key-malformed')),
  ],
  ['publicKeyJwk', (value) => (isJsonObject(value) ? readJwk(value) : fail('key-malformed'))],
  [
    'publicKeyBase58',
    (value) => {
      const bytes = typeof value === 'string' ? decodeBase58btc(value) : fail('key-malformed');
      return bytes.ok
        ? readJwk({ kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(bytes.value) })
        : fail('key-malformed');
    },
  ],
];
const SECRETS = [
  'secretKeyJwk',
  'privateKeyJwk',
  'secretKeyMultibase',
  'privateKeyMultibase',
  'privateKeyBase58',
  'privateKeyPem',
];

const givesSecretAway = (method: JsonObject): boolean =>
  SECRETS.some((name) => (method[name] ?? null) !== null);

/** Types of verification methods, the members in which they keep their key, and the curve where the type fixes it. */
const TYPES: ReadonlyMap<string, { readonly members: readonly string[]; readonly crv?: string }> = new Map([
  ['Multikey', { members: ['publicKeyMultibase'] }],
  ['JsonWebKey', { members: ['publicKeyJwk'] }],
  ['JsonWebKey2020', { members: ['publicKeyJwk'] }],
  [
    'Ed25519VerificationKey2018',
    { members: ['publicKeyBase58', 'publicKeyJwk', 'publicKeyMultibase'], crv: 'Ed25519' },
  ],
  ['Ed25519VerificationKey2020', { members: ['publicKeyMultibase', 'publicKeyJwk'], crv: 'Ed25519' }],
  [
    'EcdsaSecp256k1VerificationKey2019',
    { members: ['publicKeyJwk', 'publicKeyMultibase'], crv: 'secp256k1' },
  ],
  ['EcdsaSecp256r1VerificationKey2019', { members: ['publicKeyJwk', 'publicKeyMultibase'], crv: 'P-256' }],
]);

/**
 * The key of a verification method. Problems: `key-method-unsupported` (type), `key-private` (the document gives the
 * secret away), `key-malformed` (no key, two keys, a key of another curve than the type's), and those of readJwk.
 */
export const keyOfMethod = rememberOf((method: JsonObject): Result<PublicJwk> => {
  const type = typeof method.type === 'string' ? method.type : '';
  const row = TYPES.get(type);
  if (!row) return fail('key-method-unsupported', { params: { method: type } });
  if (givesSecretAway(method)) return fail('key-private');
  const present = SPELLINGS.flatMap(([name, read]) => {
    const value = method[name];
    return value === undefined ? [] : [{ name, read, value }];
  });
  const [spelling] = present;
  if (!spelling || present.length > 1 || !row.members.includes(spelling.name)) return fail('key-malformed');
  const key = spelling.read(spelling.value);
  if (key.ok && row.crv !== undefined && key.value.crv !== row.crv) return fail('key-malformed');
  return key;
});

/**
 * The keys in a method, whatever its type, its permitted uses and its secrets. What a document says against a key counts
 * however the key is written there.
 */
export const materialOf = (method: JsonObject): readonly PublicJwk[] =>
  SPELLINGS.flatMap(([name, read]) => {
    const value = method[name];
    if (value === undefined) return [];
    const key = isJsonObject(value) ? materialOfJwk(value) : read(value);
    return key.ok ? [key.value] : [];
  });

/**
 * Whether a method is past use: `revoked` or `expires` at or before the moment (Controlled Identifiers 1.0 §2.2:
 * no proof is to be verified with it from then on), or its JWK says so, or it gives its secret away. `false` says
 * that it is not, and so does `null`, which is no value (JSON-LD 1.1 §4.3). A date that names no instant counts as
 * passed.
 */
export function endOfMethod(method: JsonObject, now: Instant): Problem | null {
  if (givesSecretAway(method)) return problem('key-private');
  for (const [name, code] of [
    ['revoked', 'key-revoked'],
    ['expires', 'key-expired'],
  ] as const) {
    const said = method[name];
    if (said === undefined || said === null || said === false) continue;
    const date = readDate(said);
    if (date?.instant == null || date.instant <= now)
      return problem(code, { params: { date: date?.text ?? '' } });
  }
  return isJsonObject(method.publicKeyJwk) ? endOfJwk(method.publicKeyJwk, now) : null;
}
