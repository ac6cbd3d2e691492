import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const credlyAssociations: Provider = {
  // Evidence: links as people publish them
  id: 'credly-associations',
  name: 'ISC2, ASIS, GIAC, ACM',
  group: 'association',
  hosts: [],
  shapes: [
    {
      // GIAC's directory: one page lists all certifications of a person.
      kind: 'collection',
      pattern: link('(?:www\\.)?giac\\.org', '/certified-professional/(?<name>[^/?#]+)/(?<id>[0-9]{4,9})'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://www.giac.org/certified-professional/example-person/123456'],
    },
  ],
  through: ['credly'],
  notFound: 'unknown',
  ceiling: 'issuer-confirmed',
  note: 'Their badges are Credly’s.',
  counterExamples: ['https://www.giac.org/certified-professionals/directory/gcwn'],
};
