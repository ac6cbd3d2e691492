import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { canonicalise } from '../../src/json-ld/canonicalise.ts';
import type { ContextSet } from '../../src/json-ld/context/context-set.ts';
import type { Dataset } from '../../src/json-ld/dataset.ts';
import { general } from '../../src/json-ld/general.ts';
import { recordOf } from '../../src/json-ld/record.ts';
import { commonVocabulary } from '../../src/json-ld/vocabulary.ts';
import { walk, walkCounting } from '../../src/json-ld/walk.ts';
import { credentialBudget } from '../../src/json-ld/work-budget.ts';
import { BUNDLED } from '../build/bundled.ts';
import { CORPUS, corpusIsHere } from '../fixtures/corpus.ts';
import { bundledSet, compare } from './differential/compare.ts';
import { DOCUMENTS } from './differential/documents.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
const [badge = {}, , endorsed = {}, transcript = {}, presentation = {}] = DOCUMENTS;

const setFor = (document: JsonObject): ContextSet => bundledSet(document, () => 0);
const walked = (document: JsonObject, set: ContextSet = setFor(document)) => walk(document, set);

/** The statements of a document that has some. */
function statements(document: JsonObject, set?: ContextSet): Dataset {
  const result = walked(document, set);
  if ('refused' in result) throw new Error(result.refused);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** The code of what is wrong with a document, or the reason of a refusal. */
function trouble(document: JsonObject, set?: ContextSet): string {
  const result = walked(document, set);
  if ('refused' in result) return `refused: ${result.refused}`;
  return result.ok ? 'nothing' : result.problem.code;
}

/** The set of the bundle with one more address in it. */
const withCopy = (url: string, context: Json): ContextSet => {
  const set = setFor({});
  const copy = { url, name: null, sha256: '', document: { '@context': context } as JsonObject };
  return { copies: new Map([...set.copies, [url, copy]]), shareable: false };
};

describe('what is wrong with a document', () => {
  it('is a member that no context defines, by its name', () => {
    const result = walked({ ...badge, surname: 'x' });
    expect(result).toMatchObject({
      ok: false,
      problem: { code: 'term-undefined', params: { term: 'surname' } },
    });
  });

  it('is a protected term that an inline context gives another meaning', () => {
    const result = walked({
      ...badge,
      '@context': [V2, OB, { VerifiableCredential: 'https://ex.example/VC' }],
    });
    expect(result).toMatchObject({
      problem: { code: 'context-redefines-terms', params: { term: 'VerifiableCredential' } },
    });
  });

  it('is a null context over protected terms', () => {
    expect(trouble({ ...badge, '@context': [V2, null, OB] })).toBe('context-redefines-terms');
  });

  it('is a context that reaches itself', () => {
    const set = withCopy('https://ex.example/c', ['https://ex.example/c']);
    expect(trouble({ '@context': 'https://ex.example/c' }, set)).toBe('context-recursive');
  });

  it.each([
    ['an id that is no text', { ...badge, id: 5 }],
    ['a type that is no text', { ...badge, type: [5] }],
    ['an id by two names', { ...badge, '@id': 'urn:x' }],
  ])('is %s', (_, document) => expect(trouble(document as JsonObject)).toBe('json-ld-malformed'));

  it.each([
    ['@reverse', { ...badge, '@reverse': {} }],
    ['@graph', { ...badge, '@graph': [] }],
    ['@base', { ...badge, '@context': [V2, OB, { '@base': 'https://ex.example/' }] }],
    ['@propagate', { ...badge, '@context': [V2, OB, { '@propagate': false }] }],
    ['a blank node with a name', { ...badge, id: '_:b0' }],
    ['an array of values', { ...badge, '@value': [[]] }],
  ])('is left to the general processor where there is %s', (_, document) =>
    expect(trouble(document as JsonObject)).toMatch(/^refused: /),
  );
});

describe('names that JavaScript knows', () => {
  it.each(['toString', 'constructor', 'valueOf'])('are words like others: %s', async (name) => {
    const document = { ...badge, '@context': [V2, OB, { [name]: 'https://ex.example/w' }], [name]: 'x' };
    expect(await compare(document, setFor(document))).toEqual({ kind: 'same', detail: '' });
    expect(trouble({ ...badge, [name]: 'x' })).toBe('term-undefined');
  });

  it('refuses __proto__ in a document and in a context, and touches no prototype', () => {
    const inside = JSON.parse('{"__proto__":{"name":"x"},"id":"urn:x","name":"y"}') as JsonObject;
    const context = JSON.parse('{"__proto__":"https://ex.example/p"}') as JsonObject;
    expect(trouble({ ...badge, evidence: [{ ...inside, type: 'Evidence' }, inside] })).toMatch(/^refused: /);
    expect(trouble({ ...badge, '@context': [V2, OB, context] })).toMatch(/^refused: /);
    expect(({} as { name?: string }).name).toBeUndefined();
  });
});

describe('documents inside', () => {
  it('are endorsements of the credential and of its issuer, by their nodes', () => {
    const { inner } = statements(endorsed);
    expect(inner.map(({ predicate, owner, named }) => [predicate, owner, named])).toEqual([
      [
        '<https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsement>',
        '<did:key:z6MkissuerExample>',
        '<urn:uuid:3>',
      ],
      [
        '<https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsement>',
        `<${endorsed.id}>`,
        '<urn:uuid:2a5a3b6c-3c3f-4a56-9a3c-0d4a8f7b1c2d>',
      ],
    ]);
  });

  it('are credentials of a transcript, as they were handed in', () => {
    const subject = transcript.credentialSubject as { verifiableCredential: JsonObject[] };
    const { inner } = statements(transcript);
    expect(inner.map(({ source }) => source)).toEqual(subject.verifiableCredential);
  });

  it('are credentials of a presentation, by their graphs', () => {
    const { inner, graphs } = statements(presentation);
    expect(inner).toHaveLength(2);
    for (const { named } of inner) {
      expect(typeof named).toBe('number');
      expect(graphs).toContain(named);
    }
  });

  it('belong to whoever names them, wherever they were written out', () => {
    const again = { ...endorsed, endorsement: [{ id: 'urn:uuid:3' }] };
    const { inner } = statements(again);
    expect(inner.filter(({ owner }) => owner === `<${endorsed.id}>`)).toHaveLength(2);
  });

  it.each(DOCUMENTS.map((document, at) => [at, document] as const))(
    'are the same by the general processor: document %i',
    async (_, document) => {
      const other = await general(document, setFor(document));
      const told = ({ inner }: Dataset): readonly string[] =>
        inner.map(({ predicate, source }) => `${predicate} ${JSON.stringify(source)}`).sort();
      expect(other.ok && told(other.value)).toEqual(told(statements(document)));
      const vocabulary = commonVocabulary();
      expect(other.ok && recordOf(other.value, vocabulary, credentialBudget())).toEqual(
        recordOf(statements(document), vocabulary, credentialBudget()),
      );
    },
  );

  it.each([
    ['one id', () => ({ id: 'urn:uuid:4' })],
    ['ids of their own', (name: string) => ({ id: `urn:example:${name}` })],
    ['no id', () => ({})],
  ])('are told in one order where they have %s, however they are written', (_, idOf) => {
    const { id: _id, ...nameless } = badge;
    const inner = ['Cutting', 'Fitting', 'Glazing'].map((name) => ({ ...nameless, ...idOf(name), name }));
    const told = (verifiableCredential: readonly JsonObject[]): Json | undefined => {
      const dataset = statements({ ...presentation, verifiableCredential });
      const record = recordOf(dataset, commonVocabulary(), credentialBudget());
      return record.ok ? record.value.verifiableCredential : null;
    };
    const one = told(inner);
    expect(one).toHaveLength(3);
    expect(told(inner.toReversed())).toEqual(one);
  });

  it('are found under every name that a published context has for them', () => {
    const endorsements = new Set<string>();
    for (const [url, contents] of BUNDLED)
      for (const { document } of contents)
        if (/\/ob\/v3p0|jff/.test(url)) {
          const context = (document as { '@context': Record<string, { '@id'?: string }> })['@context'];
          const iri = context.endorsement?.['@id'];
          if (iri !== undefined) endorsements.add(iri);
        }
    expect(endorsements.size).toBeGreaterThan(0);
    for (const iri of endorsements) {
      const document = {
        '@context': V2,
        [iri]: { type: 'EndorsementCredential', 'https://w3id.org/security#proof': 'x' },
      };
      const { inner } = statements({ ...document, '@context': [V2, OB] });
      expect(inner, iri).toHaveLength(1);
    }
  });
});

describe('what a document may cost', () => {
  const nested = (depth: number): JsonObject => {
    let inner: JsonObject = {};
    for (let level = 0; level < depth; level++) inner = { 'https://ex.example/p': inner };
    return inner;
  };

  it('ends at 64 levels', () => {
    expect(trouble({ ...badge, ...nested(62) })).toBe('nothing');
    expect(trouble({ ...badge, ...nested(10_000) }, setFor({}))).toBe('graph-too-complex');
  });

  it('ends at two hundred thousand statements', () => {
    const evidence = Array.from({ length: 70_000 }, (_, at) => ({
      id: `urn:e:${at}`,
      type: 'Evidence',
      name: 'x',
    }));
    expect(trouble({ ...badge, evidence })).toBe('graph-too-complex');
  });

  it('does not grow with how often nodes name a published context', () => {
    const many = (count: number): JsonObject => ({
      ...badge,
      evidence: Array.from({ length: 20 }, (_, at) => ({
        '@context': Array(count).fill(OB),
        id: `urn:e:${at}`,
        type: 'Evidence',
      })),
    });
    const [few, hundreds] = [walkCounting(many(1), setFor({})), walkCounting(many(500), setFor({}))];
    expect(few.definitions).toBe(hundreds.definitions);
    expect('refused' in hundreds.walked || hundreds.walked.ok).toBe(true);
  });

  it('is counted where each node brings a context of its own before published ones', () => {
    const evidence = Array.from({ length: 400 }, (_, at) => ({
      '@context': [{ [`own${at}`]: 'https://ex.example/own' }, V2, OB, CLR],
      id: `urn:e:${at}`,
      type: 'Evidence',
    }));
    expect(trouble({ ...badge, evidence })).toBe('graph-too-complex');
  });

  it('is counted the same whether or not another document has been here before', () => {
    const document = { ...badge, '@context': [V2, OB, { once: 'https://ex.example/once' }] };
    const [first, second] = [walkCounting(document, setFor({})), walkCounting(document, setFor({}))];
    expect(first.definitions).toBe(second.definitions);
  });

  it('doubles with the contexts that it brings', () => {
    const cost = (terms: number): number => {
      const context = Object.fromEntries(
        Array.from({ length: terms }, (_, at) => [
          `t${at}`,
          { '@id': `https://ex.example/${at}`, '@context': { inner: 'https://ex.example/inner' } },
        ]),
      );
      return walkCounting({ ...badge, '@context': [V2, OB, context] }, setFor({})).definitions;
    };
    const [none, some, twice] = [cost(0), cost(1_000), cost(2_000)];
    expect((twice - none) / (some - none)).toBeCloseTo(2, 1);
  });

  it.each([
    [
      'a chain of ten thousand prefixes',
      Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`t${at}`, `t${at + 1}:x`])),
    ],
    [
      'contexts of forty levels',
      Array.from({ length: 40 }).reduce<JsonObject>(
        (inner, _, at) => ({ [`t${at}`]: { '@id': `https://ex.example/${at}`, '@context': inner } }),
        {},
      ),
    ],
  ])('ends with %s', (_, context) => {
    expect(trouble({ ...badge, '@context': [V2, OB, context as JsonObject] })).toMatch(/^refused|nothing/);
  });

  it.each([
    ['a language tag', { name: { '@value': 'x', '@language': 'a-'.repeat(100_000) } }],
    ['an id', { evidence: [{ id: `${'a'.repeat(500_000)}:${'b'.repeat(500_000)}`, type: 'Evidence' }] }],
    ['a text', { name: 'x'.repeat(1_000_000) }],
    ['types', { type: Array.from({ length: 3_000 }, (_, at) => `https://ex.example/T${at}`) }],
  ])('stays small with %s of great length', (_, members) => {
    expect(['nothing', 'term-undefined']).toContain(trouble({ ...badge, ...members } as JsonObject));
  });
});

describe('what one document brings', () => {
  it('is unknown to the next', () => {
    const own = { ...badge, '@context': [V2, OB, { mine: 'https://ex.example/mine' }], mine: 'x' };
    expect(trouble(own)).toBe('nothing');
    expect(trouble({ ...badge, mine: 'x' })).toBe('term-undefined');
  });

  it('is by content, where two copies of one address differ', () => {
    const url = 'https://ex.example/c';
    const document = { '@context': [V2, url], id: 'urn:x', type: 'VerifiableCredential', mine: 'x' };
    const [one, other] = ['https://ex.example/one', 'https://ex.example/other'].map((iri) =>
      statements(document, withCopy(url, { mine: iri })),
    );
    expect(one?.predicates).toContain('<https://ex.example/one>');
    expect(other?.predicates).toContain('<https://ex.example/other>');
  });

  it('is by what its addresses stand for, where a context of its own names one inside', () => {
    const url = 'https://ex.example/c';
    const document = {
      '@context': [V2, { outer: { '@id': 'https://ex.example/outer', '@context': url } }],
      type: 'VerifiableCredential',
      outer: { mine: 'x' },
    };
    const [one, other] = ['https://ex.example/one', 'https://ex.example/other'].map((iri) =>
      statements(document, withCopy(url, { mine: iri })),
    );
    expect(one?.predicates).toContain('<https://ex.example/one>');
    expect(other?.predicates).toContain('<https://ex.example/other>');
  });

  it('leaves bundled contexts free of addresses inside, whose tables are kept for the session', () => {
    const scoped = (value: Json | undefined): readonly string[] => {
      if (Array.isArray(value)) return (value as readonly Json[]).flatMap(scoped);
      if (typeof value !== 'object' || value === null) return [];
      return Object.values(value).flatMap((definition) => {
        const inner = (definition as { '@context'?: Json } | null)?.['@context'];
        return typeof inner === 'string' || Array.isArray(inner) ? ['an address'] : scoped(inner);
      });
    };
    const documents = [...BUNDLED.values()].flat().map(({ document }) => document as JsonObject);
    expect(documents.flatMap((document) => scoped(document['@context'] as Json))).toEqual([]);
  });

  it('is forgotten at last: thousands of contexts leave the answer as it was', async () => {
    const text = await canonicalise(statements(badge), 'sha256', credentialBudget());
    for (let at = 0; at < 700; at++)
      statements({
        '@context': [V2, OB, { [`t${at}`]: 'https://ex.example/t' }],
        type: 'VerifiableCredential',
        [`t${at}`]: 'x',
      });
    expect(await canonicalise(statements(badge), 'sha256', credentialBudget())).toEqual(text);
  });
});

describe.skipIf(!corpusIsHere)('an attack on time, of the shared fixtures', () => {
  it('is bounded: tiny contexts before published ones in every node', () => {
    const file = join(CORPUS, 'attacks/14-contexts-per-node');
    const input = JSON.parse(readFileSync(join(file, 'input.json'), 'utf8')) as JsonObject;
    const { walked, definitions } = walkCounting(input, setFor(input));
    expect(definitions).toBeLessThan(110_000);
    expect('refused' in walked || walked.ok || walked.problem.code).toBeTruthy();
  });
});
