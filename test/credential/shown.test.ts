import { describe, expect, test } from 'vitest';
import { readText } from '../../src/credential/text.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import { achievement, ob3, readOne, subject, token, vc } from './samples.ts';

describe('texts', () => {
  test.each<[string, Json, string | null]>([
    ['a number is shown as it is written', 7, '7'],
    ['a list within a list is none', [['Pain', 'Brot']], null],
    ['a value that is a number is none', { '@value': 7 }, null],
    ['an entry that is a number is none', { en: 7, fr: 'Pain' }, 'Pain'],
    [
      'the entry of no language stands before that of a foreign one',
      { fr: 'Pain', '@none': 'Bread' },
      'Bread',
    ],
  ])('%s', (_, value, expected) => {
    expect(readText(value)).toBe(expected);
  });
});

describe('an achievement', () => {
  const shown = async (value: Json, over: JsonObject = {}) =>
    (await readOne(ob3({ credentialSubject: subject({ achievement: value }), ...over }))).achievements;

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
});

describe('a W3C credential', () => {
  test('says which data model it follows', async () => {
    expect((await readOne(vc())).vcdm).toBe('2.0');
    expect((await readOne(vc({ '@context': ['https://www.w3.org/2018/credentials/v1'] }))).vcdm).toBe('1.1');
  });

  test('shows what stands in a list of one as what it is, at any depth', async () => {
    const read = await readOne(
      vc({ id: ['urn:card:1'], credentialSubject: [{ id: ['did:example:reader'], name: 'Ann' }] }),
    );
    expect([read.id, read.recipient.id]).toEqual(['urn:card:1', 'did:example:reader']);
    const inner = await readOne(vc({ credentialSubject: { id: ['did:example:reader'] } }));
    expect(inner.recipient.id).toBe('did:example:reader');
  });

  test('in an SD-JWT is shown as one', async () => {
    const { proof: _proof, ...bare } = vc();
    expect((await readOne(`${token(bare, { alg: 'ES256', typ: 'vc+sd-jwt' })}~`)).format).toBe('sd-jwt-vc');
    expect((await readOne(token(bare, { alg: 'ES256', typ: 'vc+jwt' }))).format).toBe('vc');
  });
});
