import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const efset: Provider = {
  // Evidence: links as people publish them
  id: 'efset',
  name: 'EF SET',
  group: 'learning-platform',
  hosts: [],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        '(?:cert\\.efset\\.org(?:/[a-z]{2})?|(?:www\\.)?efset\\.org/cert)',
        '/(?<id>[0-9A-Za-z]{6})',
      ),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://cert.efset.org/AbC1dE',
        'https://cert.efset.org/en/AbC1dE',
        'https://www.efset.org/cert/AbC1dE',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'The page of an English test, for people.',
  counterExamples: ['https://www.efset.org/quick-check/', 'https://www.efset.org/cert/'],
};
