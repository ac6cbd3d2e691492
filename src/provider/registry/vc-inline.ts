import { ANY_HOST } from '../link.ts';
import type { LinkShape, Provider } from '../provider.ts';

const direct = (rest: Omit<LinkShape, 'kind' | 'routes' | 'identity' | 'anyHost'>): LinkShape => ({
  kind: 'credential',
  identity: ['address'],
  routes: [{ via: 'direct' }],
  anyHost: true,
  ...rest,
});

/** Words in paths under which issuers of every kind publish single awards. */
const AWARD =
  '(?:assertions?|awards?|badges?|blockcerts|certificates?|credentials?|openbadges?|obi|ob[23]|diplomas?|vcs?)';
const UNDER_AWARD = `${ANY_HOST}/(?:[^?#]*[/_.-])?${AWARD}(?:[/_.-][^?#]*)?`;

/** On a host that nobody knows, a query may name another document. A fragment never does (RFC 3986 §3.5). */
const QUERY = '(?:\\?[^#]*)?';
const END = '(?:#.*)?$';

/**
 * Credentials in the page, in a link, or at an address of no platform. The document proves itself, or its issuer is
 * asked for it again. A signed copy may lie anywhere, because the signature binds it. A hosted one counts only where
 * its id says.
 */
export const vcInline: Provider = {
  // Evidence: https://www.imsglobal.org/spec/ob/v3p0/
  id: 'vc-inline',
  name: 'Credential in the page or by direct link',
  group: 'badge-platform',
  anonymous: true,
  hosts: [],
  shapes: [
    {
      // What is in it decides (recognise/carried.ts).
      kind: 'credential',
      pattern: /^(?<address>data:[^,]{0,200},.*)$/is,
      identity: ['address'],
      routes: [],
      examples: ['data:application/vc+ld+json,%7B%22type%22%3A%5B%22VerifiableCredential%22%5D%7D'],
      hint: ['data:'],
      anyHost: true,
    },
    {
      kind: 'credential',
      pattern:
        /^https?:\/\/[^#]+#(?:.*[?&/!])?(?:vc|vp|verifiableCredential|credential)=(?<payload>(?:eyJ|%7b|\{)[^&]+).*$/i,
      identity: ['payload'],
      routes: [],
      examples: ['https://wallet.example/view#vc=eyJhbGciOiJFZERTQSJ9.e30.AA'],
      hint: ['vc=', 'vp=', 'credential='],
      anyHost: true,
    },
    direct({
      pattern: new RegExp(
        `^(?<address>https?://${ANY_HOST}/[^?#]+\\.(?:jsonld|vc|vc\\.json|vp\\.json|jws|jwt)${QUERY})${END}`,
        'i',
      ),
      examples: [
        'https://university.example/alumni/award.jsonld',
        'https://university.example/alumni/award.jwt',
        'https://university.example/alumni/award.vc.json',
      ],
      hint: ['.jsonld', '.vc', '.vp.json', '.jws', '.jwt'],
    }),
    direct({
      pattern: new RegExp(`^(?<address>https?://${UNDER_AWARD}\\.json${QUERY})${END}`, 'i'),
      examples: [
        'https://organisation.example/assertions/1234.json',
        'https://organisation.example/2026/badge-1234.json',
      ],
      hint: ['.json'],
    }),
    direct({
      pattern: new RegExp(`^(?<address>https?://${UNDER_AWARD}\\.(?:png|svg)${QUERY})${END}`, 'i'),
      examples: [
        'https://organisation.example/badges/1234-baked.png',
        'https://organisation.example/badge.svg',
      ],
      hint: ['.png', '.svg'],
      speculative: true,
    }),
    direct({
      pattern: new RegExp(
        `^(?<address>https?://${ANY_HOST}/(?:[^?#]*/)?(?:assertions|openbadges?|obi|ob[23]|verifiable-?credentials?)/(?:[^?#]*/)?(?=[^/?#]*\\d)[\\w-]{4,}(?:/?\\?[^#]*)?)/?${END}`,
        'i',
      ),
      examples: [
        'https://badges.university.example/assertions/1f2e3d4c',
        'https://organisation.example/api/v1.0/openbadge/v2/assertion/1f2e3d4c5b',
      ],
      hint: ['/assertions/', '/openbadge', '/obi/', '/ob2/', '/ob3/', '/verif'],
    }),
  ],
  notFound: 'unknown',
  ceiling: 'signature-verified',
  note: 'The document is read and verified here, whoever hosts it.',
  counterExamples: [
    'https://github.com/example/project/blob/main/package.json',
    'https://img.shields.io/badge/license-MIT-blue.svg',
    'https://github.com/example/project/actions/workflows/main/badge.svg',
    'https://organisation.example/badges/',
    'https://organisation.example/badges/about',
    'http://127.0.0.1/badges/1.json',
    'data:text/html,<a href=https://www.credly.com/badges/x>',
    'data:application/json,%7B%22theme%22%3A%22dark%22%7D',
    'https://organisation.example/#vc=about',
  ],
};
