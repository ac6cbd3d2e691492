import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const cognitiveClass: Provider = {
  // Evidence: links as people publish them
  id: 'cognitive-class',
  name: 'IBM Cognitive Class',
  group: 'technology',
  hosts: ['https://courses.cognitiveclass.ai/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('courses\\.(?:ibmcep\\.)?cognitiveclass\\.ai', '/certificates/(?<id>[0-9a-f]{32})'),
      routes: [{ via: 'page', carries: 'id' }],
      examples: [
        'https://courses.cognitiveclass.ai/certificates/0123456789abcdef0123456789abcdef',
        'https://courses.ibmcep.cognitiveclass.ai/certificates/0123456789abcdef0123456789abcdef',
      ],
      hint: ['/certificate'],
    },
  ],
  through: ['credly'],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Its badges are Credly’s.',
  counterExamples: ['https://cognitiveclass.ai/courses/example'],
};
