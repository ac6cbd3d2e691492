import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const certopus: Provider = {
  // Evidence: links as people publish them
  id: 'certopus',
  name: 'Certopus',
  group: 'badge-platform',
  hosts: ['https://certopus.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?certopus\\.com', '/c/(?<id>[0-9a-f]{32})'),
      routes: [{ via: 'page', carries: 'id', address: 'https://certopus.com/c/{id}' }],
      examples: ['https://certopus.com/c/0123456789abcdef0123456789abcdef'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  counterExamples: ['https://certopus.com/pricing'],
};
