/** What a page shows, and how much of it is told. */
import type { Found, Placed } from './found.ts';
import type { Seen, SeenPage } from './sighting.ts';
import { tidy } from './wording.ts';

export interface Scanned {
  readonly scan: SeenPage;
  /** The element of each sighting, at its place. */
  readonly elements: readonly Element[];
}

const MAX_NAMES = 12;

/** The marks of names (person.ts), and their texts. */
export const namesOf = (named: readonly Placed[]): SeenPage['names'] =>
  named
    .slice(0, MAX_NAMES)
    .map(({ element }) => [
      element.getAttribute('property') ?? element.localName,
      tidy(element.getAttribute('content') ?? element.textContent),
    ]);

/** Far above any page for people. Browsers refuse messages above about 64 MB. */
const MAX_CHARACTERS = 16_000_000;
/** What a sighting adds beside its link, its script and the words beside it. */
const COMMON_CHARACTERS = 800;

export function withinBounds(
  found: readonly Found[],
  saidOf: (finding: Found) => Pick<Seen, 'wording' | 'text'>,
): readonly Found[] {
  let characters = 0;
  return found.filter((finding) => {
    const own = COMMON_CHARACTERS + JSON.stringify([finding.link, saidOf(finding)]).length;
    const fits = characters + own <= MAX_CHARACTERS;
    if (fits) characters += own;
    return fits;
  });
}

/** The findings without pictures inside one of these links: such a picture says nothing more than its link. */
export function withoutPicturesOf(links: readonly Found[], found: readonly Found[]): readonly Found[] {
  const linked = new Set<unknown>(links.filter(({ link }) => link !== null).map(({ element }) => element));
  return found.filter(
    ({ kind, element }) => !element.matches('img') || kind === 'link' || !linked.has(element.closest('a')),
  );
}
