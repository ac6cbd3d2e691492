import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const pmi: Provider = {
  // Evidence: links as people publish them
  id: 'pmi',
  name: 'PMI',
  group: 'association',
  hosts: [],
  shapes: [
    {
      kind: 'form',
      pattern: link('(?:www\\.)?certification\\.pmi\\.org', '/(?<id>registry)(?:\\.aspx)?'),
      routes: [{ via: 'none', code: 'form-asks-name' }],
      examples: ['https://certification.pmi.org/registry.aspx'],
    },
    {
      kind: 'form',
      pattern: link(
        '(?:www\\.)?pmi\\.org',
        '/certifications/(?<id>certification-resources/registry|registry|find-certified-professional)',
      ),
      routes: [{ via: 'none', code: 'form-asks-name' }],
      examples: ['https://www.pmi.org/certifications/certification-resources/registry'],
    },
  ],
  through: ['credly'],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'Its register is searched by name; its badges are Credly’s.',
  counterExamples: ['https://www.pmi.org/certifications/project-management-pmp'],
};
