/** DOM → what the page shows of credentials. Reads only; believes nothing; the worker decides. */
import { unwrap } from '../provider/unwrap.ts';
import { type Cards, createCards } from './card.ts';
import { claimOf, saysSomething, titled } from './claim.ts';
import { headingBefore } from './heading.ts';
import { isHinted } from './hinted.ts';
import { addressesOf, isFileLink, mayBeBaked, showsBadge } from './image.ts';
import { holdsCredential, schemaClaims } from './json-ld.ts';
import { SITES } from './registry/index.ts';
import { shadowRootsIn } from './shadow.ts';
import { NO_CLAIM, type PageClaim, type PageScan, type Sighting } from './sighting.ts';
import { CREDENTIAL } from './words.ts';

export interface Scanned {
  readonly scan: PageScan;
  /** The element of each sighting, at its place. */
  readonly elements: readonly Element[];
}

export interface ScanOptions {
  /** The page's address: where relative links lead. */
  readonly url: string;
}

/** What a document (with its open shadow roots and reachable frames) shows of credentials, in its order. */
export const scan = (document: Document, options: ScanOptions): PageScan =>
  scanElements(document, options).scan;

/** The same, with the elements, so that a marker finds its link again. */
export function scanElements(document: Document, { url }: ScanOptions): Scanned {
  const page = createPage(document, url);
  const own: readonly Found[] = isHinted(url, page.host)
    ? [{ kind: 'link', element: document.documentElement, link: unwrap(url), own: true }]
    : [];
  return settle(document, page, [...own, ...collect(document, page)]);
}

/** Something of interest, before what the page says of it is read. */
interface Found {
  readonly kind: Sighting['kind'];
  readonly element: Element;
  readonly link: string | null;
  readonly text?: string;
  readonly claim?: PageClaim;
  /** The page itself: its text is no claim about it. */
  readonly own?: true;
}

interface Page {
  readonly url: string;
  readonly host: string;
  readonly origin: string;
  readonly base: string;
  readonly title: string;
  depth: number;
}

const MAX_FRAMES_DEEP = 4;

function createPage(document: Document, url: string): Page {
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
function collect(root: ParentNode, page: Page): readonly Found[] {
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

function absolute(address: string, { base }: Page): string | null {
  const trimmed = address.trim();
  if (trimmed === '') return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed)) return trimmed;
  return URL.canParse(trimmed, base) ? new URL(trimmed, base).href : null;
}

/** Reads what the page says of each finding, once it is known which parts of the page belong to which. */
function settle(document: Document, page: Page, found: readonly Found[]): Scanned {
  const cards = createCards();
  const linked = new Set(found.filter(({ link }) => link !== null).map(({ element }) => element));
  for (const { element, link, own, kind } of found)
    if (!own && link !== null && kind !== 'image') cards.add(element, link);
  const kept = [
    ...found.filter((finding) => !isPictureOf(finding, linked)),
    ...entriesWithoutLink(document, linked, page),
  ].filter(
    (finding) =>
      finding.kind !== 'claim' || finding.link !== null || saysSomething(finding.claim ?? NO_CLAIM),
  );
  return {
    scan: {
      url: page.url,
      title: page.title,
      language: document.documentElement?.getAttribute('lang') || null,
      sightings: kept.map((finding, place) => ({
        kind: finding.kind,
        link: finding.link,
        text: finding.text ?? null,
        claim: claimFor(finding, cards),
        place,
      })),
    },
    elements: kept.map(({ element }) => element),
  };
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

const claimFor = ({ claim, link, element, own }: Found, cards: Cards): PageClaim => {
  if (claim) return claim;
  if (element.localName === 'img') return titled(element.getAttribute('alt'));
  return link === null || own ? NO_CLAIM : claimOf(cards.cardOf(element, link), element);
};

/** A picture inside the link that it stands for says nothing more than the link. */
const isPictureOf = ({ kind, element }: Found, linked: ReadonlySet<Element>): boolean => {
  if (element.localName !== 'img' || (kind !== 'claim' && kind !== 'image')) return false;
  const anchor = element.closest('a');
  return anchor !== null && linked.has(anchor);
};

/** Entries of a list of certifications that lead nowhere, or nowhere that is known: the page's word alone. */
function entriesWithoutLink(document: Document, linked: ReadonlySet<Element>, page: Page): readonly Found[] {
  const entries = entriesOf(document);
  const holding = new Set<Element>();
  for (const element of linked)
    for (let up: Element | null = element; up; up = up.parentElement) if (entries.has(up)) holding.add(up);
  const isNested = (entry: Element): boolean => {
    for (let up = entry.parentElement; up; up = up.parentElement) if (entries.has(up)) return true;
    return false;
  };
  return [...entries]
    .filter((entry) => !holding.has(entry) && !isNested(entry))
    .map((element) => ({
      kind: 'claim',
      element,
      link: outwardLink(element, page),
      claim: claimOf(element, null),
    }));
}

const entriesOf = (document: Document): ReadonlySet<Element> =>
  new Set(
    SITES.flatMap(({ entries }) => entries).flatMap(({ mark, entry }) =>
      [...document.querySelectorAll(mark)]
        .map((marked) => marked.closest(entry))
        .filter((found) => found !== null),
    ),
  );

/** Where an entry leads outside the site that lists it. */
function outwardLink(entry: Element, page: Page): string | null {
  for (const anchor of entry.querySelectorAll('a[href]')) {
    const address = absolute(anchor.getAttribute('href') ?? '', page);
    const link = address === null ? null : unwrap(address);
    if (
      link !== null &&
      /^https?:/i.test(link) &&
      !/^https?:\/\/(?:[a-z0-9-]+\.)*linkedin\.com\//i.test(link)
    )
      return link;
  }
  return null;
}
