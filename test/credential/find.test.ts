/** The credentials in what somebody hands over: alone, in a list, in a wrapper. */
import { describe, expect, test } from 'vitest';
import { findCredentials } from '../../src/credential/find.ts';
import type { JsonObject } from '../../src/json.ts';
import { issueFor } from '../build/issue.ts';
import { createJwtIssuer } from '../build/jwt-issuer.ts';
import { V2 } from '../build/samples.ts';
import { inspectInClosedWorld } from '../fake/closed-world.ts';

const card: JsonObject = {
  '@context': [V2],
  type: ['VerifiableCredential'],
  issuer: 'https://university.example/',
  credentialSubject: {},
};
const told = (json: JsonObject) => {
  const found = findCredentials(json, null);
  return found.ok ? found.value.credentials.map(({ securing }) => securing) : found.problem.code;
};

describe('a wrapper', () => {
  test('is opened where nothing signs it', () => {
    expect(told({ '@context': [V2], '@graph': [card] })).toEqual(['none']);
    expect(told({ credential: card, proof: null })).toEqual(['none']);
  });

  test('may hold credentials as JSON in texts, and hides none of them', () => {
    const text = JSON.stringify(card);
    const texts = [text, JSON.stringify([card]), JSON.stringify([text])];
    expect(told({ credentials: [card, ...texts] })).toEqual(['none', 'none', 'none', 'none']);
    expect(told({ credential: text.slice(0, -9) })).toBe('json-malformed');
    expect(told({ credential: '{"a":1}' })).toBe('no-credential-found');
  });

  test('holds no broken one in words, but one that only this version refuses', () => {
    const unreadIn = (extra: unknown) => {
      const found = findCredentials({ credential: card, extra } as JsonObject, null);
      return found.ok && found.value.unread.map(({ code }) => code);
    };
    const notes = ['[12:00] "badge" issued', '{{#if "badge"}}Yes{{/if}}', '{"badge": 1, // none'];
    expect(unreadIn(notes)).toEqual([]);
    expect(unreadIn('eyJhbGciOiJFZERTQSJ9.eyJ4.AAAA')).toEqual([]);
    expect(unreadIn('eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.AAAA.AAAA.AAAA.AAAA')).toEqual([]);
    expect(told({ credential: 'eyJhbGciOiJFZERTQSJ9.eyJ4.AAAA' })).toBe('jwt-malformed');
    expect(unreadIn({ payload: 'e30', signatures: [] })).toEqual([]);
    expect(unreadIn({ id: 'data:image/png;base64,AAAA', type: 'Image' })).toEqual([]);
    const rest = JSON.stringify(card).slice(1);
    expect(unreadIn(`{"issuer":"x",${rest}`)).toEqual(['json-duplicate-name']);
    expect(unreadIn(`{"__proto__":1,${rest}`)).toEqual(['json-forbidden-name']);
    expect(unreadIn(`{"level":1e999,${rest}`)).toEqual(['json-malformed']);
  });

  test('is that of a wallet, of what a wallet presents, or of a browser that passes it on', async () => {
    const token = await (await createJwtIssuer()).badge();
    expect(told([{ id: 'urn:uuid:1', document: token }] as never)).toEqual(['enveloping']);
    expect(told({ vp_token: token })).toEqual(['enveloping']);
    expect(told({ vp_token: { diploma: [token], card: [token] }, state: 'x' })).toEqual([
      'enveloping',
      'enveloping',
    ]);
    const presentation = { '@context': [V2], type: 'VerifiablePresentation', verifiableCredential: [card] };
    expect(told({ type: 'web', dataType: 'VerifiablePresentation', data: presentation })).toEqual(['none']);
    const { issuer: _, ...asked } = card;
    for (const other of [
      { document: 'a.b.c' },
      { data: { title: 'x' } },
      { data: asked },
      { data: '{"level":1e999,"badge":"x"}' },
      { document: null },
    ])
      expect(told(other as never)).toBe('no-credential-found');
  });

  test('of a wallet may hold what was read in a token beside it, which is no second credential', async () => {
    const issuer = await createJwtIssuer();
    const { '@context': context, ...rest } = card;
    const token = await issuer.sign({ vc: card }, { typ: 'JWT' });
    expect(told({ document: token, parsedDocument: card })).toEqual(['enveloping']);
    expect(told({ document: await issuer.sign(card), parsedDocument: card })).toEqual(['enveloping']);
    const other = { '@context': context, ...rest, issuer: 'did:example:other' };
    expect(told({ document: token, parsedDocument: other })).toEqual(['enveloping', 'none']);
  });

  test('may hold a token with white space around it, as a file has it', async () => {
    const token = await (await createJwtIssuer()).badge();
    expect(told({ credential: `${token}\n` })).toEqual(['enveloping']);
    expect(told({ credentials: [token], extra: ` ${token}` })).toEqual(['enveloping', 'enveloping']);
    const envelope = { id: `data:application/vc+jwt,${token}` };
    expect(told({ credentials: [token], extra: envelope })).toEqual(['enveloping', 'enveloping']);
  });

  test('with a proof is not opened: what it holds would be shown as if nobody had signed it', () => {
    const proof = { type: 'DataIntegrityProof' };
    expect(
      told({ '@context': ['https://w3id.org/security/data-integrity/v2'], '@graph': [card], proof }),
    ).toBe('unknown-format');
    expect(told({ type: 'Profile', vc: card, proof })).toBe('unknown-format');
    expect(told({ note: 'x', proof })).toBe('no-credential-found');
  });

  test('is searched whole: no name of a member, and no depth, hides what stands beside a credential', () => {
    const both = ['none', 'none'];
    expect(told({ credentials: [card], extra: card })).toEqual(both);
    expect(told({ credentials: [card], meta: { pages: [[{ raw: card }]] } })).toEqual(both);
    expect(told({ credentials: [card], note: JSON.stringify(card) })).toEqual(both);
    expect(told({ credentials: [{ id: '1', credential: card }, { credential: card }] })).toEqual(both);
    expect(told({ type: 'Profile', vc: card, extra: card })).toEqual(both);
    expect(told({ vc: card, extra: { type: 'Assertion', id: 'https://a.example/1' } })).toEqual([
      'none',
      'hosted',
    ]);
    expect(told({ '@context': [V2], type: 'VerifiablePresentation', credentials: card })).toEqual(both);
  });

  test('hides none in a graph beside what a presentation presents, or in place of it', () => {
    const empty = { '@context': [V2], type: 'VerifiablePresentation' };
    expect(told({ ...empty, '@graph': [card] })).toEqual(['none', 'none']);
    const presented = { ...empty, verifiableCredential: [card] };
    expect(told(presented)).toEqual(['none']);
    expect(told({ ...presented, '@graph': [card] })).toEqual(['none', 'none']);
  });

  test('that is a signed presentation holds what it says, under whatever name', () => {
    const proof = { type: 'DataIntegrityProof' };
    const signed = { '@context': [V2], type: 'VerifiablePresentation', proof, presented: [card] };
    expect(told(signed)).toEqual(['embedded']);
    expect(told({ '@context': [V2], proof, more: { '@graph': [card] } })).toEqual(['embedded']);
    expect(told({ '@context': [V2], proof, '@graph': [card] })).toEqual(['embedded']);
  });

  test('is an object or a list', () => {
    for (const json of [null, 7, true, 'badge', []] as const)
      expect(told(json as never)).toBe('no-credential-found');
  });

  test('without a credential is no wrapper: an example or a test case in it is none', () => {
    for (const data of [
      { properties: {}, examples: [card] },
      { tests: [{ jws: 'eyJhbGciOiJub25lIn0.e30.' }] },
    ])
      expect(told(data)).toBe('no-credential-found');
  });

  test('of another format is whole', () => {
    const anchored = { type: 'BlockchainCertificate', document: { assertion: card }, receipt: {} };
    expect(told(anchored)).toBe('chain-anchored');
    expect(told({ payload: 'e30', signatures: [], credential: card })).toBe('unknown-format');
  });

  test('tells of a wrapper in it that is signed itself', () => {
    const found = findCredentials([card, { vc: card, proof: { type: 'DataIntegrityProof' } }], null);
    expect(found.ok && found.value.unread.map(({ code }) => code)).toEqual(['unknown-format']);
  });

  test('holds no award in what other members are full of', () => {
    const list = { ...card, type: ['VerifiableCredential', 'BitstringStatusListCredential'] };
    const endorsed = { type: 'Achievement', name: 'Welding', endorsement: [card] };
    const beside = {
      list,
      endorsed,
      session: { id: '1', revoked: true },
      badge: { badge: 'x', issuedOn: 1 },
    };
    expect(told({ vc: card, ...beside, access_token: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.AAAA' })).toEqual([
      'none',
    ]);
    expect(told(endorsed)).toBe('definition-not-award');
    const named = { badge: {}, recipient: {}, verify: { type: 'object' } };
    const schemas = [{ properties: { credentialSubject: {}, issuer: {} } }, { properties: named }];
    expect(told({ schemas, jws: 'eyJhbGciOiJFZERTQSJ9.eyJ4.AAAA' })).toBe('no-credential-found');
    const words = { type: '@type', issuer: 'urn:x', credentialSubject: 'urn:y' };
    expect(told({ vc: card, schemas, extra: { '@context': words } })).toEqual(['none']);
    expect(told({ vc: card, subject: { issuer: 'https://a.example/', credentialSubject: {} } })).toEqual([
      'none',
    ]);
    expect(told({ vc: list })).toEqual(['none']);
    const oldBadge = {
      uid: '1',
      badge: 'https://a.example/b',
      recipient: {},
      issuedOn: 1,
      verify: { type: 'hosted' },
    };
    expect(told({ vc: card, extra: oldBadge })).toEqual(['none', 'hosted']);
    expect(told({ credentials: [{ ...oldBadge, evidence: card }] })).toEqual(['hosted']);
  });

  test('holds no award in what is offered, asked for or made from a form: nobody issues it', () => {
    const { issuer, ...form } = card;
    const offered = { credential_definition: { type: ['VerifiableCredential', 'Degree'] } };
    const query = [{ credentialQuery: { example: { type: 'Degree', credentialSubject: { degree: '' } } } }];
    expect(told({ credential: card, offered, query, form })).toEqual(['none']);
    expect(told({ credential: card, form: { ...form, issuer: '', proof: null } })).toEqual(['none']);
    expect(told({ credential: card, extra: { ...form, proof: {} } })).toEqual(['none', 'embedded']);
    expect(told({ credentials: [form] })).toEqual(['none']);
  });

  test('gives the context beside a graph to what stands in the graph', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const { '@context': context, ...node } = credential as JsonObject;
    const statuses = async (graph: readonly unknown[]) =>
      (await inspectInClosedWorld({ '@context': context, '@graph': graph })).map(
        ({ verdict }) => verdict.status,
      );
    expect(await statuses([node])).toEqual(['signature-verified']);
    expect(await statuses([node, { ...node, name: 'Welding' }])).toEqual(['signature-verified', 'failed']);
    expect(await statuses([credential])).toEqual(['signature-verified']);
    expect(await statuses([node, 'urn:x', { id: 'urn:x', name: 'A place' }])).toEqual(['signature-verified']);
    const [beside] = await inspectInClosedWorld({ '@context': context, credential: node });
    expect(beside?.verdict.standing).not.toBe('verified');
    expect(beside?.verdict.status).not.toBe('signature-verified');
  });
});
