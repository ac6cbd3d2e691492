/** Links as people paste them: every example of the registry under the other spellings that lead to the same page. */
import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../../src/provider/registry/index.ts';
import { recogniseLink } from '../../src/recognise/recognise.ts';
import { spellingsOf } from '../../src/recognise/spelling.ts';
import { isHinted } from '../../src/site/hinted.ts';

const EXAMPLES = PROVIDERS.flatMap(({ shapes }) =>
  shapes
    .filter(({ anyHost, kind }) => !anyHost && kind === 'credential')
    .flatMap(({ examples }) => examples)
    .filter((example) => /^https?:/.test(example)),
);

const withQuery = (url: URL, pair: string): string => {
  url.search += `${url.search ? '&' : '?'}${pair}`;
  return url.href;
};
const SPELLINGS: Readonly<Record<string, (url: URL) => string>> = {
  'without TLS': (url) => url.href.replace('https:', 'http:'),
  'with its host in capitals': (url) => url.href.replace(url.hostname, url.hostname.toUpperCase()),
  'with its port': (url) =>
    url.href.replace(url.host, `${url.host}${url.protocol === 'https:' ? ':443' : ':80'}`),
  'with who led there': (url) => withQuery(url, 'utm_source=share&fbclid=abc'),
  'with doubled slashes': (url) => {
    url.pathname = `/${url.pathname}`;
    return url.href;
  },
};
/** Where the host has no label of its own before the domain, or `www`. */
const ON_WWW = EXAMPLES.filter((example) => new URL(example).hostname.startsWith('www.'));

describe.each(Object.entries(SPELLINGS))('a link %s', (_, spell) => {
  it.each(EXAMPLES)('is that of %s', (example) => {
    const spelled = spell(new URL(example));
    expect(recogniseLink(spelled)?.key).toBe(recogniseLink(example)?.key);
    expect(isHinted(spelled, 'person.example')).toBe(true);
  });
});

describe('a link to', () => {
  it.each(ON_WWW)('%s is known without www and by its mobile host', (example) => {
    const { key } = recogniseLink(example) ?? expect.fail('not recognised');
    for (const host of ['//', '//m.', '//mobile.'])
      expect(recogniseLink(example.replace('//www.', host))?.key).toBe(key);
  });

  it.each([
    ['https://www.coursera.org/fr/verify/ABCD1234EFGH', 'https://www.coursera.org/verify/ABCD1234EFGH'],
    [
      'https://www.udemy.com/pt-br/certificate/UC-ABCD1234/',
      'https://www.udemy.com/certificate/UC-ABCD1234/',
    ],
    ['https://certs.duolingo.com/en/0123456789abcdef', 'https://certs.duolingo.com/0123456789abcdef'],
    ['https://m.coursera.org/de/verify/ABCD1234EFGH', 'https://www.coursera.org/verify/ABCD1234EFGH'],
  ])('%s is that of %s, without the language', (spelled, plain) => {
    expect(recogniseLink(spelled)).toMatchObject({
      key: recogniseLink(plain)?.key,
      link: expect.any(String),
    });
  });

  it.each([
    'https://www.coursera.org.evil.example/fr/verify/ABCD1234EFGH',
    'https://m.coursera.org.evil.example/verify/ABCD1234EFGH',
    'https://evil.example/www.coursera.org/verify/ABCD1234EFGH',
    'https://www.mcoursera.org/verify/ABCD1234EFGH',
    'https://g.dev/io/2026',
    'https://www.coursera.org/fr/verify/',
    'https://www.coursera.org/learn/verify/ABCD1234EFGH',
  ])('%s is none, however it is spelled', (link) => {
    expect(recogniseLink(link)?.provider ?? null).toBeNull();
  });

  it('a host keeps to that host’s own names', () => {
    const registered = 'coursera.org';
    for (const spelling of spellingsOf(new URL('https://m.coursera.org//fr/verify/ABCD1234EFGH?a=1#b'))) {
      expect(new URL(spelling).hostname.endsWith(registered)).toBe(true);
      expect(spelling.endsWith('?a=1#b')).toBe(true);
    }
  });
});
