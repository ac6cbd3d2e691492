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
      hint: ['/certificate'],
      examples: ['https://www.mygreatlearning.com/certificate/ABCDEFGH'],
    },
    {
      kind: 'credential',
      pattern: link('olympus\\d?\\.mygreatlearning\\.com', '/course_certificate/(?<id>[A-Z]{6,12})'),
      routes: [{ via: 'page', carries: 'id', address: 'https://www.mygreatlearning.com/certificate/{id}' }],
      hint: ['certificate/'],
      examples: ['https://olympus1.mygreatlearning.com/course_certificate/ABCDEFGH'],
    },
    {
      kind: 'credential',
      pattern: link('verify\\.mygreatlearning\\.com', '/(?:verify/)?(?<id>[A-Z]{8})'),
      routes: [{ via: 'page', carries: 'id' }],
      hint: ['/verif'],
      examples: [
        'https://verify.mygreatlearning.com/verify/ABCDEFGH',
        'https://verify.mygreatlearning.com/ABCDEFGH',
      ],
    },
    {
      kind: 'collection',
      pattern: link('eportfolio\\.mygreatlearning\\.com', '/(?<id>[\\w-]{3,80})'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://eportfolio.mygreatlearning.com/example-person'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  counterExamples: ['https://www.mygreatlearning.com/academy'],
};
