import type { HostOwner } from './provider.ts';

/**
 * Organisations on whose own host a platform shows their awards: whoever runs the domain has allowed that
 * (docs/decisions.md#who-may-vouch). Each entry is one exact host, never all hosts of a domain. An entry counts for
 * eighteen months.
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
