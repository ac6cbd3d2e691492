import { ANY_HOST, link, UUID } from '../link.ts';
import type { OwnIssuer, Provider, RecordReading } from '../provider.ts';

/** openedx/credentials credentials/templates/credentials/programs/base.html. Its server answers 404 for another id. */
const PROGRAM = {
  of: { kind: 'elements', template: 'main.accomplishment' },
  record: 'main.accomplishment',
  ids: [{ at: '.accomplishment-stamp-validity .emphasized', is: '{id}' }],
  reads: {
    title: '.accomplishment-program-name',
    holder: '.accomplishment-recipient',
    issued: '.accomplishment-stamp-date .emphasized',
  },
  labels: ['Issued'],
} as const satisfies RecordReading;

/**
 * The course certificate of the same family: openedx/edx-platform lms/templates/certificates, as courses.edx.org served
 * it in 2026 (RedGnad/Viky src/attested-sources.ts). 404 for another id, and for a withdrawn one. The learner's name, which
 * they choose, is emphasized too (`strong`).
 */
const COURSE = {
  of: { kind: 'elements', template: '.wrapper-accomplishment-rendering' },
  record: '',
  ids: [{ at: '.wrapper-accomplishment-rendering span.emphasized, .accomplishment-id .value', is: '{id}' }],
  reads: {
    title: '.accomplishment-course-name',
    holder: 'strong.accomplishment-recipient',
    issued: '.copy-micro.emphasized, .accomplishment-date .value',
  },
  labels: ['Issued'],
} as const satisfies RecordReading;

/** mitodl/mitxonline cms/templates/certificate_page.html. Answers 404 for another id, and for a revoked one. */
const MITX = {
  of: { kind: 'elements', template: '.certificate-page' },
  record: '.certificate-page .certificate',
  ids: [{ at: '.validation-link a', is: '{id}' }],
  reads: { title: '.degree-text', holder: '.certify-name' },
} as const satisfies RecordReading;

const MITX_ONLINE: OwnIssuer = {
  id: 'https://mitxonline.mit.edu/',
  name: 'MITx Online',
  domain: 'mitxonline.mit.edu',
};

export const edx: Provider = {
  // Evidence: openedx/credentials credentials/templates/credentials/programs/base.html
  // Evidence: openedx/credentials credentials/apps/records/views.py
  // Evidence: RedGnad/Viky src/attested-sources.ts
  // Evidence: mitodl/mitxonline cms/templates/certificate_page.html
  id: 'edx',
  name: 'edX and Open edX',
  group: 'learning-platform',
  hosts: ['https://courses.edx.org/*', 'https://credentials.edx.org/*', 'https://mitxonline.mit.edu/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('courses\\.edx\\.org', '/certificates/(?<id>[0-9a-f]{32})'),
      routes: [
        { via: 'award', address: 'https://courses.edx.org/certificates/{id}', reading: COURSE },
        { via: 'page', address: 'https://courses.edx.org/certificates/{id}', carries: 'id' },
      ],
      examples: ['https://courses.edx.org/certificates/0123456789abcdef0123456789abcdef'],
      hint: ['/certificate'],
    },
    {
      kind: 'credential',
      pattern: link('courses\\.edx\\.org', '/certificates/(?<id>user/[0-9]+/course/[^?#]+?)'),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://courses.edx.org/certificates/user/1234567/course/course-v1:Example+101+2026'],
      hint: ['/certificate'],
    },
    {
      kind: 'credential',
      pattern: link('credentials\\.edx\\.org', '/credentials/(?<id>[0-9a-f]{32})'),
      routes: [
        { via: 'award', address: 'https://credentials.edx.org/credentials/{id}/', reading: PROGRAM },
        { via: 'page', address: 'https://credentials.edx.org/credentials/{id}/', carries: 'id' },
      ],
      examples: ['https://credentials.edx.org/credentials/0123456789abcdef0123456789abcdef/'],
    },
    {
      // Its CSV has courses and grades, but neither the record's own id nor the holder. So it is nobody's record.
      kind: 'collection',
      pattern: link('credentials\\.edx\\.org', '/records/programs/shared/(?<id>[0-9a-f]{32})(?:/csv)?'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://credentials.edx.org/records/programs/shared/0123456789abcdef0123456789abcdef/'],
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
      hint: ['/verify.edx.org'],
    },
    {
      kind: 'credential',
      pattern: link('mitxonline\\.mit\\.edu', `/certificate/(?<id>${UUID})`),
      routes: [
        {
          via: 'award',
          address: 'https://mitxonline.mit.edu/certificate/{id}/',
          reading: MITX,
          issuer: MITX_ONLINE,
        },
      ],
      hint: ['/certificate'],
      examples: ['https://mitxonline.mit.edu/certificate/00000000-1111-4222-8333-444444444444/'],
    },
    {
      kind: 'credential',
      pattern: link('mitxonline\\.mit\\.edu', `/certificate/program/(?<id>${UUID})`),
      routes: [
        {
          via: 'award',
          address: 'https://mitxonline.mit.edu/certificate/program/{id}/',
          reading: MITX,
          issuer: MITX_ONLINE,
        },
      ],
      hint: ['/certificate'],
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
  issues: { id: 'https://www.edx.org/', name: 'edX', domain: 'edx.org' },
  ceiling: 'issuer-confirmed',
  note: 'Pages of edX and MITx Online are read; an Open edX host of a university is recognised by its path, and its page is nobody’s whom we know.',
  counterExamples: [
    'https://www.edx.org/learn/python',
    'https://credentials.edx.org/credentials/dummy-uuid/',
    'https://courses.edx.org/certificates/',
  ],
};
