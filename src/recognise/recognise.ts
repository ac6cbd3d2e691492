/** Sightings → candidates: which links, images and scripts of a page are, or claim to be, credentials. */

import { isAward } from '../credential/find.ts';
import { lazy } from '../lazy.ts';
import { checkAddress } from '../net/address.ts';
import { byHttps } from '../net/by-https.ts';
import type { LinkShape, Provider } from '../provider/provider.ts';
import { PROVIDERS } from '../provider/registry/index.ts';
import { NO_CLAIM, type PageClaim, type PageScan, type Sighting } from '../site/sighting.ts';
import type { Candidate } from './candidate.ts';
import { documentIn } from './carried.ts';
import { digest } from './digest.ts';
import { embeddedDocument } from './embedded.ts';
import { isLookAlike, isShield } from './look-alike.ts';
import { isClaimedOtherwise, merge } from './merge.ts';
import { spellingsOf } from './spelling.ts';
import { unwrap } from './unwrap.ts';

/** A page may show thousands of pictures. Only the ones most like badges are looked into. */
const MAX_IMAGES = 60;
const MAX_ADDRESS_CHARACTERS = 8192;
/** A longer path that counts on any host is an attack on the patterns. What a fragment carries may be longer. */
const MAX_PATH_CHARACTERS = 2048;
const WEB: ReadonlySet<string> = new Set(['https:', 'http:']);

interface Row {
  readonly provider: Provider;
  readonly shape: LinkShape;
}
/** Shapes of named hosts are tried before paths that count on any host. */
const ROWS = lazy(() => {
  const rows: readonly Row[] = PROVIDERS.flatMap((provider) =>
    provider.shapes.map((shape) => ({ provider, shape })),
  );
  return {
    named: rows.filter(({ shape }) => !shape.anyHost),
    anywhere: rows.filter(({ shape }) => shape.anyHost),
  };
});

/**
 * What a page shows → one candidate for each credential, in the order of the page. Sightings of one record are one
 * candidate with all its places and claims. Pages about credentials are dropped. A form that takes a number is a row,
 * so that it can say what to type in there.
 */
export function recognise(scan: PageScan): readonly Candidate[] {
  const found = new Map<string, Gathered>();
  const rows = new Map<string, Set<string>>();
  let images = 0;
  for (const sighting of scan.sightings) {
    const seen = candidateOf(sighting);
    if (!seen || isOwnList(seen, scan.url) || isOwnPost(seen, scan.url)) continue;
    const earlier = found.get(seen.key)?.candidate.claim;
    const candidate = apart(seen, earlier, isInOneList(sighting, seen, rows));
    const known = found.get(candidate.key);
    if (known) {
      if (!isClaimedOtherwise(candidate, known.candidate)) known.places.push(sighting.place);
      known.candidate = merge(known.candidate, candidate);
    } else if (!candidate.speculative || ++images <= MAX_IMAGES)
      found.set(candidate.key, { candidate, places: [sighting.place] });
  }
  return sayingSo([...found.values()].map(({ candidate, places }) => ({ ...candidate, places })));
}

/** What the sightings of one record are together, and where they stand. */
interface Gathered {
  candidate: Candidate;
  readonly places: number[];
}

/**
 * Several entries of a list may lead to one form, or to one unknown page (a school's, a file of scans). Where they have
 * different names or numbers, they are not one credential. Where a list gives one record several names, each is a
 * claim.
 */
function apart(candidate: Candidate, earlier: PageClaim | undefined, isInList: boolean): Candidate {
  const differs = (field: 'title' | 'credentialId'): boolean => {
    const [mine, its] = [candidate.claim[field], earlier?.[field] ?? null];
    return mine !== null && its !== null && mine.toLowerCase() !== its.toLowerCase();
  };
  if (isClaim(candidate) || candidate.kind === 'form')
    return differs('title') || differs('credentialId')
      ? { ...candidate, key: `claim:${claimKey(candidate.claim)}` }
      : candidate;
  return isInList && candidate.kind === 'credential' && differs('title')
    ? { ...candidate, key: `${candidate.key}${AS}${digest(candidate.claim.title?.toLowerCase() ?? '')}` }
    : candidate;
}
/** Whether a row of a list leads to a record to which a row built alike has led before. */
function isInOneList({ row }: Sighting, { key }: Candidate, rows: Map<string, Set<string>>): boolean {
  if (row === undefined) return false;
  const known = rows.get(key);
  rows.set(key, new Set(known).add(row));
  return known !== undefined && known.size === 1 && known.has(row);
}

/** Between a record's key and a further name that the page gives it. */
const AS = '#as-';

/** The most other names that a claim lists. Each of five thousand rows would list all the others. */
const MAX_OTHER_NAMES = 20;

/** Claims that share a record each list its other names, as far as anybody reads them, and say how many there are. */
function sayingSo(all: readonly Candidate[]): readonly Candidate[] {
  const names = new Map<string, Set<string>>();
  for (const { key, claim } of all) {
    const known = names.get(recordOf(key)) ?? new Set<string>();
    names.set(recordOf(key), claim.title ? known.add(claim.title) : known);
  }
  if (names.size === all.length) return all;
  const first = new Map([...names].map(([record, all]) => [record, [...all].slice(0, MAX_OTHER_NAMES + 1)]));
  return all.map((candidate) => {
    const { claim, key } = candidate;
    const record = recordOf(key);
    const others = (first.get(record) ?? []).filter((name) => name !== claim.title).slice(0, MAX_OTHER_NAMES);
    if (others.length === 0) return candidate;
    const inAll = (names.get(record)?.size ?? 0) + (claim.title ? 0 : 1);
    const more = inAll > others.length + 1 ? { names: inAll } : {};
    return { ...candidate, claim: { ...claim, alsoNamed: others, ...more } };
  });
}
const recordOf = (key: string): string => key.split(AS, 1)[0] ?? key;

/**
 * A page of the same site whose name is words and a date. By its path it would count as a certificate, but it is a
 * post.
 */
function isOwnPost({ link, provider, key }: Candidate, page: string): boolean {
  if (provider !== null || link === null || key.startsWith('claim:') || !URL.canParse(page)) return false;
  const { hostname, pathname } = new URL(link);
  const [name = ''] = pathname.split('/').filter(Boolean).slice(-1);
  return hostname === new URL(page).hostname && SLUG.test(name) && /[a-z]{3}/.test(name);
}
const SLUG =
  /^(?=.*(?:^|-)(?:19|20)\d\d(?:-|$))(?:[a-z]+|\d{1,2}|(?:19|20)\d\d)(?:-(?:[a-z]+|\d{1,2}|(?:19|20)\d\d))+$/;

const isClaim = ({ key, link, routes }: Candidate): boolean =>
  key === `url:${link}` && routes[0]?.via === 'none';

/** The page itself, or its site's own link to it. The reader is there already, and no request could be made. */
function isOwnList({ kind, link, routes }: Candidate, page: string): boolean {
  if ((kind !== 'collection' && kind !== 'form') || link === null || !URL.canParse(page)) return false;
  if (!routes.every((route) => route.via === 'none' || (route.via === 'list' && route.linked))) return false;
  return new URL(link).hostname === new URL(page).hostname;
}

/**
 * One link (any spelling, wrapped or not) → the candidate that the registry knows it as, or null. The reader may also
 * ask for one, so a form is returned as a form. Never throws.
 */
export const recogniseLink = (link: string): Candidate | null => matchLink(link)?.candidate ?? null;

/** What a link is, and the shape that matched it. */
export interface Match {
  readonly candidate: Candidate;
  readonly shape: LinkShape;
}

/** As `recogniseLink`, with the shape that matched. */
export function matchLink(link: string): Match | null {
  const written = unwrap(link.startsWith('//') ? `https:${link}` : link);
  const found = rowOf(written);
  if (!found) return null;
  const { provider, shape, address } = found;
  const params = paramsOf(shape.pattern.exec(address));
  const document = shape.routes.length === 0 ? documentIn(address, params) : null;
  if (shape.routes.length === 0 && !document) return null;
  const candidate: Candidate = {
    key: candidateKey(provider, shape, params),
    link: document ? null : address,
    provider: provider.anonymous ? null : provider,
    kind: shape.kind,
    params,
    routes: shape.routes,
    document,
    speculative: shape.speculative ?? false,
    claim: NO_CLAIM,
    places: [],
  };
  return { candidate, shape };
}

/** A row of the registry, and the spelling of the link that it knows. */
interface KnownAs extends Row {
  readonly address: string;
}

function rowOf(address: string): KnownAs | null {
  if (!/^https?:/i.test(address)) return among(ROWS().anywhere, address);
  if (address.length > MAX_ADDRESS_CHARACTERS) return null;
  // The guard's own rules: what it would never ask is never shown as a credential.
  const url = checkAddress(address, WEB);
  if (!url.ok) return null;
  const named = among(ROWS().named, address);
  if (named || isShield(url.value)) return named;
  for (const spelling of spellingsOf(url.value)) {
    const known = among(ROWS().named, spelling);
    if (known) return known;
  }
  if (isLookAlike(url.value.hostname)) return null;
  if (address.replace(/#.*$/s, '').length > MAX_PATH_CHARACTERS) return null;
  return among(ROWS().anywhere, address);
}

function among(rows: readonly Row[], address: string): KnownAs | null {
  const row = rows.find(({ shape }) => shape.pattern.test(address));
  return row ? { ...row, address } : null;
}

/** Hexadecimal uuids are equal in any case; every other id keeps its spelling. */
function paramsOf(match: RegExpExecArray | null): Readonly<Record<string, string>> {
  const groups: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(match?.groups ?? {}))
    if (value !== undefined)
      groups[name] = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-/i.test(value) ? value.toLowerCase() : value;
  return groups;
}

function candidateKey(
  provider: Provider,
  shape: LinkShape,
  params: Readonly<Record<string, string>>,
): string {
  const identity = (shape.identity ?? ['id']).map((name) => params[name] ?? '').join('/');
  // One address, which is asked by https alone.
  if (provider.anonymous) return `url:${byHttps(identity)}`;
  // A person's list and one of its awards may have equal numbers.
  const kind = shape.kind === 'collection' || shape.kind === 'short' ? `${shape.kind}:` : '';
  return `${provider.id}:${kind}${identity}`;
}

function candidateOf(sighting: Sighting): Candidate | null {
  const { link, text, claim, place } = sighting;
  const seen = { claim, places: [place] };
  if (sighting.kind === 'json-ld') return text === null ? null : scriptCandidate(text, seen);
  const known = link === null ? null : recogniseLink(link);
  if (known) return sighting.kind === 'image' && known.kind === 'file' ? null : { ...known, ...seen };
  if (sighting.kind === 'image') return link === null ? null : imageCandidate(link, seen);
  return sighting.kind === 'claim' ? claimCandidate(link, seen) : null;
}

type Seen = Pick<Candidate, 'claim' | 'places'>;
const NOTHING = { provider: null, params: {}, document: null, speculative: false } as const;

const scriptCandidate = (text: string, seen: Seen): Candidate | null =>
  isAward(text)
    ? {
        ...NOTHING,
        ...seen,
        key: `embedded:${digest(text)}`,
        link: null,
        kind: 'credential',
        routes: [],
        document: embeddedDocument(text, 'application/ld+json'),
      }
    : null;

/** A picture of the page that may hold a baked badge. */
const imageCandidate = (link: string, seen: Seen): Candidate | null => {
  const url = checkAddress(link, WEB);
  if (!url.ok || isShield(url.value)) return null;
  return {
    ...NOTHING,
    ...seen,
    key: `url:${link}`,
    link,
    kind: 'image',
    routes: [{ via: 'direct', accept: 'image/png, image/svg+xml' }],
    speculative: true,
  };
};

/** What the page says without giving anything that can be checked. */
const claimCandidate = (link: string | null, seen: Seen): Candidate => ({
  ...NOTHING,
  ...seen,
  key: link === null ? `claim:${claimKey(seen.claim)}` : `url:${link}`,
  link,
  kind: link === null ? 'credential' : 'file',
  routes: [{ via: 'none', code: link === null ? 'no-link' : 'no-machine-readable-record' }],
});

const claimKey = ({ title, issuer, credentialId, issued }: PageClaim): string =>
  digest(JSON.stringify([title, issuer, credentialId, issued]));
