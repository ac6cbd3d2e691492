import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/json.ts';
import { badgeClass, codeOf, defectsOf, ob3, readOne, token, vc } from './samples.ts';

const V1 = 'https://www.w3.org/2018/credentials/v1';
const V2 = 'https://www.w3.org/ns/credentials/v2';
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

  test('a W3C credential without a subject is one that is not well made', async () => {
    const { credentialSubject: _subject, ...nobody } = vc();
    expect(await defectsOf(nobody)).toEqual(['member-missing /credentialSubject']);
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

describe('containers', () => {
  test('a large one without a credential says so', async () => {
    expect(await code([{ text: 'x'.repeat(2_200_000) }])).toBe('no-credential-found');
  });

  test('an image behind a comment that never ends is none', async () => {
    expect(await codeOf('<?<svg ?><!-- ')).toBe('no-credential-found');
  });

  test('a page within an address is not what a server sent instead of a credential', async () => {
    const override = { url: 'https://a.example/1', origin: 'fetched' } as const;
    expect(await codeOf('data:text/html,<p>hello', override)).toBe('answer-not-understood');
    expect(await codeOf('<p>hello', override)).toBe('html-not-json');
  });
});
