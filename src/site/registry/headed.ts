import { CERTIFICATES, QUALIFICATIONS } from '../section-names.ts';
import type { Site } from '../site.ts';

/** Profiles: there, a qualification is something that the person has. */
export const xing: Site = {
  pages: /^https:\/\/(?:www\.)?xing\.com\/profile\//i,
  headings: QUALIFICATIONS,
};

/** A profile or a CV that somebody shares, as a page. */
export const europass: Site = {
  pages: /^https:\/\/europa\.eu\/europass\/eportfolio\/(?:screen\/|api\/eprofile\/)share/i,
  headings: CERTIFICATES,
};

/**
 * Pages of a person on that site, in a country's domain, with a language where there is one. What a job asks for stands
 * under the same headings elsewhere on the site. Advice on writing such a page has the same addresses (claims.ts).
 */
export const jobBoards: Site = {
  pages:
    /^https:\/\/(?:[a-z0-9-]+\.)*(?:indeed|stepstone|monster|welcometothejungle|totaljobs|glassdoor|infojobs|jobteaser)\.(?:com?\.)?(?:com|net|[a-z]{2})\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:my-)?(?:p|profile?|resume|cv|candidates?|lebenslauf|r)\//i,
  headings: CERTIFICATES,
};
