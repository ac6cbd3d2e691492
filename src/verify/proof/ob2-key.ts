/** The keys of OB 2 issuers: CryptographicKey documents with a PEM or a JWK (OB 2.0 §CryptographicKey). */

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
import { givesPemAway, readPem } from '../key/pem.ts';
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
    const jwk = readPem(text.value);
    if (!jwk.ok) return jwk;
    const ended = givesPemAway(text.value) ? problem('key-private') : null;
    return succeed({ jwk: jwk.value, id: null, owner: null, servedAt: finalUrl, bare: true, ended });
  }
  const object = objectIn(answer.value);
  if (!object.ok) return fail('key-unresolvable', { params, cause: object.problem });
  const key = readOb2Key(object.value.object, now);
  return key.ok ? succeed({ ...key.value, servedAt: finalUrl }) : key;
}

/** A CryptographicKey document, fetched or inline in a fetched profile. */
export function readOb2Key(document: JsonObject, now: Instant): Result<Ob2Key> {
  const jwk = readKeyMember(document);
  if (!jwk.ok) return jwk;
  return succeed({
    jwk: jwk.value,
    id: idOf(document.id),
    owner: idOf(document.owner),
    servedAt: null,
    bare: false,
    ended: endOfMethod(document, now),
  });
}

function readKeyMember({ publicKeyPem, publicKeyJwk }: JsonObject): Result<PublicJwk> {
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
