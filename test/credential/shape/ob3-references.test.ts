import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { checkConformance } from '../../../src/verify/check/conformance.ts';
import { achievement, ob3, subject } from '../../build/samples.ts';
import { fakePorts } from '../../fake/ports.ts';
import { defectsOf, readOne } from '../reading.ts';

const rubric: JsonObject = {
  id: 'urn:result:crust',
  type: 'ResultDescription',
  name: 'Crust',
  resultType: 'RubricCriterionLevel',
  requiredLevel: 'urn:level:golden',
  rubricCriterionLevel: [
    { id: 'urn:level:pale', type: 'RubricCriterionLevel', name: 'Pale' },
    { id: 'urn:level:golden', type: 'RubricCriterionLevel', name: 'Golden' },
  ],
};
const reached: JsonObject = {
  type: ['Result'],
  resultDescription: 'urn:result:crust',
  achievedLevel: 'urn:level:golden',
};

/** Where references of a badge with these results point nowhere. */
async function dangling(result: unknown, description: unknown = rubric): Promise<readonly unknown[]> {
  const described = achievement({ resultDescription: description } as JsonObject);
  const credential = await readOne(
    ob3({ credentialSubject: subject({ achievement: described, result } as JsonObject) }),
  );
  return credential.defects.filter(({ code }) => code === 'reference-dangling').map(({ at }) => at);
}

describe('references within a badge', () => {
  test('that all have their target are fine', async () => {
    expect(await dangling([reached, { type: ['Result'], value: '9' }])).toEqual([]);
    expect(await dangling(undefined)).toEqual([]);
  });

  test('of a result to a description that is not there are named with their place', async () => {
    expect(await dangling([reached, { ...reached, resultDescription: 'urn:result:crumb' }])).toEqual([
      '/credentialSubject/result/1/resultDescription',
    ]);
    expect(await dangling(reached, [])).toEqual(['/credentialSubject/result/resultDescription']);
  });

  test('of a result to a level of another description are named', async () => {
    const other = { ...rubric, id: 'urn:result:crumb', requiredLevel: undefined, rubricCriterionLevel: [] };
    expect(await dangling({ ...reached, resultDescription: 'urn:result:crumb' }, [rubric, other])).toEqual([
      '/credentialSubject/result/achievedLevel',
    ]);
  });

  test('of a result without a description are looked for in all of them', async () => {
    const reaches = (achievedLevel: string): Promise<readonly string[]> =>
      defectsOf(
        ob3({
          credentialSubject: subject({
            achievement: achievement({ resultDescription: rubric }),
            result: { type: ['Result'], achievedLevel },
          }),
        }),
      );
    expect(await reaches('urn:level:golden')).toEqual([]);
    expect(await reaches('urn:level:burnt')).toEqual([
      'reference-dangling /credentialSubject/result/achievedLevel',
    ]);
  });

  test('to a level that is asked for and not there are named', async () => {
    expect(await dangling(undefined, [{ ...rubric, requiredLevel: 'urn:level:burnt' }])).toEqual([
      '/credentialSubject/achievement/resultDescription/0/requiredLevel',
    ]);
  });

  test('are not judged where the achievement stands elsewhere', async () => {
    const elsewhere = { achievement: 'https://issuer.example.org/loaf', result: reached } as JsonObject;
    const credential = await readOne(ob3({ credentialSubject: subject(elsewhere) }));
    expect(credential.defects).toEqual([]);
  });

  test('that dangle warn, and nothing worse', async () => {
    const credential = await readOne(
      ob3({ credentialSubject: subject({ result: { ...reached } } as JsonObject) }),
    );
    expect(await checkConformance(credential, fakePorts())).toMatchObject({
      state: 'warned',
      problem: {
        code: 'reference-dangling',
        at: '/credentialSubject/result/resultDescription',
        params: { reference: 'urn:result:crust' },
      },
    });
  });
});
