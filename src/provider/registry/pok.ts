import { link, UUID } from '../link.ts';
import type { Provider } from '../provider.ts';

export const pok: Provider = {
  // Evidence: links as people publish them
  id: 'pok',
  name: 'POK',
  group: 'badge-platform',
  hosts: ['https://view.pok.tech/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:view\\.|www\\.)?pok\\.tech', `/(?:c|credential)/(?<id>${UUID})`),
      routes: [{ via: 'page', carries: 'id', address: 'https://view.pok.tech/c/{id}' }],
      examples: [
        'https://view.pok.tech/c/00000000-1111-4222-8333-444444444444',
        'https://pok.tech/credential/00000000-1111-4222-8333-444444444444',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'What its page says of a block chain is not checked.',
  counterExamples: ['https://www.pok.tech/'],
};
