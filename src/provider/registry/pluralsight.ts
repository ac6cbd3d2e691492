import { link, UUID } from '../link.ts';
import type { Provider } from '../provider.ts';

export const pluralsight: Provider = {
  // Evidence: links as people publish them
  id: 'pluralsight',
  name: 'Pluralsight',
  group: 'learning-platform',
  hosts: ['https://app.pluralsight.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('app\\.pluralsight\\.com', `/achievements/share/(?<id>${UUID})`),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://app.pluralsight.com/achievements/share/00000000-1111-4222-8333-444444444444'],
    },
    {
      kind: 'collection',
      pattern: link('app\\.pluralsight\\.com', '/profile/(?<id>[\\w.-]+)'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://app.pluralsight.com/profile/example-person'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  counterExamples: ['https://www.pluralsight.com/courses/example'],
};
