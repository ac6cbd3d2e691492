import type { Provider } from '../provider.ts';

export const githubCerts: Provider = {
  // Evidence: https://github.com/orgs/community/discussions/205407
  id: 'github-certs',
  name: 'GitHub Certifications',
  group: 'technology',
  hosts: [],
  shapes: [],
  through: ['credly', 'microsoft-learn'],
  notFound: 'unknown',
  ceiling: 'issuer-confirmed',
  note: 'Earned before July 2025: a Credly badge; since then: a Microsoft Learn credential.',
  counterExamples: [],
};
