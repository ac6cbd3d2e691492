import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commonNames, USUAL_DOCUMENTS } from '../../scripts/common-names.ts';
import type { Dataset, Term } from '../../src/json-ld/dataset.ts';
import {
  commonVocabulary,
  INNER_MEMBERS,
  namedIn,
  vocabularyFor,
  wholeVocabulary,
} from '../../src/json-ld/vocabulary.ts';
import type { Result } from '../../src/result.ts';
import { BUNDLED } from '../build/bundled.ts';

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

const iri = (text: string): Term => `<${text}>`;
const all = namedIn([...BUNDLED.values()].flat().map(({ document }) => document));

describe('the vocabulary of the common contexts', () => {
  const { names, worded } = namedIn(USUAL_DOCUMENTS);

  it('has the names that these contexts give: `npm run generate` writes them anew', () => {
    expect(readFileSync('src/json-ld/common-names.ts', 'utf8')).toBe(commonNames());
    for (const [each, { member, word }] of names) {
      const property = commonVocabulary().property(iri(each));
      expect([each, property.member, property.isWorded]).toEqual([each, member, worded.has(each)]);
      expect([each, commonVocabulary().word(iri(each))]).toEqual([each, { text: word, isKnown: true }]);
    }
  });

  it.each([
    ['of another vocabulary', 'https://a.example/terms#name'],
    ['that only begins like a name', `${CREDENTIALS}valid`],
    ['that only ends like a name', `${CREDENTIALS}From`],
    ['that is a row of the table', 'https://w3id.org/security#expiration=expires=expires'],
    ['that begins like a row', 'https://w3id.org/security#expiration=expires'],
    ['that is two names', `${CREDENTIALS}holder issued`],
    ['without a name', CREDENTIALS],
    ['of no letters', ''],
    ['that every object has', 'constructor'],
  ])('has no name for an IRI %s', (_what, text) => {
    const { property, word } = commonVocabulary();
    expect(property(iri(text))).toMatchObject({ member: text, isKnown: false });
    expect(word(iri(text))).toEqual({ text, isKnown: false });
  });

  it('calls nothing otherwise than that of all contexts', async () => {
    const [common, whole] = [commonVocabulary(), whenOk(await wholeVocabulary())];
    expect(names.size).toBeGreaterThan(200);
    for (const [each, { member }] of names) {
      if (!isCapital(member)) expect(whole.property(iri(each))).toEqual(common.property(iri(each)));
      expect(whole.property(iri(each)).isWorded).toBe(worded.has(each));
      expect(whole.word(iri(each))).toEqual(common.word(iri(each)));
    }
  });

  it('knows every member of any context that holds documents', () => {
    const inner = [...all.names].filter(([, { member }]) =>
      ['verifiableCredential', 'endorsement'].includes(member),
    );
    expect(inner.map(([each]) => each).sort()).toEqual([...INNER_MEMBERS].sort());
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
