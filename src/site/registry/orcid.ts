import type { Site } from '../site.ts';

/**
 * A record's cards: `<organisation>: <place>` over `<dates> | <role or title>`, what kind of affiliation it is, and who
 * added it. Which of them claim to have been awarded, their words tell (reader/orcid.ts).
 */
export const orcid: Site = {
  pages: /^https:\/\/(?:[a-z-]+\.)?orcid\.org\//i,
  entries: [
    {
      mark: 'app-panel',
      entry: 'app-panel',
      within: '#education-and-qualification',
    },
  ],
  reader: 'orcid',
};
