/** Who is on the project's own list of issuers: by id, never by name. */
import { remember, rememberOf } from '../../encoding/remember.ts';
import type { Recognition } from '../../ports.ts';
import type { SameId } from './issuer-id.ts';
import { type Evidence, RECOGNISED_ISSUERS, type RecognisedIssuer } from './recognised-issuers.ts';

/** The entry with this very id, in any form that its platform uses. Null where it is not listed. */
export const listedIssuer = (id: string, same: SameId): RecognisedIssuer | null => finderBy(same)(id);

/** Many credentials have few issuers. Each id is compared with every listed one, with every platform's aliases. */
const MAX_IDS = 1_000;
const finderBy = rememberOf((same: SameId) =>
  remember(
    (id) => RECOGNISED_ISSUERS.find(({ ids }) => ids.some((listed) => same(id, listed))) ?? null,
    MAX_IDS,
  ),
);

/** What the list says of this id. */
export function recognitionOf(id: string, same: SameId): Recognition | null {
  const listed = listedIssuer(id, same);
  if (listed === null) return null;
  const { name, aka = [], evidence } = listed;
  const date = newestOf(evidence);
  return { source: sourceOf(evidence), name, aka, ...(date !== null && { date }) };
}

/** The date of the newest evidence for an entry (ISO date). */
export const newestOf = (evidence: readonly Evidence[]): string | null =>
  evidence.reduce<string | null>(
    (newest, [, date]) => (date !== null && (newest === null || date > newest) ? date : newest),
    null,
  );

/** A registry is named only where it is the only source. */
const sourceOf = (evidence: readonly Evidence[]): string =>
  evidence.every(([kind]) => kind === 'member-registry') ? 'dcc-members' : 'touchstone';
