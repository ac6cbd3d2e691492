/** Who is on the project's own list of issuers: by id, never by name. */
import type { Instant, Recognition } from '../../ports.ts';
import {
  type Evidence,
  NEVER_RAISED,
  RECOGNISED_ISSUERS,
  type RecognisedIssuer,
} from './recognised-issuers.ts';

/** Whether two ids name one issuer of one platform (`Hosting.sameRecord`). */
export type SameId = (one: string, other: string) => boolean;

/** The entry of this very id, in whichever form its platform writes it; null where it is not listed. */
export const listedIssuer = (id: string, same: SameId): RecognisedIssuer | null =>
  RECOGNISED_ISSUERS.find(({ ids }) => ids.some((each) => same(each, id))) ?? null;

/** What the list says of this id. */
export function recognitionOf(id: string, same: SameId): Recognition | null {
  const listed = listedIssuer(id, same);
  if (listed === null) return null;
  const { name, aka = [], evidence } = listed;
  const date = newestOf(evidence);
  return { source: sourceOf(evidence), name, aka, ...(date !== null && { date }) };
}

/** Whether no registry, directory or platform may say anything good of this id. */
export const isNeverRaised = (id: string, same: SameId): boolean =>
  NEVER_RAISED.some((each) => same(each, id));

/** The day of the newest word for an entry (ISO date). */
export const newestOf = (evidence: readonly Evidence[]): string | null =>
  evidence.reduce<string | null>(
    (newest, [, date]) => (date !== null && (newest === null || date > newest) ? date : newest),
    null,
  );

/** From this age on, an entry says how old it is. */
export const STALE_MONTHS = 18;

/** Whole months from an ISO date to a moment; 0 where there is no date to count from. */
export function monthsSince(date: string | null, at: Instant): number {
  const from = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(from.getTime())) return 0;
  const to = new Date(at);
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return Math.max(0, to.getUTCDate() < from.getUTCDate() ? months - 1 : months);
}

/** A registry is named where it alone says so. */
const sourceOf = (evidence: readonly Evidence[]): string =>
  evidence.every(([kind]) => kind === 'member-registry') ? 'dcc-members' : 'touchstone';
