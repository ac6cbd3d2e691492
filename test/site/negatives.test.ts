/** What a careful person would not write down. Pages, hosts and links are made up; no request leaves this test. */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../../src/provider/registry/index.ts';
import type { Candidate } from '../../src/recognise/candidate.ts';
import { recognise, recogniseLink } from '../../src/recognise/recognise.ts';
import { scan } from '../../src/site/scan.ts';

const ID = '00000000-1111-4222-8333-444444444444';
const BADGE = `https://www.credly.com/badges/${ID}`;

const listed = (html: string, url = 'https://company.example/'): readonly Candidate[] => {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return recognise(scan(document as unknown as Document, { url }));
};
const linkTo = (href: string): string => `<p><a href="${href.replaceAll('&', '&amp;')}">Certificate</a></p>`;

/** Every example of a link that counts on its own host only, with the provider that it names. */
const EXAMPLES = PROVIDERS.flatMap(({ id, shapes }) =>
  shapes
    .filter(({ anyHost }) => !anyHost)
    .flatMap(({ examples }) =>
      examples.filter((each) => /^https?:/.test(each)).map((link) => ({ id, link })),
    ),
);
const example = fc.constantFrom(...EXAMPLES);
const label = fc.stringMatching(/^[a-z][a-z0-9]{2,9}$/);

/** The same address at a host that is not the platform's. */
const DISGUISES: readonly (readonly [string, (host: string, word: string) => string])[] = [
  ['with another domain behind it', (host, word) => `${host}.${word}.example`],
  ['with dots made dashes', (host, word) => `${host.replaceAll('.', '-')}.${word}.example`],
  ['with a word before the domain', (host, word) => host.replace(/([a-z0-9-]+\.[a-z]+)$/, `${word}$1`)],
  ['with a word behind the name', (host, word) => host.replace(/\.([a-z]+)$/, `${word}.$1`)],
  ['as the user of another host', (host, word) => `${host}@${word}.example`],
  ['as the first folder of another host', (host, word) => `${word}.example/${host}`],
  [
    'with Cyrillic letters',
    (host) => host.replace(/[aeo](?=[^.]*\.[^.]+$)/, (l) => ({ a: 'а', e: 'е', o: 'о' })[l] ?? l),
  ],
  [
    'with letters that are drawn alike',
    (host) => host.replace(/[lo](?=[^.]*\.[^.]+$)/, (l) => ({ l: 'I', o: '0' })[l] ?? l),
  ],
];

/** Whether a host carries the other one's, dots or dashes. */
const isAlike = (host: string, other: string): boolean =>
  host.replaceAll('-', '.').includes(other.replaceAll('-', '.'));

describe.each(DISGUISES)('a platform’s link %s', (_, disguise) => {
  it('is nobody’s', () => {
    fc.assert(
      fc.property(example, label, ({ link }, word) => {
        const { host } = new URL(link);
        const disguised = link.replace(host, disguise(host, word));
        fc.pre(disguised !== link);
        // What counts on any host counts on an unknown one, too, unless that carries the platform's name.
        const unknown = [...host.split('.').slice(0, -2), 'unknown.example'].join('.');
        const anywhere = recogniseLink(link.replace(host, unknown))?.provider ?? null;
        const found = listed(linkTo(disguised)).filter(
          ({ provider, link: at }) =>
            (provider !== null && provider !== anywhere) || isAlike(new URL(at ?? '').hostname, host),
        );
        expect(found.map(({ key }) => key)).toEqual([]);
      }),
    );
  });
});

describe('a link that only carries the address of a credential', () => {
  it.each([
    ['shares it', (url: string) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`],
    ['shares it elsewhere', (url: string) => `https://twitter.com/intent/tweet?text=Look&url=${url}`],
    [
      'adds it to a profile',
      (url: string) => `https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&certUrl=${url}`,
    ],
    ['searches for it', (url: string) => `https://www.google.com/search?q=${url}`],
    ['mails it', (url: string) => `mailto:?subject=Look&body=${url}`],
    ['logs in first', (url: string) => `https://www.credly.com/users/sign_in?return_to=${url}`],
    [
      'shows a copy of it',
      (url: string) => `https://web.archive.example/web/2020/${decodeURIComponent(url)}`,
    ],
    ['runs a script with it', (url: string) => `javascript:open('${url}')`],
  ])('and %s is none', (_, link) => {
    expect(listed(linkTo(link(encodeURIComponent(BADGE))))).toEqual([]);
  });
});

describe('a page of somebody who awards nothing to this person', () => {
  const PAGES: readonly (readonly [string, readonly string[]])[] = [
    [
      'a company’s page about its products',
      [
        'https://www.credly.com/',
        'https://www.credly.com/organizations/northwind/badges',
        'https://www.credly.com/org/northwind/badge/cloud-practitioner',
        'https://info.credly.com/pricing',
        'https://www.accredible.com/solutions',
        'https://badgr.com/',
        'https://openbadgefactory.com/en/',
        'https://www.comptia.org/certifications/security',
        'https://www.pmi.org/certifications',
        'https://www.isaca.org/credentialing/cisa',
      ],
    ],
    [
      'a catalogue',
      [
        'https://www.coursera.org/learn/machine-learning',
        'https://www.coursera.org/professional-certificates/google-data-analytics',
        'https://www.coursera.org/specializations/deep-learning',
        'https://www.edx.org/learn/python',
        'https://www.udemy.com/course/the-complete-web-developer/',
        'https://www.udacity.com/course/deep-learning-nanodegree--nd101',
        'https://learn.microsoft.com/en-us/credentials/certifications/azure-fundamentals/',
        'https://www.freecodecamp.org/learn/responsive-web-design/',
        'https://www.datacamp.com/courses/introduction-to-python',
        'https://trailhead.salesforce.com/credentials/administratoroverview',
        'https://aws.amazon.com/certification/certified-solutions-architect-associate/',
      ],
    ],
    [
      'a page of verification pages that nobody knows',
      ['https://www.credential.net/verify', 'https://certifications.example.org/verify'],
    ],
    [
      'a page to sign up at',
      [
        'https://www.credly.com/users/sign_up',
        'https://www.coursera.org/?authMode=signup',
        'https://www.udemy.com/join/signup-popup/',
        'https://www.hackerrank.com/auth/signup',
        'https://www.datacamp.com/users/sign_up',
        'https://tryhackme.com/signup',
      ],
    ],
  ];
  it.each(PAGES)('%s lists nothing', (_, links) => {
    expect(listed(links.map(linkTo).join('')).map(({ link }) => link)).toEqual([]);
  });

  it('a README’s shields are none, whatever they say, also through the proxy of pictures', () => {
    const shields = [
      'https://img.shields.io/badge/certificate-valid-green.svg',
      'https://img.shields.io/badge/Credly-verified-orange?logo=credly',
      'https://github.com/a/b/actions/workflows/badge.yml/badge.svg',
      'https://badgen.net/badge/license/MIT/blue',
      'https://codecov.io/gh/a/b/graph/badge.svg?token=x',
      'https://www.bestpractices.dev/projects/1/badge',
    ];
    const camo = (url: string): string =>
      `https://camo.githubusercontent.com/${'0'.repeat(64)}/${Buffer.from(url).toString('hex')}`;
    const html = shields
      .flatMap((url) => [url, camo(url)])
      .map(
        (url) =>
          `<a href="https://example.org/"><img src="${url.replaceAll('&', '&amp;')}" alt="certificate badge"></a>`,
      )
      .join('');
    expect(listed(html, 'https://github.com/a/b')).toEqual([]);
  });
});

it.each(EXAMPLES)('$link, undisguised, is a link of $id', ({ id, link }) => {
  const found = recogniseLink(link);
  expect(found?.provider?.id ?? id).toBe(id);
  expect(found).not.toBeNull();
});
