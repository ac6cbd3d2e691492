import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const hackerrank: Provider = {
  id: 'hackerrank',
  name: 'HackerRank',
  group: 'learning-platform',
  hosts: ['https://www.hackerrank.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?hackerrank\\.com', '/certificates/(?:iframe/)?(?<id>[0-9a-f]{12})'),
      routes: [{ via: 'page', carries: 'id', address: 'https://www.hackerrank.com/certificates/{id}' }],
      examples: [
        'https://www.hackerrank.com/certificates/0123456789ab',
        'https://www.hackerrank.com/certificates/iframe/0123456789ab',
      ],
    },
    {
      kind: 'collection',
      pattern: link('(?:www\\.)?hackerrank\\.com', '/profile/(?<id>[\\w.-]+)'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://www.hackerrank.com/profile/exampleperson'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Its page is drawn by a script: best read where you have it open.',
  decoys: ['https://www.hackerrank.com/skills-verification'],
};
