import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const openclassrooms: Provider = {
  // Evidence: links as people publish them
  id: 'openclassrooms',
  name: 'OpenClassrooms',
  group: 'learning-platform',
  hosts: ['https://openclassrooms.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        'openclassrooms\\.com',
        '/(?:[a-z]{2}/)?(?:course-certificates|certificates|pdf-certificates)/(?:share/)?(?<id>[0-9]{7,12})',
      ),
      routes: [{ via: 'page', carries: 'id' }],
      hint: ['/certificate', '-certificate'],
      examples: [
        'https://openclassrooms.com/en/course-certificates/1234567890',
        'https://openclassrooms.com/course-certificates/12345678',
        'https://openclassrooms.com/fr/course-certificates/share/1234567890',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  counterExamples: ['https://openclassrooms.com/en/courses/1234567-example'],
};
