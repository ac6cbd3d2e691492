import type { Provider } from '../provider.ts';

export const mahara: Provider = {
  // Evidence: openbadgefactory/obf-mahara README.md
  id: 'mahara',
  name: 'Mahara, BadgeOS and other hosts of baked badges',
  group: 'university',
  hosts: [],
  shapes: [],
  through: ['vc-inline'],
  notFound: 'unknown',
  ceiling: 'issuer-confirmed',
  note: 'Found by baked images and direct links.',
  counterExamples: [],
};
