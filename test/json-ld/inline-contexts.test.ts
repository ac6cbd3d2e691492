import { describe, expect, it, vi } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { checkInlineContexts } from '../../src/json-ld/context/inline-rules.ts';

const OB = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';
/** `validUntil` is this and `s#validUntil`. */
const SPLIT = 'https://www.w3.org/2018/credential';

/** What is said of inline contexts, and of the document that they stand in. */
function told(contexts: readonly Json[], document: JsonObject = {}, check = checkInlineContexts): string {
  const placed = contexts.map((context, index) => ({
    context: context as JsonObject,
    at: `/@context/${index}`,
  }));
  const answer = check(document, placed);
  if (answer.ok) return 'fine';
  const { code, params, at = '' } = answer.problem;
  return code === 'context-redefines-terms' ? `${params?.term} ${at}`.trim() : code;
}

describe('pitfall 10: words that a document brings along', () => {
  it.each<[string, Json]>([
    ['a new word', { mood: 'https://e.example/mood' }],
    ['a known word as it is known', { achievement: { '@id': `${OB}achievement`, '@type': '@id' } }],
    ['a vocabulary of its own', { '@vocab': 'https://e.example/' }],
    ['no vocabulary', { '@vocab': null }],
    [
      'a list, a set and a language map',
      { a: { '@id': 'https://e.example/a', '@container': ['@list', '@set'] } },
    ],
    ['a new word by a new prefix', { e: 'https://e.example/', mood: 'e:mood' }],
    ['a new word without an address', { '@vocab': 'https://e.example/', mood: 'mood' }],
    [
      'a scoped context with new words',
      { a: { '@id': 'https://e.example/a', '@context': { b: 'https://e.example/b' } } },
    ],
    [
      'a scoped context by its address',
      { a: { '@id': 'https://e.example/a', '@context': 'https://e.example/c' } },
    ],
    ['a version', { '@version': 1.1, mood: 'https://e.example/mood' }],
  ])('are fine as %s', (_, context) => {
    expect(told([context])).toBe('fine');
  });

  it.each<[string, Json, string]>([
    [
      'by a prefix of a prefix',
      { c: 'https://www.w3.org/2018/', u: 'c:credentials#valid', until: 'u:Until' },
      'until /@context/0/until',
    ],
    ['by a prefix that a bundled context has', { until: 'cred:validUntil' }, 'until /@context/0/until'],
    ['by its vocabulary', { '@vocab': OB, prize: 'achievement' }, 'prize /@context/0/prize'],
    [
      'as an object without an id',
      { '@vocab': OB, mood: {}, achievement: { '@id': 'https://e.example/x' } },
      'achievement /@context/0/achievement',
    ],
    [
      'under a term whose id is null',
      { achievement: { '@id': null } },
      'achievement /@context/0/achievement',
    ],
    ['as null', { achievement: null }, 'achievement /@context/0/achievement'],
    ['as a number', { mood: 7 }, 'mood /@context/0/mood'],
    ['as a keyword', { mood: '@type' }, 'mood /@context/0/mood'],
    [
      'in a list of scoped contexts',
      { a: { '@id': 'https://e.example/a', '@context': [{}, { '@base': null }] } },
      '@base /@context/0/a/@context/1/@base',
    ],
    [
      'by wiping the others out',
      { a: { '@id': 'https://e.example/a', '@context': null } },
      '@context /@context/0/a/@context',
    ],
    [
      'by wiping them out in a list',
      { a: { '@id': 'https://e.example/a', '@context': [null] } },
      '@context /@context/0/a/@context/0',
    ],
    ['by a relative vocabulary', { '@vocab': 'e/' }, '@vocab /@context/0/@vocab'],
    ['by a vocabulary that is a word', { '@vocab': 'cred' }, '@vocab /@context/0/@vocab'],
    ['by an index', { a: { '@id': 'https://e.example/a', '@index': 'b' } }, 'a /@context/0/a'],
    [
      'by a container that leaves no trace',
      { a: { '@id': 'https://e.example/a', '@container': ['@set', '@index'] } },
      'a /@context/0/a',
    ],
    [
      'by a container that is none',
      { a: { '@id': 'https://e.example/a', '@container': [7] } },
      'a /@context/0/a',
    ],
    ['reversed', { a: { '@id': 'https://e.example/a', '@reverse': 'b' } }, 'a /@context/0/a'],
    ['imported', { '@import': 'https://e.example/c' }, '@import /@context/0/@import'],
    ['by prefixes in a circle', { a: 'b:x', b: 'a:y' }, 'a /@context/0/a'],
  ])('are refused %s', (_, context, offence) => {
    expect(told([context])).toBe(offence);
  });

  it('are refused where two contexts disagree over the prefix that a third one uses', () => {
    const [one, other] = [{ e: 'https://one.example/' }, { e: 'https://other.example/' }];
    const leaning = { mood: { '@id': 'e:mood' } };
    expect(told([one, leaning])).toBe('fine');
    expect(told([one, other, leaning])).toBe('mood /@context/2/mood');
    expect(told([one, other, { e: 'https://own.example/', ...leaning }])).toBe('fine');
    expect(told([one, { e: { '@id': 'https://other.example/' } }, leaning])).toBe('mood /@context/2/mood');
  });

  it('are refused where another context’s vocabulary makes a known meaning of them', () => {
    expect(told([{ '@vocab': OB }, { prize: 'achievement' }])).toBe('prize /@context/1/prize');
    expect(told([{ '@vocab': OB }, { '@vocab': 'https://e.example/', prize: 'achievement' }])).toBe('fine');
  });

  it('are refused where they stand in the document alone, and a vocabulary makes known meanings of them', () => {
    const vocabulary = { '@vocab': SPLIT };
    expect(told([vocabulary], { 's#validUntil': 'x' })).toBe('s#validUntil');
    expect(told([vocabulary], { list: [{ deep: { 's#validUntil': 'x' } }, null] })).toBe('s#validUntil');
    expect(told([vocabulary], { '@context': { 's#validUntil': 'x' }, mood: 'x' })).toBe('fine');
    expect(told([{ mood: 'https://e.example/mood' }], { 's#validUntil': 'x' })).toBe('fine');
  });

  it('are not read at all where they are too many', () => {
    expect(told([{ mood: `https://e.example/${'x'.repeat(300_000)}` }])).toBe('context-too-large');
    expect(told([{ mood: `https://e.example/${'x'.repeat(200_000)}` }])).toBe('fine');
  });
});

describe('an inline context', () => {
  it('gives known meanings to undefined members also where its vocabulary stands in a scoped context', () => {
    const scoped = { a: { '@id': 'https://e.example/a', '@context': { '@vocab': SPLIT } } };
    expect(told([scoped], { a: { 's#validUntil': 'x' } })).toBe('s#validUntil');
    expect(told([scoped], { a: { mood: 'x' } })).toBe('fine');
  });

  it('hides no known address behind a prefix that is called as its scheme', () => {
    const known = `${OB}achievement`;
    expect(told([{ https: 'urn:x:', prize: known }])).toBe('prize /@context/0/prize');
  });

  it('may name an address by a scheme that is nobody’s prefix', () => {
    expect(told([{ mood: 'urn:uuid:mood' }])).toBe('fine');
  });

  it('means its own prefix, also one that is written as an object, where another context has another', () => {
    const own = { e: { '@id': 'https://own.example/' }, mood: 'e:mood' };
    expect(told([{ e: 'https://other.example/' }, own])).toBe('fine');
  });

  it('that scopes another by its address is not read as the letters of the address', () => {
    const letter = { '@vocab': `${OB}achievemen` };
    const scoped = { a: { '@id': 'https://e.example/a', '@context': 'tt' } };
    expect(told([letter, scoped])).toBe('fine');
  });

  it('with a vocabulary may stand over members that are null', () => {
    expect(told([{ '@vocab': SPLIT }], { evidence: null, list: [null, { mood: null }] })).toBe('fine');
  });

  it('is held to what real contexts define, and to nothing that examples do', async () => {
    vi.resetModules();
    const { checkInlineContexts: check } = await import('../../src/json-ld/context/inline-rules.ts');
    const { BUNDLED } = await import('../../src/json-ld/context/bundled/index.ts');
    expect(told([{ prize: `${OB}achievement` }], {}, check)).toBe('prize /@context/0/prize');
    expect(JSON.stringify([...BUNDLED.values()])).toContain('"AlumniCredential":"ex:AlumniCredential"');
    const example = 'https://example.org/examples#AlumniCredential';
    expect(told([{ mood: example }], {}, check)).toBe('fine');
  });

  it('has its vocabulary as a text', () => {
    expect(told([{ '@vocab': 'https://e.example/' }])).toBe('fine');
    expect(told([{ '@vocab': ['https://e.example/'] }])).toBe('@vocab /@context/0/@vocab');
  });

  it('that leans on a prefix which another one takes away is refused, not stumbled over', () => {
    expect(told([{ mood: 'p:mood' }, { p: null }])).toBe('p /@context/1/p');
  });
});
