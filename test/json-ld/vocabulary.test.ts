import { describe, expect, it } from 'vitest';
import { USUAL } from '../../src/json-ld/context/bundled/usual.ts';
import type { Dataset, Term } from '../../src/json-ld/dataset.ts';
import {
  commonVocabulary,
  INNER_MEMBERS,
  vocabularyFor,
  vocabularyOf,
  wholeVocabulary,
} from '../../src/json-ld/vocabulary.ts';
import type { Result } from '../../src/result.ts';

const CREDENTIALS = 'https://www.w3.org/2018/credentials#';
const TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';
const whenOk = <T>(result: Result<T>): T => (result.ok ? result.value : expect.fail(result.problem.code));
const isCapital = (name: string): boolean => /^\p{Lu}/u.test(name);

const saying = (predicate: string, object: Term): Dataset => ({
  subjects: ['<urn:a>'],
  predicates: [predicate],
  objects: [object],
  graphs: [''],
  blankNodes: 0,
  inner: [],
});

describe('the vocabulary of the common contexts', () => {
  it('has the names that these contexts give: `npm run generate` writes them anew', () => {
    const gathered = vocabularyOf(Object.values(USUAL).map(({ document }) => document));
    const { members, words, worded } = commonVocabulary();
    expect({ members, words, worded }).toEqual({
      members: gathered.members,
      words: gathered.words,
      worded: gathered.worded,
    });
  });

  it('calls nothing otherwise than that of all contexts', async () => {
    const [common, whole] = [commonVocabulary(), whenOk(await wholeVocabulary())];
    expect(common.members.size).toBeGreaterThan(200);
    for (const [iri, name] of common.members) {
      if (!isCapital(name)) expect([iri, whole.members.get(iri)]).toEqual([iri, name]);
      expect([iri, whole.worded.has(iri)]).toEqual([iri, common.worded.has(iri)]);
    }
    for (const [iri, name] of common.words) expect([iri, whole.words.get(iri)]).toEqual([iri, name]);
  });

  it('knows every member of any context that holds documents', async () => {
    const whole = whenOk(await wholeVocabulary());
    const inner = [...whole.members].filter(([, name]) =>
      ['verifiableCredential', 'endorsement'].includes(name),
    );
    expect(inner.map(([iri]) => iri).sort()).toEqual([...INNER_MEMBERS].sort());
  });

  it.each([
    ['a member of a badge', saying(`<${CREDENTIALS}validFrom>`, '"2026"'), true],
    ['a class of a badge', saying(TYPE, `<${CREDENTIALS}VerifiableCredential>`), true],
    [
      'a purpose of a proof',
      saying('<https://w3id.org/security#proofPurpose>', '<https://w3id.org/security#assertionMethod>'),
      true,
    ],
    ['a member of schema.org', saying('<http://schema.org/founder>', '"Ann"'), false],
    ['a class of schema.org', saying(TYPE, '<http://schema.org/Library>'), false],
    ['a class in place of a member', saying(`<${CREDENTIALS}VerifiableCredential>`, '"2026"'), false],
  ])('is what %s is told in, or all of it', async (_what, dataset, isCommon) => {
    const vocabulary = whenOk(await vocabularyFor(dataset));
    expect(vocabulary === commonVocabulary()).toBe(isCommon);
    expect(vocabulary === whenOk(await wholeVocabulary())).toBe(!isCommon);
  });
});
