/** Every element of a page that may have to do with a credential, in the page's order. */
import { unwrap } from '../provider/unwrap.ts';
import { titled } from './claim.ts';
import { headingBefore } from './heading.ts';
import { isHinted } from './hinted.ts';
import { addressesOf, isFileLink, mayBeBaked, showsBadge } from './image.ts';
import { holdsCredential, schemaClaims } from './json-ld.ts';
import { shadowRootsIn } from './shadow.ts';
import type { PageClaim, Sighting } from './sighting.ts';
import { CREDENTIAL } from './words.ts';

/** Something of interest, before what the page says of it is read. */
export interface Found {
  readonly kind: Sighting['kind'];
  readonly element: Element;
  readonly link: string | null;
  readonly text?: string;
  readonly claim?: PageClaim;
  /** The page itself: its text is no claim about it. */
  readonly own?: true;
}

export interface Page {
  readonly url: string;
  readonly host: string;
  readonly origin: string;
  readonly base: string;
  readonly title: string;
  depth: number;
}

const MAX_FRAMES_DEEP = 4;

/** The page as its links are read against: its `base` element may lead them elsewhere. */
export function createPage(document: Document, url: string): Page {
  const base = document.querySelector('base[href]')?.getAttribute('href');
  const address = base && URL.canParse(base, url) ? new URL(base, url).href : url;
  const parsed = URL.canParse(address) ? new URL(address) : null;
  return {
    url,
    host: parsed?.hostname ?? '',
    origin: parsed?.origin ?? '',
    base: address,
    title: document.title,
    depth: 0,
  };
}

type Reader = (element: Element, page: Page, found: Found[]) => void;

/** One plain selector each: browsers answer these many times faster than one list of them all. */
const READERS: readonly (readonly [string, Reader])[] = [
  ['a[href]', readLink],
  ['area[href]', readLink],
  ['img', readImage],
  ['iframe', readFrame],
  ['script[type]', readScript],
  ['[data-share-badge-id]', readEmbed],
  ['blockcerts-verifier[src]', readEmbed],
];

/** What a tree shows, in its order; what the trees behind its elements show comes after it. */
export function collect(root: ParentNode, page: Page): readonly Found[] {
  const lists = READERS.map(([selector, read]) => {
    const found: Found[] = [];
    for (const element of root.querySelectorAll(selector)) read(element, page, found);
    return found;
  });
  const behind = [...shadowRootsIn(root)].flatMap((shadow) => collect(shadow, page));
  return [...lists.reduce(inOrder), ...behind];
}

function readLink(element: Element, page: Page, found: Found[]): void {
  const href = element.getAttribute('href') ?? '';
  if (!isHinted(href, page.host)) {
    if (isFileLink(href) && CREDENTIAL.test(`${headingBefore(element)} ${page.title} ${element.textContent}`))
      found.push({ kind: 'claim', element, link: absolute(href, page) });
    return;
  }
  const address = absolute(href, page);
  const link = address === null ? null : unwrap(address);
  if (link !== null && (link === address || isHinted(link, page.host)))
    found.push({ kind: 'link', element, link });
  else if (link !== null && isFileLink(link)) found.push({ kind: 'claim', element, link });
}

function readImage(element: Element, page: Page, found: Found[]): void {
  for (const source of addressesOf(element)) {
    const address = absolute(source, page);
    if (address === null || !/^https?:/i.test(address)) continue;
    const link = unwrap(address);
    if (showsBadge(link)) {
      if (isSameSite(link, page)) return;
      found.push({ kind: 'claim', element, link: null, claim: titled(element.getAttribute('alt')) });
    } else if (isHinted(link, page.host) && !/\.(?:png|svg|jpe?g|gif|webp)(?:[?#]|$)/i.test(link)) {
      found.push({ kind: 'image', element, link });
    } else if (mayBeBaked(link, element, { origin: page.origin, camo: link !== address })) {
      found.push({ kind: 'image', element, link });
    } else continue;
    return;
  }
}

/** A platform's own pages are full of its pictures. */
const isSameSite = (link: string, { host }: Page): boolean =>
  new URL(link).hostname.split('.').slice(-2).join('.') === host.split('.').slice(-2).join('.');

function readFrame(element: Element, page: Page, found: Found[]): void {
  const source = element.getAttribute('src') ?? '';
  const link = isHinted(source, page.host) ? absolute(source, page) : null;
  if (link !== null) found.push({ kind: 'embed', element, link: unwrap(link) });
  const inner = documentIn(element as HTMLIFrameElement);
  if (inner && page.depth < MAX_FRAMES_DEEP) {
    page.depth += 1;
    found.push(...collect(inner, page));
    page.depth -= 1;
  }
}

/** Only documents of the page's own origin can be reached; asking for another throws or gives null. */
function documentIn(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument ?? null;
  } catch {
    return null;
  }
}

function readScript(element: Element, _: Page, found: Found[]): void {
  if (!/^application\/(?:ld\+json|json|vc|vc\+ld\+json)$/i.test(element.getAttribute('type') ?? '')) return;
  const text = element.textContent ?? '';
  if (holdsCredential(text)) found.push({ kind: 'json-ld', element, link: null, text });
  else for (const claim of schemaClaims(text)) found.push({ kind: 'claim', element, link: null, claim });
}

/** Credly's embed is a `div` that its script replaces by a frame; a Blockcerts viewer names the certificate's JSON. */
function readEmbed(element: Element, page: Page, found: Found[]): void {
  const id = element.getAttribute('data-share-badge-id');
  const link =
    id === null
      ? absolute(element.getAttribute('src') ?? '', page)
      : `https://www.credly.com/badges/${encodeURIComponent(id.trim())}`;
  if (link !== null) found.push({ kind: 'embed', element, link });
}

/** The address that an attribute names; other schemes as they are, what is no address as null. */
export function absolute(address: string, { base }: Page): string | null {
  const trimmed = address.trim();
  if (trimmed === '') return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed)) return trimmed;
  return URL.canParse(trimmed, base) ? new URL(trimmed, base).href : null;
}

/** Two lists in the page's order become one: asked of each pair once, for asking is dear on long pages. */
function inOrder(one: readonly Found[], other: readonly Found[]): Found[] {
  const merged: Found[] = [];
  let taken = 0;
  for (const finding of other) {
    while (taken < one.length && !isBefore(finding, one[taken] as Found)) merged.push(one[taken++] as Found);
    merged.push(finding);
  }
  return [...merged, ...one.slice(taken)];
}

const isBefore = ({ element }: Found, other: Found): boolean => {
  const position = element.compareDocumentPosition(other.element);
  return (position & DISCONNECTED) === 0 && (position & FOLLOWING) !== 0;
};
/** Bits of `Node.compareDocumentPosition` (DOM Standard §4.4). */
const DISCONNECTED = 1;
const FOLLOWING = 4;
