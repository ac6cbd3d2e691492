/** Who controls an issuer id: the host that serves it, if any. */

/**
 * The host of an issuer id in ASCII form: of an https (or, upgraded, http) address, of did:web and did:webvh. With its
 * port where that is not the usual one: on a shared machine anybody may serve at a high port, and is not the domain.
 * Null for did:key, did:jwk, urn: and whatever else no domain controls.
 */
export function domainOf(issuerId: string): string | null {
  const did = /^did:web(?:vh:[^:]+)?:([^:/?#]+)/.exec(issuerId)?.[1];
  // did:web §3.2: the port of the host is percent-encoded.
  const address = did === undefined ? issuerId : `https://${decoded(did)}/`;
  if (!URL.canParse(address)) return null;
  const { protocol, host, username } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && host !== '' ? host : null;
}

function decoded(text: string): string {
  return text.replace(/%3a/i, ':');
}
