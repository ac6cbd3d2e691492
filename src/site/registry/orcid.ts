import type { Site } from '../site.ts';

/**
 * A record's cards: `<organisation>: <place>` over `<dates> | <role or title>`, what kind of affiliation it is, and who
 * added it. Only a qualification claims to have been awarded: employment does not, nor does a course of study.
 */
export const orcid: Site = {
  pages: /^https:\/\/(?:[a-z-]+\.)?orcid\.org\//i,
  entries: [
    {
      mark: 'app-panel',
      entry: 'app-panel',
      within: '#education-and-qualification',
      says: /^(?:[qck][uvw]?alifi|квалиф|资格|資格|资历|資歷|자격|مؤهل|yeterlilik)\p{L}*$/iu,
      // The place stands behind the last colon: an organisation's own name may have one.
      issuer: /^(.+?)\s*:(?:\s[^:]*)?$/,
    },
  ],
};
