import { parse } from 'tldts';
import { unicodeHost } from '../encoding/unicode-host.ts';
import { MAX_HOST_CHARACTERS } from '../net/address.ts';

export interface DomainView {
  /** What stands before the registrable part: "badges." */
  readonly before: string;
  /** The part that somebody registered and is responsible for: "example.edu". */
  readonly registrable: string;
  readonly whole: string;
  /** The name in Unicode characters, where its ASCII form is punycode. */
  readonly unicode: string | null;
}

/**
 * Splits a host, with its port if any, into the registrable part and what its owner put before it. A host without a
 * registrable part is shown whole.
 */
export function domainView(host: string): DomainView {
  // Private suffixes count (`tenant.github.io`): there the tenant is responsible for the page, not the platform.
  const port = /:\d+$/.exec(host)?.[0] ?? '';
  const { domain } = parse(host, { allowPrivateDomains: true });
  const registrable = domain === null ? host : domain + port;
  // No name is longer. Decoding punycode takes the square of its length.
  const unicode = host.length > MAX_HOST_CHARACTERS ? host : unicodeHost(host);
  return {
    before: host.endsWith(registrable) ? host.slice(0, host.length - registrable.length) : '',
    registrable,
    whole: host,
    unicode: unicode === host ? null : unicode,
  };
}
