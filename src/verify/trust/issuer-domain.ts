/** Who controls an issuer id: the host that serves it, if any. */
import { remember } from '../../encoding/remember.ts';
import { isOnSharedHost, sameTenant } from '../../net/tenant.ts';

/**
 * The host of an issuer id in ASCII form: of an https (or, upgraded, http) address, of did:web and did:webvh. An
 * unusual port is included. On a shared machine any user may serve at a high port, and does not speak for the domain.
 * Null for did:key, did:jwk, urn: and other ids without a domain. Null also on a shared host, because its operator does
 * not speak for its tenants.
 */
export const domainOf = (issuerId: string): string | null => known(issuerId);

/** Many credentials have few issuers. */
const MAX_CACHED_ISSUERS = 1_000;
const known = remember(controllingHost, MAX_CACHED_ISSUERS);

function controllingHost(issuerId: string): string | null {
  const [, named, path = ''] = /^did:web(?:vh:[^:]+)?:([^:/?#]+)([^?#]*)/.exec(issuerId) ?? [];
  // did:web §3.2: the port of the host is percent-encoded. Colons separate the parts of the path.
  const address = named === undefined ? issuerId : `https://${decoded(named)}${path.replaceAll(':', '/')}/`;
  if (!URL.canParse(address) || isOnSharedHost(address)) return null;
  const { protocol, host, username } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && host !== '' ? host : null;
}

/** Whether two ids belong to one party: one tenant of a host, or one domain. */
export function sameParty(one: string, other: string): boolean {
  const domain = domainOf(one);
  return sameTenant(one, other) || (domain !== null && domain === domainOf(other));
}

function decoded(text: string): string {
  return text.replace(/%3a/i, ':');
}
