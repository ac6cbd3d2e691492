/** A cheap first look at a link, without the registry: the worker knows better, but it is far away and pages are long. */
import { ANYWHERE, HOSTS, SUFFIXES } from './hints.ts';

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

const known = new Map<string, Verdict>();

function verdictOn(host: string): Verdict {
  const pieces = HOSTS[host] ?? HOSTS[host.replace(/^[a-z]{2,3}\./, 'www.')];
  if (pieces && !WRAPPER_HOST.test(host)) return pieces.length === 0 ? 'any' : pieces;
  if (pieces) return [...pieces, '?url=', '&url='];
  if (SUFFIXES.some((suffix) => host === suffix || host.endsWith(`.${suffix}`))) return 'any';
  return WRAPPER_HOST.test(host) ? 'wrapper' : NONE;
}

/**
 * Whether the attribute of a link (absolute, relative or without scheme, as the page writes it) may lead to a credential.
 * `pageHost` is where relative ones lead. Errs on the side of yes; what is no is no for certain.
 */
export function isHinted(href: string, pageHost: string): boolean {
  const slashes = /^\s*(?:https?:)?[\\/]{2}/i.exec(href);
  if (!slashes) return SOMEWHERE.test(href) || (isRelative(href) && isHostHinted(pageHost, href));
  const start = slashes[0].length;
  let end = start;
  while (end < href.length && !'/?#\\:'.includes(href[end] as string)) end += 1;
  return isHostHinted(href.slice(start, end).toLowerCase(), href) || SOMEWHERE.test(href);
}

const isRelative = (href: string): boolean => !/^[a-z][a-z0-9+.-]*:/i.test(href);

function isHostHinted(host: string, href: string): boolean {
  let verdict = known.get(host);
  if (verdict === undefined) {
    verdict = verdictOn(host);
    known.set(host, verdict);
  }
  if (verdict === 'any') return true;
  if (verdict === 'wrapper') return WRAPPED.test(href);
  return verdict.length > 0 && contains(href.toLowerCase(), verdict);
}

const contains = (text: string, pieces: readonly string[]): boolean =>
  pieces.some((piece) => text.includes(piece));
