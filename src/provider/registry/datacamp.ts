import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const datacamp: Provider = {
  // Evidence: links as people publish them
  id: 'datacamp',
  name: 'DataCamp',
  group: 'learning-platform',
  hosts: ['https://www.datacamp.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        '(?:www\\.)?datacamp\\.com',
        '/(?:certificate|skill-verification)/(?<id>[A-Z]{2,5}[0-9]{10,16})',
      ),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://www.datacamp.com/certificate/DAA0010000000000'],
    },
    {
      kind: 'credential',
      pattern: link(
        '(?:www\\.)?datacamp\\.com',
        '/(?:completed/)?statement-of-accomplishment/(?:course|track)/(?<id>[0-9a-f]{40})',
      ),
      routes: [{ via: 'page', carries: 'id' }],
      examples: [
        'https://www.datacamp.com/statement-of-accomplishment/course/0123456789abcdef0123456789abcdef01234567?raw=1',
        'https://www.datacamp.com/completed/statement-of-accomplishment/track/0123456789abcdef0123456789abcdef01234567',
      ],
    },
    {
      kind: 'collection',
      pattern: link('(?:(?:www|app)\\.)?datacamp\\.com', '/(?:portfolio|profile)/(?<id>[\\w.-]{2,60})'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: [
        'https://www.datacamp.com/portfolio/exampleperson',
        'https://app.datacamp.com/profile/exampleperson',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'A statement of accomplishment is a completed course, a certificate a passed exam.',
  counterExamples: ['https://www.datacamp.com/', 'https://www.datacamp.com/certification'],
};
