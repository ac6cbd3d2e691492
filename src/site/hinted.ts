/** A cheap first look at a link, without the registry: the worker knows better, but it is far away and pages are long. */
import { isWrapper } from '../recognise/unwrap.ts';
import { DOMAINS, PIECES } from './hints.ts';

/** Which links of a host count: every one, those to a redirector's target, or none but for a piece in them. */
type Verdict = 'any' | 'wrapper' | 'none';

const WRAPPED = /[?&](?:url|u|q)=http/i;
const SOMEWHERE = new RegExp(
  PIECES.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
  'i',
);
const OPEN: ReadonlySet<string> = new Set(DOMAINS);

/** RFC 1035 §2.3.4, as a name is written: the worker refuses longer ones. */
const MAX_HOST = 253;

/** Longer than what the worker takes; no page that is meant for people has such addresses. */
export const isEndless = (address: string): boolean => address.length > 65_536;

const known = new Map<string, Verdict>();

/** Every link counts also on the hosts below a domain that is listed. */
function verdictOn(host: string): Verdict {
  for (let domain = host.slice(-MAX_HOST); domain !== ''; domain = domain.replace(/^[^.]*\.?/, ''))
    if (OPEN.has(domain)) return 'any';
  return isWrapper(host) ? 'wrapper' : 'none';
}

/**
 * Whether the attribute of a link (absolute, relative or without scheme, as the page writes it) may lead to a credential.
 * `pageHost` is where relative ones lead. Errs on the side of yes; what is no is no for certain.
 */
export function isHinted(href: string, pageHost: string): boolean {
  if (isEndless(href)) return false;
  if (SOMEWHERE.test(href)) return true;
  const start = hostStart(href);
  if (start < 0) return isRelative(href) && isHostHinted(pageHost, href);
  let end = start;
  while (end < href.length && !endsHost(href.charCodeAt(end))) end += 1;
  return isHostHinted(href.slice(start, end), href);
}

/** Where the host begins; -1 in a relative link or one of another scheme. Most links are written plainly. */
function hostStart(href: string): number {
  if (href.startsWith('https://')) return 8;
  return /^\s*(?:https?:)?[\\/]{2}/i.exec(href)?.[0].length ?? -1;
}

/** `/ ? # \ :` */
const endsHost = (code: number): boolean =>
  code === 0x2f || code === 0x3f || code === 0x23 || code === 0x5c || code === 0x3a;

const isRelative = (href: string): boolean => !/^[a-z][a-z0-9+.-]*:/i.test(href);

function isHostHinted(host: string, href: string): boolean {
  let verdict = known.get(host);
  if (verdict === undefined) {
    verdict = verdictOn(host.toLowerCase());
    known.set(host, verdict);
  }
  return verdict === 'any' || (verdict === 'wrapper' && WRAPPED.test(href));
}
