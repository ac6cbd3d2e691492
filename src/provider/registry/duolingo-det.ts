import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const duolingoDet: Provider = {
  // Evidence: RedGnad/Viky app/api/det/certificate/route.ts
  id: 'duolingo-det',
  name: 'Duolingo English Test',
  group: 'learning-platform',
  hosts: ['https://certs.duolingo.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('certs\\.duolingo\\.com', '/(?<id>[A-Za-z0-9]{6,40})'),
      routes: [
        {
          via: 'api',
          address: 'https://certs.duolingo.com/certificates/data?alias={id}',
          id: null,
          // 403: made private. 400: too old, results are shown for two years.
          says: { 400: 'record-absent-or-private', 403: 'private-record' },
          reads: { holder: '/full_name', issued: '/test_date' },
        },
      ],
      examples: ['https://certs.duolingo.com/abc123example'],
      hint: ['//cert'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Its answer holds a birth date and a photograph: only name and test date are read. It does not repeat the id, so the address alone says whose it is.',
  counterExamples: ['https://englishtest.duolingo.com/'],
};
