import { link, UUID } from '../link.ts';
import type { Provider } from '../provider.ts';

export const unstop: Provider = {
  // Evidence: links as people publish them
  id: 'unstop',
  name: 'Unstop',
  group: 'learning-platform',
  hosts: ['https://unstop.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?unstop\\.com', `/certificate(?:-preview)?/(?<id>${UUID})`),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://unstop.com/certificate-preview/00000000-1111-4222-8333-444444444444'],
      hint: ['/certificate'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Its page is drawn by a script.',
  counterExamples: ['https://unstop.com/competitions/example'],
};
