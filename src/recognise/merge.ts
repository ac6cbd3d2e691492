import type { LinkShape } from '../provider/provider.ts';
import type { PageClaim } from '../site/sighting.ts';
import { issuersAgree, titlesAgree } from '../verify/check/title-match.ts';
import type { Candidate } from './candidate.ts';

/**
 * Two sightings of one record. A link speaks for it rather than an image, and each fills the other's blanks. Whoever
 * merges many gathers the places: copying them each time would take the square of their number.
 */
export function merge(earlier: Candidate, later: Candidate): Candidate {
  const better = RANK[later.kind] < RANK[earlier.kind] ? later : earlier;
  return {
    ...better,
    speculative: earlier.speculative && later.speculative,
    claim: mergeClaims(earlier.claim, later.claim),
  };
}

/**
 * Whether a place says something else of a credential than its row does: another name or more of a name, another
 * issuer, another year. What is found out about the row is not said at that place.
 */
export const isClaimedOtherwise = (place: Candidate, row: Candidate): boolean =>
  isNamedOtherwise(place, row) ||
  isIssuedOtherwise(place.claim, row.claim) ||
  areOtherYears(place.claim.issued, row.claim.issued) ||
  areOtherYears(place.claim.expires, row.claim.expires);

const isIssuedOtherwise = ({ issuer }: PageClaim, { issuer: its }: PageClaim): boolean =>
  issuer !== null &&
  its !== null &&
  issuer !== its &&
  !issuersAgree(issuer, its) &&
  !issuersAgree(its, issuer);

const yearIn = (text: string): string | null => /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(text)?.[0] ?? null;

function areOtherYears(one: string | null, other: string | null): boolean {
  const [mine, its] = [yearIn(one ?? ''), yearIn(other ?? '')];
  return mine !== null && its !== null && mine !== its;
}

function isNamedOtherwise({ kind, claim: { title } }: Candidate, row: Candidate): boolean {
  const its = row.claim.title;
  if (title === null || its === null || title === its) return false;
  if (kind === 'collection' || kind === 'form') return false;
  return !titlesAgree(title, its);
}

const RANK: Readonly<Record<LinkShape['kind'], number>> = {
  credential: 0,
  image: 1,
  file: 2,
  private: 3,
  short: 4,
  offer: 5,
  collection: 6,
  form: 7,
};

const mergeClaims = (one: PageClaim, other: PageClaim): PageClaim => ({
  title: one.title ?? other.title,
  issuer: one.issuer ?? other.issuer,
  issued: one.issued ?? other.issued,
  expires: one.expires ?? other.expires,
  credentialId: one.credentialId ?? other.credentialId,
});
