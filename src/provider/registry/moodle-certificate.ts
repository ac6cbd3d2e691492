import { ANY_HOST, link, linkWithQuery, UUID } from '../link.ts';
import type { Provider } from '../provider.ts';

export const moodleCertificate: Provider = {
  // Evidence: links as people publish them
  // Evidence: bozoh/moodle-mod_simplecertificate verify.php
  // Evidence: moodleworkplace/moodle-tool_certificate view.php
  id: 'moodle-certificate',
  name: 'Moodle certificates',
  group: 'university',
  hosts: [],
  shapes: [
    {
      kind: 'credential',
      pattern: linkWithQuery(
        `(?<base>${ANY_HOST}(?:/[\\w.~-]+){0,4})`,
        '/mod/customcert/verify_certificate\\.php',
        '(?:code|id)=(?<id>(?![0-9]{1,7}(?:[&#]|$))[A-Za-z0-9-]{6,20})',
      ),
      identity: ['base', 'id'],
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://moodle.university.example/mod/customcert/verify_certificate.php?contextid=1&code=Ab1Cd2Ef3G&qrcode=1',
        'https://training.school.example/mod/customcert/verify_certificate.php?id=AbCdEfGh1i',
      ],
      hint: ['customcert/'],
      anyHost: true,
    },
    {
      kind: 'credential',
      pattern: linkWithQuery(
        `(?<base>${ANY_HOST}(?:/[\\w.~-]+){0,4})`,
        '/admin/tool/certificate/(?:index|view)\\.php',
        'code=(?<id>[0-9A-Z]{8,20})',
      ),
      identity: ['base', 'id'],
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://moodle.university.example/admin/tool/certificate/index.php?code=1234567890AB',
        'https://moodle.university.example/admin/tool/certificate/view.php?code=1234567890AB',
      ],
      hint: ['/admin/tool/certificate/'],
      anyHost: true,
    },
    {
      kind: 'credential',
      pattern: linkWithQuery(
        `(?<base>${ANY_HOST}(?:/[\\w.~-]+){0,4})`,
        '/mod/simplecertificate/verify\\.php',
        `code=(?<id>${UUID})`,
      ),
      identity: ['base', 'id'],
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://moodle.university.example/mod/simplecertificate/verify.php?code=00000000-1111-4222-8333-444444444444',
      ],
      hint: ['certificate/'],
      anyHost: true,
    },
    {
      // The older module, and the block that verifies what it issued.
      kind: 'credential',
      pattern: linkWithQuery(
        `(?<base>${ANY_HOST}(?:/[\\w.~-]+){0,4})`,
        '/(?:mod/certificate/verify|blocks/verify_certificate/index)\\.php',
        '(?:code|certnumber)=(?<id>[A-Za-z0-9]{8,40})',
      ),
      identity: ['base', 'id'],
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://moodle.university.example/mod/certificate/verify.php?code=AbCdEfGh1i',
        'https://moodle.university.example/blocks/verify_certificate/index.php?certnumber=AbCdEfGh1i',
      ],
      hint: ['certificate/'],
      anyHost: true,
    },
    {
      // The same pages without a code ask for one.
      kind: 'form',
      pattern: link(
        `(?<id>${ANY_HOST}(?:/[\\w.~-]+){0,4})`,
        '/(?:mod/customcert/verify_certificate|admin/tool/certificate/index|mod/(?:simple)?certificate/verify|blocks/verify_certificate/index)\\.php',
      ),
      routes: [{ via: 'none', code: 'form-asks-code' }],
      examples: [
        'https://moodle.university.example/mod/customcert/verify_certificate.php?contextid=12',
        'https://moodle.university.example/lms/admin/tool/certificate/index.php',
      ],
      hint: ['customcert/', 'certificate/'],
      anyHost: true,
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'A page at a host that nobody knows, with no machine-readable record: there is nothing to hold it against.',
  counterExamples: ['https://moodle.university.example/mod/customcert/verify_certificate.php'],
};
