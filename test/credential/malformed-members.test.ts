import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/credential/date.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import { achievement, defectsOf, ob2, ob3, readOne, subject, vc } from './samples.ts';

const V1 = 'https://www.w3.org/2018/credentials/v1';
const V2 = 'https://www.w3.org/ns/credentials/v2';

describe('contexts', () => {
  test.each<[string, Json, readonly string[]]>([
    ['of none have no first one to point at', [], ['context-order /@context']],
    ['may name their base twice', [V2, V2], []],
    ['may not name another base', [V2, V1], ['context-order /@context/1']],
    ['may not name another base behind the same one', [V2, V2, V1], ['context-order /@context/2']],
    ['may take a term away', [V2, { mood: null }], []],
    ['are addresses', [V2, 'no address'], ['member-malformed /@context/1']],
    [
      'that are one address have no place in a list',
      'no address',
      ['context-order /@context/0', 'member-malformed /@context'],
    ],
  ])('%s', async (_, context, expected) => {
    expect(await defectsOf(vc({ '@context': context }))).toEqual(expected);
  });
});

describe('members of a W3C credential', () => {
  const { issuer: _issuer, proof: _proof, ...draft } = vc();
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

  test('what a presentation carries is no envelope by a list of addresses', async () => {
    const carried = { '@context': [V2], type: ['VerifiableCredential'], id: ['data:application/vc+jwt,x'] };
    const presentation = {
      '@context': [V2],
      type: ['VerifiablePresentation'],
      verifiableCredential: [carried],
    };
    expect(await defectsOf(presentation)).toEqual([]);
  });
});

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
      'results of no achievement are not judged',
      ob3({ credentialSubject: { ...plain, result: { type: ['Result'], resultDescription: 'urn:x' } } }),
      [],
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

describe('a record', () => {
  const record = (carried: Json): JsonObject =>
    ob3({
      '@context': [V2, 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'],
      type: ['VerifiableCredential', 'ClrCredential'],
      credentialSubject: {
        id: 'did:example:a',
        type: ['ClrSubject'],
        verifiableCredential: [carried],
        association: [{ associationType: 'isParentOf', sourceId: 'urn:s', targetId: 'urn:t' }],
      },
    });
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
    expect(await defectsOf(record(carried))).toEqual(expected);
  });
});

describe('a date', () => {
  test.each<[string, string]>([
    ['behind the last that there can be', '+275760-09-13T00:00:01Z'],
    ['with a day that its month lacks', '2025-02-29'],
    ['with a month that its year lacks', '2025-13-01'],
  ])('%s names no instant', (_, text) => {
    expect(readDate(text)).toEqual({ text, instant: null });
  });
});

describe('types', () => {
  test('are the texts among them', async () => {
    expect((await readOne(vc({ type: [7, null, 'VerifiableCredential', 'Card'] }))).types).toEqual([
      'VerifiableCredential',
      'Card',
    ]);
  });
});
