import { link, UUID } from '../link.ts';
import type { Provider } from '../provider.ts';

export const isqi: Provider = {
  // Evidence: meltingscales/henrypost.net src/data/scraped/credential.net_data_henrypost.ts
  id: 'isqi',
  name: 'iSQI',
  group: 'association',
  hosts: [],
  shapes: [
    {
      kind: 'credential',
      pattern: link('zertdb\\.isqi\\.org', '/[a-z]{2}/download/index/token/(?<id>[\\w-]{12,60})'),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://zertdb.isqi.org/en/download/index/token/1-2aBC34D-e_fG5-h6-'],
    },
    {
      kind: 'credential',
      pattern: link('skillshub\\.isqi\\.org', `/(?<id>${UUID})`),
      routes: [
        {
          via: 'api',
          address: 'https://api.accredible.com/v1/credential-net/credentials/{id}',
          id: '/data/uuid',
          host: '/data/url',
          reads: {
            title: '/data/name',
            issuer: '/data/issuer/name',
            holder: '/data/recipient/name',
            issued: '/data/issued_on',
            expires: '/data/expired_on',
          },
          revoked: '/data/revoked_at',
          private: '/data/private',
        },
      ],
      examples: ['https://skillshub.isqi.org/00000000-1111-4222-8333-444444444444#gs.ab12cd'],
    },
  ],
  through: ['accredible'],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Newer certificates are Accredible’s.',
  counterExamples: ['https://isqi.org/en/certification/example'],
};
