/** The keys of OB 2 issuers: CryptographicKey documents with a PEM or a JWK (OB 2.0 §CryptographicKey). */

import { decodeBase64 } from '../../encoding/base64url.ts';
import { unshared } from '../../encoding/bytes.ts';
import { decodeText } from '../../encoding/text.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { hostnameOf } from '../../net/address.ts';
import { problemOfStatus } from '../../net/answer.ts';
import { answeredBySame } from '../../net/tenant.ts';
import type { Instant, Net } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { materialOfJwk, type PublicJwk, readJwk } from '../key/jwk.ts';
import { endOfMethod } from '../key/method.ts';
import { getDependency, objectIn } from './dependency.ts';

export interface Ob2Key {
  readonly jwk: PublicJwk;
  /** The id in the key's own document. Null for a bare PEM, which has none. */
  readonly id: string | null;
  readonly owner: string | null;
  /** The address that served its document, after redirects within one party. Null for a key inside a profile. */
  readonly servedAt: string | null;
  /** A PEM file, which cannot name its owner. */
  readonly bare: boolean;
  /**
   * Set where its document says that it is revoked or past its end, or gives its private part away: anybody who has read
   * that can sign.
   */
  readonly ended: Problem | null;
}
export type KeyWorld = { readonly net: Net; readonly now: Instant };

/**
 * The key at an address: a CryptographicKey, or (OB 1.x) a bare PEM file. The signer of an OB 1 badge chooses the
 * address on the issuer's host. So the issuer's party itself must answer, and not the target of an open redirector.
 * Codes: `key-unresolvable` with its cause, `key-malformed`, `key-method-unsupported`, those of `readJwk`.
 */
export async function fetchOb2Key(address: string, { net, now }: KeyWorld): Promise<Result<Ob2Key>> {
  const params = { host: hostnameOf(address) };
  const answer = await getDependency(net, address);
  const trouble = answer.ok ? problemOfStatus(answer.value) : answer.problem;
  if (trouble || !answer.ok) {
    return fail('key-unresolvable', { params, cause: trouble ?? problem('network-failed') });
  }
  const { finalUrl } = answer.value;
  if (!answeredBySame(address, finalUrl))
    return fail('key-unresolvable', { params: { ...params, redirectedTo: hostnameOf(finalUrl) } });
  const text = decodeText(answer.value.bytes, answer.value.charset);
  if (text.ok && text.value.trimStart().startsWith('-----BEGIN')) {
    const jwk = await readPem(text.value);
    if (!jwk.ok) return jwk;
    const ended = endOfPem(text.value);
    return succeed({ jwk: jwk.value, id: null, owner: null, servedAt: finalUrl, bare: true, ended });
  }
  const object = objectIn(answer.value);
  if (!object.ok) return fail('key-unresolvable', { params, cause: object.problem });
  const key = await readOb2Key(object.value.object, now);
  return key.ok ? succeed({ ...key.value, servedAt: finalUrl }) : key;
}

/** A CryptographicKey document, fetched or inline in a fetched profile. */
export async function readOb2Key(document: JsonObject, now: Instant): Promise<Result<Ob2Key>> {
  const jwk = await readKeyMember(document);
  if (!jwk.ok) return jwk;
  return succeed({
    jwk: jwk.value,
    id: idOf(document.id),
    owner: idOf(document.owner),
    servedAt: null,
    bare: false,
    ended: endOfOb2Key(document, now),
  });
}

/** What a CryptographicKey says against its key. */
export const endOfOb2Key = (document: JsonObject, now: Instant): Problem | null =>
  endOfMethod(document, now) ??
  (typeof document.publicKeyPem === 'string' ? endOfPem(document.publicKeyPem) : null);

const endOfPem = (pem: string): Problem | null =>
  pem.includes('PRIVATE KEY-----') ? problem('key-private') : null;

async function readKeyMember({ publicKeyPem, publicKeyJwk }: JsonObject): Promise<Result<PublicJwk>> {
  if (isJsonObject(publicKeyJwk)) {
    const jwk = readJwk(publicKeyJwk);
    // The public part is still needed, to end the key under its other names.
    return !jwk.ok && jwk.problem.code === 'key-private' ? materialOfJwk(publicKeyJwk) : jwk;
  }
  return typeof publicKeyPem === 'string' ? readPem(publicKeyPem) : fail('key-malformed');
}

const idOf = (value: Json | undefined): string | null => {
  const id = isJsonObject(value) ? value.id : value;
  return typeof id === 'string' ? id : null;
};

/** RFC 7468 §13 (SubjectPublicKeyInfo), and the PKCS #1 form that some issuers publish. */
async function readPem(pem: string): Promise<Result<PublicJwk>> {
  const [, label, body] = /-----BEGIN ((?:RSA )?PUBLIC KEY)-----([\s\S]+?)-----END \1-----/.exec(pem) ?? [];
  const der = decodeBase64((body ?? '').replace(/\s+/g, ''));
  if (label === undefined || !der.ok) return fail(/PRIVATE KEY/.test(pem) ? 'key-private' : 'key-malformed');
  const spki = label === 'PUBLIC KEY' ? der.value : wrapPkcs1(der.value);
  for (const algorithm of IMPORTS) {
    try {
      const key = await crypto.subtle.importKey('spki', unshared(spki), algorithm, true, ['verify']);
      // A JsonWebKey is JSON; its type only lacks an index.
      return readJwk(withoutUse((await crypto.subtle.exportKey('jwk', key)) as JsonObject));
    } catch {
      // It is no key of this kind. The next row may fit.
    }
  }
  return fail('key-malformed');
}

const IMPORTS = [
  { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  { name: 'ECDSA', namedCurve: 'P-256' },
  { name: 'ECDSA', namedCurve: 'P-384' },
  { name: 'ECDSA', namedCurve: 'P-521' },
  { name: 'Ed25519' },
] as const;

/** The import needed an algorithm that the key does not name. So `alg` and `key_ops` of the export mean nothing. */
const withoutUse = ({ alg: _alg, key_ops: _operations, ext: _ext, ...jwk }: JsonObject): JsonObject => jwk;

/** RFC 8017 §A.1.1 inside RFC 5280 §4.1.2.7: the algorithm is rsaEncryption, its parameters NULL. */
function wrapPkcs1(pkcs1: Uint8Array): Uint8Array {
  const algorithm = [
    0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
  ];
  const bits = [0x03, ...lengthOf(pkcs1.length + 1), 0x00, ...pkcs1];
  return Uint8Array.from([0x30, ...lengthOf(algorithm.length + bits.length), ...algorithm, ...bits]);
}

/** X.690 §8.1.3, for lengths of up to two bytes. */
function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}
