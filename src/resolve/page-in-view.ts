/**
 * The page that the reader has open, where it is a credential's own page: no request is made. It is the platform's
 * record where a known template holds one (docs/decisions.md#what-a-platform-says-of-its-own-awards). Otherwise we
 * believe only that the page exists.
 */
import type { Route } from '../provider/provider.ts';
import type { Candidate, View } from '../recognise/candidate.ts';
import { type Match, matchLink, recognise } from '../recognise/recognise.ts';
import type { PageScan } from '../site/sighting.ts';
import { fill } from './address.ts';
import { awardInView } from './award.ts';
import { type PageReading, pageSays, readingOf } from './human-page.ts';
import { type PageElement, readPageElements } from './page-element.ts';

type PageRoute = Extract<Route, { via: 'page' }>;
type AwardRoute = Extract<Route, { via: 'award' }>;

interface OpenPage {
  readonly url: string;
  readonly page: PageElement;
  /** What its own address is. */
  readonly own: Match | null;
}

/** `recognise`, which also adds to each candidate what the open page says of it, where that is its own page. */
export function recogniseInView(scan: PageScan): readonly Candidate[] {
  const all = recognise(scan);
  if (scan.view === undefined) return all;
  const open: OpenPage = {
    url: scan.url,
    page: readPageElements(scan.view),
    own: matchLink(scan.url),
  };
  return all.map((candidate) => {
    const view = viewOf(candidate, open);
    return view ? { ...candidate, view } : candidate;
  });
}

/**
 * What the open page says of a candidate; null where it is another's page, or does not carry the candidate's id. A page
 * speaks for what its own address names, at a host that the registry knows by name. It also speaks for what a
 * provider's own page lists at exactly this address. `scan.url` is the browser's word, never the page's.
 */
function viewOf(candidate: Candidate, { url, page, own }: OpenPage): View | null {
  if (candidate.provider === null || !/^https:/i.test(url)) return null;
  const award = candidate.routes.find((each): each is AwardRoute => isAwardAt(url, each, candidate));
  const record = award && awardInView(page, award, { candidate, url, inView: true });
  if (record?.ok && (record.value.kind === 'platform' || record.value.kind === 'page')) return record.value;
  const route = candidate.routes.find(
    (each): each is PageRoute => each.via === 'page' && isAt(url, each.address, candidate),
  );
  const reading = route ? readingOf(route) : ownReading(url, candidate, own);
  if (reading === null) return null;
  const says = pageSays(page, reading, { params: candidate.params, own: [url] });
  return says && { kind: 'page', page: { url, answeredBy: null, says, inView: true } };
}

const isAwardAt = (url: string, route: Route, candidate: Candidate): boolean =>
  route.via === 'award' && route.reading.of.kind === 'elements' && isAt(url, route.address, candidate);

/** Whether the registry's own address for the page that lists the award is this very address. */
function isAt(url: string, template: string | undefined, { params }: Candidate): boolean {
  if (template === undefined || !/^https:\/\/[a-z0-9.-]+\//.test(template)) return false;
  const address = fill(template, params);
  return address !== null && plain(address) === plain(url);
}

/**
 * How the award's own page is read: as if it had been fetched. Otherwise it has to carry all values that identify the
 * award.
 */
function ownReading(url: string, candidate: Candidate, own: Match | null): PageReading | null {
  if (own?.candidate.key !== candidate.key || own.shape.kind !== 'credential' || own.shape.anyHost)
    return null;
  // An address that only wraps another is a redirector's page. It says nothing of the target.
  if (own.candidate.link === null || new URL(own.candidate.link).origin !== new URL(url).origin) return null;
  const { routes, identity = ['id'] } = own.shape;
  const fetched = routes.find(
    (route): route is PageRoute => route.via === 'page' && route.address === undefined,
  );
  // The host is the browser's word already, and no page writes it as an id.
  return fetched ? readingOf(fetched) : { carries: identity.filter((name) => name !== 'host') };
}

function plain(address: string): string {
  const { origin, pathname, search } = new URL(address);
  return origin + pathname.replace(/\/$/, '') + search;
}
