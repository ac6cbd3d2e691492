import type { HostOwner } from './provider.ts';

/**
 * Organisations on whose own host a platform shows their awards: whoever runs the domain let it in
 * (docs/decisions.md#who-may-vouch). Each host exactly as it is, never all hosts of a domain; an entry counts for eighteen months.
 */
export const ACCREDIBLE_HOSTS: readonly HostOwner[] = [
  {
    host: 'credentials.databricks.com',
    id: 'https://www.databricks.com/',
    name: 'Databricks',
    domain: 'databricks.com',
    date: '2026-11-23',
  },
  {
    host: 'certs.ine.com',
    id: 'https://ine.com/',
    name: 'INE',
    aka: ['eLearnSecurity'],
    domain: 'ine.com',
    date: '2026-11-23',
  },
];
