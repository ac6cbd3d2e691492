import { link, linkWithQuery } from '../link.ts';
import type { Provider } from '../provider.ts';

export const certmetricsOther: Provider = {
  // Evidence: links as people publish them
  id: 'certmetrics-other',
  name: 'CertMetrics (CompTIA, Cisco, F5, HashiCorp)',
  group: 'association',
  hosts: ['https://cp.certmetrics.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        'cp\\.certmetrics\\.com',
        '/(?!amazon/)(?<client>[a-z0-9_-]+)/[a-z]{2}/public/verify/credential/(?<id>[0-9A-Za-z]{12,32})',
      ),
      identity: ['client', 'id'],
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://cp.certmetrics.com/comptia/en/public/verify/credential/AB1CD2EF3GH4IJ5K'],
    },
    {
      kind: 'credential',
      pattern: linkWithQuery(
        'www\\.certmetrics\\.com',
        '/(?!amazon/|comptia/)(?<client>[a-z0-9_-]+)/public/verification\\.aspx',
        'code=(?<id>[A-Z0-9]{8,32})',
      ),
      identity: ['client', 'id'],
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://www.certmetrics.com/example/public/verification.aspx?code=AB1CD2EF3GH4IJ5K'],
    },
    {
      kind: 'form',
      pattern: link(
        'cp\\.certmetrics\\.com',
        '/(?!amazon/)(?<id>[a-z0-9_-]+)/[a-z]{2}/public/verify/credential',
      ),
      routes: [{ via: 'none', code: 'form-asks-number' }],
      examples: ['https://cp.certmetrics.com/comptia/en/public/verify/credential'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Best read where you have the page open; most of them award Credly badges as well, and those can be confirmed.',
  counterExamples: ['https://cp.certmetrics.com/comptia/en/public/verify/credential/'],
};
