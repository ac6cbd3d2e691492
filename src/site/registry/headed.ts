import { CERTIFICATES, QUALIFICATIONS } from '../section-names.ts';
import type { Site } from '../site.ts';

/** Profiles, where qualifications are what somebody has. */
export const xing: Site = {
  pages: /^https:\/\/(?:www\.)?xing\.com\/profile\//i,
  headings: QUALIFICATIONS,
};

/** A profile or a CV that somebody shares, as a page. */
export const europass: Site = {
  pages:
    /^https:\/\/(?:www\.)?europa\.eu\/europass\/eportfolio\/(?:screen\/share|api\/eprofile\/shared-profile)\//i,
  headings: CERTIFICATES,
};

/** Pages of a person there: what a job asks for stands under the same headings. */
export const jobBoards: Site = {
  pages:
    /^https:\/\/(?:[a-z0-9-]+\.)*(?:indeed|stepstone|monster|welcometothejungle|totaljobs|glassdoor|infojobs|jobteaser)\.[a-z.]{2,6}\/(?:[a-z-]{2,5}\/)?(?:(?:my-?)?(?:profile?|resumes?|cv|candidates?|lebenslauf|profil|r)\/)/i,
  headings: CERTIFICATES,
};
