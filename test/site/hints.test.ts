import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { siteHints } from '../../scripts/site-hints.ts';
import { PROVIDERS } from '../../src/provider/registry/index.ts';
import { unwrap } from '../../src/recognise/unwrap.ts';
import { isHinted } from '../../src/site/hinted.ts';

const EXAMPLES = PROVIDERS.flatMap(({ shapes }) => shapes.flatMap(({ examples }) => examples));
const words = (text: string): string => text.replace(/[\s,]+/g, '');

describe('hints', () => {
  it('are those of the registry (else run: node scripts/site-hints.mjs)', () => {
    const text = readFileSync(join(import.meta.dirname, '../../src/site/hints.ts'), 'utf8');
    expect(words(text)).toBe(words(siteHints(PROVIDERS)));
  });

  it.each(EXAMPLES)('let %s through', (example) => {
    expect(isHinted(example, 'person.example')).toBe(true);
    expect(isHinted(unwrap(example), 'person.example')).toBe(true);
  });

  it.each(EXAMPLES.filter((example) => example.startsWith('https://')))(
    'let %s through when wrapped or respelled',
    (example) => {
      expect(
        isHinted(`https://www.linkedin.com/safety/go/?url=${encodeURIComponent(example)}`, 'x.example'),
      ).toBe(true);
      expect(
        isHinted(
          example.replace(/^https:\/\/[^/]+/, (origin) => origin.toUpperCase()),
          'x.example',
        ),
      ).toBe(true);
      expect(isHinted(example.slice('https:'.length), 'x.example')).toBe(true);
    },
  );

  it('let a platform’s relative links through on its own pages only', () => {
    expect(isHinted('/badges/00000000-1111-4222-8333-444444444444', 'www.credly.com')).toBe(true);
    expect(isHinted('/badges/00000000-1111-4222-8333-444444444444', 'person.example')).toBe(false);
  });

  it.each([
    'https://www.google.com/url?ref=https%3A%2F%2Fa.example%2Fb&url=',
    'https://www.linkedin.com/safety/go/?trk=https://a.example&url=',
    'https://www.linkedin.com/safety/go/?url=',
  ])('let a badge through behind %s, whatever other addresses stand beside or in it', (redirector) => {
    const badge = 'https://www.credly.com/badges/00000000-1111-4222-8333-444444444444';
    for (const link of [badge, `${badge}?source=https://a.example/`])
      expect(isHinted(`${redirector}${encodeURIComponent(link)}`, 'person.example')).toBe(true);
  });

  it.each([
    'https://example.org/about',
    'https://www.linkedin.com/company/example/',
    'https://github.com/example/project',
    // Each of this platform's own addresses has a piece that counts anywhere.
    'https://www.redhat.com/en/about',
    'https://mikrotik.com/products',
    // A link that counts takes its part of the page away from the badge beside it.
    'https://shop.example/search?q=certificate',
    'https://school.example/gift_certificates',
    '/about',
    '#top',
    'mailto:person@example.org',
    '',
    // Names that every object has.
    'https://constructor/',
    'https://__proto__/',
  ])('pass over %s', (href) => {
    expect(isHinted(href, 'person.example')).toBe(false);
  });
});
