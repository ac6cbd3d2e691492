import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const mozillaBackpack: Provider = {
  // Evidence: links as people publish them
  id: 'mozilla-backpack',
  name: 'Mozilla Backpack',
  group: 'badge-platform',
  hosts: [],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:backpack|beta)\\.openbadges\\.org', '/share/(?<id>[0-9a-f]{32})'),
      routes: [{ via: 'none', code: 'service-closed' }],
      examples: ['https://backpack.openbadges.org/share/0123456789abcdef0123456789abcdef/'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'This service was closed.',
  counterExamples: ['https://openbadges.org/'],
};
