import type { Budget } from '../../budget.ts';
import { type CompactJws, splitCompactJws } from '../../encoding/compact-jws.ts';
import type { JsonObject } from '../../json.ts';
import type { Problem } from '../../problem.ts';
import { fail, failWith, type Result, succeed } from '../../result.ts';
import type { PublicJwk } from '../key/jwk.ts';
import { type AlgorithmName, isAlgorithmName, type SignedBytes, verifySignature } from './signature.ts';

export interface VerifiedJws {
  readonly header: JsonObject;
  readonly payload: Uint8Array;
  readonly algorithm: AlgorithmName;
  /** The key with which the signature holds. */
  readonly jwk: PublicJwk;
}

/** One key, or several, any of which may have signed. */
type TrustedKeys = { readonly jwk: PublicJwk } | { readonly keys: readonly PublicJwk[] };

/** The most keys that are tried. Each costs a verification. No issuer publishes so many of one kind. */
const MAX_KEYS = 256;

/**
 * Verifies a compact JWS with one of the keys that the caller trusts for it (RFC 7515 §5.2). The caller knows where the
 * keys came from, and whether they are the issuer's. Nothing in the header chooses a key here.
 *
 * Problems: `jwt-malformed`; those of joseAlgorithm; `key-algorithm-mismatch`, `signature-malformed`,
 * `signature-invalid`; `key-unresolvable` where there is no key, or where there are too many keys and none that was
 * tried holds.
 */
export async function verifyCompactJws({
  token,
  work,
  ...trusted
}: { readonly token: string; readonly work?: Budget } & TrustedKeys): Promise<Result<VerifiedJws>> {
  const keys = 'jwk' in trusted ? [trusted.jwk] : trusted.keys;
  const parts = splitCompactJws(token);
  if (!parts.ok) return parts;
  const { header, payload } = parts.value;
  const verified = await verifyJws(parts.value, keys, work);
  return verified.ok ? succeed({ header, payload, ...verified.value }) : verified;
}

/** Trying a key of the slowest kind costs as much as so many characters of JSON-LD. */
const WORK_OF_A_KEY = 1_000;

/**
 * The same for a token that is already taken apart. Each key that did not sign counts as work on the document with the
 * token: five hundred tokens may each name nobody, and their issuers list two hundred keys.
 */
export async function verifyJws(
  { header, signature, signingInput: data }: Omit<CompactJws, 'payload'>,
  keys: readonly PublicJwk[],
  work?: Budget,
): Promise<Result<Pick<VerifiedJws, 'algorithm' | 'jwk'>>> {
  const algorithm = joseAlgorithm(header);
  if (!algorithm.ok) return algorithm;
  let trouble: Problem | null = null;
  for (const jwk of keys.slice(0, MAX_KEYS)) {
    const verified = await verifyWith({ algorithm: algorithm.value, jwk, data, signature });
    if (verified.ok) return succeed({ algorithm: algorithm.value, jwk });
    const isOther = verified.problem.code === 'signature-invalid';
    if (trouble === null || isOther) trouble = verified.problem;
    if (isOther && keys.length > 1 && work?.spend(WORK_OF_A_KEY) === false) return fail('key-unresolvable');
  }
  return trouble && keys.length <= MAX_KEYS ? failWith(trouble) : fail('key-unresolvable');
}

/** RFC 7517 §4.4: a key that names an algorithm may be used for no other. RFC 9864 renames EdDSA. */
async function verifyWith(signed: SignedBytes): Promise<Result<null>> {
  const { alg } = signed.jwk;
  const same = (one: string): string => (one === 'Ed25519' ? 'EdDSA' : one);
  if (alg !== undefined && same(alg) !== same(signed.algorithm))
    return fail('key-algorithm-mismatch', { params: { algorithm: signed.algorithm, key: alg } });
  return verifySignature(signed);
}

/** RFC 7515 `none` and the HMACs of RFC 7518 §3.2. Anybody could make these. */
const FORBIDDEN = /^(?:none|hs\d+)$/i;

/**
 * The algorithm of a JOSE header, by its name alone. Problems: `algorithm-forbidden` (`none`, HMAC with what is
 * public), `algorithm-unsupported`, `header-critical-unknown` (RFC 7515 §4.1.11; also `b64`, docs/decisions.md#tokens).
 */
export function joseAlgorithm(header: JsonObject): Result<AlgorithmName> {
  const { alg, crit, b64 } = header;
  if (typeof alg !== 'string' || FORBIDDEN.test(alg))
    return fail('algorithm-forbidden', { params: { algorithm: String(alg) } });
  if (crit !== undefined || b64 !== undefined)
    return fail('header-critical-unknown', { params: { header: JSON.stringify(crit ?? 'b64') } });
  return isAlgorithmName(alg) ? succeed(alg) : fail('algorithm-unsupported', { params: { algorithm: alg } });
}
