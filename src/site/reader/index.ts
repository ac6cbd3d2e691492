/** Readers for sites whose entries have lines in a fixed order. */
import { claimOf } from '../claim.ts';
import type { PageClaim, ReaderId, Wording } from '../sighting.ts';
import { readLinkedin } from './linkedin.ts';
import { readOrcid } from './orcid.ts';

/** The claim of an entry; null where it claims nothing. */
type ClaimReader = (wording: Wording, link: string | null) => PageClaim | null;

export const CLAIM_READERS: Readonly<Record<ReaderId, ClaimReader>> = {
  linkedin: readLinkedin,
  orcid: readOrcid,
  schema: claimOf,
};
