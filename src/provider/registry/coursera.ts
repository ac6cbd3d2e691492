import { link } from '../link.ts';
import type { Provider, Route } from '../provider.ts';

/** The page holds its data as JSON beside what it shows: the course's own name, without the words round it. */
const READS = { title: /"Course_Course"(?:,"(?:id|slug)":"[^"]{0,200}"){0,2},"name":"([^"\\]{1,300})"/ };
const PAGE: Route = { via: 'page', carries: 'id', reads: READS };
const VERIFY: Route = { ...PAGE, address: 'https://www.coursera.org/account/accomplishments/verify/{id}' };

export const coursera: Provider = {
  id: 'coursera',
  name: 'Coursera',
  group: 'learning-platform',
  hosts: ['https://www.coursera.org/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        '(?:www\\.)?coursera\\.org',
        '/verify/(?:(?:specialization|professional-cert|certificate|mastertrack|guided-project)/)?(?<id>(?=[A-Z0-9]*\\d)[A-Z0-9]{8,20}|[A-Z]{12})',
      ),
      routes: [PAGE],
      examples: [
        'https://coursera.org/verify/ABCD1234EFGH',
        'https://www.coursera.org/verify/specialization/ABCDEFGHJKLM',
      ],
    },
    {
      kind: 'credential',
      pattern: link(
        '(?:www\\.)?coursera\\.org',
        '/account/accomplishments/(?:verify|certificate|records|specialization|professional-cert)/(?:certificate/)?(?<id>[A-Z0-9]{8,20})',
      ),
      routes: [PAGE],
      examples: [
        'https://www.coursera.org/account/accomplishments/verify/ABCD1234EFGH',
        'https://www.coursera.org/account/accomplishments/specialization/certificate/ABCD1234EFGH',
      ],
    },
    {
      kind: 'short',
      pattern: link('(?:www\\.)?coursera\\.org', '/share/(?<id>[0-9a-f]{32})'),
      routes: [{ via: 'follow', to: 'https://www.coursera.org' }],
      examples: ['https://coursera.org/share/0123456789abcdef0123456789abcdef'],
    },
    {
      kind: 'file',
      pattern: link('(?:www\\.)?coursera\\.org', '/api/certificate\\.v1/pdf/(?<id>[A-Z0-9]{8,20})'),
      routes: [VERIFY],
      examples: ['https://www.coursera.org/api/certificate.v1/pdf/ABCD1234EFGH'],
    },
    {
      kind: 'file',
      pattern:
        /^https?:\/\/s3\.amazonaws\.com\/coursera_assets\/meta_images\/generated\/CERTIFICATE_LANDING_PAGE\/CERTIFICATE_LANDING_PAGE~(?<id>[A-Z0-9]{8,20})\/.+$/i,
      routes: [VERIFY],
      examples: [
        'https://s3.amazonaws.com/coursera_assets/meta_images/generated/CERTIFICATE_LANDING_PAGE/CERTIFICATE_LANDING_PAGE~ABCD1234EFGH/CERTIFICATE_LANDING_PAGE~ABCD1234EFGH.jpeg',
      ],
      hint: ['certificate_landing_page'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'The page is read once, when the reader asks; Coursera’s terms bar collecting.',
  decoys: [
    'https://www.coursera.org/',
    'https://www.coursera.org/account/accomplishments',
    'https://www.coursera.org/learn/introduction-to-examples',
    'https://www.coursera.org/verify/',
    'https://coursera.org.evil.example/verify/ABCD1234EFGH',
  ],
};
