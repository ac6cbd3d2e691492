import { linkWithQuery } from '../link.ts';
import type { Provider } from '../provider.ts';

export const oracle: Provider = {
  // Evidence: links as people publish them
  id: 'oracle',
  name: 'Oracle CertView',
  group: 'technology',
  hosts: ['https://catalog-education.oracle.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: linkWithQuery(
        '(?:catalog-education|brm-certview)\\.oracle\\.com',
        '/(?:pls|ords)/certview/sharebadge',
        'id=(?<id>[0-9A-F]{64})',
      ),
      routes: [
        {
          via: 'page',
          carries: 'id',
          address: 'https://catalog-education.oracle.com/ords/certview/sharebadge?id={id}',
        },
      ],
      examples: [
        'https://catalog-education.oracle.com/ords/certview/sharebadge?id=0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF',
        'https://brm-certview.oracle.com/pls/certview/sharebadge?id=0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Oracle awards Credly badges as well, and those can be confirmed.',
  counterExamples: [
    'https://catalog-education.oracle.com/pls/certview/sharebadge',
    'https://education.oracle.com/certification',
  ],
};
