import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const edubadges: Provider = {
  // Evidence: edubadges/edubadges-server apps/issuer/public_api.py
  id: 'edubadges',
  name: 'edubadges (SURF)',
  group: 'university',
  hosts: ['https://*.edubadges.nl/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        '(?:www\\.|demo\\.|api\\.|api\\.demo\\.)?edubadges\\.nl',
        '/public/assertions/(?<id>[A-Za-z0-9_-]{22})(?:\\.json)?',
      ),
      routes: [
        {
          via: 'record',
          address: 'https://api.edubadges.nl/public/assertions/{id}',
          accept: 'application/json',
        },
      ],
      examples: [
        'https://www.edubadges.nl/public/assertions/AbCdEfGhIjKlMnOpQrStUv',
        'https://api.edubadges.nl/public/assertions/AbCdEfGhIjKlMnOpQrStUv.json',
      ],
    },
  ],
  membersOnly: {
    issuers: /^https:\/\/api\.edubadges\.nl\/public\/issuers\/[A-Za-z0-9_-]{22}$/,
    source: 'surf.nl, Starting with edubadges: institutions that are connected to SURF',
    date: '2026-11-28',
  },
  notFound: 'unknown',
  ceiling: 'issuer-confirmed',
  counterExamples: [
    'https://www.edubadges.nl/',
    'https://www.edubadges.nl/public/issuers/AbCdEfGhIjKlMnOpQrStUv',
  ],
};
