import type { Provider } from '../provider.ts';

export const orcid: Provider = {
  // Evidence: links as people publish them
  id: 'orcid',
  name: 'ORCID',
  group: 'association',
  hosts: [],
  shapes: [],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'A profile, not a credential: what it calls a qualification is listed as its claim, whoever added it.',
  counterExamples: [],
};
