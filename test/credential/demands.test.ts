import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { achievement, defectsOf, ob3, subject, token, vc } from './samples.ts';

const V1 = 'https://www.w3.org/2018/credentials/v1';
const V2 = 'https://www.w3.org/ns/credentials/v2';

describe('what a credential must have', () => {
  const { id: _id, ...nameless } = ob3();
  const { id: _subject, ...unknown } = subject();
  const identifier = [
    { type: 'IdentityObject', hashed: false, identityHash: 'a@example.org', identityType: 'emailAddress' },
  ];

  test.each<[string, JsonObject, readonly string[]]>([
    ['an id, of a published badge', nameless, ['member-missing /id']],
    [
      'a subject that is an object, by both of its data models',
      ob3({ credentialSubject: [null] }),
      ['member-malformed /credentialSubject/0', 'member-malformed /credentialSubject/0'],
    ],
    ['a subject at all', vc({ credentialSubject: [] }), ['member-malformed /credentialSubject']],
    ['a recipient, by an identifier as well', ob3({ credentialSubject: { ...unknown, identifier } }), []],
    ['no evidence', ob3({ evidence: [] }), []],
    ['evidence of some type', vc({ evidence: [{ type: [] }] }), ['member-malformed /evidence/0/type']],
    ['names in words', vc({ name: [null] }), ['member-malformed /name/0']],
    [
      'one base context',
      vc({ '@context': [V1, V2], issuanceDate: '2026-01-01T00:00:00Z' }),
      ['context-order /@context/1'],
    ],
  ])('%s', async (_, document, expected) => {
    expect(await defectsOf(document)).toEqual(expected);
  });

  test('and what a presentation carries a type, once', async () => {
    const carried = { '@context': [V2], type: null };
    const presentation = {
      '@context': [V2],
      type: ['VerifiablePresentation'],
      verifiableCredential: [carried],
    };
    expect(await defectsOf(presentation)).toEqual(['member-missing /verifiableCredential/0/type']);
  });

  test('keywords of inline contexts are said again as often as one likes', async () => {
    const contexts = [
      { '@protected': true, '@vocab': 'https://a.example/' },
      { '@protected': false, '@vocab': 'https://b.example/' },
    ];
    expect(await defectsOf(vc({ '@context': [V2, ...contexts] }))).toEqual([]);
  });
});

describe('references', () => {
  const rubric = {
    id: 'urn:result:crust',
    type: 'ResultDescription',
    rubricCriterionLevel: [{ id: 'urn:level:golden', type: 'RubricCriterionLevel' }],
  };

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

  const INNER = achievement().id as string;
  const { proof: _proof, ...badge } = ob3();
  const associations = (target: string): JsonObject => ({
    associationType: 'isParentOf',
    sourceId: INNER,
    targetId: target,
  });
  const record = (carried: Json, target = INNER): JsonObject =>
    ob3({
      '@context': [V2, 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'],
      type: ['VerifiableCredential', 'ClrCredential'],
      credentialSubject: {
        id: 'did:example:a',
        type: ['ClrSubject'],
        verifiableCredential: [carried],
        association: [associations(target)],
      },
    });
  const enveloped = (text: string): JsonObject => ({
    '@context': V2,
    type: 'EnvelopedVerifiableCredential',
    id: `data:application/vc+jwt,${text}`,
  });

  test.each<[string, Json]>([
    ['a token', token(badge)],
    ['a token with a vc claim', token({ vc: badge })],
    ['an envelope', enveloped(token(badge))],
  ])('of a record into %s are followed', async (_, carried) => {
    expect(await defectsOf(record(carried))).toEqual([]);
    expect(await defectsOf(record(carried, 'urn:nothing'))).toEqual([
      'reference-dangling /credentialSubject/association/0/targetId',
    ]);
  });

  test.each<[string, Json]>([
    ['null', null],
    ['a list', []],
  ])('of a record into a token that holds %s are not judged', async (_, payload) => {
    expect(await defectsOf(record(token(payload as JsonObject)))).toEqual([]);
  });
});
