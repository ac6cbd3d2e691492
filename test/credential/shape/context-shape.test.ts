import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/json.ts';
import { ob3, V1, V2, vc } from '../../build/samples.ts';
import { defectsOf } from '../reading.ts';

const contextsOf = (...list: readonly unknown[]) => defectsOf(ob3({ '@context': list as string[] }));

describe('contexts', () => {
  test.each<[string, Json, readonly string[]]>([
    ['of none have no first one to point at', [], ['context-order /@context']],
    ['may name their base twice', [V2, V2], []],
    ['may not name another base', [V2, V1], ['context-order /@context/1']],
    ['may not name another base behind the same one', [V2, V2, V1], ['context-order /@context/2']],
    ['may take a term away', [V2, { mood: null }], []],
    ['are addresses', [V2, 'no address'], ['member-malformed /@context/1']],
    [
      'that are one address have no place in a list',
      'no address',
      ['context-order /@context/0', 'member-malformed /@context'],
    ],
  ])('%s', async (_, context, expected) => {
    expect(await defectsOf(vc({ '@context': context }))).toEqual(expected);
  });

  test('contexts out of order, of two data models, or that redefine terms are refused', async () => {
    const [base, ob] = ob3()['@context'] as readonly string[];
    expect(await contextsOf(ob, base)).toEqual(['context-order /@context/0']);
    expect(await contextsOf(base, ob, V1)).toEqual(['context-order /@context/2']);
    expect(await contextsOf(base, ob, { issuer: 'https://evil.example/issuer' })).toEqual([
      'json-ld-malformed /@context/2/issuer',
    ]);
    expect(await contextsOf(base, ob, { '@protected': true, a: 'urn:a' }, { a: 'urn:b' })).toEqual([
      'json-ld-malformed /@context/3/a',
    ]);
    expect(await contextsOf(base, ob, { mine: 'https://mine.example/' })).toEqual([]);
  });
});

describe('contexts that a document brings', () => {
  const with1 = (...contexts: readonly Json[]) =>
    contextsOf(...(ob3()['@context'] as readonly Json[]), ...contexts);
  const mood = 'https://e.example/mood';

  test('may not say again otherwise what they have protected', async () => {
    const again = 'json-ld-malformed /@context/3/mood';
    expect(await with1({ mood: { '@id': mood, '@protected': true } }, { mood: `${mood}2` })).toEqual([again]);
    expect(await with1({ '@protected': true, mood }, { mood: `${mood}2` })).toEqual([again]);
    expect(await with1({ '@protected': true, mood }, { mood })).toEqual([]);
    expect(await with1({ mood }, { mood: `${mood}2` })).toEqual([]);
    expect(
      await with1({ '@protected': true, mood: { '@id': mood, '@protected': false } }, { mood: `${mood}2` }),
    ).toEqual([]);
  });

  test('keywords of inline contexts are said again as often as one likes', async () => {
    const contexts = [
      { '@protected': true, '@vocab': 'https://a.example/' },
      { '@protected': false, '@vocab': 'https://b.example/' },
    ];
    expect(await defectsOf(vc({ '@context': [V2, ...contexts] }))).toEqual([]);
  });
});
