import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const linkedinLearning: Provider = {
  // Evidence: links as people publish them
  id: 'linkedin-learning',
  name: 'LinkedIn Learning',
  group: 'learning-platform',
  hosts: [],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:[a-z]{2,3}\\.)?linkedin\\.com', '/learning/certificates/(?<id>[0-9a-f]{62,64})'),
      routes: [{ via: 'none', code: 'reading-not-allowed' }],
      examples: [
        'https://www.linkedin.com/learning/certificates/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef?trk=share_certificate',
      ],
      hint: ['/learning/certificates/'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'LinkedIn lets no program ask for its pages: read only where you have the page open.',
  counterExamples: ['https://www.linkedin.com/learning/', 'https://www.linkedin.com/learning/certificates/'],
};
