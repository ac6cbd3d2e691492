import { fail, type Result, succeed } from '../../result.ts';

const DOMAIN = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?:%3A\d{1,5})?$/i;
const SEGMENT = /^(?:[A-Za-z0-9._~!$&'()*+,;=@-]|%[0-9A-F]{2})+$/i;

/**
 * The address of a did:web's document (did:web §3.2): `:` separates path segments, `%3A` a port. `key-malformed` where
 * the DID names none, or hides a path, a user or `..` in a segment.
 */
export function didWebAddress(did: string): Result<string> {
  const [domain = '', ...segments] = did.slice('did:web:'.length).split(':');
  if (!DOMAIN.test(domain)) return fail('key-malformed');
  for (const segment of segments) {
    if (
      !SEGMENT.test(segment) ||
      /^\.{1,2}$/.test(segment.replaceAll(/%2e/gi, '.')) ||
      /%(?:2f|5c|00)/i.test(segment)
    )
      return fail('key-malformed');
  }
  const path = segments.length === 0 ? '/.well-known' : `/${segments.join('/')}`;
  const address = `https://${domain.replace(/%3A/i, ':')}${path}/did.json`;
  return URL.canParse(address) ? succeed(new URL(address).href) : fail('key-malformed');
}
