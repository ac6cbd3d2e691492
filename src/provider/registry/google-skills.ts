import { link, UUID } from '../link.ts';
import type { Provider, RecordReading } from '../provider.ts';

/**
 * The public profile lists every badge in an element of its own, with the badge's address. Public code reads it this
 * way, from pages of 2024 to 2026. A private or missing profile has no such elements. The person chooses the name at
 * the top.
 */
const BADGE = {
  of: { kind: 'elements', template: '.profile-badges' },
  record: '.profile-badges .profile-badge',
  ids: [{ at: 'a.badge-image@href', is: '/public_profiles/{user}/badges/{id}' }],
  reads: {
    title: '.ql-title-medium',
    holder: ':root h1.ql-display-small',
    issued: '.ql-body-medium',
  },
  labels: ['Earned'],
} as const satisfies RecordReading;

/** Its former names redirect to it. Partners' people and events have hosts of their own. */
const HOST = '(?:[a-z-]+\\.)?(?:skills\\.google|cloudskillsboost\\.google|qwiklabs\\.com)';

export const googleSkills: Provider = {
  // Evidence: rushikesh-bobade/ArcadeTracker debug_scrape.js
  // Evidence: ARJUNRAGHUNANDANAN/GoogleCloudSkillsBoost-ProfileScraper README.md
  id: 'google-skills',
  name: 'Google Skills',
  group: 'technology',
  hosts: ['https://www.skills.google/*', 'https://www.cloudskillsboost.google/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(HOST, `/public_profiles/(?<user>${UUID})/badges/(?<id>[0-9]+)`),
      identity: ['user', 'id'],
      routes: [
        {
          via: 'award',
          address: 'https://www.skills.google/public_profiles/{user}',
          reading: BADGE,
        },
      ],
      examples: [
        'https://www.skills.google/public_profiles/00000000-1111-4222-8333-444444444444/badges/12345678',
        'https://www.cloudskillsboost.google/public_profiles/00000000-1111-4222-8333-444444444444/badges/12345678',
        'https://google.qwiklabs.com/public_profiles/00000000-1111-4222-8333-444444444444/badges/12345678',
        'https://partner.skills.google/public_profiles/00000000-1111-4222-8333-444444444444/badges/12345678',
      ],
    },
    {
      kind: 'collection',
      pattern: link(HOST, `/public_profiles/(?<id>${UUID})`),
      routes: [
        {
          via: 'list',
          linked: true,
          address: 'https://www.skills.google/public_profiles/{id}',
          of: BADGE.of,
          entries: [{ at: '.profile-badges .profile-badge a.badge-image@href', link: '{entry}' }],
        },
      ],
      examples: [
        'https://www.skills.google/public_profiles/00000000-1111-4222-8333-444444444444',
        'https://www.cloudskillsboost.google/public_profiles/00000000-1111-4222-8333-444444444444',
        'https://google.qwiklabs.com/public_profiles/00000000-1111-4222-8333-444444444444',
        'https://www.qwiklabs.com/public_profiles/00000000-1111-4222-8333-444444444444',
        'https://explore.qwiklabs.com/public_profiles/00000000-1111-4222-8333-444444444444',
      ],
    },
  ],
  notFound: 'unknown',
  issues: { id: 'https://www.skills.google/', name: 'Google Skills', domain: 'skills.google' },
  ceiling: 'issuer-confirmed',
  note: 'The public profile lists the badge with its own number.',
  counterExamples: [
    'https://www.cloudskillsboost.google/public_profiles/your-profile',
    'https://www.cloudskillsboost.google/course_templates/691',
  ],
};
