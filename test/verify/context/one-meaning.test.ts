/** What counts as a context, as a definition and as a second name, by documents that differ in one thing. */
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../src/encoding/text.ts';
import type { Json, JsonObject } from '../../../src/json.ts';
import { type ContextSet, contextSets, definesTerm } from '../../../src/verify/context/context-set.ts';
import { checkInlineContexts } from '../../../src/verify/context/inline-rules.ts';
import { contextUse } from '../../../src/verify/context/references.ts';
import { findSecondSpelling, isSecondSpelling } from '../../../src/verify/context/second-spelling.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB_303 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const setsOf = async (document: JsonObject, offered: ReadonlyMap<string, Uint8Array> = new Map()) => {
  const sets = await contextSets(document, { offered });
  if (!sets.ok) throw new Error(sets.problem.code);
  return sets.value;
};
const setOf = (context: Json): ContextSet => ({
  copies: new Map([
    ['urn:c', { url: 'urn:c', name: null, sha256: '', document: { '@context': context } as JsonObject }],
  ]),
  shareable: false,
});

it('only the set of the bundle’s first contents is shared between documents', async () => {
  const sets = await setsOf({ '@context': [OB_303, V2] });
  expect(sets.length).toBeGreaterThan(1);
  expect(sets.map(({ shareable }) => shareable)).toEqual(sets.map((_, index) => index === 0));
  const swapped = await setsOf({ '@context': [V2, OB_303] });
  expect(swapped.map(({ shareable }) => shareable)).toEqual(swapped.map((_, index) => index === 0));
});

describe('a term is defined', () => {
  it.each<[string, Json, boolean]>([
    ['by a context that has it', { word: 'urn:w' }, true],
    ['not by one that has another', { other: 'urn:w' }, false],
    ['not by none', [null], false],
    ['not by an address that is not at hand', 'urn:nowhere', false],
    ['by an address under which it stands', 'urn:c', true],
    ['by one of several', [{ other: 'urn:w' }, { word: 'urn:w' }], true],
  ])('%s', (_, context, expected) => {
    expect(definesTerm(context, 'word', setOf({ word: 'urn:w' }))).toBe(expected);
  });

  it('not by an address under which another stands', () => {
    expect(definesTerm('urn:c', 'word', setOf({ other: 'urn:w' }))).toBe(false);
  });
});

describe('an inline context', () => {
  const codeOf = (...contexts: JsonObject[]) => {
    const told = checkInlineContexts(
      {},
      contexts.map((context, index) => ({ context, at: `/${index}` })),
    );
    return told.ok ? null : told.problem.code;
  };

  it('has its vocabulary as a text', () => {
    expect(codeOf({ '@vocab': 'https://e.example/' })).toBeNull();
    expect(codeOf({ '@vocab': ['https://e.example/'] })).toBe('context-redefines-terms');
  });

  it('that leans on a prefix which another one takes away is refused, not stumbled over', () => {
    expect(codeOf({ mood: 'p:mood' }, { p: null })).toBe('context-redefines-terms');
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
    expect(contextUse({ '@context': context })).toEqual({ addresses: [], inline: [] });
  });
});

describe('a second name', () => {
  const CLR = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#ClrCredential';

  it('is looked for in types, not in what members say', () => {
    const set = setOf({ ClrCredential: CLR });
    expect(findSecondSpelling({ type: CLR }, [set])?.code).toBe('record-rearranged');
    expect(findSecondSpelling({ seeAlso: CLR }, [set])).toBeNull();
  });

  it('is no place in a list, even where a context defines a number', () => {
    expect(findSecondSpelling({ list: ['a'] }, [setOf({ 0: '@id' })])).toBeNull();
    expect(findSecondSpelling({ 0: 'a' }, [setOf({ 0: '@id' })])?.code).toBe('record-rearranged');
  });

  it('is a class’s for a property, and not a class’s own', () => {
    const spelt = (...names: string[]) => ({
      byTerm: new Map(names.map((name) => [name, new Set(['urn:x'])])),
      byIri: new Map([['urn:x', new Set(names)]]),
    });
    expect(isSecondSpelling('Profile', spelt('Profile'))).toBe(false);
    expect(isSecondSpelling('Profile', spelt('Profile', 'profile'))).toBe(true);
  });
});

it('a context that a pinned one names is at hand as well as the pinned one', async () => {
  const pinned = utf8(JSON.stringify({ '@context': [V2, { word: 'urn:w' }] }));
  const [set] = await setsOf(
    { '@context': 'https://a.example/v1' },
    new Map([['https://a.example/v1', pinned]]),
  );
  expect([...(set?.copies.keys() ?? [])].sort()).toEqual(['https://a.example/v1', V2]);
});
