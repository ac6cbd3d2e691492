/** Sites whose pages may be read, where the organisation's policy names them. Few policies do: how they are read comes later. */
import type { Entries } from './entries.ts';
import { originPattern } from './origin-pattern.ts';
import { prescribedAs } from './policy.ts';
import { allowedEntries, isOnOneOf } from './site-limit.ts';

const NAME = 'allowedSites';

/** Match patterns of the sites whose pages may be read; null where the policy does not limit them. */
export type AllowedSites = readonly string[] | null;

export async function readAllowedSites(): Promise<AllowedSites> {
  const prescribed = await prescribedAs(NAME);
  return prescribed === undefined ? null : allowedEntries(prescribed).good;
}

/** The same, with the faults in it. */
export const readAllowedEntries = async (): Promise<Entries<string>> =>
  allowedEntries(await prescribedAs(NAME));

/** Whether all pages of a site (a match pattern) may be read. */
export const isSiteAllowed = (site: string, allowed: AllowedSites): boolean =>
  allowed === null || isOnOneOf(allowed, site);

/** Whether the page at this address may be read. Where there is a limit, what is not https is on no site. */
export const isPageAllowed = (url: string, allowed: AllowedSites): boolean =>
  allowed === null || isOnOneOf(allowed, originPattern(url));
