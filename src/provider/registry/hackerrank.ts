import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const hackerrank: Provider = {
  // Evidence: pages as they were captured in 2026
  id: 'hackerrank',
  name: 'HackerRank',
  group: 'learning-platform',
  hosts: ['https://www.hackerrank.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?hackerrank\\.com', '/certificates/(?:iframe/)?(?<id>[0-9a-f]{12})'),
      routes: [
        {
          via: 'award',
          address: 'https://www.hackerrank.com/certificates/{id}',
          // Public code reads the page's own state this way: by the member that the id names. Its pages are of 2026.
          // A missing id answers 404.
          reading: {
            of: { kind: 'script', script: '#initialData', encoding: 'percent' },
            record: '/community/skillsVerification/certificates/{id}',
            ids: [{ at: '/certificateId', is: '{id}', mayLack: true }],
            reads: { title: '/certificates/*', holder: '/hacker_name', issued: '/completed_at' },
            state: { at: '/status', good: 'test_passed', others: { test_failed: 'award-not-earned' } },
          },
        },
      ],
      examples: [
        'https://www.hackerrank.com/certificates/0123456789ab',
        'https://www.hackerrank.com/certificates/iframe/0123456789ab',
      ],
    },
    {
      kind: 'collection',
      pattern: link('(?:www\\.)?hackerrank\\.com', '/profile/(?<id>[\\w.-]+)'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://www.hackerrank.com/profile/exampleperson'],
    },
  ],
  notFound: 'unknown',
  issues: { id: 'https://www.hackerrank.com/', name: 'HackerRank', domain: 'hackerrank.com' },
  ceiling: 'issuer-confirmed',
  note: 'The record in its page is read; a test that was not passed is told.',
  counterExamples: ['https://www.hackerrank.com/skills-verification'],
};
