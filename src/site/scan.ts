/** DOM → what the page shows of credentials. Reads only; believes nothing; the worker decides. */
import { unwrap } from '../provider/unwrap.ts';
import { type Cards, createCards } from './card.ts';
import { claimOf, saysSomething, titled } from './claim.ts';
import { absolute, collect, createPage, type Found, type Page } from './collect.ts';
import { isHinted } from './hinted.ts';
import { SITES } from './registry/index.ts';
import { NO_CLAIM, type PageClaim, type PageScan } from './sighting.ts';

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
