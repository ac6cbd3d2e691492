import { link, linkWithQuery } from '../link.ts';
import type { Provider } from '../provider.ts';

export const redhat: Provider = {
  // Evidence: links as people publish them
  id: 'redhat',
  name: 'Red Hat',
  group: 'technology',
  hosts: ['https://rhtapps.redhat.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: linkWithQuery('rhtapps\\.redhat\\.com', '/verify', 'certId=(?<id>[0-9]{3}-[0-9]{3}-[0-9]{3})'),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://rhtapps.redhat.com/verify?certId=100-200-300'],
    },
    {
      kind: 'form',
      pattern: link('rhtapps\\.redhat\\.com', '/(?<id>verify)'),
      routes: [{ via: 'none', code: 'form-not-record' }],
      examples: ['https://rhtapps.redhat.com/verify'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'One page lists every certification of a Red Hat ID; Credly badges of Red Hat can be confirmed.',
  counterExamples: ['https://www.redhat.com/en/services/certifications'],
};
