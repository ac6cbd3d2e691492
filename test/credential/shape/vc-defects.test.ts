/** What of a W3C credential, of either data model, is a defect, and where; and what only looks like one. */
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.ts';
import { achievement, ob3, subject, V1, V2, vc, vc11 } from '../../build/samples.ts';
import { defectsOf, readOne } from '../reading.ts';

describe('an identifier', () => {
  test.each<[string, JsonObject, string]>([
    ['of a credential', vc({ id: null }), '/id'],
    ['of a subject', vc({ credentialSubject: { id: null, name: 'Ann' } }), '/credentialSubject/id'],
    ['of evidence', vc({ evidence: { id: null, type: 'Evidence' } }), '/evidence/id'],
  ])('%s may be left out, and is never null', async (_, document, at) => {
    expect(await defectsOf(document)).toContain(`member-malformed ${at}`);
  });
});

describe('the types of a credential that nothing secures', () => {
  const typed = (type: Json, ...contexts: readonly Json[]): JsonObject => {
    const { proof: _, ...unsigned } = vc({ '@context': [V2, ...contexts], type });
    return unsigned;
  };
  const CARD = ['VerifiableCredential', 'LibraryCard'];

  test.each<[string, JsonObject]>([
    ['no context maps', typed(CARD)],
    ['a context maps to no URL', typed(CARD, { LibraryCard: 'card' })],
    ['a context maps to nothing', typed(CARD, { LibraryCard: null })],
    ['a context maps to itself', typed(CARD, { LibraryCard: 'Card', Card: 'LibraryCard' })],
    ['a context maps by a vocabulary that is none', typed(CARD, { '@vocab': 'cards/' })],
  ])('that %s are a defect', async (_, document) => {
    expect(await defectsOf(document)).toEqual(['type-unknown /type/1']);
  });

  test.each<[string, JsonObject]>([
    ['a URL', typed(['VerifiableCredential', 'https://cards.example/LibraryCard'])],
    ['a term of a published context', typed(['VerifiableCredential', 'JsonSchemaCredential'])],
    ['a term of an inline context', typed(CARD, { LibraryCard: 'https://cards.example/LibraryCard' })],
    ['a described term', typed(CARD, { LibraryCard: { '@id': 'https://cards.example/LibraryCard' } })],
    ['a compact address', typed(CARD, { c: 'https://cards.example/', LibraryCard: 'c:LibraryCard' })],
    ['one with a prefix', typed(['VerifiableCredential', 'c:Card'], { c: 'https://cards.example/' })],
    ['of a vocabulary', typed(CARD, { '@vocab': 'https://cards.example/' })],
    ['in a context that is not at hand', typed(CARD, 'https://cards.example/v1')],
    ['of a credential that is signed', vc({ '@context': [V2], type: CARD })],
  ])('may be %s', async (_, document) => {
    expect(await defectsOf(document)).toEqual([]);
  });
});

describe('defects of W3C credentials', () => {
  test.each<[string, JsonObject, string]>([
    ['no issuer', ob3({ issuer: null }), 'member-missing /issuer'],
    ['an issuer that is no address', ob3({ issuer: 'Academy' }), 'member-malformed /issuer'],
    ['no subject', ob3({ credentialSubject: null }), 'member-missing /credentialSubject'],
    [
      'a wrong subject type',
      ob3({ credentialSubject: subject({ type: 'Person' }) }),
      'type-unknown /credentialSubject/type',
    ],
    [
      'nobody who earned it',
      ob3({ credentialSubject: subject({ id: null }) }),
      'member-missing /credentialSubject/id',
    ],
    [
      'only a name',
      ob3({ credentialSubject: subject({ id: null, name: 'Ada' }) }),
      'recipient-not-identified /credentialSubject/id',
    ],
    ['a date without a zone', ob3({ validFrom: '2026-01-15T00:00:00' }), 'date-malformed /validFrom'],
    ['a date that is a number', ob3({ validUntil: 1800000000 }), 'date-malformed /validUntil'],
    [
      'an end before the beginning',
      ob3({ validUntil: '2020-01-01T00:00:00Z' }),
      'dates-contradict /validUntil',
    ],
    [
      'a status without a type',
      ob3({ credentialStatus: [{ id: 'urn:x' }] }),
      'member-missing /credentialStatus/0/type',
    ],
    [
      'a schema without an id',
      ob3({ credentialSchema: { type: 'JsonSchema' } }),
      'member-missing /credentialSchema/id',
    ],
    [
      'an achievement without a name',
      ob3({ credentialSubject: subject({ achievement: achievement({ name: null }) }) }),
      'member-missing /credentialSubject/achievement/name',
    ],
    ['an old end that is a number', vc11({ expirationDate: 1800000000 }), 'date-malformed /expirationDate'],
    ['a beginning that is a number', vc11({ issuanceDate: 1700000000 }), 'date-malformed /issuanceDate'],
    ['an end that is an object', vc11({ validUntil: { year: 2020 } }), 'date-malformed /validUntil'],
    [
      'an end that is two',
      ob3({ validUntil: ['2026-02-01T00:00:00Z', '2030-01-01T00:00:00Z'] }),
      'date-malformed /validUntil',
    ],
    ['an old name for the end, malformed', ob3({ expirationDate: true }), 'date-malformed /expirationDate'],
    [
      'a status that is an address',
      ob3({ credentialStatus: 'https://a.example/1' }),
      'member-malformed /credentialStatus',
    ],
    ['a proof without a type', ob3({ proof: {} }), 'member-missing /proof/type'],
    ['an empty subject', vc({ credentialSubject: {} }), 'member-malformed /credentialSubject'],
  ])('%s has its place', async (_, content, defect) => {
    expect(await defectsOf(content)).toContain(defect);
  });

  test('a badge type is demanded of what is a badge in all but type', async () => {
    expect(await defectsOf(ob3({ type: ['VerifiableCredential'] }))).toEqual(['type-unknown /type']);
  });

  test('an unsigned credential may still lack its issuer', async () => {
    const { proof: _proof, issuer: _issuer, ...unsigned } = vc({ type: ['VerifiableCredential'] });
    expect(await defectsOf(unsigned)).toEqual([]);
    expect((await readOne(unsigned)).securing).toBe('none');
  });
});

describe('members of a W3C credential', () => {
  const { issuer: _issuer, proof: _proof, ...draft } = vc({ type: ['VerifiableCredential'] });
  const listed = (type: string, of: readonly string[]): JsonObject =>
    vc({ type: ['VerifiableCredential', ...of], credentialSubject: { id: 'urn:list', type } });

  test.each<[string, JsonObject, readonly string[]]>([
    ['that nobody signed may lack an issuer', draft, []],
    ['evidence that is an empty text is none', vc({ evidence: '' }), ['member-malformed /evidence']],
    [
      'a date in a list is no date',
      vc({ validFrom: ['2026-01-15T00:00:00Z'] }),
      ['date-malformed /validFrom'],
    ],
    ['a name that is a number is none', vc({ name: { '@value': 7 } }), ['member-malformed /name']],
    ['an empty type is none', vc({ type: ['VerifiableCredential', ''] }), ['member-malformed /type']],
    ['a subject of another type demands nothing', listed('Person', []), []],
    [
      'a status list demands the type of its credential',
      listed('BitstringStatusList', []),
      ['type-unknown /type'],
    ],
    [
      'a status list is content with that type',
      listed('BitstringStatusList', ['BitstringStatusListCredential']),
      [],
    ],
    [
      'of which only the dates tell the data model are those of 1.1',
      vc({
        '@context': ['https://a.example/context'],
        issuanceDate: '2026-01-01T00:00:00Z',
        expirationDate: '2025-01-01T00:00:00Z',
      }),
      ['context-order /@context/0', 'dates-contradict /expirationDate'],
    ],
    [
      'a subject that is a number is malformed, once',
      vc({ credentialSubject: 7 }),
      ['member-malformed /credentialSubject'],
    ],
  ])('%s', async (_, document, expected) => {
    expect(await defectsOf(document)).toEqual(expected);
  });

  test('a W3C credential without a subject is one that is not well made', async () => {
    const { credentialSubject: _subject, ...nobody } = vc();
    expect(await defectsOf(nobody)).toEqual(['member-missing /credentialSubject']);
  });
});

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
});
