/** Every element of a page that may have to do with a credential, in the page's order. */

import { attributeOf } from './attribute.ts';
import { CREDENTIAL } from './credential-words.ts';
import type { Finding, Found, Named, Placed } from './found.ts';
import { innermost, isEndless, isHinted, SCHEME } from './hinted.ts';
import { addressesOf, CLASS_IMAGE, FILE_LINK, mayBeBaked } from './image.ts';
import type { Order } from './order.ts';
import { kindOfText } from './script-text.ts';
import { every, type Steps } from './steps.ts';
import { isElement, isSameSite, matching, parsedUrl, type Tree } from './tree.ts';
import { wordingOf } from './wording.ts';

type Said = Omit<Found, keyof Placed> | Omit<Named, keyof Placed>;
type Reader = (element: Element, base: URL, pass: Pass) => Said | null;

/** What one pass over a page shares. */
export interface Pass {
  readonly order: Order;
  /** Every element that was looked at. */
  readonly elements: Set<Element>;
  readonly headingBefore: (link: Element) => string;
}

const MAX_TEXT_CHARACTERS = 2_000;

/**
 * Plain selectors for what pages are full of. Browsers answer these many times faster than one long list of selectors.
 */
const READERS: readonly (readonly [string, Reader])[] = [
  ['a[href]', readLink],
  ['area[href],[role=link][href],:is([data-href],[data-url]):not(a[href])', readLink],
  ['[onclick]', readClick],
  ['img', readImage],
  ['iframe,embed,object', readFrame],
  ['script[type]', readScript],
  ['[data-share-badge-id],blockcerts-verifier[src]', readEmbed],
  [
    // Open Graph's profile, schema.org's markup, and the page's main headings.
    'h1,meta[property^="profile:"],meta[property^="og:t"],[itemtype$="/Person"]>[itemprop=name],script[type="application/ld+json"]',
    () => ({ kind: 'name' }),
  ],
];
const leading = (kind: Found['kind'], address: string, base: URL): Said | null => {
  const link = absolute(address, base);
  return link ? { kind, link } : null;
};

/** What a part of one tree shows, in its order. Every element that was looked at is noted. */
export function* collect(part: ParentNode, tree: Tree, pass: Pass): Steps<readonly Finding[]> {
  const lists: (readonly Finding[])[] = [];
  const rest = every(64);
  for (const [selector, read] of READERS) {
    const found: Finding[] = [];
    for (const element of matching(part, selector)) {
      pass.elements.add(element);
      const said = read(element, tree.base, pass);
      if (said) found.push({ ...said, element, tree });
      if (rest()) yield;
    }
    lists.push(found);
    // Querying a long page takes a while.
    if (!isElement(part)) yield;
  }
  return yield* pass.order.sorted(lists);
}

/** Links for the owner of the list alone, and links that only open an overlay, are no credentials. */
const OWN_TOOL = /\/(?:edit\/forms|overlay)\//i;

/** A link that leads nowhere by itself, and leaves it to a script. */
const STAYS = /^(#|javascript:|$)/i;

function readLink(element: Element, base: URL, pass: Pass): Said | null {
  const href = attributeOf(element, 'href');
  // Where scripts read the target of a click.
  const target = STAYS.test(href) && attributeOf(element, 'data-href', 'data-url');
  return linkTo(target || href, element, base, pass);
}

function linkTo(href: string, element: Element, base: URL, pass: Pass): Said | null {
  const target = innermost(href);
  if (FILE_LINK.test(target))
    return target !== href || speaksOfCredentials(element, pass) ? leading('claim', href, base) : null;
  return isHinted(href, base.hostname) && !OWN_TOOL.test(href) ? leading('link', href, base) : null;
}

/** `window.open('…')`, `location.href = '…'`: how a button leads somewhere without being a link. */
const LEADS = /(?:\b(?:open|assign|replace)\s*\(|\blocation(?:\.href)?\s*=)\s*(["'`])(.+?)\1/;

function readClick(element: Element, base: URL, pass: Pass): Said | null {
  const script = attributeOf(element, 'onclick').slice(0, MAX_TEXT_CHARACTERS);
  return linkTo(LEADS.exec(script)?.[2] ?? '', element, base, pass);
}

const speaksOfCredentials = (link: Element, { headingBefore }: Pass): boolean =>
  CREDENTIAL.test(
    `${headingBefore(link)} ${link.ownerDocument.title} ${link.textContent}`.slice(0, MAX_TEXT_CHARACTERS),
  );

function readImage(element: Element, base: URL): Said | null {
  for (const source of addressesOf(element)) {
    const link = absolute(source, base);
    if (link === null || !/^https?:/i.test(link)) continue;
    // A platform's own pages are full of its pictures.
    if (CLASS_IMAGE.test(link))
      return isSameSite(link, base)
        ? null
        : { kind: 'claim', link: null, wording: wordingOf(element, element) };
    const isRecord = isHinted(link, base.hostname) && !/\.(?:png|svg|jpe?g|gif|webp)(?:[?#]|$)/i.test(link);
    if (isRecord || mayBeBaked(link, element, base.origin)) return { kind: 'image', link };
  }
  return null;
}

/** Embedded players. Lazy ones keep the address in another attribute until they are near, and show `about:blank`. */

function readFrame(element: Element, base: URL): Said | null {
  const source = attributeOf(element, 'data-src', 'data-lazy-src', 'src', 'data');
  return isHinted(source, base.hostname) ? leading('embed', source, base) : null;
}

function readScript(element: Element): Said | null {
  if (!/^application\/.*(?:v[cp]|json|jwt)/i.test(attributeOf(element, 'type'))) return null;
  const text = element.textContent;
  const kind = kindOfText(text);
  return kind && { kind, link: null, text };
}

/** Credly's embed is a `div` that its script replaces by a frame. A Blockcerts viewer names the certificate's JSON. */
function readEmbed(element: Element, base: URL): Said | null {
  const id = attributeOf(element, 'data-share-badge-id');
  const host = attributeOf(element, 'data-share-badge-host').replace(/\/$/, '') || 'https://www.credly.com';
  return leading(
    'embed',
    id ? `${host}/badges/${encodeURIComponent(id)}` : attributeOf(element, 'src'),
    base,
  );
}

/** The absolute address in an attribute; null for what is no address. Other schemes are kept as they are. */
export function absolute(address: string, base: URL): string | null {
  const trimmed = address.trim();
  if (!trimmed || isEndless(trimmed)) return null;
  if (SCHEME.test(trimmed)) return trimmed;
  return parsedUrl(trimmed, base)?.href ?? null;
}
