import { ANY_HOST, linkWithQuery } from '../link.ts';
import type { Provider, Route } from '../provider.ts';

const BASE = `(?<base>${ANY_HOST}(?:/[\\w.~-]+){0,4})`;
const ROUTES: readonly Route[] = [
  {
    via: 'record',
    address: 'https://{base}/badges/assertion.php?b={id}&obversion=2',
    accept: 'application/json',
  },
];

export const moodle: Provider = {
  // Evidence: moodle/moodle badges/badge.php
  // Evidence: moodle/moodle badges/assertion.php
  id: 'moodle',
  name: 'Moodle or Totara',
  group: 'university',
  hosts: [],
  shapes: [
    {
      kind: 'credential',
      pattern: linkWithQuery(BASE, '/badges/badge\\.php', 'hash=(?<id>[0-9a-f]{32,40})'),
      identity: ['base', 'id'],
      routes: ROUTES,
      examples: [
        'https://moodle.university.example/badges/badge.php?hash=0123456789abcdef0123456789abcdef01234567',
        'https://www.university.example/open/learn/badges/badge.php?x=1&hash=0123456789abcdef0123456789abcdef01234567',
      ],
      hint: ['/badges/badge.php'],
      anyHost: true,
    },
    {
      kind: 'credential',
      pattern: linkWithQuery(BASE, '/badges/assertion\\.php', 'b=(?<id>[0-9a-f]{32,40})'),
      identity: ['base', 'id'],
      routes: ROUTES,
      examples: [
        'https://moodle.university.example/badges/assertion.php?b=0123456789abcdef0123456789abcdef01234567&obversion=2',
      ],
      hint: ['/badges/assertion.php'],
      anyHost: true,
    },
  ],
  aliases: [
    /^https:\/\/(?<base>[^?#]+)\/badges\/assertion\.php\?(?:obversion=[\d.]+&)?b=(?<id>[0-9a-f]{32,40})(?:&obversion=[\d.]+)?$/i,
  ],
  notFound: 'unknown',
  ceiling: 'issuer-confirmed',
  note: 'Recognised by its path on any host; the reader grants that one origin.',
  counterExamples: [
    'https://moodle.university.example/badges/view.php?type=1',
    'https://moodle.university.example/badges/badge.php',
    'http://192.168.0.1/badges/badge.php?hash=0123456789abcdef0123456789abcdef01234567',
    'http://localhost/badges/badge.php?hash=0123456789abcdef0123456789abcdef01234567',
    'https://user:pass@moodle.university.example/badges/badge.php?hash=0123456789abcdef0123456789abcdef01234567',
  ],
};
