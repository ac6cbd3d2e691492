import { link, UUID } from '../link.ts';
import type { Provider } from '../provider.ts';

export const deeplearningAi: Provider = {
  // Evidence: links as people publish them
  id: 'deeplearning-ai',
  name: 'DeepLearning.AI',
  group: 'learning-platform',
  hosts: ['https://learn.deeplearning.ai/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        '(?:learn|learning|community)\\.deeplearning\\.ai',
        `/(?:accomplishments|certificates)/(?<id>${UUID})`,
      ),
      routes: [{ via: 'page', carries: 'id' }],
      hint: ['/certificate', '/accomplishments/'],
      examples: [
        'https://learn.deeplearning.ai/accomplishments/00000000-1111-4222-8333-444444444444?usp=sharing',
        'https://learn.deeplearning.ai/certificates/00000000-1111-4222-8333-444444444444',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  counterExamples: ['https://www.deeplearning.ai/courses/'],
};
