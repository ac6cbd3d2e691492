import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const googleDeveloperProfile: Provider = {
  // Evidence: links as people publish them
  id: 'google-developer-profile',
  name: 'Google Developer Profile',
  group: 'technology',
  hosts: [],
  shapes: [
    {
      kind: 'credential',
      pattern:
        /^https?:\/\/developers\.google\.com\/profile\/badges\/(?<id>[a-z0-9/_-]+?)(?:\/award)?\/?\?(?:[^#]*&)?u=(?<user>[^&#]+).*$/i,
      identity: ['user', 'id'],
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://developers.google.com/profile/badges/events/cloud/example?u=100000000000000000000'],
      hint: ['/profile/badges/'],
    },
    {
      kind: 'collection',
      pattern: link('developers\\.google\\.com', '/profile/u/(?!me(?:[/?#]|$))(?<id>[\\w.-]{2,60})'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://developers.google.com/profile/u/exampleperson'],
      hint: ['/profile/u/'],
    },
    {
      kind: 'collection',
      pattern: link('g\\.dev', '/(?<id>[\\w.-]{2,60})'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://g.dev/exampleperson'],
    },
    {
      kind: 'collection',
      pattern: link('google\\.dev', '/(?:profile/)?u/(?!me(?:[/?#]|$))(?<id>[\\w.-]{2,60})'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://google.dev/u/exampleperson'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'Without the person’s number the link is a page of the catalogue.',
  counterExamples: [
    'https://developers.google.com/profile/badges/events/cloud/example',
    'https://developers.google.com/profile/badges',
    'https://developers.google.com/profile/u/me',
  ],
};
