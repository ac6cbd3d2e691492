import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.ts';
import { achievement, clr, ob3, subject, token, V2, vc } from '../../build/samples.ts';
import { defectsOf } from '../reading.ts';

const OURS = achievement().id as string;
const association = (sourceId: string, targetId: string): JsonObject => ({
  type: 'Association',
  associationType: 'isParentOf',
  sourceId,
  targetId,
});
/** A record of one credential, with one association. */
const record = (carried: Json, sourceId: string, targetId: string): JsonObject =>
  clr({}, { verifiableCredential: [carried], association: [association(sourceId, targetId)] });

describe('the associations of a record', () => {
  test('whose associations have both ends is whole', async () => {
    const own = [achievement({ id: 'urn:program' })];
    const carried = subject({ achievement: achievement({ id: 'urn:in-a-token' }) });
    const inner = [ob3(), token(ob3({ credentialSubject: carried }), { alg: 'ES256' })];
    const associations = [association('urn:program', OURS), association(OURS, 'urn:in-a-token')];
    const whole = clr({}, { achievement: own, verifiableCredential: inner, association: associations });
    expect(await defectsOf(whole)).toEqual([]);
  });

  test('whose associations point nowhere is told so, with their places', async () => {
    const associations = [
      association(OURS, OURS),
      association('urn:nobody', OURS),
      association(OURS, 'urn:nothing'),
    ];
    expect(await defectsOf(clr({}, { association: associations }))).toEqual([
      'reference-dangling /credentialSubject/association/1/sourceId',
      'reference-dangling /credentialSubject/association/2/targetId',
    ]);
  });

  test('with a token that cannot be opened is not judged for where it points', async () => {
    const inner = { verifiableCredential: ['eyJ.eyJ.x'], association: [association('urn:nobody', OURS)] };
    expect(await defectsOf(clr({}, inner))).toEqual([]);
  });

  test('with an association without its ends does not conform', async () => {
    expect(await defectsOf(clr({}, { association: { type: 'Association', sourceId: OURS } }))).toEqual([
      'member-missing /credentialSubject/association/associationType',
      'member-missing /credentialSubject/association/targetId',
    ]);
  });
});

describe('references of a record', () => {
  const { proof: _proof, ...badge } = ob3();
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
    expect(await defectsOf(record(carried, OURS, OURS))).toEqual([]);
    expect(await defectsOf(record(carried, OURS, 'urn:nothing'))).toEqual([
      'reference-dangling /credentialSubject/association/0/targetId',
    ]);
  });

  test.each<[string, Json]>([
    ['null', null],
    ['a list', []],
  ])('of a record into a token that holds %s are not judged', async (_, payload) => {
    expect(await defectsOf(record(token(payload as JsonObject), OURS, OURS))).toEqual([]);
  });
});

describe('a record', () => {
  const ENDS = ['sourceId', 'targetId'].map(
    (end) => `reference-dangling /credentialSubject/association/0/${end}`,
  );
  const MALFORMED = ['member-malformed /credentialSubject/verifiableCredential/0'];

  test.each<[string, Json, readonly string[]]>([
    ['of null', null, MALFORMED],
    ['of a number', 7, MALFORMED],
    ['of a credential about nobody', vc({ credentialSubject: [null, 'x'] }), ENDS],
    ['of a credential without an id', vc(), ENDS],
  ])('%s is judged by what can be opened', async (_, carried, expected) => {
    expect(await defectsOf(record(carried, 'urn:s', 'urn:t'))).toEqual(expected);
  });
});
