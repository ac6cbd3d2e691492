import { USUAL } from './usual.ts';
import { PUBLISHED } from './published.ts';
import { RARE } from './rare.ts';
import type { Snapshot } from './snapshot.ts';

const ALL = { ...USUAL, ...RARE };

/** Address → its published contents. */
export const BUNDLED: ReadonlyMap<string, readonly Snapshot[]> = new Map(
  [...PUBLISHED].map(([url, names]) => [url, names.map((name) => ALL[name])]),
);
