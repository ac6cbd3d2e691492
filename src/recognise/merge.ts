import type { LinkShape } from '../provider/provider.ts';
import type { PageClaim } from '../site/sighting.ts';
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
