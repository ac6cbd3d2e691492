import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const freecodecamp: Provider = {
  // Evidence: freeCodeCamp/freeCodeCamp api/src/routes/public/certificate.ts
  id: 'freecodecamp',
  name: 'freeCodeCamp',
  group: 'learning-platform',
  hosts: ['https://api.freecodecamp.org/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        '(?:www\\.)?freecodecamp\\.org',
        '/(?:(?:espanol|chinese|italian|portuguese|japanese|ukrainian|german|korean|swahili)/)?certification/(?<user>[^/?#]+)/(?<id>[a-z0-9-]+)',
      ),
      identity: ['user', 'id'],
      routes: [
        {
          via: 'award',
          address: 'https://api.freecodecamp.org/certificate/showCert/{user}/{id}',
          // freeCodeCamp/freeCodeCamp api/src/routes/public/certificate.ts: a message replaces the record of a private
          // profile, a barred one, or a person without this certificate. A name may be withheld; the date never is.
          reading: {
            of: { kind: 'json' },
            record: '',
            ids: [
              { at: '/username', is: '{user}' },
              { at: '/certSlug', is: '{id}' },
            ],
            reads: { title: '/certTitle', holder: '/name', issued: '/date' },
            instead: {
              at: ':root/messages/0/message',
              means: {
                'flash.profile-private': 'private-record',
                'flash.certs-private': 'private-record',
                'flash.timeline-private': 'private-record',
              },
            },
          },
        },
      ],
      examples: ['https://www.freecodecamp.org/certification/exampleperson/responsive-web-design'],
    },
  ],
  notFound: 'unknown',
  issues: { id: 'https://www.freecodecamp.org/', name: 'freeCodeCamp', domain: 'freecodecamp.org' },
  ceiling: 'issuer-confirmed',
  note: 'Its own data about the certificate is read.',
  counterExamples: ['https://www.freecodecamp.org/', 'https://www.freecodecamp.org/learn/'],
};
