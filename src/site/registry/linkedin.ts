import type { Site } from '../site.ts';

/** Entries of the certifications list: found by what has outlived redesigns, and only to catch entries without a link. */
export const linkedin: Site = {
  entries: [
    // the public page
    { mark: 'li', entry: 'li', within: 'section[data-section="certifications"]' },
    // logged in, until 2025
    { mark: '[data-field*="licenses_and_certifications"]', entry: 'li' },
    // logged in, since 2026: the list page and the card of the profile
    {
      mark: '[data-view-name^="license-certifications"]',
      entry: '[componentkey^="entity-collection-item"]',
    },
  ],
};
