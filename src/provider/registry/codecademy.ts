import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const codecademy: Provider = {
  // Evidence: links as people publish them
  id: 'codecademy',
  name: 'Codecademy',
  group: 'learning-platform',
  hosts: ['https://www.codecademy.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        '(?:www\\.)?codecademy\\.com',
        '/profiles/(?<user>[^/?#]+)/certificates/(?<id>[0-9a-f]{24,32})',
      ),
      routes: [{ via: 'page', carries: 'id' }],
      examples: [
        'https://www.codecademy.com/profiles/exampleperson/certificates/0123456789abcdef0123456789abcdef',
      ],
    },
    {
      kind: 'collection',
      pattern: link('(?:www\\.)?codecademy\\.com', '/profiles/(?<id>[\\w.-]+)(?:/certificates)?'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://www.codecademy.com/profiles/exampleperson'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  counterExamples: ['https://www.codecademy.com/', 'https://www.codecademy.com/learn/learn-python'],
};
