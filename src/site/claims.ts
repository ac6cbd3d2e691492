/** What a page says, out of the words that its script has sent. */
import { claimOf } from './claim.ts';
import { schemaClaims } from './json-ld.ts';
import { NO_CLAIM, type PageScan, type SeenPage, type Wording } from './sighting.ts';

/** Every sighting with its claim. What leads nowhere and names nothing is left out; places stay as they are. */
export const readClaims = ({ sightings, ...page }: SeenPage): PageScan => ({
  ...page,
  sightings: sightings.flatMap(({ wording, ...sighting }) => {
    const { kind, text } = sighting;
    if (kind === 'claim' && text !== null)
      return schemaClaims(text).map((claim) => ({ ...sighting, text: null, claim }));
    const claim = wording ? claimOf(wording, sighting.link) : NO_CLAIM;
    if (kind === 'claim' && wording && isProse(wording))
      // A credential that is spoken of is found by its link; the words claim nothing.
      return sighting.link === null ? [] : [{ ...sighting, kind: 'link' as const, claim }];
    const isNothing = kind === 'claim' && sighting.link === null && claim.title === null;
    return isNothing ? [] : [{ ...sighting, claim }];
  }),
});

/** How many there are, and running text: an invitation to add some, or a word about all of them. A question may be a title. */
function isProse({ heading, lines }: Wording): boolean {
  const [, ...others] = lines;
  const isOne = heading === null && others.every((line) => /^[^\p{Lu}\d]/u.test(line));
  return isOne && PROSE.test(lines.join(' '));
}
const PROSE = /^\d{1,4} \p{Ll}+$|[。！]$|^(?:\S+ ){3}.*\p{Ll}{3}(?<!Corp|Univ|Inst|Dept|Acad|Assoc) ?[.!…]$/u;
