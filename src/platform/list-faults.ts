import type { Entries } from './entries.ts';
import { readSiteEntries } from './sites.ts';
import { readPolicyEntries, readTrustedEntries } from './trusted.ts';

/** What is wrong in a list that somebody else has written: the places of its malformed entries, or all of it. */
export interface ListFault {
  readonly list: 'trusted' | 'sites' | 'policy';
  readonly faulty: Entries<unknown>['faulty'];
}

/** Every list in which something could not be read; the rest of it counts all the same. */
export async function readListFaults(): Promise<readonly ListFault[]> {
  const read: readonly (readonly [ListFault['list'], Entries<unknown>])[] = [
    ['trusted', await readTrustedEntries()],
    ['sites', await readSiteEntries()],
    ['policy', await readPolicyEntries()],
  ];
  return read.flatMap(([list, { faulty }]) => (faulty.length > 0 ? [{ list, faulty }] : []));
}
