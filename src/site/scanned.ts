/** What a page shows, and how much of it is told. */
import type { Found, Placed } from './found.ts';
import type { SeenPage } from './sighting.ts';
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
/** What a sighting adds beside its link and its script. */
const COMMON_CHARACTERS = 800;

export function withinBounds(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  let characters = 0;
  for (const finding of found) {
    const own = COMMON_CHARACTERS + (finding.link?.length ?? 0) + (finding.text?.length ?? 0);
    if (characters + own > MAX_CHARACTERS) continue;
    characters += own;
    kept.push(finding);
  }
  return kept;
}
