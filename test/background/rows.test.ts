import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byOwner, ownerOf, sameSighting } from '../../src/background/rows.ts';
import { candidate, item } from './bench.ts';

describe('the candidate that a row belongs to', () => {
  it.each([
    ['url:https://a.example/b', 'url:https://a.example/b'],
    ['url:https://a.example/b/1', 'url:https://a.example/b'],
    ['url:https://a.example/b.0.2', 'url:https://a.example/b'],
    ['url:https://a.example/b/1.0', 'url:https://a.example/b'],
    ['url:https://a.example/b/c', null],
    ['url:https://a.example/bb', null],
  ])('of %s is %s', (row, owner) => {
    expect(ownerOf(row, new Set(['url:https://a.example/b', 'credly:1']))).toBe(owner);
  });

  it('is the one that is named whole where two would fit', () => {
    const keys = new Set(['url:https://a.example/7', 'url:https://a.example/7/1']);
    expect(ownerOf('url:https://a.example/7/1.0', keys)).toBe('url:https://a.example/7/1');
    expect(ownerOf('url:https://a.example/7/1', new Set([...keys].reverse()))).toBe(
      'url:https://a.example/7/1',
    );
  });

  it('is always found again for rows made from its key', () => {
    const suffix = fc.array(fc.tuple(fc.constantFrom('.', '/'), fc.nat()).map((parts) => parts.join('')));
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), suffix, (key, parts) => {
        expect(ownerOf(key + parts.join(''), new Set([key]))).toBe(key);
      }),
    );
  });
});

it('rows of no candidate are left out', () => {
  const rows = ['a', 'a.0', 'gone'].map((key) => ({
    state: 'checked' as const,
    ...item(candidate(key)),
  }));
  expect([...byOwner(rows, [candidate('a')])].map(([key, own]) => [key, own.length])).toEqual([['a', 2]]);
});

describe('what was found out about a candidate', () => {
  const says = { title: 'T', issuer: null, issued: null, expires: null, credentialId: '1' };
  const viewed = (title: string) => ({
    ...candidate('a'),
    view: {
      kind: 'page' as const,
      page: { url: 'https://a.example/1', answeredBy: null, says: { ...says, title }, inView: true as const },
    },
  });

  it('stands as long as its open page says the same of it, however often the page changes', () => {
    expect(sameSighting(viewed('T'), viewed('T'))).toBe(true);
  });

  it('is asked anew where its open page has come to say something, or something else', () => {
    expect(sameSighting(candidate('a'), viewed('T'))).toBe(false);
    expect(sameSighting(viewed('T'), viewed('U'))).toBe(false);
  });
});
