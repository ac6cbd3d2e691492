import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const skilljar: Provider = {
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
          reads: {
            title: /Course Completed\s*(?:<[^<>]{0,300}>\s*){1,10}([^<]{1,300})/i,
            issuer: /Offered By\s*(?:<[^<>]{0,300}>\s*){1,10}([^<]{1,300})/i,
            issued: /Completion Date\s*(?:<[^<>]{0,300}>\s*){1,10}([^<]{1,300})/i,
          },
        },
      ],
      examples: ['https://verify.skilljar.com/c/abcd1234efgh'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  decoys: ['https://verify.skilljar.com/', 'https://academy.skilljar.com/page/catalog'],
};
