import { link, linkWithQuery } from '../link.ts';
import type { Provider } from '../provider.ts';

export const awsCertmetrics: Provider = {
  // Evidence: links as people publish them
  id: 'aws-certmetrics',
  name: 'AWS Certification (CertMetrics)',
  group: 'technology',
  hosts: ['https://cp.certmetrics.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        'cp\\.certmetrics\\.com',
        '/amazon/[a-z]{2}/public/verify/credential/(?<id>[0-9A-Za-z]{12,32})',
      ),
      routes: [{ via: 'page', carries: 'id' }],
      examples: [
        'https://cp.certmetrics.com/amazon/en/public/verify/credential/0123456789abcdef0123456789abcdef',
      ],
    },
    {
      kind: 'credential',
      pattern: linkWithQuery(
        '(?:www|aw)\\.certmetrics\\.com',
        '/amazon/public/(?:transcript|verification)\\.aspx',
        '(?:transcript|code)=(?<id>[0-9A-Z]{12,32})',
      ),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://aw.certmetrics.com/amazon/public/verification.aspx?code=AB1CD2EF3GH4IJ5K',
        'https://www.certmetrics.com/amazon/public/transcript.aspx?transcript=AB1CD2EF3GH4IJ5K',
      ],
    },
    {
      kind: 'credential',
      pattern:
        /^https?:\/\/(?:www|aw)\.certmetrics\.com\/amazon\/public\/badge\.aspx\/?\?(?=[^#]*\bci=(?<id>AWS\d{6,12}))(?=[^#]*\bt=(?<type>[a-z]))(?=[^#]*\bi=(?<number>\d+))(?=(?:[^#]*\bd=(?<date>[\d-]+))?).*$/i,
      identity: ['id', 'type', 'number', 'date'],
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://www.certmetrics.com/amazon/public/badge.aspx?i=1&t=c&d=2020-01-01&ci=AWS00000000'],
    },
    {
      // A course that somebody finished, not a certification.
      kind: 'credential',
      pattern: linkWithQuery(
        '(?:www\\.)?aws\\.training',
        '/transcript/completioncertificatehtml',
        'transcriptid=(?<id>[\\w-]{16,40})',
      ),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://www.aws.training/Transcript/CompletionCertificateHtml?transcriptid=AbCdEfGhIjKlMnOpQrStUv2',
      ],
    },
    {
      kind: 'form',
      pattern: link('(?:www\\.)?aws\\.amazon\\.com', '/(?<id>verification)'),
      routes: [{ via: 'none', code: 'form-asks-number' }],
      examples: ['https://aws.amazon.com/verification'],
      hint: ['/verification'],
    },
    {
      kind: 'form',
      pattern: link('cp\\.certmetrics\\.com', '/amazon/[a-z]{2}/public/(?<id>verify/credential)'),
      routes: [{ via: 'none', code: 'form-asks-number' }],
      examples: ['https://cp.certmetrics.com/amazon/en/public/verify/credential'],
    },
    {
      kind: 'form',
      pattern: link('(?:www|aw)\\.certmetrics\\.com', '/amazon/public/(?<id>verification)\\.aspx'),
      routes: [{ via: 'none', code: 'form-asks-number' }],
      examples: ['https://aw.certmetrics.com/amazon/public/verification.aspx'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Best read where you have the page open; where a Credly badge exists as well, that one can be confirmed.',
  counterExamples: ['https://aws.amazon.com/certification/'],
};
