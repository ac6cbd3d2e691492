import type { PageScan, Sighting } from '../site/sighting.ts';

/**
 * The most characters that the rows of one page may take, in their lightest form. The browser's storage holds 10 MB
 * (lighten.ts), and a page with more could not be stored at all.
 */
const MAX_CHARACTERS = 6_000_000;
/** What a row takes beside its link and claim: a report that has no answer yet. */
const ROW_CHARACTERS = 1_500;
/** A link stands in the sighting, in the row, in the row's two keys, and in the lists of keys in order and to come. */
const COPIES_OF_LINK = 6;
const COPIES_OF_CLAIM = 2;

/** What a page shows, as far as its rows can be stored. `beyond` tells how many sightings are left out. */
export function withinRowLimit(scan: PageScan): { readonly scan: PageScan; readonly beyond: number } {
  const { sightings } = scan;
  let room = MAX_CHARACTERS;
  const end = sightings.findIndex((sighting) => {
    room -= costOf(sighting);
    return room < 0;
  });
  if (end < 0) return { scan, beyond: 0 };
  return { scan: { ...scan, sightings: sightings.slice(0, end) }, beyond: sightings.length - end };
}

const costOf = ({ link, claim }: Sighting): number =>
  ROW_CHARACTERS + COPIES_OF_LINK * (link?.length ?? 0) + COPIES_OF_CLAIM * JSON.stringify(claim).length;
