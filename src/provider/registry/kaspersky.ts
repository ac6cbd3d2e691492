import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const kaspersky: Provider = {
  // Evidence: links as people publish them
  id: 'kaspersky',
  name: 'Kaspersky',
  group: 'technology',
  hosts: ['https://certification.kaspersky.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('certification\\.kaspersky\\.com', '/certificates/(?<id>[0-9]{4,12})'),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://certification.kaspersky.com/certificates/100005'],
      hint: ['/certificate'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'The number is short, and its page may say little.',
  counterExamples: ['https://www.kaspersky.com/small-to-medium-business-security'],
};
