import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const hubspot: Provider = {
  // Evidence: links as people publish them
  id: 'hubspot',
  name: 'HubSpot Academy',
  group: 'technology',
  hosts: ['https://app.hubspot.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        'app(?:-[a-z]{2}\\d)?\\.hubspot\\.com',
        '/academy/achievements/(?<id>[a-z0-9]{6,12})/[a-z-]{2,5}/[0-9]+/[^/?#]+/[^/?#]+',
      ),
      routes: [{ via: 'page', carries: 'id' }],
      examples: [
        'https://app.hubspot.com/academy/achievements/ab12cd34/en/1/example-person/example-course',
        'https://app-eu1.hubspot.com/academy/achievements/ab12cd34/en/1/example-person/example-course',
        'https://app-na2.hubspot.com/academy/achievements/ab12cd34/en/1/example-person/example-course',
      ],
      // Each of its data centres has a host of its own.
      hint: ['/academy/ach'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Holder and course in the link are claims.',
  counterExamples: ['https://app.hubspot.com/academy/', 'https://academy.hubspot.com/courses'],
};
