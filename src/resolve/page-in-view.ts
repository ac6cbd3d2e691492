/** The page that the reader has open as a human page of its own credential: nobody is asked, and nothing of it is believed but that it exists. */

import type { Route } from '../provider/provider.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { type Match, matchLink, recognise } from '../recognise/recognise.ts';
import type { PageScan } from '../site/sighting.ts';
import type { HumanPage } from '../verify/unresolved.ts';
import { fill } from './address.ts';
import { type PageReading, pageSays, readingOf } from './human-page.ts';

type PageRoute = Extract<Route, { via: 'page' }>;

/** `recognise`, and with each candidate what the page that the reader has open says of it, where that is its own page. */
export function recogniseInView(scan: PageScan): readonly Candidate[] {
  const all = recognise(scan);
  if (scan.view === undefined) return all;
  const own = matchLink(scan.url);
  return all.map((candidate) => {
    const view = pageInView(scan, candidate, own);
    return view ? { ...candidate, view } : candidate;
  });
}

/**
 * What the open page says of a candidate; null where it is not this candidate's page, or does not carry its id. A page
 * speaks for what its own address names at a host that the registry knows by name, and for what a provider's own page
 * at exactly this address lists. `scan.url` is the browser's word, never the page's.
 */
function pageInView(scan: PageScan, candidate: Candidate, own: Match | null): HumanPage | null {
  if (scan.view === undefined || candidate.provider === null || !/^https:/i.test(scan.url)) return null;
  const route = candidate.routes.find((each): each is PageRoute => isPageAt(scan.url, each, candidate));
  const reading = route ? readingOf(route) : ownReading(scan.url, candidate, own);
  if (reading === null) return null;
  const says = pageSays(scan.view, reading, candidate.params);
  return says && { url: scan.url, answeredBy: null, says, inView: true };
}

/** A provider's page that lists the award is asked for at an address of the registry's own making: this very one. */
function isPageAt(url: string, route: Route, { params }: Candidate): boolean {
  if (route.via !== 'page' || !/^https:\/\/[a-z0-9.-]+\//.test(route.address ?? '')) return false;
  const address = fill(route.address ?? '', params);
  return address !== null && plain(address) === plain(url);
}

/** How the award's own page is read: as if it had been fetched, else it has to carry all that tells the award apart. */
function ownReading(url: string, candidate: Candidate, own: Match | null): PageReading | null {
  if (own?.candidate.key !== candidate.key || own.shape.kind !== 'credential' || own.shape.anyHost)
    return null;
  // An address that only wraps another is a redirector's page, and says nothing of what it leads to.
  if (own.candidate.link === null || new URL(own.candidate.link).origin !== new URL(url).origin) return null;
  const { routes, identity = ['id'] } = own.shape;
  const fetched = routes.find(
    (route): route is PageRoute => route.via === 'page' && route.address === undefined,
  );
  return fetched ? readingOf(fetched) : { carries: identity };
}

function plain(address: string): string {
  const { origin, pathname, search } = new URL(address);
  return origin + pathname.replace(/\/$/, '') + search;
}
