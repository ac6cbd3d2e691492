import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const badgecraft: Provider = {
  // Evidence: links as people publish them
  id: 'badgecraft',
  name: 'Badgecraft',
  group: 'badge-platform',
  hosts: ['https://www.badgecraft.eu/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?badgecraft\\.eu', '/[a-z]{2}/user-badges/(?<id>[A-Za-z0-9-]{8,})'),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://www.badgecraft.eu/en/user-badges/00000000-1111-4222-8333-444444444444'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  counterExamples: ['https://www.badgecraft.eu/en/badges'],
};
