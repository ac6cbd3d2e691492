import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/encoding/text.ts';
import type { Json } from '../../src/json.ts';
import { definesTerm } from '../../src/json-ld/context/context-set.ts';
import { contextFacts } from '../../src/verify/proof/context-facts.ts';
import { foundSets, OB_303, setOf, setsOf, V2 } from './made-sets.ts';

describe('the contents of contexts', () => {
  const PINNED = 'https://a.example/v1';
  const pinned = (context: Json) => utf8(JSON.stringify({ '@context': context }));

  it('are shared between credentials where they are the bundle’s first and nothing stands beside them', async () => {
    const shareable = async (context: Json) => {
      const { sets } = await setsOf({ '@context': context }, { [PINNED]: pinned({}) });
      return sets.ok ? sets.value.map((set) => set.shareable)[0] : sets.problem.code;
    };
    expect(await shareable([V2])).toBe(true);
    expect(await shareable([V2, PINNED])).toBe(false);
    expect(await shareable([V2, { mood: 'https://e.example/mood' }])).toBe(false);
  });

  it('are told by where they come from: whoever runs the program, or the bundle', async () => {
    const [set] = await foundSets({ '@context': [V2, PINNED] }, { [PINNED]: pinned({}) });
    expect(set && contextFacts(set)).toMatchObject({
      [V2]: { from: 'bundled' },
      [PINNED]: { from: 'pinned', name: null },
    });
  });

  it('are looked up once, however many ways lead there', async () => {
    const at = (level: number, side: string) => `https://a.example/${level}${side}`;
    const below = (level: number) => (level === 9 ? {} : [at(level + 1, 'a'), at(level + 1, 'b')]);
    const documents = Object.fromEntries(
      Array.from({ length: 10 }, (_, level) => level).flatMap((level) =>
        ['a', 'b'].map((side) => [at(level, side), pinned(below(level))]),
      ),
    );
    const { sets, asked } = await setsOf({ '@context': [at(0, 'a')] }, documents);
    expect(sets.ok).toBe(true);
    expect(asked).toHaveLength(19);
  });

  it.each<[string, Uint8Array]>([
    ['no text', Uint8Array.of(0x7b, 0xff, 0x7d)],
    ['no JSON', utf8('<!doctype html>')],
    ['empty', utf8('')],
    ['a list', utf8('[]')],
    ['without a context', utf8('{"a": 1}')],
    ['with a number for one', utf8('{"@context": 5}')],
  ])('that are offered as %s are as unknown as those that are not offered', async (_, copy) => {
    const { sets } = await setsOf({ '@context': [V2, PINNED] }, { [PINNED]: copy });
    expect(sets).toMatchObject({ problem: { code: 'context-unknown', params: { context: PINNED } } });
  });

  it('only the set of the bundle’s first contents is shared between documents', async () => {
    const sets = await foundSets({ '@context': [OB_303, V2] });
    expect(sets.length).toBeGreaterThan(1);
    expect(sets.map(({ shareable }) => shareable)).toEqual(sets.map((_, index) => index === 0));
    const swapped = await foundSets({ '@context': [V2, OB_303] });
    expect(swapped.map(({ shareable }) => shareable)).toEqual(swapped.map((_, index) => index === 0));
  });

  it('a context that a pinned one names is at hand as well as the pinned one', async () => {
    const copy = pinned([V2, { word: 'urn:w' }]);
    const [set] = await foundSets({ '@context': PINNED }, { [PINNED]: copy });
    expect([...(set?.copies.keys() ?? [])].sort()).toEqual([PINNED, V2]);
  });
});

describe('a term is defined', () => {
  it.each<[string, Json, boolean]>([
    ['by a context that has it', { word: 'urn:w' }, true],
    ['not by one that has another', { other: 'urn:w' }, false],
    ['not by none', [null], false],
    ['not by an address that is not at hand', 'urn:nowhere', false],
    ['by an address under which it stands', 'urn:c', true],
    ['by a default vocabulary', { '@vocab': 'urn:v#' }, true],
    ['not by one that is taken away', { '@vocab': null }, false],
    ['by one of several', [{ other: 'urn:w' }, { word: 'urn:w' }], true],
  ])('%s', (_, context, expected) => {
    expect(definesTerm(context, 'word', setOf({ word: 'urn:w' }))).toBe(expected);
  });

  it('not by an address under which another stands', () => {
    expect(definesTerm('urn:c', 'word', setOf({ other: 'urn:w' }))).toBe(false);
  });
});
