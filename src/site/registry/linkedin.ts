import { CERTIFICATES } from '../section-names.ts';
import type { Site } from '../site.ts';

/**
 * LinkedIn's own pages, by what has outlived redesigns: keys of its server-driven layout and its addresses. The page's
 * language is never used. Headings are the last resort.
 */
export const linkedin: Site = {
  pages: /^https:\/\/(?:[a-z-]+\.)?linkedin\.com\/(?:[^?]*\/)?(?:in|profile|lead)\//i,
  lists: {
    mark: '[componentkey$=CertificationTopLevel],[data-testid^=profile_CertificationTopLevel_],[data-sdui-screen$=ProfileCertificationDetails],[componentkey$=CertificationDetailsLevel]',
    row: '[componentkey^=entity-collection-item]',
  },
  headings: CERTIFICATES,
  reader: 'linkedin',
};

/** Entries of LinkedIn pages that somebody has saved, wherever they are opened now. */
export const linkedinAnywhere: Site = {
  entries: [
    // the public page
    { mark: 'li', within: 'section[data-section=certifications]' },
    // logged in, until 2025
    { mark: '[data-field*=licenses_and_certifications]', entry: 'li' },
    // logged in, early in 2026
    {
      mark: '[data-view-name^=license-certifications]',
      entry: '[componentkey^=entity-collection-item]',
    },
  ],
  reader: 'linkedin',
};
