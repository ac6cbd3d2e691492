import { link } from '../link.ts';
import type { LinkShape, Provider } from '../provider.ts';

const ID = '(?<id>[A-Za-z0-9_-]{16,40})';

interface Region {
  /** Host that serves the assertions. */
  readonly api: string;
  /** Hosts of the same region that show them. */
  readonly shows: string;
  readonly examples: readonly string[];
}

/** A badge lives in one region only. Its pages of every brand lead to that region's server. */
const REGIONS: readonly Region[] = [
  {
    api: 'api.badgr.io',
    shows:
      '(?:(?:(?!(?:eu|ca|au)\\.)[a-z0-9-]+\\.)?badgr\\.com|(?:www\\.|api\\.)?badgr\\.io|(?:[a-z0-9-]+\\.)*badges\\.parchment\\.com)',
    examples: [
      'badgr.com',
      'badgr.io',
      'us.badgr.com',
      'university.badgr.com',
      'api.badgr.io',
      'badges.parchment.com',
      'uni.badges.parchment.com',
    ],
  },
  {
    api: 'api.eu.badgr.io',
    shows: '(?:eu\\.badgr\\.com|api\\.eu\\.badgr\\.io|(?:[a-z0-9-]+\\.)*badges\\.parchment\\.eu)',
    examples: ['eu.badgr.com', 'api.eu.badgr.io', 'badges.parchment.eu'],
  },
  {
    api: 'api.ca.badgr.io',
    shows: '(?:ca\\.badgr\\.com|api\\.ca\\.badgr\\.io|(?:[a-z0-9-]+\\.)*badges\\.parchment\\.ca)',
    examples: ['ca.badgr.com', 'api.ca.badgr.io', 'badges.parchment.ca'],
  },
  {
    api: 'api.au.badgr.io',
    shows: '(?:au\\.badgr\\.com|api\\.au\\.badgr\\.io|(?:[a-z0-9-]+\\.)*badges\\.parchment\\.au)',
    examples: ['au.badgr.com', 'api.au.badgr.io', 'badges.parchment.au'],
  },
];

const EXAMPLE_ID = 'AbCdEfGhIjKlMnOpQrStUv';

function shapesOf({ api, shows, examples }: Region): readonly LinkShape[] {
  const record = {
    via: 'record',
    address: `https://${api}/public/assertions/{id}.json?v=2_0&expand=badge&expand=badge.issuer`,
    accept: 'application/json',
  } as const;
  return [
    {
      kind: 'credential',
      pattern: link(shows, `/public/assertions/${ID}(?:\\.json)?`),
      routes: [record],
      examples: examples.flatMap((host) => [
        `https://${host}/public/assertions/${EXAMPLE_ID}`,
        `https://${host}/public/assertions/${EXAMPLE_ID}.json?v=2_0`,
      ]),
    },
    {
      kind: 'credential',
      pattern: link(`(?<host>${shows})`, `/public/credentials?/${ID}`),
      // It is not known whether these have a record, and where. So a missing one says nothing.
      routes: [
        { ...record, elsewhere: true },
        {
          via: 'record',
          address: 'https://{host}/public/credentials/{id}.json',
          accept: 'application/json',
          elsewhere: true,
        },
        { via: 'page', carries: 'id' },
      ],
      examples: [`https://${examples.at(-1)}/public/credentials/${EXAMPLE_ID}`],
    },
    {
      kind: 'image',
      pattern: link(shows, `/public/assertions/${ID}/(?:image|baked)`),
      routes: [record],
      examples: [`https://${examples[0]}/public/assertions/${EXAMPLE_ID}/image`],
    },
  ];
}

export const badgr: Provider = {
  // Evidence: concentricsky/badgr-server apps/issuer/public_api.py
  // Evidence: mint-o-badges/badgr-server apps/issuer/public_api.py
  id: 'badgr',
  name: 'Canvas Credentials (Badgr, Parchment)',
  group: 'badge-platform',
  hosts: [
    'https://*.badgr.com/*',
    'https://*.badgr.io/*',
    'https://*.badges.parchment.com/*',
    'https://*.badges.parchment.eu/*',
    'https://*.badges.parchment.ca/*',
    'https://*.badges.parchment.au/*',
  ],
  shapes: [
    ...REGIONS.flatMap(shapesOf),
    {
      kind: 'private',
      pattern: link(
        '(?:(?:[a-z]{2}\\.)?badgr\\.com|badges\\.parchment\\.(?:com|eu|ca|au))',
        '/(?:backpack/badges|print-certificate)/(?<id>[0-9a-f]{24})',
      ),
      routes: [{ via: 'none', code: 'private-record' }],
      examples: [
        'https://badgr.com/backpack/badges/0123456789abcdef01234567',
        'https://badges.parchment.com/print-certificate/0123456789abcdef01234567',
      ],
    },
    {
      kind: 'collection',
      pattern: link('(?:[a-z0-9-]+\\.)*badgr\\.(?:io|com)', '/public/collections/(?<id>[0-9a-f]{32})'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://api.ca.badgr.io/public/collections/0123456789abcdef0123456789abcdef'],
    },
  ],
  aliases: REGIONS.map(
    ({ shows }) =>
      new RegExp(
        `^https://${shows}/public/(?<what>assertions|badges|issuers)/(?<id>[\\w-]{16,40})(?:\\.json)?(?:\\?[^#]*)?$`,
        'i',
      ),
  ),
  notFound: 'unknown',
  ceiling: 'issuer-confirmed',
  note: 'Anybody can open an issuer here, so an issuer that nobody lists stays unknown, whatever it is called.',
  counterExamples: [
    `https://badgr.com/public/badges/${EXAMPLE_ID}`,
    `https://eu.badgr.com/public/issuers/${EXAMPLE_ID}/badges`,
    'https://support.badgr.com/en/knowledge/using-the-badgr-backpack',
    'https://media.badgr.com/uploads/badges/00000000-1111-4222-8333-444444444444.png',
    `https://badgr.com.evil.example/public/assertions/${EXAMPLE_ID}`,
  ],
};
