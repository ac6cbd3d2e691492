import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const bestr: Provider = {
  // Evidence: links as people publish them
  id: 'bestr',
  name: 'Bestr',
  group: 'badge-platform',
  hosts: ['https://bestr.it/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?bestr\\.it', '/award/show/(?<id>[A-Za-z0-9_-]{22})'),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://bestr.it/award/show/AbCdEfGhIjKlMnOpQrStUv'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  counterExamples: ['https://bestr.it/badge/show/1'],
};
