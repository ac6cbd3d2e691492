/** Which objects of an old badge are extensions, and held to their schemas. */

import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { fail } from '../../../src/result.ts';
import { checkConformance } from '../../../src/verify/check/conformance.ts';
import { extensionProblems } from '../../../src/verify/schema/extensions.ts';
import { ob2, vc } from '../../build/samples.ts';
import { readOne } from '../../credential/reading.ts';
import { fakeHeavy } from '../../fake/ports.ts';

const BROKEN: JsonObject = { type: ['Extension', 'extensions:ApplyLink'], url: 7 };
const NO_NET = { heavy: fakeHeavy, net: { get: async () => fail('timeout') } };
const placesOf = (document: JsonObject): readonly string[] =>
  extensionProblems(document).map(({ code, at }) => `${code} ${at}`);

describe('an extension', () => {
  it('is found in a list, at any depth', () => {
    expect(placesOf({ evidence: [{ name: 'x' }, { 'extensions:applyLink': [BROKEN] }] })).toEqual([
      'schema-violated /evidence/1/extensions:applyLink/0/url',
    ]);
  });

  it('is only what says that it is one', () => {
    expect(placesOf({ link: { ...BROKEN, type: ['extensions:ApplyLink'] } })).toEqual([]);
    expect(placesOf({ link: { ...BROKEN, type: 'ApplyLink' } })).toEqual([]);
    expect(placesOf({ link: BROKEN })).toHaveLength(1);
  });

  it('that takes more steps than anybody has is said to be left open, and hides no other', () => {
    const endless = {
      type: ['Extension', 'extensions:accessibility'],
      accessibilityControl: Array.from({ length: 320_000 }, () => ''),
    };
    expect(placesOf({ access: endless, link: BROKEN })).toEqual([
      'schema-unsupported /access',
      'schema-violated /link/url',
    ]);
  });

  it.each([
    ['an Open Badge 1.1', 'https://w3id.org/openbadges/v1'],
    ['an Open Badge 2.0', 'https://w3id.org/openbadges/v2'],
  ])('of %s fails it where its schema is violated', async (_, context) => {
    const document = ob2({ '@context': context, 'extensions:applyLink': BROKEN });
    const { state, problem, others = [] } = await checkConformance(await readOne(document), NO_NET);
    expect(state).toBe('failed');
    expect([problem, ...others].map((each) => `${each?.code} ${each?.at}`)).toContain(
      'schema-violated /extensions:applyLink/url',
    );
  });

  it('has the name of its schema as a text', () => {
    expect(placesOf({ link: { ...BROKEN, type: ['Extension', ['extensions:ApplyLink']] } })).toEqual([]);
  });

  it('of Open Badges 2.0 says nothing of a later credential', async () => {
    const said = await checkConformance(await readOne(vc({ link: BROKEN })), NO_NET);
    expect(said.problem?.code).not.toBe('schema-violated');
  });
});
