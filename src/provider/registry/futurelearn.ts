import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const futurelearn: Provider = {
  // Evidence: links as people publish them
  id: 'futurelearn',
  name: 'FutureLearn',
  group: 'learning-platform',
  hosts: ['https://www.futurelearn.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        '(?:www\\.)?futurelearn\\.com',
        '/(?:certificates|statements|digital-upgrades)/(?<id>[a-z0-9]{6,10})',
      ),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://www.futurelearn.com/certificates/ab12cd3'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'The issuer is often a university, by way of FutureLearn.',
  counterExamples: ['https://www.futurelearn.com/courses/example'],
};
