import type { Provider } from '../provider.ts';

export const databricks: Provider = {
  // Evidence: links as people publish them
  id: 'databricks',
  name: 'Databricks',
  group: 'technology',
  hosts: [],
  shapes: [],
  through: ['accredible'],
  notFound: 'unknown',
  ceiling: 'issuer-confirmed',
  note: 'Accredible credentials on credentials.databricks.com.',
  counterExamples: [],
};
