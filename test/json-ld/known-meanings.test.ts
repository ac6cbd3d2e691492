import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/json.ts';
import { meaningsOfOne } from '../../src/json-ld/context/known-meanings.ts';

describe('the meanings of a context', () => {
  const of = (context: Json) => {
    const { byTerm } = meaningsOfOne({ '@context': context });
    return Object.fromEntries([...byTerm].map(([term, iris]) => [term, [...iris]]));
  };

  it('are all that a term has in it, not the last', () => {
    expect(of([{ a: 'https://one.example/a' }, { a: 'https://two.example/a' }])).toEqual({
      a: ['https://one.example/a', 'https://two.example/a'],
    });
  });

  it('are those of its terms, not of its keywords', () => {
    expect(of({ '@vocab': 'https://e.example/', '@language': 'en', a: 'b' })).toEqual({
      a: ['https://e.example/b'],
    });
  });

  it('are addresses as they stand, whatever prefix is called as their scheme', () => {
    expect(of({ https: 'urn:x:', a: 'https://e.example/a' }).a).toEqual(['https://e.example/a']);
  });

  it('are gathered once', () => {
    const document = { '@context': { a: 'https://e.example/a' } };
    expect(meaningsOfOne(document)).toBe(meaningsOfOne(document));
  });

  it('are found by prefix, vocabulary and scope', () => {
    const { byTerm, byIri } = meaningsOfOne({
      '@context': [
        'https://elsewhere.example/',
        {
          '@vocab': 'https://v.example/',
          p: { '@id': 'https://p.example/' },
          a: 'p:a',
          b: 'b',
          c: { '@context': { d: { '@id': 'p:d' } } },
          t: '@type',
          u: 'urn://u',
          n: null,
        },
      ],
    });
    const of = (term: string) => [...(byTerm.get(term) ?? [])];
    expect(['a', 'b', 'c', 'd', 't', 'u', 'n'].map(of)).toEqual([
      ['https://p.example/a'],
      ['https://v.example/b'],
      ['https://v.example/c'],
      ['https://p.example/d'],
      ['@type'],
      ['urn://u'],
      [],
    ]);
    expect([...(byIri.get('https://p.example/d') ?? [])]).toEqual(['d']);
    expect([...meaningsOfOne('no object').byTerm]).toEqual([]);
  });

  it('stay as they are written without a vocabulary, or with a prefix of themselves', () => {
    const { byTerm } = meaningsOfOne({ '@context': { a: 'a', b: 'b:b', '@vocab': null } });
    expect([...(byTerm.get('a') ?? []), ...(byTerm.get('b') ?? [])]).toEqual(['a', 'b:b']);
  });
});
