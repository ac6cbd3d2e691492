import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const scrumOrg: Provider = {
  // Evidence: pages as they were captured in 2026
  id: 'scrum-org',
  name: 'Scrum.org',
  group: 'association',
  hosts: ['https://www.scrum.org/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?scrum\\.org', '/certificates/(?<id>[0-9]{4,9})'),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://www.scrum.org/certificates/123456'],
    },
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?scrum\\.org', '/badges/awards/(?<id>[0-9]{4,9})'),
      routes: [
        { via: 'record', address: 'https://www.scrum.org/badges/awards/{id}', accept: 'application/json' },
      ],
      examples: ['https://www.scrum.org/badges/awards/123456'],
    },
    {
      kind: 'collection',
      pattern: link('(?:www\\.)?scrum\\.org', '/user/(?<id>[0-9]{1,9})'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://www.scrum.org/user/123456'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'issuer-confirmed',
  note: 'Numbers are given in sequence: to be listed proves nothing without the name.',
  counterExamples: ['https://www.scrum.org/assessments', 'https://www.scrum.org/certificates/'],
};
