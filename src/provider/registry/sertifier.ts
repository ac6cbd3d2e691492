import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const sertifier: Provider = {
  // Evidence: links as people publish them
  id: 'sertifier',
  name: 'Sertifier',
  group: 'badge-platform',
  hosts: ['https://*.sertifier.com/*', 'https://*.verified.cv/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        '(?:verified\\.sertifier\\.com|(?:[a-z0-9-]+\\.)?verified\\.cv)',
        '/[a-z]{2}/verify/(?<id>[0-9]{12,16})',
      ),
      routes: [{ via: 'page', carries: 'id' }],
      examples: [
        'https://verified.sertifier.com/en/verify/12345678901234/?ref=email',
        'https://school.verified.cv/en/verify/12345678901234',
      ],
    },
    {
      kind: 'collection',
      pattern: link(
        '(?:verified\\.sertifier\\.com|(?:[a-z0-9-]+\\.)?verified\\.cv)',
        '/[a-z]{2}/profile/(?<id>[\\w.-]+)',
      ),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://verified.sertifier.com/en/profile/example-person/'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  counterExamples: ['https://www.sertifier.com/'],
};
