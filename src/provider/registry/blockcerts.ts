import type { Provider } from '../provider.ts';

export const blockcerts: Provider = {
  // Evidence: links as people publish them
  id: 'blockcerts',
  name: 'Blockcerts',
  group: 'university',
  hosts: [],
  shapes: [],
  through: ['vc-inline'],
  notFound: 'unknown',
  ceiling: 'signature-verified',
  note: 'Read as a credential by direct link; a proof on a block chain is recognised and not checked.',
  counterExamples: [],
};
