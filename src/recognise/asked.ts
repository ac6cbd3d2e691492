/** What a reader points at, beside what a page shows: a link, an image, a text, a file. */
import { isDataUrl, readDataUrl } from '../credential/data-url.ts';
import type { Document } from '../credential/model.ts';
import { isBegunJson } from '../credential/parse.ts';
import { decodeBase64 } from '../encoding/base64url.ts';
import { isPdf } from '../encoding/is-pdf.ts';
import { isPng } from '../encoding/is-png.ts';
import { decodeText } from '../encoding/text.ts';
import type { ProblemCode } from '../problem.ts';
import { IMAGE_ACCEPT } from '../provider/accept.ts';
import type { Route } from '../provider/provider.ts';
import { NO_CLAIM } from '../site/sighting.ts';
import type { Candidate } from './candidate.ts';
import { digest } from './digest.ts';
import { embeddedDocument } from './embedded.ts';
import { findInText } from './find-in-text.ts';
import { recogniseLink } from './recognise.ts';
import { unwrap } from './unwrap.ts';

/** Plain data: it is kept as it is, so that a new worker can resume it. */
export type Asked =
  | { readonly kind: 'link'; readonly link: string }
  /** An image of a page by its address, `data:` included. */
  | { readonly kind: 'image'; readonly link: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly base64: string };

/** The most rows that one text may give. */
const MAX_ROWS = 20;

/**
 * What was asked about → its candidates, at least one. Where there is nothing to check, that is the answer
 * (`nothing-to-check`). Private links, offers and claim links stay what the registry says: they are never opened. An
 * unknown address is requested itself, because the reader asks for this very one. Never throws.
 */
export function askedCandidates(asked: Asked): readonly Candidate[] {
  const found = candidatesFor(asked).map((each) => ({ ...each, speculative: false }));
  return (found.length > 0 ? found : [nothing(asked)]).map((each) => ({
    ...each,
    asked: { kind: asked.kind, name: nameOf(asked, each) },
  }));
}

/** A file goes by its name, and a link found in a text by itself. What else a text holds, by how the text begins. */
function nameOf(asked: Asked, { link }: Candidate): string | null {
  if (asked.kind === 'file') return asked.name;
  return asked.kind === 'text' && link === null ? beginningOf(asked.text) || null : null;
}

const MAX_NAME_CHARACTERS = 60;
function beginningOf(text: string): string {
  const [line = ''] = text
    .trim()
    .slice(0, 2 * MAX_NAME_CHARACTERS)
    .split(/\s*[\r\n]/);
  return line.length > MAX_NAME_CHARACTERS ? `${line.slice(0, MAX_NAME_CHARACTERS).trimEnd()}…` : line;
}

function candidatesFor(asked: Asked): readonly Candidate[] {
  switch (asked.kind) {
    case 'link':
      return [linkCandidate(asked.link)];
    case 'image':
      return [imageCandidate(asked.link)];
    case 'text':
      return textCandidates(asked.text);
    case 'file':
      return fileCandidates(asked);
  }
}

const BLANK = { provider: null, params: {}, speculative: false, claim: NO_CLAIM, places: [] } as const;

/** A link that the reader asks about: followed, looked into, or requested directly. */
export function linkCandidate(link: string): Candidate {
  const known = recogniseLink(link);
  if (known) return known;
  if (isDataUrl(link)) return dataCandidate(link);
  const address = unwrap(link);
  // The reader can open it and have the page read.
  if (PROFILE.test(address))
    return { ...BLANK, ...at(address, { via: 'none', code: 'collection-not-single' }), kind: 'collection' };
  if (isShortener(address)) return { ...BLANK, ...at(address, { via: 'follow' }), kind: 'short' };
  return { ...BLANK, ...at(address, { via: 'direct' }), kind: 'file' };
}

/** Profiles of a site that has none of them read by a program. */
const PROFILE = /^https:\/\/(?:[a-z-]+\.)?linkedin\.com\/in\//i;

/**
 * Hosts whose every link leads elsewhere. On a page they could lead anywhere. A link that the reader asks about is
 * followed.
 */
const SHORTENERS: ReadonlySet<string> = new Set([
  ...[
    'lnkd.in',
    'bit.ly',
    't.co',
    'tinyurl.com',
    'goo.gl',
    'ow.ly',
    'buff.ly',
    'rebrand.ly',
    'is.gd',
    'cutt.ly',
  ],
  ...['rb.gy', 'shorturl.at', 't.ly', 's.id', 'dub.sh'],
]);
const isShortener = (address: string): boolean =>
  /^https?:/i.test(address) &&
  URL.canParse(address) &&
  SHORTENERS.has(new URL(address).hostname) &&
  new URL(address).pathname.length > 1;

function imageCandidate(link: string): Candidate {
  if (isDataUrl(link)) return dataCandidate(link);
  const known = recogniseLink(link);
  if (known?.routes.some(({ via }) => via !== 'none' && via !== 'direct')) return known;
  return { ...BLANK, ...at(unwrap(link), { via: 'direct', accept: IMAGE_ACCEPT }), kind: 'image' };
}

const at = (link: string, route: Route) => ({ key: `url:${link}`, link, routes: [route], document: null });

function dataCandidate(link: string): Candidate {
  const read = readDataUrl(link);
  return read.ok
    ? carried(link, { ...read.value, url: null, origin: 'page' })
    : unaskable(link, 'url-malformed');
}

function textCandidates(text: string): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const piece of findInText(text, MAX_ROWS)) {
    const candidate =
      piece.kind === 'link'
        ? linkCandidate(piece.text)
        : carried(piece.text, embeddedDocument(piece.text, null));
    if (!found.has(candidate.key)) found.set(candidate.key, candidate);
  }
  return [...found.values()];
}

/** The bytes decide. A text of links and tokens is read like a selected one. Everything else goes to the parser. */
function fileCandidates({ base64 }: Extract<Asked, { kind: 'file' }>): readonly Candidate[] {
  const bytes = decodeBase64(base64);
  if (!bytes.ok) return [unaskable(base64, 'encoding-malformed')];
  const isContainer = isPng(bytes.value) || isPdf(bytes.value);
  const text = isContainer ? null : decodeText(bytes.value, null);
  if (text?.ok && !isRecord(text.value)) return textCandidates(text.value);
  return [
    carried(base64, { content: bytes.value, contentType: null, charset: null, url: null, origin: 'file' }),
  ];
}

const isRecord = (text: string): boolean =>
  /^\s*(?:<|$)/.test(text) || (/^\s*[[{]/.test(text) && isBegunJson(text));

const carried = (content: string, document: Document): Candidate => ({
  ...BLANK,
  key: `embedded:${digest(content)}`,
  link: null,
  kind: 'credential',
  routes: [],
  document,
});

const unaskable = (content: string, code: ProblemCode): Candidate => ({
  ...BLANK,
  key: `asked:${digest(content)}`,
  link: null,
  kind: 'file',
  routes: [{ via: 'none', code }],
  document: null,
});

const nothing = (asked: Asked): Candidate => unaskable(JSON.stringify(asked), 'nothing-to-check');
