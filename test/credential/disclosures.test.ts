import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { EnvelopingSource } from '../../src/credential/model.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import { defectsOf, ob2, ob3, readOne, token, vc } from './samples.ts';

const { proof: _proof, ...bareBadge } = ob3();
const { proof: _other, ...bareCard } = vc();
const encoded = (json: Json): string => Buffer.from(JSON.stringify(json)).toString('base64url');
const digest = (disclosure: string): string => createHash('sha256').update(disclosure).digest('base64url');
const SD = { alg: 'ES256', typ: 'dc+sd-jwt' };
const TYPED = { vct: 'https://x.example/card', iss: 'https://i.example' };
const sdJwt = (payload: JsonObject, ...disclosures: readonly string[]): string =>
  [token(payload, SD), ...disclosures, ''].join('~');
const sourceOf = async (text: string): Promise<EnvelopingSource> => {
  const { source } = await readOne(text);
  if (source.securing !== 'enveloping') throw new Error(source.securing);
  return source;
};

describe('disclosures', () => {
  test.each<[string, Json]>([
    ['null', null],
    ['a text', 'ab'],
    ['an object', { 0: 's', 1: 'name', 2: 'Ada' }],
    ['four parts', ['s', 'name', 'Ada', 'Eve']],
    ['one part', ['s']],
    ['a number for a salt', [7, 'name', 'Ada']],
    ['a number for a name', ['s', 7, 'Ada']],
  ])('of %s open nothing, though the issuer signed their digest', async (_, json) => {
    const disclosed = encoded(json);
    const text = sdJwt(
      { ...TYPED, _sd: [digest(disclosed)], list: [{ '...': digest('kept back') }] },
      disclosed,
    );
    expect(await defectsOf(text)).toEqual(['encoding-malformed']);
    expect((await sourceOf(text)).document).toEqual({ ...TYPED, list: [] });
  });

  const member = encoded(['s', 'name', 'Ada']);
  const element = encoded(['s', 'Ada']);
  test.each<[string, JsonObject, readonly string[]]>([
    ['a member among the elements of a list', { list: [{ '...': digest(member) }] }, [member]],
    ['an element among the members', { _sd: [digest(element)] }, [element]],
    ['a digest in two lists', { list: [{ '...': digest(element) }, { '...': digest(element) }] }, [element]],
    [
      'a digest of what is kept back in two places',
      { _sd: [digest('x')], list: [{ '...': digest('x') }] },
      [],
    ],
  ])('that stand wrongly (%s) make the token one to refuse', async (_, payload, disclosed) => {
    expect(await defectsOf(sdJwt({ ...TYPED, ...payload }, ...disclosed))).toEqual([
      'selective-disclosure-unbound',
    ]);
  });

  test('that nobody signed are not hidden by digests of what is kept back', async () => {
    const forged = encoded(['s', 'degree', 'PhD']);
    const text = sdJwt({ ...TYPED, _sd: [digest('kept back'), digest('this as well')] }, forged);
    expect(await defectsOf(text)).toEqual(['selective-disclosure-unbound']);
  });

  test('leave in lists what was never disclosed selectively', async () => {
    const list = ['DE', 7, null, true, { land: 'FR' }, ['IT']];
    expect((await sourceOf(sdJwt({ ...TYPED, list }))).document.list).toEqual(list);
  });

  test('behind a token make an SD-JWT of it, whatever it is typed', async () => {
    const disclosed = encoded(['s', 'description', 'Signed.']);
    const text = `${token({ ...bareBadge, _sd: [digest(disclosed)] })}~${disclosed}~`;
    expect((await sourceOf(text)).flavour).toBe('sd-jwt-vc');
    expect((await readOne(text)).description).toBe('Signed.');
  });

  test('of registered claims are forbidden where they are the credential, not beside a W3C credential', async () => {
    const disclosed = encoded(['s', 'nbf', 1_700_000_000]);
    const text = `${token({ ...bareCard, _sd: [digest(disclosed)] }, { alg: 'ES256', typ: 'vc+sd-jwt' })}~${disclosed}~`;
    expect(await defectsOf(text)).toEqual([]);
    expect((await readOne(text)).format).toBe('sd-jwt-vc');
  });

  test('may hold the status of a W3C credential, which can then say "revoked"', async () => {
    const status = { status_list: { idx: 1, uri: 'https://l.example' } };
    const disclosed = encoded(['s', 'status', status]);
    const typ = 'vc+sd-jwt';
    const text = `${token({ ...bareCard, _sd: [digest(disclosed)] }, { alg: 'ES256', typ })}~${disclosed}~`;
    const expected = [{ type: 'TokenStatusList', json: status.status_list, at: '/status/status_list' }];
    expect((await readOne(text)).statuses).toEqual(expected);
    expect((await readOne(token({ ...bareCard, status }, { alg: 'ES256', typ: 'vc+jwt' }))).statuses).toEqual(
      expected,
    );
  });
});

describe('claims of a token', () => {
  const V1 = 'https://www.w3.org/2018/credentials/v1';
  const { validUntil: _until, ...endless } = bareBadge;

  test('that is an SD-JWT VC: a date in words is none, its subject is the recipient, no status is none', async () => {
    const read = await readOne(sdJwt({ ...TYPED, sub: 'did:x:s', exp: '2099-01-01T00:00:00Z' }));
    expect(read.validUntil).toEqual({ text: '2099-01-01T00:00:00Z', instant: null });
    expect(read.defects.map(({ code, at }) => `${code} ${at}`)).toEqual(['date-malformed /exp']);
    expect([read.recipient.id, read.statuses]).toEqual(['did:x:s', []]);
  });

  test('never put a later end over one that the credential states', async () => {
    const claim = {
      ...bareCard,
      '@context': [V1],
      issuanceDate: '2020-01-01T00:00:00Z',
      expirationDate: '2021-01-01T00:00:00Z',
    };
    const read = await readOne(token({ vc: claim, exp: 4_000_000_000 }));
    expect(read.validUntil?.text).toBe('2021-01-01T00:00:00Z');
  });

  test('give an end in the words of the data model of the credential, so that its beginning is compared', async () => {
    const claim = { ...bareCard, '@context': [V1], issuanceDate: '2020-01-01T00:00:00Z' };
    expect(await defectsOf(token({ vc: claim, exp: 1_000_000_000 }))).toEqual([
      'dates-contradict /expirationDate',
    ]);
  });

  test('add no member where they say nothing', async () => {
    expect(Object.keys((await sourceOf(token(endless))).document)).toEqual(Object.keys(endless));
  });

  test('may hold a presentation, which their issuer holds', async () => {
    const vp = { '@context': [V1], type: ['VerifiablePresentation'], verifiableCredential: [vc()] };
    const read = await readOne(token({ iss: 'did:example:holder', jti: 'urn:p', vp }));
    expect([read.issuer.id, read.id, read.contained.length]).toEqual(['did:example:holder', 'urn:p', 1]);
  });

  test('of a signed Open Badge 2.0 go by no type of token (OB 2.0 §6.2 names none)', async () => {
    const text = token(ob2({ verification: { type: 'signed' } }), { alg: 'RS256', typ: 'badge' });
    expect(await defectsOf(text)).toEqual([]);
  });

  test('that are a W3C credential without an issuer are not well made', async () => {
    const { issuer: _issuer, ...nobody } = bareCard;
    expect(await defectsOf(token(nobody, { alg: 'ES256', typ: 'vc+jwt' }))).toEqual([
      'member-missing /issuer',
    ]);
  });
});
