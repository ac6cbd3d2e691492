import { LOCALE, link, linkWithQuery } from '../link.ts';
import type { Provider } from '../provider.ts';

export const salesforce: Provider = {
  // Evidence: links as people publish them
  id: 'salesforce',
  name: 'Salesforce Trailhead',
  group: 'technology',
  hosts: ['https://trailhead.salesforce.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: linkWithQuery(
        'trailhead\\.salesforce\\.com',
        `/(?:${LOCALE}/)?credentials/certification-detail-print`,
        'searchString=(?<id>[^&#]+)',
      ),
      routes: [{ via: 'page', carries: 'id' }],
      examples: [
        'https://trailhead.salesforce.com/en/credentials/certification-detail-print/?searchString=1234567',
        'https://trailhead.salesforce.com/en/credentials/certification-detail-print/?searchString=AbC/dEf+Gh//9',
      ],
    },
    {
      // Its host until 2019.
      kind: 'credential',
      pattern: linkWithQuery(
        'certification\\.salesforce\\.com',
        '/certification-detail(?:-print)?',
        'conId=(?<id>[0-9A-Za-z]{15,18})',
      ),
      routes: [{ via: 'none', code: 'service-closed' }],
      examples: ['https://certification.salesforce.com/certification-detail-print?conId=003G000000AbCdEIAX'],
    },
    {
      kind: 'form',
      pattern: link('trailhead\\.salesforce\\.com', `/(?:${LOCALE}/)?credentials/(?<id>verification)`),
      routes: [{ via: 'none', code: 'form-asks-name' }],
      examples: ['https://trailhead.salesforce.com/en/credentials/verification'],
    },
    {
      kind: 'form',
      pattern: link('certification\\.salesforce\\.com', '/(?<id>verification)'),
      routes: [{ via: 'none', code: 'service-closed' }],
      examples: ['https://certification.salesforce.com/verification'],
    },
    {
      kind: 'collection',
      pattern:
        /^https?:\/\/(?:(?:www\.)?trailblazer\.me\/id\/|(?:www\.)?salesforce\.com\/trailblazer\/)(?<id>[\w.-]+)\/?(?:[?#].*)?$/i,
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: [
        'https://trailblazer.me/id/exampleperson',
        'https://www.salesforce.com/trailblazer/exampleperson',
      ],
    },
    {
      // The profile's former address.
      kind: 'collection',
      pattern: link('trailhead\\.salesforce\\.com', `/(?:${LOCALE}/)?me/(?<id>[\\w.-]+)`),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://trailhead.salesforce.com/en/me/exampleperson'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'The public profile lists certifications by an interface that only answers POST, and everything here is asked by GET; of a certification the printable page is read.',
  counterExamples: [
    'https://trailhead.salesforce.com/',
    'https://trailhead.salesforce.com/credentials/administrator',
  ],
};
