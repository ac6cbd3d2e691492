import type { Entries } from './entries.ts';
import { readSiteEntries } from './sites.ts';
import { readPolicyEntries, readTrustedEntries } from './trusted.ts';

/** The faults in a list that somebody else has written: the places of its malformed entries, or the whole list. */
export interface ListFault {
  readonly list: 'trusted' | 'sites' | 'policy';
  readonly faulty: Entries<unknown>['faulty'];
}

/** Every list with something unreadable in it. The rest of such a list still counts. */
export async function readListFaults(): Promise<readonly ListFault[]> {
  const read: readonly (readonly [ListFault['list'], Entries<unknown>])[] = [
    ['trusted', await readTrustedEntries()],
    ['sites', await readSiteEntries()],
    ['policy', await readPolicyEntries()],
  ];
  return read.flatMap(([list, { faulty }]) => (faulty.length > 0 ? [{ list, faulty }] : []));
}
