import type { Provider } from '../provider.ts';

export const credlyAssociations: Provider = {
  // Evidence: links as people publish them
  id: 'credly-associations',
  name: 'ISC2, ASIS, GIAC, ACM',
  group: 'association',
  hosts: [],
  shapes: [],
  through: ['credly'],
  notFound: 'unknown',
  ceiling: 'issuer-confirmed',
  note: 'Their badges are Credly’s.',
  counterExamples: [],
};
