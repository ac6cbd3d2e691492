import { ACCREDIBLE_HOSTS } from '../host-owners.ts';
import { ANY_HOST, link, UUID } from '../link.ts';
import type { HostOwner, LinkShape, Provider, Route } from '../provider.ts';

type ApiRoute = Extract<Route, { via: 'api' }>;

/** The JSON from which the credential's page is drawn. */
const api = (host: string, elsewhere?: true): ApiRoute => ({
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

const badge = (host: string): Extract<Route, { via: 'record' }> => ({
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

const NUMBER = '/data/id';

/** A link may have the number of a credential. Its JSON gives the uuid under which the badge is kept. */
const numbered = (host: string, elsewhere?: true): readonly Route[] => {
  const json: ApiRoute = { ...api(host, elsewhere), id: NUMBER };
  const ids = [{ at: NUMBER, is: '{id}' }];
  return [{ ...badge(host), first: { address: json.address, at: '/data/uuid', as: 'id', ids } }, json];
};
const NUMBERED = [...numbered('api.accredible.com', true), ...numbered('eu.api.accredible.com')];

/** An organisation's own host counts as Accredible's only where Accredible's record names that host. */
const whiteLabel = (host: string, elsewhere?: true): ApiRoute => ({
  ...api(host, elsewhere),
  host: '/data/url',
});

const OWN_HOST = [whiteLabel('api.accredible.com', true), whiteLabel('eu.api.accredible.com')] as const;
const OWN_HOST_NUMBERED = OWN_HOST.map((route): Route => ({ ...route, id: NUMBER }));

/** Anybody's host may name a record that is another's: what holds at one host says nothing of a link to another. */
const HOST_AND_ID = ['host', 'id'] as const;

/** The record of an award that is shown on an organisation's own host: the same JSON, from the region that has it. */
const ofOwner = (issuer: HostOwner, region: string): Route => ({
  via: 'award',
  address: `https://${region}/v1/credential-net/credentials/{id}`,
  elsewhere: true,
  issuer,
  reading: {
    of: { kind: 'json' },
    record: '/data',
    ids: [{ at: '/uuid', is: '{id}' }],
    shownAt: { at: '/url', host: issuer.host },
    reads: {
      title: '/name',
      issuer: '/issuer/name',
      holder: '/recipient/name',
      issued: '/issued_on',
      expires: '/expired_on',
      description: '/description',
      skills: '/learning_outcomes/*',
    },
    revoked: '/revoked_at',
    private: '/private',
  },
});

const onOwnersHost = (owner: HostOwner): LinkShape => ({
  kind: 'credential',
  pattern: link(owner.host.replaceAll('.', '\\.'), `/(?:embed/)?(?<id>${UUID})`),
  routes: [ofOwner(owner, 'api.accredible.com'), ofOwner(owner, 'eu.api.accredible.com'), ...OWN_HOST],
  examples: [`https://${owner.host}/00000000-1111-4222-8333-444444444444`],
});

/** Labels that organisations give the host of their credentials. One other label may stand before them. */
const AWARDS =
  '(?:[a-z0-9-]+\\.)?(?:(?:digital-?)?(?:certs?|credentials?|certificates?|certifications?|badges?)|certified|verified|awards|diplomas?)';
const HINTS = ['//', '.'].flatMap((before) =>
  ['cert', 'credential', 'badge', 'digital', 'verified', 'award', 'diploma'].map((label) => before + label),
);

/**
 * Public code reads a wallet this way (meltingscales/henrypost.net src/data): each credential with its assertion's
 * address.
 */
const WALLET: readonly Route[] = [
  {
    via: 'list',
    linked: true,
    address: 'https://api.accredible.com/v1/credential-net/users/{id}/user_wallet',
    of: { kind: 'json' },
    entries: [{ at: '/data/credentials/*/badge_assertion_url', link: '{entry}' }],
  },
];

export const accredible: Provider = {
  // Evidence: meltingscales/henrypost.net src/data/scraped/credential.net_data_henrypost.ts
  // Evidence: RedGnad/Viky app/api/accredible/credential/route.ts
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
    ...ACCREDIBLE_HOSTS.map(onOwnersHost),
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
      // The regions number their credentials each for itself.
      kind: 'credential',
      pattern: link('(?<host>eu\\.credential\\.net)', '/(?<id>[0-9]{6,12})'),
      identity: HOST_AND_ID,
      routes: numbered('eu.api.accredible.com'),
      examples: ['https://eu.credential.net/10000005'],
    },
    {
      kind: 'credential',
      pattern: link(
        '(?!eu\\.credential\\.net)(?:[a-z0-9-]+\\.)*(?:credential\\.net|accredible\\.com)',
        '/(?<id>[0-9]{6,12})',
      ),
      routes: NUMBERED,
      examples: ['https://www.credential.net/10000005', 'https://edu.organisation.accredible.com/190000001'],
    },
    {
      // Its older, shorter ids, which mix letters and digits.
      kind: 'credential',
      pattern: link('(?:www\\.)?credential\\.net', '/(?=[a-z]*[0-9])(?=[0-9]*[a-z])(?<id>[0-9a-z]{8})'),
      routes: [{ ...api('api.accredible.com'), id: '/data/encoded_id' }],
      examples: ['https://www.credential.net/a1b2c3d4?key=0123456789abcdef'],
    },
    {
      kind: 'credential',
      pattern: link(`(?<host>${AWARDS}(?:\\.[a-z0-9-]+){2,})`, `/(?:embed/)?(?<id>${UUID})`),
      identity: HOST_AND_ID,
      routes: OWN_HOST,
      examples: [
        'https://credentials.organisation.example/00000000-1111-4222-8333-444444444444#acc.5y3vJLUu',
        'https://certs.school.example/00000000-1111-4222-8333-444444444444',
        'https://learn.digitalbadges.organisation.example/00000000-1111-4222-8333-444444444444',
      ],
      hint: HINTS,
      anyHost: true,
    },
    {
      // Accredible's pages add a fragment of their own to every address that they share, on any host.
      kind: 'credential',
      pattern: new RegExp(
        `^https?://(?<host>${ANY_HOST})/(?<id>${UUID})/?(?:\\?[^#]*)?(?:#(?:acc|gs)\\.[\\w-]+|\\?(?:[^#]*&)?record_view=.*)$`,
        'i',
      ),
      identity: HOST_AND_ID,
      routes: OWN_HOST,
      examples: [
        'https://learn.digitalawards.organisation.example/00000000-1111-4222-8333-444444444444#acc.Ab12Cd34',
        'https://learn.organisation.example/00000000-1111-4222-8333-444444444444?record_view=true',
      ],
      hint: ['#acc.', '#gs.', 'record_view='],
      anyHost: true,
    },
    {
      kind: 'credential',
      pattern: new RegExp(
        `^https?://(?<host>${ANY_HOST})/(?<id>[0-9]{6,12})/?(?:\\?[^#]*)?#(?:acc|gs)\\.[\\w-]+$`,
        'i',
      ),
      identity: HOST_AND_ID,
      routes: OWN_HOST_NUMBERED,
      examples: ['https://learn.organisation.example/10000005#gs.ab12cd'],
      hint: ['#acc.', '#gs.'],
      anyHost: true,
    },
    {
      kind: 'credential',
      pattern: link(`(?<host>${AWARDS}(?:\\.[a-z0-9-]+){2,})`, '/(?<id>[0-9]{6,12})'),
      identity: HOST_AND_ID,
      routes: OWN_HOST_NUMBERED,
      examples: ['https://credentials.organisation.example/10000005'],
      hint: HINTS,
      anyHost: true,
    },
    {
      kind: 'short',
      pattern: link('sgq\\.io', '/(?<id>[a-z0-9]{5,12})'),
      routes: [{ via: 'follow', to: 'https://www.credential.net' }],
      examples: ['https://sgq.io/AbCdE12'],
    },
    {
      kind: 'file',
      pattern: link(
        '(?:eu\\.)?api\\.accredible\\.com',
        '/v1/frontend/credential_website_embed_image/(?:certificate|badge)/(?<id>[0-9]+)',
      ),
      routes: NUMBERED,
      examples: ['https://api.accredible.com/v1/frontend/credential_website_embed_image/badge/10000005'],
    },
    {
      kind: 'collection',
      // A wallet, or an entry of a directory of holders.
      pattern: link(
        '(?:[a-z0-9-]+\\.)*(?:credential\\.net|accredible\\.com)',
        '/profile/(?<id>[\\w.-]+)(?:/wallet)?',
      ),
      routes: WALLET,
      examples: [
        'https://www.credential.net/profile/example-person/wallet',
        'https://organisation.accredible.com/profile/exampleperson/wallet',
        'https://organisation.credential.net/profile/0123456789abcdef0123456789abcdef01234567?name=example',
      ],
    },
    {
      kind: 'collection',
      pattern: link(`(?<host>${AWARDS}(?:\\.[a-z0-9-]+){2,})`, '/profile/(?<id>[\\w.-]+)/wallet'),
      identity: HOST_AND_ID,
      routes: WALLET,
      examples: ['https://credentials.organisation.example/profile/exampleperson/wallet'],
      hint: ['/wallet'],
      anyHost: true,
    },
  ],
  aliases: [
    new RegExp(`^https://(?:eu\\.)?api\\.accredible\\.com/v1/obi/badge_assertions/(?<id>${UUID})$`, 'i'),
  ],
  notFound: 'unknown',
  ceiling: 'issuer-confirmed',
  note: 'Organisations show their credentials under their own hosts; the record is asked of Accredible and must name that host.',
  counterExamples: [
    'https://www.accredible.com/blog',
    'https://www.credential.net/',
    'https://www.credential.net/retrieve-credentials',
    'https://www.credential.net/security',
    'https://credential.net.evil.example/00000000-1111-4222-8333-444444444444',
    'https://www.credly.com.evil.example/00000000-1111-4222-8333-444444444444',
  ],
};
