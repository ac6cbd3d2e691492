import { link, linkWithQuery } from '../link.ts';
import type { Provider } from '../provider.ts';

export const certiport: Provider = {
  // Evidence: links as people publish them
  id: 'certiport',
  name: 'Certiport',
  group: 'association',
  hosts: ['https://verify.certiport.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: linkWithQuery('verify\\.certiport\\.com', '', 'code=(?<id>[A-Za-z0-9]{4,6}-[A-Za-z0-9]{4})'),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://verify.certiport.com/?code=aBcD-eFgH'],
    },
    {
      kind: 'credential',
      pattern: link('verify\\.certiport\\.com', '/(?<id>[A-Za-z0-9]{4,6}-[A-Za-z0-9]{4})'),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://verify.certiport.com/aBcD-eFgH'],
    },
    {
      kind: 'credential',
      pattern: linkWithQuery(
        '(?:www\\.)?certiport\\.com',
        '/portal/pages/printtranscriptinfo\\.aspx',
        'cvid=(?<id>[^&#]{8,200})',
      ),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://www.certiport.com/portal/Pages/PrintTranscriptInfo.aspx?action=Cert&id=455&cvid=AAAAAAAAAAAAAAAAAAAAAA==',
        'https://www.certiport.com/portal/Pages/PrintTranscriptInfo.aspx?action=Cert&id=455&cvid=AAAAAAAAAAAAAAAAAAAAAA==',
      ],
    },
    {
      kind: 'form',
      pattern: link('(?<id>verify\\.certiport\\.com)', ''),
      routes: [{ via: 'none', code: 'form-asks-code' }],
      examples: ['https://verify.certiport.com/', 'http://verify.certiport.com'],
    },
    {
      kind: 'form',
      pattern: link('(?:www\\.)?certiport\\.com', '/portal/pages/(?<id>credentialverification)\\.aspx'),
      routes: [{ via: 'none', code: 'form-asks-code' }],
      examples: ['https://www.certiport.com/portal/pages/credentialverification.aspx'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'Its pages ask a person for the verification code.',
  counterExamples: [
    'https://certiport.pearsonvue.com/Certifications.aspx',
    'https://www.certiport.com/portal/Login.aspx',
  ],
};
