import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const greatLearning: Provider = {
  // Evidence: links as people publish them
  id: 'great-learning',
  name: 'Great Learning',
  group: 'learning-platform',
  hosts: ['https://www.mygreatlearning.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?mygreatlearning\\.com', '/certificate/(?<id>[A-Z]{6,12})'),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://www.mygreatlearning.com/certificate/ABCDEFGH'],
    },
    {
      kind: 'credential',
      pattern: link('olympus\\d?\\.mygreatlearning\\.com', '/course_certificate/(?<id>[A-Z]{6,12})'),
      routes: [{ via: 'page', carries: 'id', address: 'https://www.mygreatlearning.com/certificate/{id}' }],
      examples: ['https://olympus1.mygreatlearning.com/course_certificate/ABCDEFGH'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  counterExamples: ['https://www.mygreatlearning.com/academy'],
};
