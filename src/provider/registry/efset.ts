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
      // Its codes have letters of both cases, and digits. Six small letters are a word of its menu (`/verify`).
      pattern:
        /^https?:\/\/(?:cert\.efset\.org(?:\/[a-z]{2})?|(?:www\.)?efset\.org\/cert)\/(?<id>(?![a-z]{6}(?:[/?#]|$))[0-9A-Za-z]{6})\/?(?:[?#].*)?$/,
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
  counterExamples: [
    'https://cert.efset.org/verify',
    'https://cert.efset.org/en/verify?ref=menu',
    'https://www.efset.org/quick-check/',
    'https://www.efset.org/cert/',
  ],
};
