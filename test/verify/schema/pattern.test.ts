/** The engine for strangers' patterns, held against the language's own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPattern } from '../../../src/verify/schema/pattern.ts';

const ATOMS = [
  'a',
  'b',
  '.',
  '[ab]',
  '[^a-c]',
  '\\d',
  '\\w',
  '\\\\',
  '\\b',
  '\\B',
  '^',
  '$',
  '\\p{L}',
  '\\u0061',
  '\\-',
  '😀',
];
const COUNTS = ['*', '+', '?', '{2}', '{1,3}', '{2,}', '*?', '+?', '{0}'];
const LETTERS = ['a', 'b', 'c', '1', '-', '\\', ' ', 'é', '😀', '\n'];

const source = fc.letrec<{ part: string; whole: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...ATOMS),
    fc
      .tuple(fc.constantFrom('a', '[ab]', '\\d', '.', '\\p{L}'), fc.constantFrom(...COUNTS))
      .map((both) => both.join('')),
    fc.tuple(tie('whole'), fc.constantFrom('', ...COUNTS)).map(([inner, count]) => `(?:${inner})${count}`),
    tie('whole').map((inner) => `(${inner})`),
  ),
  whole: fc.oneof(
    { maxDepth: 3 },
    fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
    fc.tuple(tie('whole'), tie('whole')).map((both) => both.join('|')),
  ),
})).whole;
const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 8 }).map((letters) => letters.join(''));

describe('a pattern', () => {
  it('fits what it fits in the language itself', () => {
    let held = 0;
    fc.assert(
      fc.property(source, text, (pattern, subject) => {
        const own = readPattern(pattern);
        if (own === null) return;
        held += 1;
        expect(own.matches(subject)).toBe(new RegExp(pattern, 'u').test(subject));
      }),
      { numRuns: 3_000 },
    );
    expect(held).toBeGreaterThan(1_500);
  });

  it.each([
    ['^[^@\\s]+@[^@\\s]+\\.[a-z]{2,}$', 'someone@versity.example', true],
    ['^(?:did|https):[^\\s]+$', 'did:web:versity.example', true],
    ['^\\d{4}-(?:0[1-9]|1[0-2])$', '2025-13', false],
    ['^(?<name>[A-Z][a-z]+)$', 'Analysis', true],
    ['\\u{1F600}', 'so 😀', true],
    ['^\\uD83D\\uDE00$', '😀', true],
    ['^[\\]\\\\-]+$', ']-\\', true],
    ['', 'anything', true],
    ['^$', '', true],
  ])('%s of %s: %s', (pattern, subject, fits) => {
    expect(readPattern(pattern)?.matches(subject)).toBe(fits);
  });

  it.each(['(?=a)', '(?!a)', '(?<=a)b', '(?<!a)b', '(a)\\1', '(?<n>a)\\k<n>', '(', '[', '\\', 'a{3,2}', '*'])(
    '%s is none of ours',
    (pattern) => {
      expect(readPattern(pattern)).toBeNull();
    },
  );

  it('with counts within counts is not written out without end', () => {
    expect(readPattern('(?:a{1,100}){1,10}')).not.toBeNull();
    expect(readPattern('(?:a{1,100}){1,100}')).toBeNull();
    expect(readPattern('a{1000000000}')).toBeNull();
  });
});
