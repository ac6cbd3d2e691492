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

const BOARDS = 'indeed|stepstone|monster|welcometothejungle|totaljobs|glassdoor|infojobs|jobteaser';
/** In a country's domain, and under a language where there is one. */
const AT = String.raw`^https://(?:[a-z0-9-]+\.)*(?:${BOARDS})\.(?:com?\.)?(?:com|net|[a-z]{2})/(?:[a-z]{2}(?:-[a-z]{2})?/)?`;
/** What tells a person from advice on writing such a page, and from the board's wares. */
const PERSON =
  '(?:my-?)?(?:profile?|resume|cv|candidates?|lebenslauf|r)/(?!(?:[a-z]+-)*(?:templates?|vorlagen?|muster|examples?|samples?|tips)(?:-[a-z]+)*(?:[/?#]|$))';

/** Pages of a person there: what a job asks for stands under the same headings. */
export const jobBoards: Site = {
  pages: new RegExp(AT + PERSON, 'i'),
  headings: CERTIFICATES,
};
