/** What inline contexts, pinned copies and spellings may look like at their oddest. */
import { describe, expect, it, vi } from 'vitest';
import { utf8 } from '../../../src/encoding/text.ts';
import type { Json, JsonObject } from '../../../src/json.ts';
import { contextFacts, contextSets } from '../../../src/verify/context/context-set.ts';
import { checkInlineContexts } from '../../../src/verify/context/inline-rules.ts';
import { meaningsOfOne } from '../../../src/verify/context/known-meanings.ts';
import { findSecondSpelling } from '../../../src/verify/context/second-spelling.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB_303 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const OB = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';
/** `validUntil` is this and `s#validUntil`. */
const SPLIT = 'https://www.w3.org/2018/credential';

type Check = typeof checkInlineContexts;
function told(contexts: readonly JsonObject[], document: Json = {}, check: Check = checkInlineContexts) {
  const answer = check(
    document,
    contexts.map((context, index) => ({ context, at: `/@context/${index}` })),
  );
  return answer.ok ? 'fine' : String(answer.problem.params?.term ?? answer.problem.code);
}

describe('an inline context', () => {
  it('gives known meanings to undefined members also where its vocabulary stands in a scoped context', () => {
    const scoped = { a: { '@id': 'https://e.example/a', '@context': { '@vocab': SPLIT } } };
    expect(told([scoped], { a: { 's#validUntil': 'x' } })).toBe('s#validUntil');
    expect(told([scoped], { a: { mood: 'x' } })).toBe('fine');
  });

  it('hides no known address behind a prefix that is called as its scheme', () => {
    const known = `${OB}achievement`;
    expect(told([{ https: 'urn:x:', prize: known }])).toBe('prize');
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
    const { checkInlineContexts: check } = await import('../../../src/verify/context/inline-rules.ts');
    const { BUNDLED } = await import('../../../src/verify/context/bundled/index.ts');
    expect(told([{ prize: `${OB}achievement` }], {}, check)).toBe('prize');
    expect(JSON.stringify([...BUNDLED.values()])).toContain('"AlumniCredential":"ex:AlumniCredential"');
    const example = 'https://example.org/examples#AlumniCredential';
    expect(told([{ mood: example }], {}, check)).toBe('fine');
  });
});

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
});

const setsOf = (document: JsonObject, documents: Readonly<Record<string, Uint8Array>> = {}) => {
  const asked: string[] = [];
  const get = (url: string) => {
    asked.push(url);
    return documents[url];
  };
  return contextSets(document, { offered: { get } }).then((sets) => ({ sets, asked }));
};

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
    const { sets } = await setsOf({ '@context': [V2, PINNED] }, { [PINNED]: pinned({}) });
    if (!sets.ok || !sets.value[0]) throw new Error('no sets');
    expect(contextFacts(sets.value[0])).toMatchObject({
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

  it('that are no text are refused as such', async () => {
    const { sets } = await setsOf(
      { '@context': [V2, PINNED] },
      { [PINNED]: Uint8Array.of(0x7b, 0xff, 0x7d) },
    );
    expect(sets).toMatchObject({ problem: { code: 'text-not-unicode' } });
  });
});

describe('a second spelling', () => {
  async function found(more: JsonObject, inline: readonly Json[] = []) {
    const document = { '@context': [V2, OB_303, ...inline], ...more } as JsonObject;
    const { sets } = await setsOf(document);
    if (!sets.ok) throw new Error(sets.problem.code);
    return findSecondSpelling(document, sets.value)?.at ?? null;
  }

  it('is sought past members and types that are null or no text', async () => {
    expect(await found({ evidence: null, type: [null, 7], list: [null] })).toBeNull();
    expect(await found({ evidence: null, list: [null, { Criteria: 'x' }] })).toBe('/list/1/Criteria');
  });

  it('is one in the document, not where a context defines the word', async () => {
    const same = { Criteria: `${OB}Criteria` };
    expect(await found({}, [same])).toBeNull();
    expect(await found({ Criteria: 'x' }, [same])).toBe('/Criteria');
  });

  it('of a type is another name than its own, whatever vocabulary stands beside it', async () => {
    const vocabulary = { '@vocab': OB };
    const type = ['VerifiableCredential', 'OpenBadgeCredential'];
    expect(await found({ type }, [vocabulary])).toBeNull();
    expect(await found({ type: [`${OB}OpenBadgeCredential`] }, [vocabulary])).toBe('/type');
  });
});
