import type { Provider } from '../provider.ts';

export const credlyAssociations: Provider = {
  id: 'credly-associations',
  name: 'PMI, ISACA, ISC2, CompTIA, ASIS, GIAC, ACM',
  group: 'association',
  hosts: [],
  shapes: [],
  through: ['credly'],
  notFound: 'unknown',
  ceiling: 'issuer-confirmed',
  note: 'Their badges are Credly’s.',
  decoys: [],
};
