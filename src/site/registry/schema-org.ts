import type { Site } from '../site.ts';

const CREDENTIAL = 'EducationalOccupationalCredential';

/** schema.org's markup in attributes, on any page. */
export const schemaOrg: Site = {
  entries: [{ mark: `[itemtype*=${CREDENTIAL}],[typeof*=${CREDENTIAL}]` }],
  reader: 'schema',
};
