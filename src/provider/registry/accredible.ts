import { link, UUID } from '../link.ts';
import type { Provider, Route } from '../provider.ts';

/** The JSON that the credential's page is drawn from. */
const api = (host: string, elsewhere?: true): Route => ({
  via: 'api',
  address: `https://${host}/v1/credential-net/credentials/{id}`,
  id: '/data/uuid',
  reads: {
    title: '/data/name',
    issuer: '/data/issuer/name',
    holder: '/data/recipient/name',
    issued: '/data/issued_on',
    expires: '/data/expired_on',
    description: '/data/description',
  },
  revoked: '/data/revoked_at',
  private: '/data/private',
  ...(elsewhere && { elsewhere }),
});

const badge = (host: string): Route => ({
  via: 'record',
  address: `https://${host}/v1/obi/badge_assertions/{id}`,
  accept: 'application/json',
  elsewhere: true,
});

/** The link does not say in which region the credential lives. */
const ROUTES: readonly Route[] = [
  badge('api.accredible.com'),
  api('api.accredible.com', true),
  badge('eu.api.accredible.com'),
  api('eu.api.accredible.com'),
];
const EU_ROUTES: readonly Route[] = [badge('eu.api.accredible.com'), api('eu.api.accredible.com')];

/** An organisation's own host is believed to be Accredible's only where Accredible's record names that host. */
const whiteLabel = (host: string, elsewhere?: true): Route => ({
  ...(api(host, elsewhere) as Extract<Route, { via: 'api' }>),
  host: '/data/url',
});

export const accredible: Provider = {
  id: 'accredible',
  name: 'Accredible',
  group: 'badge-platform',
  hosts: [
    'https://api.accredible.com/*',
    'https://eu.api.accredible.com/*',
    'https://*.credential.net/*',
    'https://*.accredible.com/*',
  ],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:eu\\.|sandbox\\.)?api\\.accredible\\.com', `/v1/obi/badge_assertions/(?<id>${UUID})`),
      routes: [{ via: 'direct', accept: 'application/json' }],
      examples: ['https://api.accredible.com/v1/obi/badge_assertions/00000000-1111-4222-8333-444444444444'],
    },
    {
      kind: 'credential',
      pattern: link('eu\\.credential\\.net', `/(?:embed/|profile/[^/]+/wallet/)?(?<id>${UUID})`),
      routes: EU_ROUTES,
      examples: ['https://eu.credential.net/00000000-1111-4222-8333-444444444444'],
    },
    {
      kind: 'credential',
      pattern: link(
        '(?!eu\\.credential\\.net)(?:[a-z0-9-]+\\.)*(?:credential\\.net|accredible\\.com)',
        `/(?:embed/|profile/[^/]+/wallet/)?(?<id>${UUID})`,
      ),
      routes: ROUTES,
      examples: [
        'https://www.credential.net/00000000-1111-4222-8333-444444444444#gs.ab12cd',
        'https://skillshop.credential.net/00000000-1111-4222-8333-444444444444#acc.AbCdEfGh',
        'https://edu.google.accredible.com/00000000-1111-4222-8333-444444444444',
        'https://www.credential.net/embed/00000000-1111-4222-8333-444444444444',
      ],
    },
    {
      kind: 'credential',
      pattern: link('(?:[a-z0-9-]+\\.)*credential\\.net', '/(?<id>[0-9]{6,12})'),
      routes: [
        { ...(api('api.accredible.com', true) as Extract<Route, { via: 'api' }>), id: '/data/id' },
        { ...(api('eu.api.accredible.com') as Extract<Route, { via: 'api' }>), id: '/data/id' },
      ],
      examples: ['https://www.credential.net/10000005'],
    },
    {
      kind: 'credential',
      pattern: link(
        '(?:certs?|credentials?|certificates?|certifications?|badges?|certified|verified|awards|diplomas?)(?:\\.[a-z0-9-]+){2,}',
        `/(?<id>${UUID})`,
      ),
      routes: [whiteLabel('api.accredible.com', true), whiteLabel('eu.api.accredible.com')],
      examples: [
        'https://credentials.organisation.example/00000000-1111-4222-8333-444444444444#acc.5y3vJLUu',
        'https://certs.school.example/00000000-1111-4222-8333-444444444444',
      ],
      hint: ['//cert', '//credential', '//badge', '//verified', '//award', '//diploma'],
      anyHost: true,
    },
    {
      kind: 'file',
      pattern: link(
        '(?:eu\\.)?api\\.accredible\\.com',
        '/v1/frontend/credential_website_embed_image/(?:certificate|badge)/(?<id>[0-9]+)',
      ),
      routes: [
        { ...(api('api.accredible.com', true) as Extract<Route, { via: 'api' }>), id: '/data/id' },
        { ...(api('eu.api.accredible.com') as Extract<Route, { via: 'api' }>), id: '/data/id' },
      ],
      examples: ['https://api.accredible.com/v1/frontend/credential_website_embed_image/badge/10000005'],
    },
    {
      kind: 'collection',
      pattern: link('(?:[a-z0-9-]+\\.)*credential\\.net', '/profile/(?<id>[\\w.-]+)/wallet'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://www.credential.net/profile/example-person/wallet'],
    },
  ],
  aliases: [
    new RegExp(`^https://(?:eu\\.)?api\\.accredible\\.com/v1/obi/badge_assertions/(?<id>${UUID})$`, 'i'),
  ],
  notFound: 'unknown',
  ceiling: 'issuer-confirmed',
  note: 'Organisations show their credentials under their own hosts; the record is asked of Accredible and must name that host.',
  decoys: [
    'https://www.accredible.com/blog',
    'https://www.credential.net/',
    'https://credential.net.evil.example/00000000-1111-4222-8333-444444444444',
    'https://www.credly.com.evil.example/00000000-1111-4222-8333-444444444444',
  ],
};
