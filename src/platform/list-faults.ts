import type { Instant } from '../ports.ts';
import { anchorIn } from '../verify/trust/federation.ts';
import { readAllowedEntries } from './allowed-sites.ts';
import type { Entries } from './entries.ts';
import { readSiteEntries } from './sites.ts';
import {
  readFederationEntries,
  readPolicyEntries,
  readPolicyFederationEntries,
  readTrustedEntries,
  type TrustedFederation,
} from './trusted.ts';

/** The faults in a list that somebody else has written: the places of its malformed entries, or the whole list. */
export interface ListFault {
  readonly list: 'trusted' | 'sites' | 'policy' | 'federations' | 'policyFederations' | 'policySites';
  readonly faulty: Entries<unknown>['faulty'];
}

/** Every list with something unreadable in it. The rest of such a list still counts. */
export async function readListFaults(now: Instant): Promise<readonly ListFault[]> {
  const isAnchor = (entry: TrustedFederation): boolean => anchorIn(entry, now) !== null;
  const read: readonly (readonly [ListFault['list'], Entries<unknown>])[] = [
    ['trusted', await readTrustedEntries()],
    ['sites', await readSiteEntries()],
    ['policy', await readPolicyEntries()],
    ['federations', await readFederationEntries(isAnchor)],
    ['policyFederations', await readPolicyFederationEntries(isAnchor)],
    ['policySites', await readAllowedEntries()],
  ];
  return read.flatMap(([list, { faulty }]) => (faulty.length > 0 ? [{ list, faulty }] : []));
}
