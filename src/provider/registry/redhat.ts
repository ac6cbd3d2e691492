import { link, linkWithQuery } from '../link.ts';
import type { Provider } from '../provider.ts';

/** Its applications stood under the main host first. */
const HOST = '(?:rhtapps\\.redhat\\.com|(?:www\\.)?redhat\\.com/rhtapps)(?:/(?:certifications?|services))?';

export const redhat: Provider = {
  // Evidence: links as people publish them
  id: 'redhat',
  name: 'Red Hat',
  group: 'technology',
  hosts: ['https://rhtapps.redhat.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: linkWithQuery(HOST, '/verify', 'certId=(?<id>[0-9]{3}-[0-9]{3}-[0-9]{3})'),
      routes: [{ via: 'page', carries: 'id', address: 'https://rhtapps.redhat.com/verify?certId={id}' }],
      hint: ['/verif'],
      examples: [
        'https://rhtapps.redhat.com/verify?certId=100-200-300',
        'https://www.redhat.com/rhtapps/certification/verify/?certId=100-200-300',
        'https://www.redhat.com/rhtapps/services/verify?certId=100-200-300',
      ],
    },
    {
      // The page that people share of one certification; its id is in base 32.
      kind: 'credential',
      pattern: link(HOST, '/badge/verify/(?<id>[0-9]{3}-[0-9]{3}-[0-9]{3}|[A-Z2-7]{40,240}={0,6})'),
      routes: [
        {
          via: 'page',
          carries: 'id',
          address: 'https://rhtapps.redhat.com/certifications/badge/verify/{id}',
        },
      ],
      hint: ['/verif'],
      examples: [
        'https://rhtapps.redhat.com/certifications/badge/verify/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFG=',
        'https://www.redhat.com/rhtapps/certification/badge/verify/100-200-300',
      ],
    },
    {
      kind: 'form',
      pattern: link(HOST, '/(?<id>verify)'),
      routes: [{ via: 'none', code: 'form-not-record' }],
      hint: ['/verif'],
      examples: ['https://rhtapps.redhat.com/verify', 'https://www.redhat.com/rhtapps/certification/verify/'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'One page lists every certification of a Red Hat ID; Credly badges of Red Hat can be confirmed.',
  counterExamples: ['https://www.redhat.com/en/services/certifications'],
};
