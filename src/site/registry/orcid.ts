import type { Site } from '../site.ts';

/**
 * A record's cards: `<organisation>: <place>` above `<dates> | <role or title>`, then the kind of affiliation and who
 * added it. Their words tell which of them claim to have been awarded (reader/orcid.ts).
 */
export const orcid: Site = {
  pages: /^https:\/\/(?:[a-z-]+\.)?orcid\.org\//i,
  entries: [
    {
      mark: 'app-panel',
      within: '#education-and-qualification',
    },
  ],
  reader: 'orcid',
};
