/**
 * Who controls an address: the operator of its host, or the tenant of a path where many people share one host.
 * Whether two addresses belong to one party is decided here alone: for hosting, keys, lists and recognition.
 *
 * Hosts are compared whole, never by their endings. So `a.github.io` and `b.github.io` are different parties without
 * any list. The private part of the Public Suffix List says the same.
 */
import { remember } from '../encoding/remember.ts';
import { lazy } from '../lazy.ts';
import { SHARED_HOSTS } from './shared-hosts.ts';

/** A party on the web: an origin, and the path below which only this party publishes (`/` means all of the origin). */
export interface Tenant {
  readonly origin: string;
  readonly path: string;
}

/**
 * Parses an http(s) address for comparison. `http` on its own port counts as `https`: the host is the same party, and
 * we ask only by TLS. User names are never part of an address. A fragment names no other document.
 */
export function comparableAddress(address: string): URL | null {
  const parsed = URL.canParse(address) ? new URL(address) : null;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) return null;
  if (parsed.username !== '' || parsed.password !== '') return null;
  if (parsed.protocol === 'http:' && parsed.port === '') parsed.protocol = 'https:';
  parsed.hash = '';
  return parsed;
}

/** Whether two addresses are the same. Case matters in paths, but not in hosts. The query string counts. */
export function sameAddress(one: string, other: string): boolean {
  const [first, second] = [comparableAddress(one), comparableAddress(other)];
  return first !== null && second !== null && withoutChoice(first.href) === withoutChoice(second.href);
}

/**
 * RFC 3986 §6.2.2: the digits of an escape have either case, and a character that needs no escape may have one. A URL
 * parser leaves both as they are.
 */
const withoutChoice = (href: string): string =>
  href.replace(/%[0-9a-f]{2}/gi, (written) => {
    const character = String.fromCharCode(Number(`0x${written.slice(1)}`));
    return /[\w.~-]/.test(character) ? character : written.toUpperCase();
  });

/**
 * The one spelling of an id that is a web address. Its fragment counts, unlike that of an address: one document may hold
 * many things (RFC 3986 §3.5). Null for any other id.
 */
export function comparableWebId(id: string): string | null {
  const address = comparableAddress(id);
  return address && withoutChoice(address.href + new URL(id).hash);
}

/** The addresses of one record are compared with each other again and again. */
const MAX_ADDRESSES = 1_000;

/** The party that controls an address. Null for anything that is no web address. */
export const tenantOf = remember(findTenant, MAX_ADDRESSES);

function findTenant(address: string): Tenant | null {
  const url = comparableAddress(address);
  if (url === null) return null;
  const path = tenantPath(url.hostname, url.pathname);
  const decoded = tenantPath(url.hostname, asServersRead(url));
  // A server may read a path otherwise than the URL Standard and find another tenant. Such an address is a party of its
  // own.
  const isClear = path !== null && path === decoded;
  return { origin: url.origin, path: isClear ? path : url.pathname + url.search };
}

/** Whether one party controls both addresses. */
export function sameTenant(one: string, other: string): boolean {
  const [first, second] = [tenantOf(one), tenantOf(other)];
  return first !== null && second !== null && first.origin === second.origin && first.path === second.path;
}

/** Whether the host is shared, so that its operator does not speak for this address. */
export const isOnSharedHost = (address: string): boolean => (tenantOf(address)?.path ?? '/') !== '/';

/**
 * Whether an answer after redirects still comes from the party that was asked. `www.` may be added to or removed from a
 * whole host. A subdomain may belong to anybody, and so may the target of an open redirector. Plain http answers only
 * in a closed world (docs/decisions.md#the-machine-readable-outcome, `--documents`), and only for the very address that
 * names it.
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
  const row = ROWS().find((each) => each.host.test(host));
  const patterns = [...EVERYWHERE, ...(row?.paths() ?? WHOLE_HOST)];
  const found = patterns.find(({ pattern }) => pattern.test(path));
  if (!found) return null;
  return found.whole ? '/' : (found.pattern.exec(path)?.[0] ?? null);
}

/**
 * The path as a server may read it. Servers may decode `%2F` and `%5C`, and any letter, which a URL parser keeps. They
 * may drop the parameters of a segment (RFC 3986 §3.3, `..;` too), and merge slashes.
 */
export function asServersRead({ origin, pathname }: URL): string {
  const path = withoutChoice(pathname)
    .replace(/%2F|%5C/g, '/')
    .replace(/;[^/]*/g, '')
    .replace(/\/{2,}/g, '/');
  return new URL(path, origin).pathname;
}

interface PathPattern {
  readonly pattern: RegExp;
  /** The path belongs to the operator of the host. */
  readonly whole: boolean;
}

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

/** `*` in a host: one label or more. */
const hostPattern = (text: string): RegExp => new RegExp(`^${escaped(text).replaceAll('*', '[^/]+')}$`);

/**
 * `*` in a path stands for characters within one segment, and `**` for any number of segments. A pattern that ends with
 * a slash needs something below it. `/` is the host itself.
 */
const pathPattern = (text: string): PathPattern => {
  const [start = '', rest] = text.split('/**').map((part) => escaped(part).replaceAll('*', '[^/]+'));
  const path = rest === undefined ? start : `${start}(?:/[^/]+)*?${rest}`;
  return { pattern: new RegExp(`^${path}${text.endsWith('/') ? '' : '(?=/|$)'}`), whole: text === '/' };
};

const WHOLE_HOST = [pathPattern('/')];

/**
 * On any host: the paths that speak for the host (RFC 8615), the pages of its users, content by its hash (IPFS
 * gateways), files of a repository (GitLab, Gitea), shared files (Nextcloud), and containers (OpenStack Swift). GitLab
 * has groups within groups, and the others are often installed below a folder.
 */
const EVERYWHERE: readonly PathPattern[] = [
  { pattern: /^\/\.well-known\//, whole: true },
  ...['/~*', '/ipfs/*', '/ipns/*', '/s/*/download', '/*/s/*/download', '/v1/AUTH_*/*/'].map(pathPattern),
  ...['/**/index.php/s/*', '/**/public.php/dav/files/*', '/**/*/*/-/raw/*/'].map(pathPattern),
  ...['branch', 'tag', 'commit'].map((kind) => pathPattern(`/**/*/*/raw/${kind}/*/`)),
];

const ROWS = lazy(() =>
  SHARED_HOSTS.map(({ hosts, tenants }) => ({
    host: new RegExp(hosts.map((host) => hostPattern(host).source).join('|')),
    paths: lazy(() => tenants.map(pathPattern)),
  })),
);
