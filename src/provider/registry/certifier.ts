import { link, UUID } from '../link.ts';
import type { Provider } from '../provider.ts';

export const certifier: Provider = {
  // Evidence: links as people publish them
  id: 'certifier',
  name: 'Certifier',
  group: 'badge-platform',
  hosts: ['https://credsverse.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?credsverse\\.com', `/credentials/(?<id>${UUID})`),
      routes: [{ via: 'page', carries: 'id', address: 'https://credsverse.com/credentials/{id}' }],
      examples: ['https://credsverse.com/credentials/00000000-1111-4222-8333-444444444444?preview=1'],
    },
    {
      kind: 'credential',
      pattern: link(
        '(?:www\\.)?credsverse\\.com',
        '/(?:issuers/(?<issuer>[0-9a-z]{26})/)?credentials/(?<id>[0-9a-z]{26})',
      ),
      routes: [{ via: 'page', carries: 'id' }],
      examples: [
        'https://credsverse.com/issuers/01aaaaaaaaaaaaaaaaaaaaaaaa/credentials/01bbbbbbbbbbbbbbbbbbbbbbbb',
        'https://credsverse.com/credentials/01bbbbbbbbbbbbbbbbbbbbbbbb',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  counterExamples: ['https://certifier.io/', 'https://credsverse.com/'],
};
