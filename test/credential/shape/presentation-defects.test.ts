import { describe, expect, test } from 'vitest';
import { checkPresentationShape } from '../../../src/credential/shape/vc-shape.ts';
import type { JsonObject } from '../../../src/json.ts';
import { V2 } from '../../build/samples.ts';
import { defectsIn, defectsOf, read } from '../reading.ts';

const presentationOf = (over: JsonObject): JsonObject => ({
  '@context': [V2],
  type: ['VerifiablePresentation'],
  ...over,
});

describe('a presentation', () => {
  test.each<[string, JsonObject, string]>([
    ['a holder without an id', { holder: { name: 'x' } }, 'member-missing /holder/id'],
    ['a holder that is no address', { holder: 'x' }, 'member-malformed /holder'],
    ['an id that is no address', { id: 'x' }, 'member-malformed /id'],
    ['null for an id', { id: null }, 'member-malformed /id'],
    [
      'a bare token',
      { verifiableCredential: ['eyJhbGciOiJFUzI1NiJ9.e30.AA'] },
      'member-malformed /verifiableCredential/0',
    ],
    ['a type that nothing maps', { type: ['VerifiablePresentation', 'Bundle'] }, 'type-unknown /type/1'],
    ['terms of use without a type', { termsOfUse: [{}] }, 'member-missing /termsOfUse/0/type'],
    ['a proof without a type', { proof: [{}] }, 'member-missing /proof/0/type'],
    ['a number for a credential', { verifiableCredential: [7] }, 'member-malformed /verifiableCredential/0'],
    [
      'a credential without a type',
      { verifiableCredential: [{}] },
      'member-missing /verifiableCredential/0/type',
    ],
    [
      'an enveloped credential of another type',
      { verifiableCredential: [{ id: 'data:application/vc+jwt,eyJ', type: 'VerifiableCredential' }] },
      'type-unknown /verifiableCredential/0/type',
    ],
  ])('with %s has a defect', async (_, over, defect) => {
    const [first] = await read(presentationOf(over));
    expect(await defectsIn(first ?? expect.fail())).toContain(defect);
  });
});

describe('what a presentation carries', () => {
  test('is no envelope by a list of addresses', async () => {
    const carried = { '@context': [V2], type: ['VerifiableCredential'], id: ['data:application/vc+jwt,x'] };
    expect(await defectsOf(presentationOf({ verifiableCredential: [carried] }))).toEqual([]);
  });

  test('has the form of its own row where a graph was signed, which knows no spellings', () => {
    const carried = { '@context': [V2], '@type': ['VerifiableCredential'] };
    const presentation = presentationOf({ verifiableCredential: [carried] });
    expect(checkPresentationShape(presentation, true)).toEqual([]);
    expect(checkPresentationShape(presentation, false)).toMatchObject([{ code: 'member-missing' }]);
  });

  test('needs a type, and is told once that it has none', async () => {
    const carried = { '@context': [V2], type: null };
    expect(await defectsOf(presentationOf({ verifiableCredential: [carried] }))).toEqual([
      'member-missing /verifiableCredential/0/type',
    ]);
  });
});
