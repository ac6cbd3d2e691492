import type { Site } from '../site.ts';

/** Entries of the certifications list: found by what has outlived redesigns, and only to catch entries without a link. */
export const linkedin: Site = {
  id: 'linkedin',
  name: 'LinkedIn',
  matches: ['https://*.linkedin.com/*'],
  entries: [
    // the public page
    'section[data-section="certifications"] li',
    // logged in, until 2025
    'li:has(> div [data-field*="licenses_and_certifications"])',
    // logged in, since 2026: list page, and the card of the profile
    '[componentkey^="entity-collection-item"]:has([data-view-name^="license-certifications"])',
  ],
};
