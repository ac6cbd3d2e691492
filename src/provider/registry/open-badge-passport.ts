import { link } from '../link.ts';
import type { LinkShape, Provider } from '../provider.ts';

/** What its owner does not show to everybody needs a login. */
const SAYS = { 401: 'private-record' } as const;

/** The passport only re-hosts. Its JSON names the issuer's assertion, and that is what gets verified. */
const passport = (host: string, examples: readonly string[]): LinkShape => ({
  kind: 'credential',
  pattern: link(
    `(?:www\\.)?(?<host>${host.replaceAll('.', '\\.')})`,
    '/app/badge/info/(?<id>[0-9]{1,12})(?:/(?:embed|pic/embed|full/embed))?',
  ),
  // Each server counts its own badges.
  identity: ['host', 'id'],
  routes: [
    {
      via: 'pointer',
      address: `https://${host}/app/obpv1/badge/info/{id}`,
      at: '/assertion_url',
      says: SAYS,
    },
    { via: 'pointer', address: `https://${host}/obpv1/badge/info/{id}`, at: '/assertion_url', says: SAYS },
  ],
  examples,
});

export const openBadgePassport: Provider = {
  // Evidence: openbadgefactory/salava src/clj/salava/badge/routes.clj
  id: 'openbadgepassport',
  name: 'Open Badge Passport',
  group: 'badge-platform',
  hosts: ['https://openbadgepassport.com/*', 'https://passport.cancred.ca/*'],
  shapes: [
    passport('openbadgepassport.com', [
      'https://openbadgepassport.com/app/badge/info/900001',
      'https://openbadgepassport.com/app/badge/info/900001/pic/embed',
    ]),
    passport('passport.cancred.ca', ['https://passport.cancred.ca/app/badge/info/900001']),
    {
      kind: 'collection',
      pattern: link(
        '(?:www\\.)?(?<host>openbadgepassport\\.com|passport\\.cancred\\.ca)',
        '/app/(?<id>(?:profile|page/view)/[0-9]{1,12})(?:/embed)?',
      ),
      identity: ['host', 'id'],
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: [
        'https://openbadgepassport.com/app/profile/900001/embed',
        'https://passport.cancred.ca/app/page/view/900001',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'issuer-confirmed',
  note: 'The passport re-hosts badges; the issuer’s own assertion is asked for and verified.',
  counterExamples: [
    'https://openbadgepassport.com/app/gallery/badgeview/123',
    'https://openbadgepassport.com/',
  ],
};
