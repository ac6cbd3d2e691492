/**
 * Who controls an address: whoever runs its host, or, where strangers publish side by side on one host, the tenant of a
 * path. Everything that asks "is this the same party?" asks here: hosting, keys, lists, recognising.
 *
 * Hosts are compared whole, never by their endings. So what the private part of the Public Suffix List says (that
 * `a.github.io` and `b.github.io` are strangers) holds for every host, and needs no list.
 */
import { SHARED_HOSTS } from './shared-hosts.ts';

/** A party on the web: an origin, and the path below which it alone publishes (`/`: all of the origin). */
export interface Tenant {
  readonly origin: string;
  readonly path: string;
}

/**
 * Parses an http(s) address for comparing: `http` on its own port counts as `https` (we only ever ask by TLS, and the
 * host is the same party), user names are never part of an address, fragments name no other document.
 */
export function comparableAddress(address: string): URL | null {
  const parsed = URL.canParse(address) ? new URL(address) : null;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) return null;
  if (parsed.username !== '' || parsed.password !== '') return null;
  if (parsed.protocol === 'http:' && parsed.port === '') parsed.protocol = 'https:';
  parsed.hash = '';
  return parsed;
}

/** Whether two addresses are the same one. Case matters in paths, not in hosts; query strings are part of it. */
export function sameAddress(one: string, other: string): boolean {
  const [first, second] = [comparableAddress(one), comparableAddress(other)];
  return first !== null && second !== null && first.href === second.href;
}

/** The party that controls an address; null for what is no address on the web. */
export function tenantOf(address: string): Tenant | null {
  const url = comparableAddress(address);
  if (url === null) return null;
  const path = tenantPath(url.hostname, url.pathname);
  const decoded = tenantPath(url.hostname, asServersRead(url));
  // Where a server may read another tenant out of the path than the URL Standard does, the address speaks for itself alone.
  const isClear = path !== null && path === decoded;
  return { origin: url.origin, path: isClear ? path : url.pathname + url.search };
}

/** Whether one party controls both addresses. */
export function sameTenant(one: string, other: string): boolean {
  const [first, second] = [tenantOf(one), tenantOf(other)];
  return first !== null && second !== null && first.origin === second.origin && first.path === second.path;
}

/** Whether the host as a whole speaks for others than whoever controls this address. */
export const isOnSharedHost = (address: string): boolean => (tenantOf(address)?.path ?? '/') !== '/';

/**
 * Whether an answer after redirects still comes from the party that was asked. `www.` may be added or dropped in front of
 * a whole host; a host below the named one may be anybody's, and so may whatever an open redirector leads to. Plain http
 * answers only in a closed world (docs/decisions.md#the-machine-readable-outcome, `--documents`), and there for the very address that names it.
 */
export function answeredBySame(asked: string, answered: string): boolean {
  if (!answered.startsWith('https:')) return asked.startsWith('http:') && sameAddress(asked, answered);
  if (sameTenant(asked, answered)) return true;
  const [from, to] = [tenantOf(asked), tenantOf(answered)];
  if (from?.path !== '/' || to?.path !== '/') return false;
  return withWww(from.origin) === to.origin || withWww(to.origin) === from.origin;
}

const withWww = (origin: string): string => origin.replace('://', '://www.');

/** The path of the tenant, or null where the address is a party of its own. The first pattern that fits decides. */
function tenantPath(host: string, path: string): string | null {
  const row = ROWS.find((each) => each.host.test(host));
  const patterns = [...EVERYWHERE, ...(row?.paths ?? WHOLE_HOST)];
  const found = patterns.find(({ pattern }) => pattern.test(path));
  if (!found) return null;
  return found.whole ? '/' : (found.pattern.exec(path)?.[0] ?? null);
}

/**
 * The path as some servers read it: they decode what a URL parser leaves (`%2F`, `%5C`, `%7E`), drop the parameters of a
 * segment (RFC 3986 §3.3, `..;` too), and take two slashes for one.
 */
export function asServersRead({ origin, pathname }: URL): string {
  const path = pathname
    .replace(/%2f|%5c/gi, '/')
    .replace(/%7e/gi, '~')
    .replace(/;[^/]*/g, '')
    .replace(/\/{2,}/g, '/');
  return new URL(path, origin).pathname;
}

interface PathPattern {
  readonly pattern: RegExp;
  /** The path belongs to whoever runs the host. */
  readonly whole: boolean;
}

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

/** `*` in a host: one label or more. */
const hostPattern = (text: string): RegExp => new RegExp(`^${escaped(text).replaceAll('*', '[^/]+')}$`);

/** `*` in a path: within one segment. One that ends with a slash wants something below it; `/` is the host itself. */
const pathPattern = (text: string): PathPattern => ({
  pattern: new RegExp(`^${escaped(text).replaceAll('*', '[^/]+')}${text.endsWith('/') ? '' : '(?=/|$)'}`),
  whole: text === '/',
});

const WHOLE_HOST = [pathPattern('/')];

/** On any host: what speaks for the host (RFC 8615), the pages of its users, and content by its hash (IPFS gateways). */
const EVERYWHERE: readonly PathPattern[] = [
  { pattern: /^\/\.well-known\//, whole: true },
  ...['/~*', '/ipfs/*', '/ipns/*'].map(pathPattern),
];

const ROWS = SHARED_HOSTS.map(({ hosts, tenants }) => ({
  host: new RegExp(hosts.map((host) => hostPattern(host).source).join('|')),
  paths: tenants.map(pathPattern),
}));
