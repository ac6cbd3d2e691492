import { decodeBase64url } from '../../encoding/base64url.ts';
import { concatBytes, unshared } from '../../encoding/bytes.ts';
import { remember } from '../../encoding/remember.ts';
import { part } from '../../part.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { PublicJwk } from '../key/jwk.ts';
import { checkEd25519Signature } from './ed25519-rules.ts';

const secp256k1Part = part(() => import('@noble/curves/secp256k1.js'));

/** Which keys and signatures an algorithm has (RFC 7518 §3, RFC 8037, RFC 8812, RFC 9864). */
interface Form {
  readonly kty: 'OKP' | 'EC' | 'RSA';
  readonly crv?: string;
  /** The exact length of a signature in bytes. Null where it depends on the key. */
  readonly signatureBytes: number | null;
}
type Parameters = EcKeyImportParams | RsaHashedImportParams | EcdsaParams | RsaPssParams | { name: string };
/** An algorithm of WebCrypto. */
interface WebAlgorithm extends Form {
  readonly importAs: Parameters;
  readonly verifyAs: Parameters;
}

const ecdsa = (crv: 'P-256' | 'P-384' | 'P-521', hash: string, signatureBytes: number): WebAlgorithm => ({
  kty: 'EC',
  crv,
  signatureBytes,
  importAs: { name: 'ECDSA', namedCurve: crv },
  verifyAs: { name: 'ECDSA', hash },
});
/** RFC 7518 §3.5: the salt of PSS is as long as the digest. The other scheme has none. */
const rsa = (name: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS', bits: 256 | 384 | 512): WebAlgorithm => ({
  kty: 'RSA',
  signatureBytes: null,
  importAs: { name, hash: `SHA-${bits}` },
  verifyAs: { name, saltLength: bits / 8 },
});
const ed25519: WebAlgorithm = {
  kty: 'OKP',
  crv: 'Ed25519',
  signatureBytes: 64,
  importAs: { name: 'Ed25519' },
  verifyAs: { name: 'Ed25519' },
};

const ALGORITHMS = {
  EdDSA: ed25519,
  Ed25519: ed25519,
  ES256: ecdsa('P-256', 'SHA-256', 64),
  ES384: ecdsa('P-384', 'SHA-384', 96),
  ES512: ecdsa('P-521', 'SHA-512', 132),
  RS256: rsa('RSASSA-PKCS1-v1_5', 256),
  RS384: rsa('RSASSA-PKCS1-v1_5', 384),
  RS512: rsa('RSASSA-PKCS1-v1_5', 512),
  PS256: rsa('RSA-PSS', 256),
  PS384: rsa('RSA-PSS', 384),
  PS512: rsa('RSA-PSS', 512),
  /** Not in WebCrypto. */
  ES256K: { kty: 'EC', crv: 'secp256k1', signatureBytes: 64 },
} as const satisfies Record<string, Form>;
export type AlgorithmName = keyof typeof ALGORITHMS;
export type WebAlgorithmName = Exclude<AlgorithmName, 'ES256K'>;

export const isAlgorithmName = (name: string): name is AlgorithmName => Object.hasOwn(ALGORITHMS, name);

export interface SignedBytes {
  readonly algorithm: AlgorithmName;
  readonly jwk: PublicJwk;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
}

/**
 * Whether a signature can belong to this key, before any computation. Problems: `key-algorithm-mismatch` (kty or crv),
 * `signature-invalid` (as long as that of another RSA key), `signature-malformed` (length; a non-canonical or small-order
 * Ed25519 value).
 */
function checkSignatureForm({ algorithm, jwk, signature }: Omit<SignedBytes, 'data'>): Result<null> {
  const row: Form = ALGORITHMS[algorithm];
  if (jwk.kty !== row.kty || (row.crv !== undefined && jwk.crv !== row.crv))
    return fail('key-algorithm-mismatch', { params: { algorithm, key: jwk.crv ?? jwk.kty } });
  if (signature.length !== (row.signatureBytes ?? modulusBytes(jwk)))
    // One of RSA is as long as its key. It may be well-formed, and another key's (RFC 8017 §8.2.2).
    return row.signatureBytes === null
      ? fail('signature-invalid')
      : fail('signature-malformed', { params: { length: signature.length } });
  if (jwk.crv === 'Ed25519' && !checkEd25519Signature(signature)) return fail('signature-malformed');
  return succeed(null);
}

/** Signatures without a promise, for platforms that have them. A round trip to another thread takes longer. */
export type NativeVerify = (
  algorithm: WebAlgorithmName,
  key: CryptoKey,
  signed: Pick<SignedBytes, 'data' | 'signature'>,
) => boolean;
let native: NativeVerify | null = null;

/** Called once, by a program on a platform that has it. */
export function useNativeSignatures(verify: NativeVerify): void {
  native = verify;
}

/**
 * Whether a signature over these bytes is by this key. Problems: those of checkSignatureForm, `key-malformed` (a point
 * that is not on its curve), `signature-invalid`.
 */
export async function verifySignature(signed: SignedBytes): Promise<Result<null>> {
  const form = checkSignatureForm(signed);
  if (!form.ok) return form;
  const { algorithm, jwk, data, signature } = signed;
  if (algorithm === 'ES256K') return verifySecp256k1({ jwk, data, signature });
  const { verifyAs } = ALGORITHMS[algorithm];
  const key = KEYS[algorithm].get(jwk) ?? (await importedOnce(algorithm, jwk));
  if (key === null) return fail('key-malformed');
  const holds =
    native === null
      ? await crypto.subtle.verify(verifyAs, key, unshared(signature), unshared(data))
      : native(algorithm, key, { data, signature });
  return holds ? succeed(null) : fail('signature-invalid');
}

/** Keys by the object that holds their members: that of an issuer's document is the same for all its credentials. */
const KEYS: Readonly<Record<WebAlgorithmName, WeakMap<PublicJwk, CryptoKey>>> = {
  EdDSA: new WeakMap(),
  Ed25519: new WeakMap(),
  ES256: new WeakMap(),
  ES384: new WeakMap(),
  ES512: new WeakMap(),
  RS256: new WeakMap(),
  RS384: new WeakMap(),
  RS512: new WeakMap(),
  PS256: new WeakMap(),
  PS384: new WeakMap(),
  PS512: new WeakMap(),
};

async function importedOnce(algorithm: WebAlgorithmName, jwk: PublicJwk): Promise<CryptoKey | null> {
  const key = await imported(JSON.stringify([ALGORITHMS[algorithm].importAs, membersOf(jwk)]));
  if (key !== null) KEYS[algorithm].set(jwk, key);
  return key;
}

/** The members that make up the key, without any others. */
const membersOf = ({ kty, crv, x, y, n, e }: PublicJwk): JsonWebKey => ({
  kty,
  ...(kty === 'RSA' ? { n, e } : { crv, x }),
  ...(kty === 'EC' && { y }),
});

/** More issuers than one machine meets in an hour. */
const MAX_CACHED_KEYS = 1_000;

/** A key by its algorithm and its members, imported once. Null where it is no point on its curve. */
const imported = remember(async (algorithmAndMembers: string): Promise<CryptoKey | null> => {
  const [algorithm, members] = JSON.parse(algorithmAndMembers);
  try {
    return await crypto.subtle.importKey('jwk', members, algorithm, false, ['verify']);
  } catch {
    return null;
  }
}, MAX_CACHED_KEYS);

/** readJwk has read the modulus, so its length in base64url tells its length in bytes. */
const modulusBytes = ({ n = '' }: PublicJwk): number => Math.floor((n.length * 3) / 4);

async function verifySecp256k1({
  jwk,
  data,
  signature,
}: Omit<SignedBytes, 'algorithm'>): Promise<Result<null>> {
  const curve = await secp256k1Part();
  if (!curve.ok) return curve;
  const { secp256k1 } = curve.value;
  const [x, y] = [decodeBase64url(jwk.x ?? ''), decodeBase64url(jwk.y ?? '')];
  if (!x.ok || !y.ok) return fail('key-malformed');
  const point = concatBytes([Uint8Array.of(4), x.value, y.value]);
  if (!secp256k1.utils.isValidPublicKey(point, false)) return fail('key-malformed');
  // RFC 8812 §3.2 does not require a low S.
  const holds = secp256k1.verify(signature, data, point, { lowS: false });
  return holds ? succeed(null) : fail('signature-invalid');
}
