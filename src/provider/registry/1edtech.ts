import type { Provider } from '../provider.ts';

export const oneEdTech: Provider = {
  // Evidence: links as people publish them
  id: '1edtech',
  name: '1EdTech',
  group: 'association',
  hosts: [],
  shapes: [],
  through: ['badgr', 'credly'],
  notFound: 'unknown',
  ceiling: 'issuer-confirmed',
  note: 'Its badges are Credly’s or Canvas Credentials’.',
  counterExamples: [],
};
