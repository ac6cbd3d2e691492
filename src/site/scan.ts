/** DOM → what the page shows of credentials. Reads only; believes nothing; the worker decides. */
import { unwrap } from '../provider/unwrap.ts';
import { type Cards, createCards } from './card.ts';
import { claimOf, saysSomething, titled } from './claim.ts';
import { isHinted } from './hinted.ts';
import { addressesOf, isFileLink, mayBeBaked, showsBadge } from './image.ts';
import { holdsCredential, schemaClaims } from './json-ld.ts';
import { SITES } from './registry/index.ts';
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
  if (isHinted(url, page.host))
    page.found.push({ kind: 'link', element: document.documentElement, link: unwrap(url), own: true });
  collect(document, page);
  return settle(document, page, url);
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
  readonly host: string;
  readonly origin: string;
  readonly base: string;
  readonly title: string;
  readonly found: Found[];
  readonly cards: Cards;
  heading: string;
  depth: number;
}

const MAX_FRAMES_DEEP = 4;
const INTERESTING =
  'a[href],area[href],img,iframe,[data-share-badge-id],blockcerts-verifier[src],script[type],h1,h2,h3,h4,h5,h6';

function createPage(document: Document, url: string): Page {
  const base = document.querySelector('base[href]')?.getAttribute('href');
  const address = base && URL.canParse(base, url) ? new URL(base, url).href : url;
  const parsed = URL.canParse(address) ? new URL(address) : null;
  return {
    host: parsed?.hostname ?? '',
    origin: parsed?.origin ?? '',
    base: address,
    title: document.title,
    found: [],
    cards: createCards(),
    heading: '',
    depth: 0,
  };
}

function collect(root: ParentNode, page: Page): void {
  for (const element of root.querySelectorAll(INTERESTING))
    READ[element.localName.toLowerCase()]?.(element, page) ?? readEmbed(element, page);
  for (const element of root.querySelectorAll('*')) if (element.shadowRoot) collect(element.shadowRoot, page);
}

type Reader = (element: Element, page: Page) => true;

const readHeading: Reader = (element, page) => {
  page.heading = element.textContent?.slice(0, 200) ?? '';
  return true;
};

const READ: Readonly<Record<string, Reader>> = {
  a: readLink,
  area: readLink,
  img: readImage,
  iframe: readFrame,
  script: readScript,
  h1: readHeading,
  h2: readHeading,
  h3: readHeading,
  h4: readHeading,
  h5: readHeading,
  h6: readHeading,
};

function readLink(element: Element, page: Page): true {
  const href = element.getAttribute('href') ?? '';
  if (!isHinted(href, page.host)) {
    if (isFileLink(href) && CREDENTIAL.test(`${page.heading} ${page.title} ${element.textContent}`))
      page.found.push({ kind: 'claim', element, link: absolute(href, page) });
    return true;
  }
  const address = absolute(href, page);
  const link = address === null ? null : unwrap(address);
  if (link !== null && (link === address || isHinted(link, page.host)))
    page.found.push({ kind: 'link', element, link });
  else if (link !== null && isFileLink(link)) page.found.push({ kind: 'claim', element, link });
  return true;
}

function readImage(element: Element, page: Page): true {
  for (const source of addressesOf(element)) {
    const address = absolute(source, page);
    if (address === null || !/^https?:/i.test(address)) continue;
    const link = unwrap(address);
    if (showsBadge(link)) {
      if (isSameSite(link, page)) return true;
      page.found.push({ kind: 'claim', element, link: null, claim: titled(element.getAttribute('alt')) });
    } else if (isHinted(link, page.host) && !/\.(?:png|svg|jpe?g|gif|webp)(?:[?#]|$)/i.test(link)) {
      page.found.push({ kind: 'image', element, link });
    } else if (mayBeBaked(link, element, { origin: page.origin, camo: link !== address })) {
      page.found.push({ kind: 'image', element, link });
    } else continue;
    break;
  }
  return true;
}

/** A platform's own pages are full of its pictures. */
const isSameSite = (link: string, { host }: Page): boolean =>
  new URL(link).hostname.split('.').slice(-2).join('.') === host.split('.').slice(-2).join('.');

function readFrame(element: Element, page: Page): true {
  const source = element.getAttribute('src') ?? '';
  const link = isHinted(source, page.host) ? absolute(source, page) : null;
  if (link !== null) page.found.push({ kind: 'embed', element, link: unwrap(link) });
  const inner = documentIn(element as HTMLIFrameElement);
  if (inner && page.depth < MAX_FRAMES_DEEP) {
    page.depth += 1;
    collect(inner, page);
    page.depth -= 1;
  }
  return true;
}

/** Only documents of the page's own origin can be reached; asking for another throws or gives null. */
function documentIn(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument ?? null;
  } catch {
    return null;
  }
}

function readScript(element: Element, page: Page): true {
  if (!/^application\/(?:ld\+json|json|vc|vc\+ld\+json)$/i.test(element.getAttribute('type') ?? ''))
    return true;
  const text = element.textContent ?? '';
  if (holdsCredential(text)) page.found.push({ kind: 'json-ld', element, link: null, text });
  else for (const claim of schemaClaims(text)) page.found.push({ kind: 'claim', element, link: null, claim });
  return true;
}

/** Credly's embed is a `div` that its script replaces by a frame; a Blockcerts viewer names the certificate's JSON. */
function readEmbed(element: Element, page: Page): void {
  const id = element.getAttribute('data-share-badge-id');
  const link =
    id === null
      ? absolute(element.getAttribute('src') ?? '', page)
      : `https://www.credly.com/badges/${encodeURIComponent(id.trim())}`;
  if (link !== null) page.found.push({ kind: 'embed', element, link });
}

function absolute(address: string, { base }: Page): string | null {
  const trimmed = address.trim();
  if (trimmed === '') return null;
  if (/^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(trimmed)) return trimmed;
  return URL.canParse(trimmed, base) ? new URL(trimmed, base).href : null;
}

/** Reads what the page says of each finding, once it is known which parts of the page belong to which. */
function settle(document: Document, page: Page, url: string): Scanned {
  const { found, cards } = page;
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
      url,
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
  const entries = new Set(SITES.flatMap(({ entries }) => [...document.querySelectorAll(entries.join(','))]));
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
