import { link, UUID } from '../link.ts';
import type { Provider } from '../provider.ts';

export const myequals: Provider = {
  // Evidence: links as people publish them
  id: 'myequals',
  name: 'My eQuals',
  group: 'university',
  hosts: ['https://www.myequals.net/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?myequals\\.(?:net|edu\\.au)', `/sharelink/(?<id>${UUID}/${UUID})`),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://www.myequals.net/sharelink/00000000-1111-4222-8333-444444444444/00000000-1111-4222-8333-444444444444',
        'https://myequals.edu.au/sharelink/00000000-1111-4222-8333-444444444444/00000000-1111-4222-8333-444444444444',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'The signature is in a PDF, which is not checked here.',
  counterExamples: ['https://www.myequals.edu.au/'],
};
