import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const linkedin: Provider = {
  // Evidence: links as people publish them
  id: 'linkedin',
  name: 'LinkedIn',
  group: 'learning-platform',
  hosts: [],
  shapes: [
    {
      kind: 'collection',
      pattern: link('(?:[a-z]{2,3}\\.)?linkedin\\.com', '/in/(?<id>[^/?#]+)/details/certifications'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://www.linkedin.com/in/example-person/details/certifications/'],
      hint: ['/details/certifications'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'A person’s whole list of certifications: open it to have them checked.',
  counterExamples: [
    'https://www.linkedin.com/in/example-person/',
    'https://www.linkedin.com/company/example/',
    'https://www.linkedin.com/posts/example-person_badge-activity-7286721666125119488-AbCd',
  ],
};
