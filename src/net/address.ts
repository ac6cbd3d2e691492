import { fail, type Result, succeed } from '../result.ts';
import { isInnerIpv4, isInnerIpv6 } from './private-address.ts';

/** RFC 1035 §2.3.4 allows 255 octets on the wire. A written name then has at most 253. */
export const MAX_HOST_CHARACTERS = 253;
/** The host name of an address, without its port; empty where it has none. */
export const hostnameOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).hostname : '';

/**
 * The longest address. It has room for a status list or a DID many times over, and links to credentials are shorter.
 */
const MAX_ADDRESS_CHARACTERS = 8192;

/**
 * Names that lead into the local network, or nowhere on the public Internet. Sources: RFC 6761 and 6762, RFC 7686
 * (onion), RFC 8375 (home.arpa), ICANN's reserved `internal`, and the suffixes that routers and companies use for
 * themselves. `example` is reserved too, but it leads nowhere, and many documents use it.
 */
const INNER_SUFFIXES: ReadonlySet<string> = new Set([
  ...['localhost', 'localdomain', 'local', 'internal', 'intranet', 'private', 'corp', 'home', 'lan'],
  ...['home.arpa', 'in-addr.arpa', 'ip6.arpa', 'test', 'invalid', 'onion', 'alt'],
]);

/** Ports above 1023 that fetch refuses (Fetch Standard §2.9, bad port): mail, chat, files, X11. */
const REFUSED_PORTS: ReadonlySet<number> = new Set([
  ...[1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566],
  ...[6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080],
]);

/**
 * Whether an address may be requested. Out: the parsed URL. The URL Standard's parser decides. It sees `0x7f.1`,
 * `2130706433` and `[::ffff:7f00:1]` for what they are.
 * - `url-malformed` no URL, over 8 KiB, with user name or password, a host over 253 octets or that ends with a dot
 * - `not-https` any other scheme
 * - `private-host` a literal inner address, a name without a dot, a name of the local network
 * - `port-refused` a port that belongs to another service
 *
 * `schemes` and `names` are for callers that send no request: to check a link, or to answer in a closed world.
 */
export function checkAddress(
  address: string,
  schemes: ReadonlySet<string> = HTTPS_ONLY,
  names: 'public' | 'any' = 'public',
): Result<URL> {
  if (address.length > MAX_ADDRESS_CHARACTERS || !URL.canParse(address)) return fail('url-malformed');
  const url = new URL(address);
  const host = url.hostname;
  if (host.length > MAX_HOST_CHARACTERS) return fail('url-malformed');
  const params = { host };
  if (!schemes.has(url.protocol)) return fail('not-https', { params });
  if (url.username !== '' || url.password !== '' || host === '' || host.endsWith('.'))
    return fail('url-malformed', { params });
  if (isInnerLiteral(host) || (names === 'public' && isInnerName(host)))
    return fail('private-host', { params });
  if (!isWebPort(url.port)) return fail('port-refused', { params: { host, port: url.port } });
  return succeed(url);
}

const HTTPS_ONLY: ReadonlySet<string> = new Set(['https:']);

// If the last label of a host is a number, the URL Standard's parser makes an IPv4 address of it, or fails.
const isLiteral = (host: string): boolean => host.startsWith('[') || /(^|\.)\d+$/.test(host);

const isInnerLiteral = (host: string): boolean =>
  isLiteral(host) && (host.startsWith('[') ? isInnerIpv6(host.slice(1, -1)) : isInnerIpv4(host));

function isInnerName(host: string): boolean {
  if (isLiteral(host)) return false;
  const labels = host.split('.');
  return labels.length < 2 || labels.some((_, index) => INNER_SUFFIXES.has(labels.slice(index).join('.')));
}

/** The default port, or a port on which any user may run a web server. */
function isWebPort(port: string): boolean {
  return port === '' || (Number(port) >= 1024 && !REFUSED_PORTS.has(Number(port)));
}
