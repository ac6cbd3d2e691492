import { toUnicode } from 'punycode/punycode.es6.js';
import { parse } from 'tldts';

/** The address itself if a person may safely follow it (http or https, no user name in it); null otherwise. */
export function safeLink(address: string | null): string | null {
  const url = address === null ? null : readUrl(address);
  const web = url?.protocol === 'https:' || url?.protocol === 'http:';
  return url !== null && web && url.username === '' && url.password === '' ? url.href : null;
}

/** The host of an address, ASCII form; null where it has none. */
export function hostOf(address: string | null): string | null {
  return (address === null ? null : readUrl(address)?.host) || null;
}

/** Host and path, without query and fragment: those may carry secrets (wallet pins, e-mail addresses). */
export function withoutSecrets(address: string): string {
  const url = readUrl(address);
  return url === null || url.host === '' ? (address.split(/[?#]/, 1)[0] ?? '') : `${url.host}${url.pathname}`;
}

export interface DomainView {
  /** What stands before the registrable part: "badges." */
  readonly before: string;
  /** The part that somebody registered and answers for: "example.edu". */
  readonly registrable: string;
  readonly whole: string;
  /** How the name reads in letters, where its ASCII form is punycode. */
  readonly unicode: string | null;
}

/** Splits a host into what its owner made up and what they registered. A host without registrable part is shown whole. */
export function domainView(host: string): DomainView {
  // Private suffixes count (`tenant.github.io`): there the tenant, not the platform, answers for the page.
  const { domain } = parse(host, { allowPrivateDomains: true });
  const registrable = domain ?? host;
  const unicode = toUnicode(host);
  return {
    before: host.endsWith(registrable) ? host.slice(0, host.length - registrable.length) : '',
    registrable,
    whole: host,
    unicode: unicode === host ? null : unicode,
  };
}

function readUrl(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
