import { link, linkWithQuery } from '../link.ts';
import type { Provider, RecordReading, Route } from '../provider.ts';

/**
 * The page carries the state from which it is drawn. Public code reads it this way (RedGnad/Viky
 * src/attested-sources.ts, six certificates of 2014 to 2023). The certificate is an `AccomplishmentsVCMembership` with
 * its own code. An unknown code stands only in a query's name, whose value is null. The course's skills stand in an object
 * of their own that the course's id names (other public code, from pages of 2026). The state names no withdrawal and no
 * end.
 */
const AWARD = {
  of: { kind: 'assigned', variable: '__APOLLO_STATE__' },
  record: 'AccomplishmentsVCMembership',
  ids: [{ at: '/certificateCode', is: '{id}' }],
  reads: {
    title: 'Course_Course(AccomplishmentsMembership/courseId)/name',
    holder: [
      'AccomplishmentsSignatureTrackProfile/firstName',
      'AccomplishmentsSignatureTrackProfile/middleName',
      'AccomplishmentsSignatureTrackProfile/lastName',
    ],
    issued: '/grantedAt',
    score: 'AccomplishmentsVCGrade/score',
    skills: '~(AccomplishmentsMembership/courseId)/skills/*',
  },
  nameless: /^user\s*\d+$/i,
  partner: 'Course_Course(AccomplishmentsMembership/courseId)/partners/*/name',
} as const satisfies RecordReading;

/** Specialisations and professional certificates: the same state, with several courses. */
const OF_SEVERAL = {
  ...AWARD,
  record: '*Membership',
  reads: { ...AWARD.reads, title: '*Specialization*/name', score: [], skills: [] },
  partner: '*Specialization*/partners/*/name',
} as const satisfies RecordReading;

/** Where the page no longer holds its state in this form, it is a page like others. */
const at = (address: string, reading: RecordReading): readonly Route[] => [
  { via: 'award', address, reading },
  { via: 'page', address, carries: 'id' },
];
const ACCOMPLISHMENTS = 'https://www.coursera.org/account/accomplishments';
const COURSE = at(`${ACCOMPLISHMENTS}/verify/{id}`, AWARD);
const SPECIALIZATION = at(`${ACCOMPLISHMENTS}/specialization/{id}`, OF_SEVERAL);
const PROFESSIONAL = at(`${ACCOMPLISHMENTS}/professional-cert/{id}`, OF_SEVERAL);

/** Some languages have a host of their own. */
const HOST = '(?:www\\.|[a-z]{2}\\.)?coursera\\.org';
/** With a digit, or of the full length: a word of a path is no code. */
const CODE = '(?:(?=[A-Z0-9]*\\d)[A-Z0-9]{8,20}|[A-Z]{12})';

export const coursera: Provider = {
  // Evidence: RedGnad/Viky src/attested-sources.ts
  // Evidence: RedGnad/Viky src/coursera-reading.ts
  id: 'coursera',
  name: 'Coursera',
  group: 'learning-platform',
  hosts: ['https://www.coursera.org/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        HOST,
        `/(?:account/)?(?:accomplishments|verify)/specialization/(?:certificate/)?(?<id>${CODE})`,
      ),
      routes: SPECIALIZATION,
      examples: [
        'https://www.coursera.org/account/accomplishments/specialization/certificate/ABCD1234EFGH',
        'https://www.coursera.org/accomplishments/specialization/ABCD1234EFGH',
        'https://www.coursera.org/verify/specialization/ABCDEFGHJKLM',
      ],
    },
    {
      kind: 'credential',
      pattern: link(
        HOST,
        `/(?:account/)?(?:accomplishments|verify)/professional-cert/(?:certificate/)?(?<id>${CODE})`,
      ),
      routes: PROFESSIONAL,
      examples: ['https://www.coursera.org/account/accomplishments/professional-cert/ABCD1234EFGH'],
    },
    {
      kind: 'credential',
      pattern: link(HOST, `/verify/(?:(?:certificate|mastertrack|guided-project)/)?(?<id>${CODE})`),
      routes: COURSE,
      examples: [
        'https://coursera.org/verify/ABCD1234EFGH',
        'https://es.coursera.org/verify/ABCD1234EFGH',
        'https://www.coursera.org/verify/guided-project/ABCDEFGHJKLM',
      ],
    },
    {
      kind: 'credential',
      pattern: link(
        HOST,
        `/(?:(?:account/)?accomplishments/(?:verify|certificate|records|course-certificate|mastertrack|guided-project)/(?:certificate/)?|signature/certificate/)(?<id>[A-Z0-9]{8,20})`,
      ),
      routes: COURSE,
      examples: [
        'https://www.coursera.org/account/accomplishments/verify/ABCD1234EFGH',
        'https://www.coursera.org/signature/certificate/AB12CD34EF',
      ],
    },
    {
      kind: 'credential',
      pattern: linkWithQuery(
        HOST,
        '/maestro/api/certificate/get_certificate',
        'verify-code=(?<id>[A-Z0-9]{8,20})',
      ),
      routes: COURSE,
      examples: ['https://www.coursera.org/maestro/api/certificate/get_certificate?verify-code=AB12CD34EF'],
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
      routes: COURSE,
      examples: ['https://www.coursera.org/api/certificate.v1/pdf/ABCD1234EFGH'],
    },
    {
      kind: 'file',
      pattern:
        /^https?:\/\/coursera-certificate-images\.s3\.amazonaws\.com\/(?<id>[A-Z0-9]{8,20})(?:[?#].*)?$/i,
      routes: COURSE,
      examples: ['https://coursera-certificate-images.s3.amazonaws.com/ABCD1234EFGH'],
      hint: ['-certificate'],
    },
    {
      kind: 'file',
      pattern:
        /^https?:\/\/s3\.amazonaws\.com\/coursera_assets\/meta_images\/generated\/CERTIFICATE_LANDING_PAGE\/CERTIFICATE_LANDING_PAGE~(?<id>[A-Z0-9]{8,20})\/.+$/i,
      routes: COURSE,
      examples: [
        'https://s3.amazonaws.com/coursera_assets/meta_images/generated/CERTIFICATE_LANDING_PAGE/CERTIFICATE_LANDING_PAGE~ABCD1234EFGH/CERTIFICATE_LANDING_PAGE~ABCD1234EFGH.jpeg',
      ],
      hint: ['_landing_page'],
    },
    {
      kind: 'collection',
      pattern: link(HOST, '/(?:user|learner)/(?<id>[0-9a-z-]{3,80})'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://www.coursera.org/user/0123456789abcdef0123456789abcdef'],
    },
  ],
  notFound: 'unknown',
  issues: { id: 'https://www.coursera.org/', name: 'Coursera', domain: 'coursera.org' },
  ceiling: 'issuer-confirmed',
  note: 'The record in its page is read once, when the reader asks; Coursera’s terms bar collecting.',
  counterExamples: [
    'https://www.coursera.org/',
    'https://www.coursera.org/account/accomplishments',
    'https://www.coursera.org/learn/introduction-to-examples',
    'https://www.coursera.org/verify/',
    'https://coursera.org.evil.example/verify/ABCD1234EFGH',
  ],
};
