/** A cheap first look at a link, without the registry: the worker knows better, but it is far away and pages are long. */
import { ANYWHERE, HOSTS, PIECES, SUFFIXES } from './hints.ts';

/** Every link, links to a redirector's target, or links with one of these pieces. */
type Verdict = 'any' | 'wrapper' | readonly string[];

const WRAPPER_HOST =
  /(?:^|\.)(?:linkedin\.com|facebook\.com|messenger\.com|instagram\.com|google\.[a-z.]{2,6}|reddit\.com|youtube\.com|outlook\.com|badgecheck\.io)$/;
const WRAPPED = /[?&](?:url|u|q)=http/i;
const SOMEWHERE = new RegExp(
  ANYWHERE.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
  'i',
);
const NONE: readonly string[] = [];
const OPEN: ReadonlySet<string> = new Set(HOSTS);
const PICKED: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(PIECES));

const known = new Map<string, Verdict>();

function verdictOn(host: string): Verdict {
  // `www.` and languages: de.linkedin.com is as good as www.linkedin.com.
  const bare = host.replace(/^[a-z]{2,3}\./, '');
  for (const name of [host, `www.${bare}`, bare]) {
    if (OPEN.has(name)) return 'any';
    const pieces = PICKED.get(name);
    if (pieces) return WRAPPER_HOST.test(host) ? [...pieces, '?url=', '&url='] : pieces;
  }
  if (SUFFIXES.some((suffix) => host === suffix || host.endsWith(`.${suffix}`))) return 'any';
  return WRAPPER_HOST.test(host) ? 'wrapper' : NONE;
}

/**
 * Whether the attribute of a link (absolute, relative or without scheme, as the page writes it) may lead to a credential.
 * `pageHost` is where relative ones lead. Errs on the side of yes; what is no is no for certain.
 */
export function isHinted(href: string, pageHost: string): boolean {
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
  if (verdict === 'any') return true;
  if (verdict === 'wrapper') return WRAPPED.test(href);
  return verdict.length > 0 && contains(href.toLowerCase(), verdict);
}

const contains = (text: string, pieces: readonly string[]): boolean =>
  pieces.some((piece) => text.includes(piece));
