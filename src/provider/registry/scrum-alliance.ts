import { link, linkWithQuery } from '../link.ts';
import type { Provider } from '../provider.ts';

export const scrumAlliance: Provider = {
  // Evidence: links as people publish them
  id: 'scrum-alliance',
  name: 'Scrum Alliance (BadgeCert)',
  group: 'association',
  hosts: ['https://bcert.me/*'],
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
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Its page is drawn by a script: best read where you have it open.',
  counterExamples: ['https://www.scrumalliance.org/', 'https://bcert.me/'],
};
