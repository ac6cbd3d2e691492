import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const freecodecamp: Provider = {
  id: 'freecodecamp',
  name: 'freeCodeCamp',
  group: 'learning-platform',
  hosts: ['https://api.freecodecamp.org/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?freecodecamp\\.org', '/certification/(?<user>[^/?#]+)/(?<id>[a-z0-9-]+)'),
      identity: ['user', 'id'],
      routes: [
        {
          via: 'api',
          address: 'https://api.freecodecamp.org/certificate/showCert/{user}/{id}',
          id: '/username',
          names: 'user',
          // Of a private profile, and of a person without this certificate, it says so in words.
          withheld: '/messages/0',
          reads: { title: '/certTitle', holder: '/name', issued: '/date' },
        },
      ],
      examples: ['https://www.freecodecamp.org/certification/exampleperson/responsive-web-design'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Its own data about the certificate is read; it is no credential that could be verified.',
  decoys: ['https://www.freecodecamp.org/', 'https://www.freecodecamp.org/learn/'],
};
