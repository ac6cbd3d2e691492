/** A cheap first look at a link, without the registry. The worker decides, but asking it is slow and pages are long. */
import { percentDecoded } from '../encoding/percent.ts';
import { isAwarded } from './awarded.ts';
import { DOMAINS, SOMEWHERE } from './hints.ts';
import { hostCode } from './host-code.ts';
import { remembered } from './remembered.ts';

/**
 * Another address inside a link: a redirector's, a verifier's, an invitation's. The worker knows which hosts may have
 * one.
 */
const WRAPPED = /[?/_=](https?(?::|%3a)[^&#]+)/i;
const MAX_LEVELS = 3;
const OPEN: ReadonlySet<string> = new Set(DOMAINS.match(/.{4}/g));

/** RFC 1035 §2.3.4: the longest name in its written form. The worker refuses longer ones. */
const MAX_HOST_CHARACTERS = 253;

/** Longer than the worker accepts. No page for people has such addresses. */
export const isEndless = (address: string): boolean => address.length > 65_536;

/** Every link counts also on the hosts below a domain that is listed. */
const isOpen = (host: string): boolean =>
  host
    .slice(-MAX_HOST_CHARACTERS)
    .split('.')
    .some((_, at, labels) => OPEN.has(hostCode(labels.slice(at).join('.'))));

/**
 * The address inside a link; the link itself where there is none, or where only the link is an award's: Microsoft's say
 * behind it where they are shown (`?ref=https://www.linkedin.com/`).
 */
export function innermost(link: string): string {
  let inner = link;
  for (let level = 0; level < MAX_LEVELS; level += 1) {
    const [before = '', address = ''] = inner.split(WRAPPED);
    if (!isAwarded(before) || isAwarded(address)) inner = percentDecoded(address) || inner;
  }
  return inner;
}

/**
 * Whether the attribute of a link may lead to a credential. The page may write it absolute, relative or without scheme.
 * `pageHost` is where relative ones lead. When in doubt it says yes; a no is certain. Of several addresses in one link,
 * only the worker knows which one counts.
 */
export const isHinted = (href: string, pageHost: string, levels = MAX_LEVELS): boolean =>
  !isEndless(href) &&
  (SOMEWHERE.test(href) ||
    isHostHinted(HOST.exec(href)?.[1] ?? (SCHEME.test(href) ? '' : pageHost)) ||
    (levels > 0 &&
      href.split(WRAPPED).some((part, at) => at > 0 && isHinted(percentDecoded(part), '', levels - 1))));
const HOST = /^\s*(?:https?:)?[\\/]{2}([^\\/?#:]*)/i;
export const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

const isHostHinted = remembered(
  (host: string): boolean => SOMEWHERE.test(`//${host}`) || isOpen(host.toLowerCase()),
);
