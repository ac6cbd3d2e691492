import * as v from 'valibot';
import { type Entries, readEntries } from './entries.ts';
import { originPattern } from './origin-pattern.ts';
import { dropOrigins, missingOrigins, requestOrigins } from './permissions.ts';
import { localStore, onStoredChanged } from './store.ts';

const KEY = 'sites';
/** Those sites whose links get a dot. */
const MARKED = 'marked-sites';
/** https, one host or all below it, every path. */
const PATTERN = /^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\*$/;
const sitePattern = v.pipe(v.string(), v.regex(PATTERN));

/**
 * A reader's entry for a site → the match pattern to ask for. `github.com`, `https://github.com/x` and `*.linkedin.com`
 * each name one. null where it names no https host.
 */
export function sitePatternOf(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  const [, below = '', rest = ''] = /^(?:https:\/\/)?(\*\.)?(.*)$/.exec(text) ?? [];
  const address = `https://${rest}`;
  if (!URL.canParse(address)) return null;
  const pattern = `https://${below}${new URL(address).hostname}/*`;
  return PATTERN.test(pattern) ? pattern : null;
}

/** Sites that are read on every visit: match patterns, in the order in which they were added. */
export async function readSites(): Promise<readonly string[]> {
  return (await readSiteEntries()).good;
}

/** The same, with the faults in it: a malformed entry does not affect the others. */
export const readSiteEntries = async (): Promise<Entries<string>> =>
  readEntries(sitePattern, await localStore.get(KEY));

/** Asks for the site and stores it where it is granted. Call it directly in a click's handler. */
export async function addSite(pattern: string): Promise<boolean> {
  if (!(await requestOrigins([pattern]))) return false;
  await localStore.set(KEY, [...new Set([...(await readSites()), pattern])]);
  return true;
}

/** Forgets the site and returns the grant. A grant that belongs to the installation stays. */
export async function removeSite(pattern: string): Promise<void> {
  await localStore.set(
    KEY,
    (await readSites()).filter((each) => each !== pattern),
  );
  await markSite(pattern, false);
  await dropOrigins([pattern]).catch(() => false);
}

/** The named sites on whose pages the reader wants a dot beside each link. */
export async function readMarkedSites(): Promise<readonly string[]> {
  const { good } = readEntries(sitePattern, await localStore.get(MARKED));
  const named = await readSites();
  return named.filter((pattern) => good.includes(pattern));
}

/** Switches the dots on or off for a named site. */
export async function markSite(pattern: string, marked: boolean): Promise<void> {
  const others = (await readMarkedSites()).filter((each) => each !== pattern);
  await localStore.set(MARKED, marked ? [...others, pattern] : others);
}

/** Whether the reader has switched the dots on for the site of this address, and the browser still allows it. */
export async function isMarked(url: string): Promise<boolean> {
  const sites = (await readMarkedSites()).filter((pattern) => isOnSite(url, pattern));
  return (await missingOrigins(sites)).length < sites.length;
}

/** Whether the address is on the site (a match pattern: one host, or all below it). */
function isOnSite(url: string, pattern: string): boolean {
  const site = originPattern(url);
  return site !== null && isWithin(site, pattern);
}

/** Whether a site lies within another: the same host, or below it. Both are match patterns. */
export function isWithin(site: string, pattern: string): boolean {
  const [inner, outer] = [site, pattern].map((each) => each.slice('https://'.length, -'/*'.length)) as [
    string,
    string,
  ];
  const isBelow = outer.startsWith('*.') && `.${inner.replace(/^\*\./, '')}`.endsWith(outer.slice(1));
  return inner === outer || isBelow;
}

export const onMarkedSitesChanged = (listener: () => void): void => onStoredChanged([MARKED], listener);

export const onSitesChanged = (listener: () => void): void => onStoredChanged([KEY], listener);
