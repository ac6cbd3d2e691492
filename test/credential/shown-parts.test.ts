import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { achievement, badgeClass, ob2, ob3, readOne, subject, vc } from './samples.ts';

describe('the recipient', () => {
  const of = async (credentialSubject: Json) => (await readOne(vc({ credentialSubject }))).recipient;

  test('is none of several subjects', async () => {
    expect((await of([{ id: 'did:example:a' }, { id: 'did:example:b' }])).id).toBeNull();
  });

  test('has no id that is a number, and that takes none from another subject', async () => {
    expect((await of({ id: 7, name: 'Ann' })).id).toBeNull();
    expect((await of([{ id: 7 }, { id: 'did:example:b' }])).id).toBe('did:example:b');
  });

  test('is not called by an identifier that is no name', async () => {
    const entry = {
      type: 'IdentityObject',
      hashed: false,
      identityHash: 'S-4711',
      identityType: 'identifier',
    };
    const named = { ...entry, identityHash: 'Ann', identityType: 'name' };
    expect((await of({ identifier: [entry] })).name).toBeNull();
    expect((await of({ identifier: [entry, named] })).name).toBe('Ann');
  });
});

describe('the title of a W3C credential', () => {
  test.each<[string, readonly string[], string | null]>([
    ['no address', ['VerifiableCredential', 'https://a.example/types/Card'], null],
    ['no word that all of them bear', ['VerifiableCredential'], null],
    ['the first type of its own', ['VerifiableCredential', 'urn:x', 'LibraryCard'], 'LibraryCard'],
  ])('is %s', async (_, type, expected) => {
    expect((await readOne(vc({ type }))).name).toBe(expected);
  });
});

describe('an achievement', () => {
  const of = async (credentialSubject: Json, over: JsonObject = {}) =>
    readOne(ob3({ credentialSubject, ...over }));

  test('has no id that is a number, and the criteria of its object', async () => {
    const value = achievement({ id: 7, criteria: { id: 'https://a.example/criteria', narrative: 'Bake.' } });
    const [only] = (await of(subject({ achievement: value }))).achievements;
    expect([only?.id, only?.criteria]).toEqual([
      null,
      { id: 'https://a.example/criteria', narrative: 'Bake.' },
    ]);
  });

  test('shows skills by their name or their address alone', async () => {
    const alignment = [{ targetName: 'Kneading' }, { targetUrl: 'https://a.example/skill' }];
    const [only] = (await of(subject({ achievement: achievement({ alignment }) }))).achievements;
    expect(only?.alignments.map(({ name, url }) => [name, url])).toEqual([
      ['Kneading', null],
      ['https://a.example/skill', 'https://a.example/skill'],
    ]);
  });

  test('of a second subject does not borrow the evidence of the first', async () => {
    const { achievements } = await of([subject(), subject()], { evidence: ['https://a.example/loaf.jpg'] });
    expect(achievements.map(({ evidence }) => evidence.map(({ id }) => id))).toEqual([
      ['https://a.example/loaf.jpg'],
      [],
    ]);
  });

  test('is described by no endorser', async () => {
    const { description: _description, ...plain } = achievement();
    const read = await of(subject({ achievement: plain, endorsementComment: 'The best.' }));
    expect(read.description).toBeNull();
  });

  test('has the results, and the levels, that are named, wherever they stand', async () => {
    const level = (name: string) => ({ id: `urn:level:${name}`, type: 'RubricCriterionLevel', name });
    const describedAs = (name: string) => ({
      id: `urn:${name}`,
      type: 'ResultDescription',
      name,
      rubricCriterionLevel: [level(`pale ${name}`), level(`golden ${name}`)],
    });
    const result = (resultDescription: string, achievedLevel: string) => ({
      type: ['Result'],
      resultDescription,
      achievedLevel,
    });
    const value = achievement({ resultDescription: [describedAs('Crumb'), describedAs('Crust')] });
    const read = await of(
      subject({ achievement: value, result: result('urn:Crust', 'urn:level:golden Crust') }),
    );
    expect(read.achievements[0]?.results.map(({ name, achievedLevel }) => [name, achievedLevel])).toEqual([
      ['Crust', 'golden Crust'],
    ]);
  });
});

describe('endorsements', () => {
  test('are texts and objects, about what has an id', async () => {
    const { id: _id, ...nameless } = achievement({
      endorsement: [7, null, { type: 'Endorsement' }, 'a.b.c'],
    });
    const { endorsements } = await readOne(ob3({ credentialSubject: subject({ achievement: nameless }) }));
    expect(endorsements.map(({ at, about }) => [at, about])).toEqual([
      ['/credentialSubject/achievement/endorsement/2', []],
      ['/credentialSubject/achievement/endorsement/3', []],
    ]);
    const badge = badgeClass({ endorsement: [false, 'a.b.c'] });
    expect((await readOne(ob2({ badge }))).endorsements.map(({ at }) => at)).toEqual([
      '/badge/endorsement/1',
    ]);
  });
});
