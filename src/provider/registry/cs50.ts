import { link, UUID } from '../link.ts';
import type { Provider } from '../provider.ts';

export const cs50: Provider = {
  // Evidence: links as people publish them
  id: 'cs50',
  name: 'CS50',
  group: 'learning-platform',
  hosts: [],
  shapes: [
    {
      kind: 'file',
      pattern: link(
        '(?:certificates\\.cs50\\.io|cs50\\.harvard\\.edu/certificates)',
        `/(?<id>${UUID})(?:\\.(?:pdf|png))?`,
      ),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://certificates.cs50.io/00000000-1111-4222-8333-444444444444.pdf?size=letter',
        'https://cs50.harvard.edu/certificates/00000000-1111-4222-8333-444444444444',
      ],
      hint: ['//cert'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  counterExamples: ['https://cs50.harvard.edu/x/'],
};
