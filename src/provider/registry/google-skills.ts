import { link, UUID } from '../link.ts';
import type { Provider } from '../provider.ts';

export const googleSkills: Provider = {
  id: 'google-skills',
  name: 'Google Skills',
  group: 'technology',
  hosts: ['https://www.skills.google/*', 'https://www.cloudskillsboost.google/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        '(?:www\\.)?(?:skills\\.google|(?:partner\\.)?cloudskillsboost\\.google|(?:google|run|www)\\.qwiklabs\\.com|qwiklabs\\.com)',
        `/public_profiles/(?<user>${UUID})/badges/(?<id>[0-9]+)`,
      ),
      routes: [
        {
          via: 'page',
          address: 'https://www.skills.google/public_profiles/{user}',
          carries: 'id',
          // The profile lists every badge: link, then title, then date.
          piece:
            '/badges/{id}(?![0-9])[^]{0,3000}?(?=class="[^"]{0,200}profile-badge|$)|/badges/{id}(?![0-9])[^]{0,1500}',
          reads: {
            title: /class="[^"]{0,200}ql-title-medium[^"]{0,200}"[^<>]{0,300}>\s*([^<]{1,300})/i,
            issued: /class="[^"]{0,200}ql-body-medium[^"]{0,200}"[^<>]{0,300}>\s*Earned\s+([^<]{1,300})/i,
          },
        },
      ],
      examples: [
        'https://www.skills.google/public_profiles/00000000-1111-4222-8333-444444444444/badges/12345678',
        'https://www.cloudskillsboost.google/public_profiles/00000000-1111-4222-8333-444444444444/badges/12345678',
        'https://google.qwiklabs.com/public_profiles/00000000-1111-4222-8333-444444444444/badges/12345678',
      ],
    },
    {
      kind: 'collection',
      pattern: link(
        '(?:www\\.)?(?:skills\\.google|(?:partner\\.)?cloudskillsboost\\.google|(?:google|run|www)\\.qwiklabs\\.com|qwiklabs\\.com)',
        `/public_profiles/(?<id>${UUID})`,
      ),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: [
        'https://www.skills.google/public_profiles/00000000-1111-4222-8333-444444444444',
        'https://www.cloudskillsboost.google/public_profiles/00000000-1111-4222-8333-444444444444',
        'https://google.qwiklabs.com/public_profiles/00000000-1111-4222-8333-444444444444',
        'https://www.qwiklabs.com/public_profiles/00000000-1111-4222-8333-444444444444',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Best check: the public profile lists the badge’s own number.',
  decoys: [
    'https://www.cloudskillsboost.google/public_profiles/your-profile',
    'https://www.cloudskillsboost.google/course_templates/691',
  ],
};
