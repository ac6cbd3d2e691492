/** Whether an issuer id stands for the organisation that runs a host, and not for a user of it. */
import { asServersRead } from '../../net/tenant.ts';
import { domainOf } from './issuer-domain.ts';

/** Subdomains below which an organisation's people, guests and customers publish. */
const OF_PEOPLE: ReadonlySet<string> = new Set([
  'alumni',
  'blog',
  'blogs',
  'cdn',
  'cloud',
  'docs',
  'drive',
  'faculty',
  'files',
  'forms',
  'groups',
  'home',
  'homepage',
  'homepages',
  'members',
  'my',
  'pages',
  'people',
  'personal',
  'raw',
  'share',
  'sites',
  'staff',
  'storage',
  'student',
  'students',
  'user',
  'usercontent',
  'users',
  'webspace',
  'wiki',
  'wikis',
]);

/** Whether an organisation lets others publish on this host: `users.uni.edu`, `sites.google.com`. */
export const isOfPeople = (host: string): boolean =>
  host
    .split('.')
    .slice(0, -2)
    .some((label) => OF_PEOPLE.has(label));

/**
 * The host for which an issuer id speaks as a whole: did:web without a path, or a profile at the root or in
 * `/.well-known` (docs/decisions.md#identified-issuers). Null for a path, a port, a shared host, and an id without a
 * host.
 */
export function organisationHost(issuerId: string): string | null {
  const host = domainOf(issuerId);
  if (host === null || !/^[a-z0-9.-]+\.[a-z]{2,}$/.test(host) || isOfPeople(host)) return null;
  const isWhole = /^did:web(?:vh:[^:]+)?:[^:/?#]+$/.test(issuerId) || isAtRoot(issuerId);
  return isWhole ? host : null;
}

function isAtRoot(issuerId: string): boolean {
  if (!/^https:/i.test(issuerId)) return false;
  const url = new URL(issuerId);
  // A server may read `..%2F` and `..;` where a URL parser does not: such an address can lead out of `/.well-known`.
  return url.search === '' && [url.pathname, asServersRead(url)].every(isOfHost);
}

const isOfHost = (path: string): boolean => path === '/' || path.startsWith('/.well-known/');
