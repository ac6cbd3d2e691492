import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { achievement, ob3, subject, V1 } from '../build/samples.ts';
import { defectsOf, readOne } from './reading.ts';

describe('Open Badges 3.0', () => {
  test('a whole one has no defects', async () => {
    expect(await defectsOf(ob3())).toEqual([]);
  });

  test('is called what its achievement is called, not what its recipient is called', async () => {
    expect((await readOne(ob3({ name: 'Ada Learner' }))).name).toBe('Bread Baking');
    expect(
      (await readOne(ob3({ name: 'Kitchen', credentialSubject: subject({ achievement: [] }) }))).name,
    ).toBe('Kitchen');
  });

  test('several achievements are all read, and none of them names the whole', async () => {
    const two = [achievement(), achievement({ name: 'Cake' })];
    const credential = await readOne(
      ob3({ name: 'Kitchen', credentialSubject: subject({ achievement: two }) }),
    );
    expect(credential.achievements.map(({ name }) => name)).toEqual(['Bread Baking', 'Cake']);
    expect(credential.name).toBe('Kitchen');
  });

  test('a result is told with the first achievement that describes it, or the first of all; evidence with the first', async () => {
    const describing = (id: string, name: string) =>
      achievement({ resultDescription: { id, type: 'ResultDescription', name } });
    const result = ['urn:crumb', 'urn:crust', 'urn:none'].map((resultDescription, index) => ({
      type: 'Result',
      resultDescription,
      value: `${index}`,
    }));
    const two = [describing('urn:crust', 'Crust'), describing('urn:crumb', 'Crumb')];
    const { achievements } = await readOne(
      ob3({
        evidence: { id: 'urn:e', type: 'Evidence' },
        credentialSubject: subject({ achievement: two, result }),
      }),
    );
    expect(achievements.map(({ results }) => results.map(({ name, value }) => [name, value]))).toEqual([
      [
        ['Crust', '1'],
        [null, '2'],
      ],
      [['Crumb', '0']],
    ]);
    expect(achievements.map(({ evidence }) => evidence.length)).toEqual([1, 0]);
  });

  test('of several descriptions and levels with one id, and of those without, a result has the first that it names', async () => {
    const level = (id: string | undefined, name: string) => ({ id, type: 'RubricCriterionLevel', name });
    const describing = (
      id: string | undefined,
      name: string,
      ...rubricCriterionLevel: readonly JsonObject[]
    ) => ({
      id,
      type: 'ResultDescription',
      name,
      rubricCriterionLevel,
    });
    const levels = [level(undefined, 'None'), level('urn:l', 'Golden'), level('urn:l', 'Black')];
    const first = [
      describing(undefined, 'None'),
      describing('urn:r', 'Crust', ...levels),
      describing('urn:r', 'Salt'),
    ];
    const achievements = [first, [describing('urn:r', 'Sugar')]].map((resultDescription) =>
      achievement({ resultDescription } as JsonObject),
    );
    const result = { type: 'Result', resultDescription: 'urn:r', achievedLevel: 'urn:l' };
    const read = await readOne(ob3({ credentialSubject: subject({ achievement: achievements, result }) }));
    expect(
      read.achievements.map(({ results }) => results.map(({ name, achievedLevel }) => [name, achievedLevel])),
    ).toEqual([[['Crust', 'Golden']], []]);
  });

  test('a result is read with its description and its level', async () => {
    const described = achievement({
      resultDescription: {
        id: 'urn:r',
        type: 'ResultDescription',
        name: 'Crust',
        rubricCriterionLevel: { id: 'urn:l', type: 'RubricCriterionLevel', name: 'Golden' },
      },
    });
    const result = { type: 'Result', resultDescription: 'urn:r', achievedLevel: 'urn:l', value: '9' };
    const credential = await readOne(ob3({ credentialSubject: subject({ achievement: described, result }) }));
    expect(credential.achievements[0]?.results).toMatchObject([
      { name: 'Crust', value: '9', status: null, achievedLevel: 'Golden' },
    ]);
  });

  test('a result is read with the scale that it lies on, and with what was required', async () => {
    const described = achievement({
      resultDescription: [
        { id: 'urn:score', type: 'ResultDescription', name: 'Score', valueMax: '100', requiredValue: '50' },
        {
          id: 'urn:crust',
          type: 'ResultDescription',
          name: 'Crust',
          requiredLevel: 'urn:brown',
          rubricCriterionLevel: { id: 'urn:brown', type: 'RubricCriterionLevel', name: 'Brown' },
        },
      ],
    });
    const result = ['urn:score', 'urn:crust'].map((resultDescription) => ({
      resultDescription,
      value: '42',
    }));
    const { achievements } = await readOne(
      ob3({ credentialSubject: subject({ achievement: described, result }) }),
    );
    expect(achievements[0]?.results.map(({ valueMax, required }) => [valueMax, required])).toEqual([
      ['100', '50'],
      [null, 'Brown'],
    ]);
  });

  test('results that share one long description do not become larger than the badge', async () => {
    const long = 'x'.repeat(200_000);
    const described = achievement({
      resultDescription: {
        id: 'urn:r',
        type: 'ResultDescription',
        name: long,
        valueMax: long,
        requiredValue: long,
        rubricCriterionLevel: { id: 'urn:l', type: 'RubricCriterionLevel', name: long },
      },
    });
    const result = Array.from({ length: 2000 }, (_, n) => ({
      type: 'Result',
      resultDescription: 'urn:r',
      achievedLevel: 'urn:l',
      value: `${n}`,
    }));
    const document = ob3({ credentialSubject: subject({ achievement: described, result }) });
    const { achievements } = await readOne(document);
    expect(achievements[0]?.results).toHaveLength(2000);
    expect(JSON.stringify(achievements).length).toBeLessThan(JSON.stringify(document).length);
  });

  test('credits, a role and the like are read, of the achievement and of who earned it', async () => {
    const { achievements } = await readOne(
      ob3({
        credentialSubject: subject({
          achievement: achievement({ fieldOfStudy: 'Baking', creditsAvailable: 10, humanCode: 'B-101' }),
          creditsEarned: 7.5,
          role: 'Apprentice',
          licenseNumber: 'L 7',
        }),
      }),
    );
    expect(achievements[0]?.details).toEqual({
      fieldOfStudy: 'Baking',
      creditsAvailable: '10',
      humanCode: 'B-101',
      creditsEarned: '7.5',
      role: 'Apprentice',
      licenseNumber: 'L 7',
    });
  });

  test('how it was earned is told before the evidence, as in Open Badges 2.0', async () => {
    const { achievements } = await readOne(
      ob3({
        evidence: { id: 'https://issuer.example.org/loaf', type: ['Evidence'] },
        credentialSubject: subject({ narrative: 'Baked all day.' }),
      }),
    );
    expect(achievements[0]?.evidence.map(({ id, narrative }) => [id, narrative])).toEqual([
      [null, 'Baked all day.'],
      ['https://issuer.example.org/loaf', null],
    ]);
  });

  test('skills, tags, evidence, creator and criteria are read', async () => {
    const rich = achievement({
      alignment: {
        type: 'Alignment',
        targetName: 'Dough',
        targetUrl: 'https://skills.example/d',
        targetFramework: 'Baking',
      },
      tag: ['bread'],
      creator: { id: 'did:example:creator', type: 'Profile', name: 'Guild' },
      criteria: { id: 'https://issuer.example.org/criteria', narrative: 'Bake.' },
      image: { id: 'https://issuer.example.org/a.png', type: 'Image' },
    });
    const evidence = [{ id: 'https://loaf.example', type: 'Evidence', narrative: 'My loaf' }];
    const credential = await readOne(ob3({ credentialSubject: subject({ achievement: rich }), evidence }));
    expect(credential.achievements[0]).toMatchObject({
      alignments: [{ name: 'Dough', url: 'https://skills.example/d', framework: 'Baking' }],
      tags: ['bread'],
      creator: { id: 'did:example:creator', name: 'Guild' },
      criteria: { id: 'https://issuer.example.org/criteria', narrative: 'Bake.' },
      evidence: [{ id: 'https://loaf.example', narrative: 'My loaf' }],
    });
    expect(credential.image).toBe('https://issuer.example.org/a.png');
  });

  test('members that no format defines are shown nowhere', async () => {
    const stray = achievement({ title: 'Doctor', displayName: 'Doctor', tagLine: 'Doctor' });
    const credential = await readOne(
      ob3({ title: 'Doctor', credentialSubject: subject({ achievement: stray }) }),
    );
    const { source: _, ...shown } = credential;
    expect(JSON.stringify(shown)).not.toContain('Doctor');
  });

  test('VCDM 1.1 dates are its dates', async () => {
    const { validFrom: _from, validUntil: _until, ...rest } = ob3();
    const old = await readOne({
      ...rest,
      '@context': [V1, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json'],
      issuanceDate: '2026-01-15T00:00:00Z',
      expirationDate: '2027-01-15T00:00:00Z',
    });
    expect([old.vcdm, old.validFrom?.text, old.validUntil?.text, old.defects]).toEqual([
      '1.1',
      '2026-01-15T00:00:00Z',
      '2027-01-15T00:00:00Z',
      [],
    ]);
  });

  test('status entries come with their places', async () => {
    const entry = { id: 'https://s.example/1#4', type: 'BitstringStatusListEntry' };
    const one = await readOne(ob3({ credentialStatus: entry }));
    const two = await readOne(ob3({ credentialStatus: [entry, { ...entry, type: 'Other' }] }));
    expect(one.statuses.map(({ at }) => at)).toEqual(['/credentialStatus']);
    expect(two.statuses.map(({ at, type }) => [at, type])).toEqual([
      ['/credentialStatus/0', 'BitstringStatusListEntry'],
      ['/credentialStatus/1', 'Other'],
    ]);
  });
});

describe('an achievement', () => {
  const about = async (credentialSubject: Json, over: JsonObject = {}) =>
    readOne(ob3({ credentialSubject, ...over }));
  const shown = async (value: Json, over: JsonObject = {}) =>
    (await about(subject({ achievement: value }), over)).achievements;

  test('may be an address alone', async () => {
    expect((await shown('https://issuer.example.org/loaf')).map(({ id }) => id)).toEqual([
      'https://issuer.example.org/loaf',
    ]);
  });

  test('shows its id, and criteria that are an address', async () => {
    const [only] = await shown(achievement({ criteria: 'https://issuer.example.org/criteria' }));
    expect([only?.id, only?.criteria]).toEqual([
      achievement().id,
      { id: 'https://issuer.example.org/criteria', narrative: null },
    ]);
  });

  test('has no creator, skill or evidence where nothing is said of any', async () => {
    const [only] = await shown(achievement({ alignment: [{}, { targetCode: 'x' }] }), {
      evidence: [7, null],
    });
    expect([only?.creator, only?.alignments, only?.evidence]).toEqual([null, [], []]);
  });

  test('has no id that is a number, and the criteria of its object', async () => {
    const value = achievement({ id: 7, criteria: { id: 'https://a.example/criteria', narrative: 'Bake.' } });
    const [only] = await shown(value);
    expect([only?.id, only?.criteria]).toEqual([
      null,
      { id: 'https://a.example/criteria', narrative: 'Bake.' },
    ]);
  });

  test('shows skills by their name or their address alone', async () => {
    const alignment = [{ targetName: 'Kneading' }, { targetUrl: 'https://a.example/skill' }];
    const [only] = await shown(achievement({ alignment }));
    expect(only?.alignments.map(({ name, url }) => [name, url])).toEqual([
      ['Kneading', null],
      ['https://a.example/skill', 'https://a.example/skill'],
    ]);
  });

  test('of a second subject does not borrow the evidence of the first', async () => {
    const { achievements } = await about([subject(), subject()], {
      evidence: ['https://a.example/loaf.jpg'],
    });
    expect(achievements.map(({ evidence }) => evidence.map(({ id }) => id))).toEqual([
      ['https://a.example/loaf.jpg'],
      [],
    ]);
  });

  test('is described by no endorser', async () => {
    const { description: _description, ...plain } = achievement();
    const read = await about(subject({ achievement: plain, endorsementComment: 'The best.' }));
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
    const read = await about(
      subject({ achievement: value, result: result('urn:Crust', 'urn:level:golden Crust') }),
    );
    expect(read.achievements[0]?.results.map(({ name, achievedLevel }) => [name, achievedLevel])).toEqual([
      ['Crust', 'golden Crust'],
    ]);
  });
});
