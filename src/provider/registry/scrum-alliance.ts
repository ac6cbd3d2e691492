import { link, linkWithQuery } from '../link.ts';
import type { Provider } from '../provider.ts';

export const scrumAlliance: Provider = {
  // Evidence: links as people publish them
  id: 'scrum-alliance',
  name: 'Scrum Alliance (BadgeCert)',
  group: 'association',
  hosts: ['https://bcert.me/*', 'https://certification.scrumalliance.org/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?bcert\\.me', '/(?<id>[a-z]{6,12})'),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://bcert.me/abcdefghi'],
    },
    {
      kind: 'credential',
      pattern: linkWithQuery('(?:www\\.)?bcert\\.me', '/bc/html/show-badge\\.html', 'b=(?<id>[a-z]{6,12})'),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://bcert.me/bc/html/show-badge.html?b=abcdefghi'],
    },
    {
      kind: 'credential',
      pattern: link(
        'certification\\.scrumalliance\\.org',
        '/accounts/(?<user>[0-9]+)(?:-[\\w-]+)?/certifications/(?<id>[0-9]{4,9})(?:-[\\w-]+)?',
      ),
      routes: [{ via: 'page', carries: 'id' }],
      examples: [
        'https://certification.scrumalliance.org/accounts/123456-example-person/certifications/1234567-csm',
        'https://certification.scrumalliance.org/accounts/123456/certifications/1234567',
      ],
    },
    {
      kind: 'collection',
      pattern: link(
        'certification\\.scrumalliance\\.org',
        '/accounts/(?<id>[0-9]+)(?:-[\\w-]+)?/certifications',
      ),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://certification.scrumalliance.org/accounts/123456-example-person/certifications'],
    },
    {
      kind: 'collection',
      pattern: link('(?:www\\.)?scrumalliance\\.org', '/community/profile/(?<id>[\\w.-]+)'),
      identity: ['id'],
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://www.scrumalliance.org/community/profile/exampleperson'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Its page is drawn by a script: best read where you have it open.',
  counterExamples: ['https://www.scrumalliance.org/', 'https://bcert.me/'],
};
