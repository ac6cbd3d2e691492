import type { Provider } from '../provider.ts';

export const orcid: Provider = {
  id: 'orcid',
  name: 'ORCID',
  group: 'association',
  hosts: [],
  shapes: [],
  notFound: 'unknown',
  vouchesFor: [],
  ceiling: 'not-checked',
  note: 'A profile, not a credential: an affiliation added by an institution is its word, one added by the holder a claim.',
  decoys: [],
};
