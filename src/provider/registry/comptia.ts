import { link, linkWithQuery } from '../link.ts';
import type { Provider } from '../provider.ts';

export const comptia: Provider = {
  // Evidence: links as people publish them
  id: 'comptia',
  name: 'CompTIA',
  group: 'association',
  hosts: ['https://verify.comptia.org/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: linkWithQuery('verify\\.comptia\\.org', '(?:/verify)?', 'code=(?<id>[A-Z0-9]{8,32})'),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://verify.comptia.org?code=AB1CD2EF3GH4IJ5K',
        'https://verify.comptia.org/verify?code=AB1CD2EF3GH4IJ5K',
      ],
    },
    {
      kind: 'credential',
      pattern: link('verify\\.comptia\\.org', '/(?<id>(?=[A-Z]*\\d)[A-Z0-9]{12,32})'),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://verify.comptia.org/AB1CD2EF3GH4IJ5K'],
    },
    {
      kind: 'credential',
      pattern: linkWithQuery(
        '(?:www\\.)?certmetrics\\.com',
        '/comptia/public/verification\\.aspx',
        'code=(?<id>[A-Z0-9]{8,32})',
      ),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://www.certmetrics.com/comptia/public/verification.aspx?code=AB1CD2EF3GH4IJ5K'],
    },
    {
      kind: 'form',
      pattern: link('(?<id>verify\\.comptia\\.org)', '(?:/verify)?'),
      routes: [{ via: 'none', code: 'form-asks-code' }],
      examples: ['http://verify.comptia.org/'],
    },
    {
      kind: 'form',
      pattern: link('(?:www\\.)?certmetrics\\.com', '/comptia/public/(?<id>verification)\\.aspx'),
      routes: [{ via: 'none', code: 'form-asks-code' }],
      examples: ['https://www.certmetrics.com/comptia/public/verification.aspx'],
    },
  ],
  through: ['credly'],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'Its page asks a person for the verification code; its badges are Credly’s.',
  counterExamples: ['https://www.comptia.org/certifications/security'],
};
