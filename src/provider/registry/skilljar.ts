import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const skilljar: Provider = {
  // Evidence: links as people publish them
  id: 'skilljar',
  name: 'Skilljar',
  group: 'badge-platform',
  hosts: ['https://verify.skilljar.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('verify\\.skilljar\\.com', '/c/(?<id>[a-z0-9]{8,20})'),
      routes: [
        {
          via: 'page',
          carries: 'id',
          labels: { title: 'Course Completed', issuer: 'Offered By', issued: 'Completion Date' },
        },
      ],
      examples: ['https://verify.skilljar.com/c/abcd1234efgh'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  counterExamples: ['https://verify.skilljar.com/', 'https://academy.skilljar.com/page/catalog'],
};
