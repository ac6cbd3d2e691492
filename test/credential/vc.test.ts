import { describe, expect, test } from 'vitest';
import { readCredential } from '../../src/credential/read.ts';
import type { JsonObject } from '../../src/json.ts';
import { ob3, token, V1, vc, vc11 } from '../build/samples.ts';
import { readOne } from './reading.ts';

describe('a W3C credential', () => {
  test('says which data model it follows', async () => {
    expect((await readOne(vc())).vcdm).toBe('2.0');
    expect((await readOne(vc({ '@context': [V1] }))).vcdm).toBe('1.1');
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

describe('the title of a W3C credential', () => {
  test.each<[string, readonly string[], string | null]>([
    ['the last word of an address', ['VerifiableCredential', 'https://a.example/types/Card'], 'Card'],
    ['no word that all of them bear', ['VerifiableCredential'], null],
    ['the first type of its own', ['VerifiableCredential', 'urn:x', 'LibraryCard'], 'LibraryCard'],
  ])('is %s', async (_, type, expected) => {
    expect((await readOne(vc({ type }))).name).toBe(expected);
  });

  test('a credential without a name is called by its own type, and by an address only where there is no word', async () => {
    expect((await readOne(vc())).name).toBe('LibraryCard');
    const typed = vc({ type: ['VerifiableCredential', 'https://types.example.org/Card', 'ReaderCard'] });
    expect((await readOne(typed)).name).toBe('ReaderCard');
    expect((await readOne(vc({ type: ['VerifiableCredential'] }))).name).toBe(null);
  });
});

describe('the types of a credential', () => {
  test('are the texts among them', async () => {
    expect((await readOne(vc({ type: [7, null, 'VerifiableCredential', 'Card'] }))).types).toEqual([
      'VerifiableCredential',
      'Card',
    ]);
  });
});

describe('a date that is none is never an absent one', () => {
  test.each<[string, JsonObject, string]>([
    ['an object', { validUntil: { year: 2020 } }, '{"year":2020}'],
    ['true', { expirationDate: true }, 'true'],
    ['empty', { validUntil: '' }, ''],
    [
      'a list of two',
      { validUntil: ['2020-01-01T00:00:00Z', '2040-01-01T00:00:00Z'] },
      '["2020-01-01T00:00:00Z","2040-01-01T00:00:00Z"]',
    ],
  ])('%s', async (_, over, text) => {
    expect((await readOne(vc11(over))).validUntil).toEqual({ text, instant: null });
  });

  test('and of two ends the first counts', async () => {
    const both = { expirationDate: '2026-02-01T00:00:00Z', validUntil: '2040-01-01T00:00:00Z' };
    expect((await readOne(vc11(both))).validUntil?.text).toBe('2026-02-01T00:00:00Z');
    const odd = { ...both, expirationDate: { year: 2020 } };
    expect((await readOne(vc11(odd))).validUntil?.instant).toBeNull();
  });
});

test('a credential inside another is read the same way, from JSON or a token', () => {
  expect(readCredential(ob3(), null).ok).toBe(true);
  expect(readCredential('no token', null).ok).toBe(false);
});

test('a status entry without a type is one of an unknown kind, and none is left out', async () => {
  const { statuses } = await readOne(vc({ credentialStatus: [{ id: 'urn:x:1' }, 7] }));
  expect(statuses.map(({ type, at }) => [type, at])).toEqual([
    ['', '/credentialStatus/0'],
    ['credentialStatus', '/credentialStatus/1'],
  ]);
});
