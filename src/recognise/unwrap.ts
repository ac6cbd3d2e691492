/** Redirectors put another site's address into their own links. It is read out of the link, with no request. */

interface Wrapper {
  readonly host: RegExp;
  /** Pattern of the path, where the redirector has one of its own. */
  readonly path?: RegExp;
  /** The query parameters that may hold the address. */
  readonly parameters?: readonly string[];
  /** Where the address stands behind the host as it is, without a parameter: the first group. */
  readonly inside?: RegExp;
}

const WRAPPERS: readonly Wrapper[] = [
  {
    host: /^(?:[a-z]{2,3}\.)?linkedin\.com$/,
    path: /^\/(?:safety\/go|redir\/(?:general-)?redirect|csp\/redirect|redirect)\/?$/,
    parameters: ['url'],
  },
  { host: /^(?:l|lm)\.(?:facebook|messenger|instagram)\.com$/, path: /^\/(?:l\.php)?$/, parameters: ['u'] },
  { host: /^(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}$/, path: /^\/url$/, parameters: ['q', 'url'] },
  { host: /^out\.reddit\.com$/, parameters: ['url'] },
  { host: /^(?:www\.|m\.)?youtube\.com$/, path: /^\/redirect$/, parameters: ['q'] },
  { host: /^[a-z0-9]+\.safelinks\.protection\.outlook\.com$/, parameters: ['url'] },
  {
    host: /^(?:www\.)?badgecheck\.io$|^badgecheck\.(?:[a-z]{2}\.)?badgr\.com$/,
    parameters: ['url'],
  },
  { host: /^slack-redir\.net$/, path: /^\/link\/?$/, parameters: ['url'] },
  { host: /^(?:www\.)?medium\.com$/, path: /^\/r\/?$/, parameters: ['url'] },
  { host: /^(?:www\.)?vk\.com$/, path: /^\/away\.php$/, parameters: ['to'] },
  { host: /^(?:www\.)?duckduckgo\.com$/, path: /^\/l\/?$/, parameters: ['uddg'] },
  // It puts a star for each sign that stands at the end of the link, in a code of its own.
  { host: /^urldefense\.com$/, inside: /^\/v3\/__(https?:[^*]+?)__;/i },
  { host: /^href\.li$/, inside: /^\/\?(https?:.+)$/i },
  // A kept copy of a page is no record. The address that it was kept from is the badge's.
  { host: /^web\.archive\.org$/, inside: /^\/web\/\d{4,14}(?:[a-z]{2}_)?\/(https?:.+)$/i },
  { host: /^(?:eu\.)?api\.accredible\.com$/, path: /^\/v1\/auth\/invite\/?$/, parameters: ['url'] },
];

const MAX_LEVELS = 3;
/** Longer than any real link. A data: link may be longer and is never a wrapper. */
const MAX_CHARACTERS = 8192;

/**
 * Parameters that track what led the reader here, and members that name a person. Neither goes into a request or a
 * report.
 */
const STRIPPED = /^(?:trk|trkinfo|lipi|fbclid|gclid|utm_[a-z_]+|identity__[a-z_]+)$/i;

/**
 * The address that a link leads to in the end. Wrappers are taken off: three levels, exact hosts, http and https
 * targets only. It is normalised as `URL` does; tracking and personal parameters are removed. What is no absolute
 * address is returned as it came. Never throws.
 */
export function unwrap(address: string): string {
  if (address.length > MAX_CHARACTERS || !/^\s*https?:/i.test(address)) return address;
  let url = parse(address);
  if (!url) return address;
  for (let level = 0; level < MAX_LEVELS; level += 1) {
    const inner = wrappedBy(url);
    if (!inner) break;
    url = inner;
  }
  return stripped(url);
}

function wrappedBy(url: URL): URL | null {
  const camo = camoTarget(url);
  if (camo) return parse(camo);
  const wrapper = WRAPPERS.find(
    ({ host, path }) => host.test(url.hostname) && (path?.test(url.pathname) ?? true),
  );
  const inside = wrapper?.inside?.exec(url.href.slice(url.origin.length))?.[1];
  const [target = null, ...others] = (wrapper?.parameters ?? [])
    .flatMap((parameter) => url.searchParams.getAll(parameter))
    .concat(inside ?? [])
    .flatMap((each) => parse(each) ?? []);
  // Of two addresses only the redirector knows which one it takes.
  return others.every(({ href }) => href === target?.href) ? target : null;
}

/** GitHub serves images of READMEs from camo.githubusercontent.com/<digest>/<the address in hex>. */
function camoTarget(url: URL): string | null {
  if (url.hostname !== 'camo.githubusercontent.com') return null;
  const hex = /^\/[0-9a-f]+\/((?:[0-9a-f]{2})+)$/i.exec(url.pathname)?.[1];
  if (hex === undefined) return null;
  return hex.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}

function parse(address: string): URL | null {
  if (address.length > MAX_CHARACTERS || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

/** Removes parameter by parameter, so that the others keep their spelling: an id compares byte by byte. */
function stripped(url: URL): string {
  if (!url.search) return url.href;
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !STRIPPED.test(pair.split('=', 1)[0] ?? ''));
  // The question mark is added, because the setter removes one and a query may begin with another.
  url.search = kept.length > 0 ? `?${kept.join('&')}` : '';
  return url.href;
}
