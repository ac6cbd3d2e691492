import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { contextUse } from '../../src/json-ld/context/references.ts';

describe('the contexts that a document uses', () => {
  it('are found in arrays, in nodes and in scoped contexts, each once', () => {
    const document = {
      '@context': ['https://a.example/1', { T: { '@id': 'x:T', '@context': ['https://a.example/2'] } }],
      child: [{ '@context': 'https://a.example/3' }, { '@context': 'https://a.example/1' }],
    };
    const use = contextUse(document);
    expect(use.addresses).toEqual(['https://a.example/1', 'https://a.example/2', 'https://a.example/3']);
    expect(use.inline.map(({ at }) => at)).toEqual(['/@context/1']);
  });
});

describe('what a document asks of contexts', () => {
  it('is one inline context, scoped ones included', () => {
    const use = contextUse({ '@context': { a: { '@id': 'urn:a', '@context': { b: 'urn:b' } } } });
    expect(use.inline.map(({ at }) => at)).toEqual(['/@context']);
  });

  it.each<[string, JsonObject, readonly string[]]>([
    ['an import in a context', { '@context': { '@import': 'urn:i' } }, ['urn:i']],
    ['no import outside of one', { '@import': 'urn:i' }, []],
    ['no import that is no text', { '@context': { '@import': 7 } }, []],
  ])('is %s', (_, document, expected) => {
    expect(contextUse(document).addresses).toEqual(expected);
  });

  it.each([null, 7])('is nothing where its context is %s', (context) => {
    expect(contextUse({ '@context': context })).toEqual({ addresses: [], named: [], inline: [] });
  });
});
