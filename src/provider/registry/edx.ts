import { ANY_HOST, link, UUID } from '../link.ts';
import type { Provider } from '../provider.ts';

export const edx: Provider = {
  id: 'edx',
  name: 'edX and Open edX',
  group: 'learning-platform',
  hosts: ['https://courses.edx.org/*', 'https://credentials.edx.org/*', 'https://mitxonline.mit.edu/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('courses\\.edx\\.org', '/certificates/(?<id>[0-9a-f]{32})'),
      routes: [
        {
          via: 'page',
          carries: 'id',
          reads: {
            title: /class="accomplishment-course-name"[^<>]{0,300}>\s*([^<]{1,300})/i,
            holder: /class="accomplishment-recipient[^"]{0,200}"[^<>]{0,300}>\s*([^<]{1,300})/i,
            issued: />\s*Issued\s+([^<]{1,300})/i,
          },
        },
      ],
      examples: ['https://courses.edx.org/certificates/0123456789abcdef0123456789abcdef'],
    },
    {
      kind: 'credential',
      pattern: link('courses\\.edx\\.org', '/certificates/(?<id>user/[0-9]+/course/[^?#]+?)'),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://courses.edx.org/certificates/user/1234567/course/course-v1:Example+101+2026'],
    },
    {
      kind: 'credential',
      pattern: link('credentials\\.edx\\.org', '/credentials/(?<id>[0-9a-f]{32})'),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://credentials.edx.org/credentials/0123456789abcdef0123456789abcdef/'],
    },
    {
      kind: 'credential',
      pattern: link('verify\\.edx\\.org', '/cert/(?<id>[0-9a-f]{32})'),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://verify.edx.org/cert/0123456789abcdef0123456789abcdef'],
    },
    {
      kind: 'file',
      pattern:
        /^https?:\/\/s3\.amazonaws\.com\/verify\.edx\.org\/downloads\/(?<id>[0-9a-f]{32})\/[^?#]+\.pdf(?:[?#].*)?$/i,
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://s3.amazonaws.com/verify.edx.org/downloads/0123456789abcdef0123456789abcdef/Certificate.pdf',
      ],
      hint: ['verify.edx.org'],
    },
    {
      kind: 'credential',
      pattern: link('mitxonline\\.mit\\.edu', `/certificate/(?:program/)?(?<id>${UUID})`),
      routes: [
        {
          via: 'page',
          carries: 'id',
          reads: {
            holder: /class="certify-name"[^<>]{0,300}>\s*([^<]{1,300})/i,
            issued: /Issued:\s*([^<]{1,300})/i,
          },
        },
      ],
      examples: ['https://mitxonline.mit.edu/certificate/program/00000000-1111-4222-8333-444444444444/'],
    },
    {
      kind: 'credential',
      pattern: link(`(?<host>${ANY_HOST})`, '/certificates/(?<id>[0-9a-f]{32})'),
      identity: ['host', 'id'],
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://courses.university.example/certificates/0123456789abcdef0123456789abcdef'],
      hint: ['/certificates/'],
      anyHost: true,
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Pages of edX and MITx Online are read; an Open edX host of a university is recognised by its path, and its page is nobody’s whom we know.',
  decoys: [
    'https://www.edx.org/learn/python',
    'https://credentials.edx.org/credentials/dummy-uuid/',
    'https://courses.edx.org/certificates/',
  ],
};
