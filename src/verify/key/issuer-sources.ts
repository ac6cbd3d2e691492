/** Where an issuer publishes keys besides the document at its own id. */
import { isJsonObject, type JsonObject } from '../../json.ts';
import { isOnSharedHost } from '../../net/tenant.ts';
import type { Net } from '../../ports.ts';
import { fail, failWith, type Result, succeed } from '../../result.ts';
import type { VerifyPorts } from '../ports.ts';
import { belongsTo, fetchJson } from './fetch-json.ts';
import { fetchSet } from './jwks.ts';

export type KeyPorts = Pick<VerifyPorts, 'net' | 'clock' | 'hosting'>;

/** Hosts that strangers share. What such a host says as a whole speaks for none of them (docs/decisions.md#keys). */
export const isShared = (issuerId: string, { hosting }: KeyPorts): boolean =>
  hosting.providerAt(issuerId) !== null || isOnSharedHost(issuerId);

/** The set of an https issuer's authority. */
export const jwksAddress = (issuerId: string): string => new URL('/.well-known/jwks.json', issuerId).href;

/**
 * SD-JWT VC §5: `/.well-known/jwt-vc-issuer` between host and path; its `issuer` must be the `iss`. Out: the set in it,
 * or behind it.
 */
export async function metadataSet(issuerId: string, net: Net): Promise<Result<JsonObject>> {
  if (!URL.canParse(issuerId)) return fail('key-malformed');
  const { origin, pathname } = new URL(issuerId);
  const metadata = await fetchJson(`${origin}/.well-known/jwt-vc-issuer${pathname.replace(/\/$/, '')}`, net);
  if (!metadata.ok) return metadata;
  const { issuer, jwks, jwks_uri: address } = metadata.value;
  const other = belongsTo(issuerId, issuer);
  if (other) return failWith(other);
  if (isJsonObject(jwks)) return succeed(jwks);
  return typeof address === 'string' ? fetchSet(address, net) : fail('key-not-bound');
}
