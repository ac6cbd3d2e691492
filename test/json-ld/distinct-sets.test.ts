import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { canonicalise } from '../../src/json-ld/canonicalise.ts';
import type { ContextSet } from '../../src/json-ld/context/context-set.ts';
import { distinctSets } from '../../src/json-ld/context/distinct-sets.ts';
import { walk } from '../../src/json-ld/walk.ts';
import { credentialBudget } from '../../src/json-ld/work-budget.ts';
import { BUNDLED } from '../build/bundled.ts';
import { DOCUMENTS } from './differential/documents.ts';
import { foundSets, OB_303, V2 } from './made-sets.ts';

const setOf = (context: Json, more: Readonly<Record<string, Json>> = {}): ContextSet => ({
  copies: new Map(
    Object.entries({ 'urn:c': context, ...more }).map(([url, content]) => [
      url,
      { url, name: null, sha256: '', document: { '@context': content } as JsonObject },
    ]),
  ),
  shareable: false,
});
const kept = (document: JsonObject, ...sets: readonly ContextSet[]): number =>
  [...distinctSets(document, sets)].length;

describe('two contents of one context', () => {
  const one = {
    a: 'https://ex.example/a',
    T: { '@id': 'https://ex.example/T', '@context': { b: 'https://ex.example/b' } },
  };

  it('are one for a document that uses nothing of what has changed', () => {
    expect(kept({ a: 'x' }, setOf(one), setOf({ ...one, c: 'https://ex.example/c' }))).toBe(1);
  });

  it.each([
    ['a member', { c: 'x' }],
    ['a type', { type: ['c'] }],
    ['a prefix of a member', { 'c:d': 'x' }],
    ['a prefix of an id', { id: 'c:d' }],
    ['a value', { a: 'c' }],
    ['an inline context', { '@context': { own: 'c:own' } }],
  ])('are two for a document that uses it as %s', (_, document) => {
    expect(kept(document, setOf(one), setOf({ ...one, c: 'https://ex.example/c' }))).toBe(2);
  });

  it('are told apart by what changed inside a type, not by the type', () => {
    const other = {
      ...one,
      T: { '@id': 'https://ex.example/T', '@context': { b: 'https://ex.example/other' } },
    };
    expect(kept({ type: 'T', a: 'x' }, setOf(one), setOf(other))).toBe(1);
    expect(kept({ type: 'T', b: 'x' }, setOf(one), setOf(other))).toBe(2);
  });

  it('are two where a used term leans on a prefix that changed', () => {
    const [first, second] = ['https://one.example/', 'https://two.example/'].map((p) =>
      setOf({ p, q: 'p:x', r: { '@id': 'q:y' } }),
    );
    expect(kept({ r: 'x' }, first as ContextSet, second as ContextSet)).toBe(2);
  });

  it('are two where another context of the document knows the word', () => {
    const more = { 'urn:d': { e: 'c:e' } };
    expect(kept({ e: 'x' }, setOf(one, more), setOf({ ...one, c: 'https://ex.example/' }, more))).toBe(2);
  });

  it.each([['@vocab'], ['@protected'], ['@language']])('are two where %s changed', (name) => {
    expect(kept({ a: 'x' }, setOf(one), setOf({ ...one, [name]: 'x' }))).toBe(2);
  });
});

describe('the published contents of Open Badges 3.0.3', () => {
  it('are fewer for a badge than there are, and each left out gives the same statements', async () => {
    const document = { ...DOCUMENTS[0], '@context': [V2, OB_303] } as JsonObject;
    const sets = await foundSets(document);
    const distinct = [...distinctSets(document, sets)];
    expect(sets.length).toBe(BUNDLED.get(OB_303)?.length);
    expect(distinct.length).toBeLessThan(sets.length);
    const formOf = async (set: ContextSet): Promise<string> => {
      const walked = walk(document, set);
      if ('refused' in walked) throw new Error(walked.refused);
      const canonical = walked.ok ? await canonicalise(walked.value, 'sha256', credentialBudget()) : walked;
      return canonical.ok ? canonical.value.text : canonical.problem.code;
    };
    expect(new Set(await Promise.all(sets.map(formOf))).size).toBeLessThanOrEqual(distinct.length);
  });
});
