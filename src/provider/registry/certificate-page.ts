import { ANY_HOST, UUID } from '../link.ts';
import type { Provider } from '../provider.ts';

/**
 * In an address made of a title: a year, or a short number or word (`101`, `b2`, `to`). It is never a longer word, too. A
 * number with zeros before it, or another of four digits, is one of a series.
 */
const SHORT = '(?:(?:19|20)\\d\\d|(?!0\\d|[a-z]{3})[a-z\\d]{1,3})';
/** Two longer words at least: `web-development-101`, `10-steps-to-b2-english`. */
const TITLE = `(?:${SHORT}-)*[a-z]{3,}-(?:${SHORT}-)*[a-z]{3,}(?:-(?:[a-z]{3,}|${SHORT}))*(?:[/?#]|$)`;

/** At least one digit, and more than the words of a title: an identifier. */
const OPAQUE = `(?=[^/?#]*\\d)(?!${TITLE})[\\w-]{8,64}`;

/** Behind other steps of a path: no forty digits, by which Git names what it keeps of a project `certificates`. */
const DIGITS = '[0-9a-f]{16,39}';

/**
 * Certificates under a telling path of an unknown host. Their pages cannot even be `page-only`, because no known
 * platform stands behind them. But some of these addresses serve Open Badges, so the link itself is asked.
 */
export const certificatePage: Provider = {
  // Evidence: links as people publish them
  id: 'certificate-page',
  name: 'Certificate on a site of its own',
  group: 'university',
  anonymous: true,
  hosts: [],
  shapes: [
    {
      kind: 'credential',
      pattern: new RegExp(
        `^(?<address>https?://${ANY_HOST}/(?:[^?#]*/)?(?:certificates?|accomplishments|verify-certificate|certificate-verification)/(?:(?:verify/|view/|e/|user/|course/)?${OPAQUE}|(?:[\\w-]{1,40}/){1,3}(?:${UUID}|${DIGITS}))(?:/?\\?[^#]*)?)/?(?:#.*)?$`,
        'i',
      ),
      identity: ['address'],
      routes: [{ via: 'direct', perhapsPage: true }],
      examples: [
        'https://academy.organisation.example/certificates/0123456789abcdef0123',
        'https://academy.organisation.example/home/certificate/403722076',
        'https://academy.organisation.example/certificate/CERT-2026-0012',
        'https://academy.organisation.example/certificates/ABCD-EFGH-1234',
        'https://academy.organisation.example/certificates/web-development-2026-0012',
        'https://courses.university.example/api/certificate/web-development/en/0123456789abcdef0123456789abcdef',
      ],
      hint: ['/certificate', '/accomplishments/', '/verify-certificate/'],
      anyHost: true,
    },
  ],
  notFound: 'unknown',
  ceiling: 'signature-verified',
  note: 'Recognised by its path only; a page without a machine-readable record is not checked.',
  counterExamples: [
    'https://academy.organisation.example/certificates/',
    'https://academy.organisation.example/certificates/data-analysis',
    'https://academy.organisation.example/certificates/web-development-101',
    'https://academy.organisation.example/certificate/10-steps-to-b2-english-2026',
    'https://coursera.org.evil.example/account/accomplishments/verify/ABCDEFGH1234',
    'https://academy.organisation.example/blog/certificates/how-to-get-one',
    'https://github.com/example/certificates/commit/0123456789abcdef0123456789abcdef01234567',
  ],
};
