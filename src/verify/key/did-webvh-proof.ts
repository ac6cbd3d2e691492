import { encodeBase58btc } from '../../encoding/base58btc.ts';
import { concatBytes } from '../../encoding/bytes.ts';
import { digest } from '../../encoding/digest.ts';
import { decodeMultibase } from '../../encoding/multibase.ts';
import { utf8 } from '../../encoding/text.ts';
import type { JsonObject } from '../../json.ts';
import { canonizeJson } from '../proof/jcs.ts';
import { verifySignature } from '../proof/signature.ts';
import { Broken } from './did-webvh-broken.ts';
import { readMultikey } from './multikey.ts';

/**
 * Whether one of these keys made a Data Integrity proof over a document (eddsa-jcs-2022, the only suite of did:webvh
 * 1.0; VC-DI-EDDSA §3.3). Keys are multikeys. The proof's method must be the did:key of one of them, which names the
 * key twice (§3.7.9, Witness DIDs).
 */
export async function isSignedBy(
  unsigned: JsonObject,
  proof: JsonObject,
  writers: readonly string[],
): Promise<boolean> {
  const { proofValue, ...options } = proof;
  const { type, cryptosuite, proofPurpose, verificationMethod } = options;
  if (type !== 'DataIntegrityProof' || cryptosuite !== 'eddsa-jcs-2022') return false;
  const writer = writers.find((key) => verificationMethod === `did:key:${key}#${key}`);
  if (writer === undefined || proofPurpose !== 'assertionMethod' || typeof proofValue !== 'string')
    return false;
  const [key, signature] = [readMultikey(writer), decodeMultibase(proofValue)];
  if (!key.ok || !signature.ok || !proofValue.startsWith('z')) return false;
  const data = concatBytes([await jcsDigest(options), await jcsDigest(unsigned)]);
  const signed = { algorithm: 'Ed25519', jwk: key.value, data, signature: signature.value } as const;
  return (await verifySignature(signed)).ok;
}

/** The hash of an entry's canonical form (RFC 8785), as `versionId` writes it. */
export const hashOf = async (value: JsonObject): Promise<string> => hashText(await jcsDigest(value));

/** The hash of a key, as `nextKeyHashes` writes it. */
export const multihash = async (bytes: Uint8Array): Promise<string> =>
  hashText(await digest('sha256', bytes));

/** Multihash 0x12: SHA-256, of 32 bytes. */
const hashText = (sha256: Uint8Array): string =>
  encodeBase58btc(concatBytes([Uint8Array.of(0x12, sha256.length), sha256]));

async function jcsDigest(value: JsonObject): Promise<Uint8Array> {
  const canonical = canonizeJson(value);
  if (!canonical.ok) throw new Broken('json');
  return digest('sha256', utf8(canonical.value));
}
