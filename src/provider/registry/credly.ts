import { LOCALE, link, type Pattern, UUID } from '../link.ts';
import type { LinkShape, Provider, Route } from '../provider.ts';

/**
 * Credly bakes an Open Badge 3.0 into a badge's image. Its id is the badge's own uuid at this address. Its signature
 * may hold for ever. The 2.0 endpoint says whether the badge still stands, so it is asked first.
 */
const SIGNED: Route = {
  via: 'record',
  address: 'https://www.credly.com/api/v1/obi/v3/open_badge_credentials/{id}',
  accept: 'application/json',
  is: 'https://www.credly.com/api/v1/obi/v3/open_badge_credentials/{id}',
};

/** The page answers a JSON Accept with an error, so only the OBI endpoints are asked. Both hosts occur in ids. */
const HOSTED: readonly Route[] = [
  {
    via: 'record',
    address: 'https://api.credly.com/v1/obi/v2/badge_assertions/{id}',
    accept: 'application/json',
  },
  {
    via: 'record',
    address: 'https://www.credly.com/api/v1/obi/v2/badge_assertions/{id}',
    accept: 'application/json',
  },
];

const badge = (pattern: Pattern, examples: readonly string[]): LinkShape => ({
  kind: 'credential',
  pattern,
  routes: [...HOSTED, SIGNED],
  examples,
});

export const credly: Provider = {
  // Evidence: https://docs.credly.com/obi_specified_endpoints
  // Evidence: shanilhirani/go-credly README.md
  id: 'credly',
  name: 'Credly',
  group: 'badge-platform',
  hosts: ['https://*.credly.com/*', 'https://www.youracclaim.com/*'],
  shapes: [
    badge(link('(?:www\\.)?credly\\.com', `/(?:${LOCALE}/)?badges/(?<id>${UUID})(?:/[a-z_]+)?`), [
      'https://www.credly.com/badges/00000000-1111-4222-8333-444444444444/public_url',
      'https://www.credly.com/badges/00000000-1111-4222-8333-444444444444/linked_in_profile',
      'http://credly.com/badges/00000000-1111-4222-8333-444444444444/embedded',
      'https://www.credly.com/pt-br/badges/00000000-1111-4222-8333-444444444444',
    ]),
    badge(link('(?:www\\.)?youracclaim\\.com', `/(?:${LOCALE}/)?badges/(?<id>${UUID})(?:/[a-z_]+)?`), [
      'https://www.youracclaim.com/badges/00000000-1111-4222-8333-444444444444',
      'https://youracclaim.com/badges/00000000-1111-4222-8333-444444444444/public_url',
    ]),
    badge(link('(?:www\\.)?(?:credly|youracclaim)\\.com', `/embedded_badge/(?<id>${UUID})`), [
      'https://www.credly.com/embedded_badge/00000000-1111-4222-8333-444444444444',
    ]),
    badge(link('(?:www\\.)?(?:credly|youracclaim)\\.com', `/earner/earned/(?:badge|share)/(?<id>${UUID})`), [
      'https://www.credly.com/earner/earned/share/00000000-1111-4222-8333-444444444444',
      'https://www.credly.com/earner/earned/badge/00000000-1111-4222-8333-444444444444',
    ]),
    badge(link('www\\.credly\\.com', `/api/v1/public_badges/(?<id>${UUID})`), [
      'https://www.credly.com/api/v1/public_badges/00000000-1111-4222-8333-444444444444',
    ]),
    badge(
      link('(?:api|www)\\.credly\\.com', `/(?:api/)?v1/obi/v2/badge_assertions/(?<id>${UUID})(?:\\.json)?`),
      [
        'https://api.credly.com/v1/obi/v2/badge_assertions/00000000-1111-4222-8333-444444444444',
        'https://www.credly.com/api/v1/obi/v2/badge_assertions/00000000-1111-4222-8333-444444444444',
      ],
    ),
    {
      kind: 'credential',
      pattern: link(
        '(?:api|www)\\.credly\\.com',
        `/(?:api/)?v1/obi/v3/open_badge_credentials/(?<id>${UUID})(?:\\.json)?`,
      ),
      routes: [SIGNED, ...HOSTED],
      examples: [
        'https://www.credly.com/api/v1/obi/v3/open_badge_credentials/00000000-1111-4222-8333-444444444444',
      ],
    },
    {
      kind: 'short',
      pattern: link('(?:www\\.)?(?:credly|youracclaim)\\.com', '/go/(?<id>[a-z0-9]{6,16})'),
      routes: [{ via: 'follow', to: 'https://www.credly.com' }],
      examples: ['https://www.youracclaim.com/go/Ab0Cd1Ef', 'https://www.credly.com/go/Ab0Cd1Ef'],
    },
    {
      kind: 'collection',
      pattern: link(
        '(?:www\\.)?(?:credly|youracclaim)\\.com',
        '/users/(?!sign_|password|confirmation|unlock|invitation|auth)(?<id>[\\w.-]+)(?:/(?:edit/)?badges(?:/credly)?)?',
      ),
      // Public code reads the list from which the page is drawn this way, without a log-in.
      routes: [
        {
          via: 'list',
          linked: true,
          address: 'https://www.credly.com/users/{id}/badges.json',
          of: { kind: 'json' },
          entries: [{ at: '/data/*/id', link: 'https://www.credly.com/badges/{entry}' }],
        },
      ],
      examples: [
        'https://www.credly.com/users/example-person/badges',
        'https://www.youracclaim.com/users/example-person/badges',
        'https://www.credly.com/users/example-person.1a2b3c4d#credly',
        'https://www.credly.com/users/example-person/edit/badges/credly',
      ],
    },
  ],
  aliases: [
    new RegExp(
      `^https://(?:api|www)\\.credly\\.com/(?:api/)?v1/obi/v2/badge_assertions/(?<id>${UUID})(?:\\.json)?$`,
      'i',
    ),
    new RegExp(
      `^https://(?:api|www)\\.credly\\.com/(?:api/)?v1/obi/v2/issuers/(?<issuer>${UUID})/badge_classes/(?<class>${UUID})(?:\\.json)?$`,
      'i',
    ),
    new RegExp(
      `^(?:https://(?:api|www)\\.(?:credly|youracclaim)\\.com/(?:api/)?v1/(?:obi/v[123]/issuers|issuers|organizations)/|did:web:www\\.credly\\.com:api:v1:obi:v3:issuers:)(?<issuer>${UUID})(?:\\.json)?$`,
      'i',
    ),
  ],
  notFound: 'unknown',
  ceiling: 'issuer-confirmed',
  note: 'A badge image of images.credly.com shows the kind of badge and proves nothing about a person.',
  counterExamples: [
    'https://www.credly.com/',
    'https://www.credly.com/users/sign_in',
    'https://www.credly.com/users/sign_up',
    'https://www.credly.com/org/example/badge/example-foundations',
    'https://www.credly.com/organizations/example/badges',
    'https://www.credly.com/badges/not-a-uuid',
    'https://info.credly.com/',
    'https://images.credly.com/size/340x340/images/00000000-1111-4222-8333-444444444444/image.png',
    'https://credly.com.evil.example/badges/00000000-1111-4222-8333-444444444444',
    'https://credIy.com/badges/00000000-1111-4222-8333-444444444444',
    'https://xn--crdly-w2e.com/badges/00000000-1111-4222-8333-444444444444',
    'https://notcredly.com/badges/00000000-1111-4222-8333-444444444444',
  ],
};
