import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const kaggle: Provider = {
  // Evidence: links as people publish them
  id: 'kaggle',
  name: 'Kaggle Learn',
  group: 'learning-platform',
  hosts: ['https://www.kaggle.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?kaggle\\.com', '/learn/certification/(?<user>[^/?#]+)/(?<id>[a-z0-9-]+)'),
      identity: ['user', 'id'],
      routes: [{ via: 'page', carries: 'user' }],
      examples: ['https://www.kaggle.com/learn/certification/exampleperson/intro-to-deep-learning'],
    },
    {
      kind: 'credential',
      pattern: link(
        '(?:www\\.)?kaggle\\.com',
        '/certification/(?<of>badges|competitions)/(?<user>[^/?#]+)/(?<id>[\\w-]+)',
      ),
      identity: ['of', 'user', 'id'],
      routes: [{ via: 'page', carries: 'user' }],
      examples: [
        'https://www.kaggle.com/certification/badges/exampleperson/105',
        'https://www.kaggle.com/certification/competitions/exampleperson/example-forecasting',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Its page is drawn by a script: best read where you have it open.',
  counterExamples: ['https://www.kaggle.com/learn/intro-to-deep-learning'],
};
