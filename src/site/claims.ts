/** What a page says, out of the words that its script has sent. */
import { claimOf } from './claim.ts';
import { NO_CLAIM, type PageScan, type SeenPage } from './sighting.ts';

/** Every sighting with its claim. What leads nowhere and names nothing is left out; places stay as they are. */
export const readClaims = ({ sightings, ...page }: SeenPage): PageScan => ({
  ...page,
  sightings: sightings.flatMap(({ wording, ...sighting }) => {
    const claim = sighting.claim ?? (wording ? claimOf(wording, sighting.link) : NO_CLAIM);
    const isNothing = sighting.kind === 'claim' && sighting.link === null && claim.title === null;
    return isNothing ? [] : [{ ...sighting, claim }];
  }),
});
