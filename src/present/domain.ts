import { toUnicode } from 'punycode/punycode.es6.js';
import { parse } from 'tldts';
import { MAX_HOST_LENGTH } from '../net/address.ts';

export interface DomainView {
  /** What stands before the registrable part: "badges." */
  readonly before: string;
  /** The part that somebody registered and answers for: "example.edu". */
  readonly registrable: string;
  readonly whole: string;
  /** How the name reads in letters, where its ASCII form is punycode. */
  readonly unicode: string | null;
}

/** Splits a host, with its port if it has one, into what its owner made up and what they registered. A host without registrable part is shown whole. */
export function domainView(host: string): DomainView {
  // Private suffixes count (`tenant.github.io`): there the tenant, not the platform, answers for the page.
  const port = /:\d+$/.exec(host)?.[0] ?? '';
  const { domain } = parse(host, { allowPrivateDomains: true });
  const registrable = domain === null ? host : domain + port;
  // A longer one is no name, and undoing punycode takes the square of its length.
  const unicode = host.length > MAX_HOST_LENGTH ? host : toUnicode(host);
  return {
    before: host.endsWith(registrable) ? host.slice(0, host.length - registrable.length) : '',
    registrable,
    whole: host,
    unicode: unicode === host ? null : unicode,
  };
}
