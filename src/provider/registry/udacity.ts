import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const udacity: Provider = {
  // Evidence: links as people publish them
  id: 'udacity',
  name: 'Udacity',
  group: 'learning-platform',
  hosts: ['https://www.udacity.com/*', 'https://confirm.udacity.com/*', 'https://graduation.udacity.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern:
        /^https?:\/\/(?:(?:www\.)?udacity\.com\/certificate|confirm\.udacity\.com|graduation\.udacity\.com\/confirm)\/(?:(?:e|lp)\/)?(?<id>[0-9a-f-]{32,36})\/?(?:[?#].*)?$/i,
      routes: [{ via: 'page', carries: 'id', address: 'https://www.udacity.com/certificate/e/{id}' }],
      examples: [
        'https://www.udacity.com/certificate/e/00000000-1111-4222-8333-444444444444',
        'https://www.udacity.com/certificate/00000000-1111-4222-8333-444444444444',
        'https://confirm.udacity.com/e/00000000-1111-4222-8333-444444444444',
        'https://graduation.udacity.com/confirm/e/00000000-1111-4222-8333-444444444444',
      ],
    },
    {
      kind: 'credential',
      pattern:
        /^https?:\/\/(?:(?:www\.)?udacity\.com\/certificate|confirm\.udacity\.com|graduation\.udacity\.com\/confirm)\/(?<id>[A-Z0-9]{7,9})\/?(?:[?#].*)?$/i,
      routes: [{ via: 'page', carries: 'id', address: 'https://www.udacity.com/certificate/{id}' }],
      examples: ['https://confirm.udacity.com/AB1CD2EF', 'https://graduation.udacity.com/confirm/AB1CD2EF'],
    },
    {
      kind: 'file',
      pattern: link(
        'graduation(?:-api)?\\.udacity\\.com',
        '/api/(?:graduation/)?certificate/(?<id>[A-Z0-9]{7,9})/download',
      ),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://graduation.udacity.com/api/graduation/certificate/AB1CD2EF/download',
        'https://graduation-api.udacity.com/api/certificate/AB1CD2EF/download',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Its page is drawn by a script: best read where you have it open.',
  counterExamples: [
    'https://www.udacity.com/',
    'https://www.udacity.com/course/deep-learning-nanodegree--nd101',
  ],
};
