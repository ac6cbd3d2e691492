import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { badgeClass, issuer, ob3, token, V1, V2, vc } from '../build/samples.ts';
import { codeOf, defectsIn, read, readOne } from './reading.ts';

const code = (json: Json): Promise<string> => codeOf(JSON.stringify(json));

describe('what a document is', () => {
  test.each<[string, Json, string]>([
    ['a badge that is a number is no award', { badge: 7, recipient: {} }, 'no-credential-found'],
    ['a context alone makes no presentation', { '@context': [V2], type: ['Thing'] }, 'no-credential-found'],
    ['an award by its type needs no badge to be told', { type: 'Assertion', id: 'urn:x' }, 'ok'],
    ['what an OB 1 baker left is an award', { verify: { type: 'hosted', url: 'https://a.example/1' } }, 'ok'],
    ['of several troubles the most telling is named', [{}, badgeClass()], 'definition-not-award'],
  ])('%s', async (_, json, expected) => {
    expect(await code(json)).toBe(expected);
  });

  test.each([V1, V2])('a presentation that lost its type is one by the context %s', async (context) => {
    const read = await readOne({ '@context': [context], verifiableCredential: [vc()] });
    expect([read.contained.length, read.issuer.id]).toEqual([1, null]);
  });

  test('a list with an envelope for an id is no envelope', async () => {
    const id = [`data:application/vc+jwt,${token(vc())}`];
    const read = await readOne({
      '@context': [V2],
      type: ['EnvelopedVerifiableCredential'],
      id,
      holder: 'x',
    });
    expect(read.securing).toBe('none');
  });

  test('a proof of null is none', async () => {
    expect((await readOne(ob3({ proof: null }))).securing).toBe('none');
  });
});

describe('no award', () => {
  test.each<[string, Json]>([
    ['an address of a badge, and nothing besides', { badge: 'https://a.example/class' }],
    ['a revocation of nothing', { revoked: true }],
    ['a verification that names no address', { verify: { type: 'hosted' } }],
    ['a payload without a signature', { payload: 'e30' }],
    ['a signature without a payload', { signature: 'x' }],
    ['a wrapper of what is none', { credentials: [null, 7, true] }],
  ])('is %s', async (_, json) => {
    expect(await code(json)).toBe('no-credential-found');
  });

  test('is a script that holds no data, whatever its text', async () => {
    const page = (type: string): string => `<script type="${type}">${JSON.stringify(ob3())}</script>`;
    expect(await codeOf(page('text/template'))).toBe('no-credential-found');
    expect(await codeOf(page('application/ld+json'))).toBe('ok');
  });

  test('is a badge, and that is said, whatever stands behind or within it', async () => {
    expect(await code([badgeClass(), {}])).toBe('definition-not-award');
    expect(await code(badgeClass({ credential: { name: 'Ann' } }))).toBe('definition-not-award');
  });
});

describe('an award', () => {
  test('is found in the profile that wraps it', async () => {
    expect((await read(issuer({ credentials: [ob3()] }))).map(({ format }) => format)).toEqual(['ob3']);
  });

  test.each<[string, JsonObject]>([
    ['by what it carries', { verifiableCredential: [vc()] }],
    ['by who holds it', { holder: 'did:example:a' }],
  ])('is a presentation of another type %s', async (_, member) => {
    const shown = await readOne({ '@context': [V2], type: ['Thing'], ...member });
    expect(await defectsIn(shown)).toEqual(['type-unknown /type', 'type-unknown /type/0']);
    expect([shown.issuer.id, shown.contained.length]).toEqual(
      'holder' in member ? ['did:example:a', 0] : [null, 1],
    );
  });

  test('is no Open Badge by half: its subject and its context must both say so', async () => {
    const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
    const earned = { id: 'did:example:a', type: ['AchievementSubject'] };
    const formatOf = async (context: readonly Json[], credentialSubject: JsonObject): Promise<string> =>
      (await readOne(vc({ '@context': context, credentialSubject }))).format;
    expect(await formatOf([V2, OB], { id: 'did:example:a', type: ['Person'] })).toBe('vc');
    expect(await formatOf([V2, 'https://a.example/context'], earned)).toBe('vc');
    expect(await formatOf([V2, OB], earned)).toBe('ob3');
  });
});
