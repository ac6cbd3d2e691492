import type { SeenPage } from './sighting.ts';

/** A person's profile itself, not the pages below it. */
const PROFILE = /^(https:\/\/(?:[a-z-]+\.)?linkedin\.com\/in\/[^/?#]+)\/?(?:[?#]|$)/i;

/**
 * The page with the whole list of certifications that a profile has not drawn yet. LinkedIn adds its cards as people
 * scroll, and the page does not say beforehand whether there are any. Null where entries are on the page, or it is no
 * such profile.
 */
export function unreadListOf({ url, sightings }: Pick<SeenPage, 'url' | 'sightings'>): string | null {
  const profile = PROFILE.exec(url)?.[1];
  if (profile === undefined || sightings.some(({ wording }) => wording?.reader === 'linkedin')) return null;
  return `${profile}/details/certifications/`;
}
