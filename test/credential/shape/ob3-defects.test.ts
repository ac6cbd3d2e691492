/** What of an Open Badge's own members is a defect, and where; and what only looks like one. */
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { achievement, ob2, ob3, subject, V2, without } from '../../build/samples.ts';
import { defectsOf } from '../reading.ts';

describe('members of an Open Badge', () => {
  const { id: _id, ...nameless } = ob3({ '@context': [V2] });
  const { achievement: _achievement, ...plain } = subject();
  const { id: _subject, ...unknown } = subject();
  const described = achievement({ resultDescription: { id: 'urn:r', type: 'ResultDescription' } });

  test.each<[string, JsonObject, readonly string[]]>([
    ['of a draft, before the contexts, need no id', nameless, []],
    [
      'an empty list of identifiers tells nobody',
      ob3({ credentialSubject: { ...unknown, identifier: [] } }),
      ['member-missing /credentialSubject/id'],
    ],
    [
      'an empty id is malformed, and not missing as well',
      ob3({ credentialSubject: subject({ id: '' }) }),
      ['member-malformed /credentialSubject/id'],
    ],
    [
      'results of no achievement are not judged, but that there is none is',
      ob3({ credentialSubject: { ...plain, result: { type: ['Result'], resultDescription: 'urn:x' } } }),
      ['member-missing /credentialSubject/achievement'],
    ],
    [
      'an empty list of achievements is none',
      ob3({ credentialSubject: subject({ achievement: [] }) }),
      ['member-malformed /credentialSubject/achievement'],
    ],
    [
      'each of several subjects has an achievement',
      ob3({ credentialSubject: [subject(), plain] }),
      ['member-missing /credentialSubject/1/achievement'],
    ],
    [
      'a result that is null is passed over',
      ob3({
        credentialSubject: subject({
          achievement: described,
          result: [null, { type: ['Result'], resultDescription: 'urn:x' }],
        }),
      }),
      ['reference-dangling /credentialSubject/result/1/resultDescription'],
    ],
    ['of 2.0: an id is a text', ob2({ id: 7 }), ['member-malformed /id']],
    [
      'of 2.0: hashed is yes or no',
      ob2({ recipient: { type: 'email', hashed: 'perhaps', identity: 'ann@example.org' } }),
      ['member-malformed /recipient/hashed'],
    ],
  ])('%s', async (_, document, expected) => {
    expect(await defectsOf(document)).toEqual(expected);
  });
});

describe('what an issuer and an identity need', () => {
  const identity = { type: 'IdentityObject', hashed: false, identityHash: 'a', identityType: 'name' };

  test.each(['hashed', 'identityHash', 'identityType'])(
    'an identity without %s is a defect',
    async (name) => {
      const defects = await defectsOf(
        ob3({ credentialSubject: subject({ identifier: [without(identity, name)] }) }),
      );
      expect(defects).toEqual([`member-missing /credentialSubject/identifier/0/${name}`]);
    },
  );

  const entry = { type: 'IdentifierEntry', identifier: 'x', identifierType: 'ext:x' };

  test.each(['type', 'identifier', 'identifierType'])(
    'another identifier of the issuer without %s is a defect',
    async (name) => {
      const issuer = {
        id: 'https://issuer.example.org/p',
        name: 'I',
        otherIdentifier: [without(entry, name)],
      };
      expect(await defectsOf(ob3({ issuer }))).toEqual([`member-missing /issuer/otherIdentifier/0/${name}`]);
    },
  );
});
