import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const mongodb: Provider = {
  // Evidence: links as people publish them
  id: 'mongodb',
  name: 'MongoDB University',
  group: 'technology',
  hosts: ['https://learn.mongodb.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('learn\\.mongodb\\.com', '/c/(?<id>[\\w-]{20,24})'),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://learn.mongodb.com/c/AbCdEfGhIjKlMnOpQrStUv'],
    },
    {
      kind: 'credential',
      pattern: link(
        'university\\.mongodb\\.com',
        '/course_completion/(?<id>[0-9a-f-]{20,40})(?:/printable)?',
      ),
      routes: [{ via: 'none', code: 'service-closed' }],
      examples: [
        'https://university.mongodb.com/course_completion/00000000-1111-4222-8333-444444444444/printable',
      ],
    },
  ],
  through: ['credly'],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Its older site is closed; its badges are Credly’s.',
  counterExamples: ['https://learn.mongodb.com/courses/example', 'https://university.mongodb.com/courses'],
};
