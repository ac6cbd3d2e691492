import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { EnvelopingSource } from '../../src/credential/model.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import { ob2, ob3, token, vc } from '../build/samples.ts';
import { codeOf, defectsOf, readOne } from './reading.ts';

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
    ['a claim that would be a list of digests', ['s', '_sd', [digest('more')]]],
    ['a claim that would be a digest', ['s', '...', digest('more')]],
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
  const namesake = encoded(['another', 'name', 'Eve']);
  const digests = encoded(['s', { '...': digest('x') }]);
  const outer = encoded(['s', 'outer', [{ '...': digest(element) }, { '...': digest(element) }]]);
  const holding = encoded(['s', 'holding', [{ '...': digest(element) }]]);
  test.each<[string, JsonObject, readonly string[]]>([
    ['a member among the elements of a list', { list: [{ '...': digest(member) }] }, [member]],
    ['an element among the members', { _sd: [digest(element)] }, [element]],
    ['a member over another', { _sd: [digest(member), digest(namesake)] }, [member, namesake]],
    ['a member over what stands in the open', { name: 'Eve', _sd: [digest(member)] }, [member]],
    ['no list of digests', { _sd: digest('x') }, []],
    ['no list of digests, but null', { address: { _sd: null } }, []],
    ['a number for a digest', { _sd: [7] }, []],
    ['a number for a digest of an element', { list: [{ '...': 7 }] }, []],
    ['a digest with something beside it', { list: [{ '...': digest('x'), more: 1 }] }, []],
    ['a digest of an element that stands in no list', { address: { '...': digest('x') } }, []],
    ['a digest that a disclosed element is', { list: [{ '...': digest(digests) }] }, [digests]],
    ['a digest within the disclosure that it is of another of', { _sd: [digest(outer)] }, [outer, element]],
    ['a disclosure twice', { list: [{ '...': digest(element) }] }, [element, element]],
    ['a disclosure within one that is kept back', { _sd: [digest(holding)] }, [element]],
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

  test('are read to the last that may be, and no further', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => encoded(['s', `claim${index}`, index]));
    const text = (count: number) => {
      const some = many.slice(0, count);
      return sdJwt({ ...TYPED, _sd: some.map(digest) }, ...some);
    };
    expect((await sourceOf(text(1_999))).document.claim1998).toBe(1998);
    expect(await defectsOf(text(1_999))).toEqual([]);
    expect(await codeOf(text(2_000))).toBe('json-too-many-entries');
  });

  test('go as deep as JSON may, and no deeper', async () => {
    const nested = (levels: number): Json => (levels === 0 ? 'deep' : [nested(levels - 1)]);
    // The payload, `list` and the disclosed value: 64 levels in all.
    const deepest = encoded(['s', nested(62)]);
    const payload = { ...TYPED, list: [{ '...': digest(deepest) }] };
    expect(await defectsOf(sdJwt(payload, deepest))).toEqual([]);
    expect((await sourceOf(sdJwt(payload, deepest))).document.list).toEqual([nested(62)]);
    const deeper = encoded(['s', nested(63)]);
    expect(await defectsOf(sdJwt({ ...TYPED, list: [{ '...': digest(deeper) }] }, deeper))).toEqual([
      'json-too-deep',
    ]);
  });

  test('side by side are no deeper than one of them', async () => {
    const siblings = Array.from({ length: 100 }, (_, index) => ({ at: [index] }));
    expect(await defectsOf(sdJwt({ ...TYPED, siblings }))).toEqual([]);
  });

  test('go by the hash that the whole payload names, wherever else one is named', async () => {
    const text = sdJwt({ ...TYPED, address: { _sd_alg: 'sha-512', _sd: [digest(member)] } }, member);
    expect(await defectsOf(text)).toEqual([]);
    expect((await sourceOf(text)).document.address).toEqual({ _sd_alg: 'sha-512', name: 'Ada' });
  });

  test('may have a name that every object knows', async () => {
    const built = encoded(['s', 'constructor', 'Ada & Sons']);
    const text = sdJwt({ ...TYPED, _sd: [digest(built)] }, built);
    expect(await defectsOf(text)).toEqual([]);
    expect(Object.entries((await sourceOf(text)).document)).toContainEqual(['constructor', 'Ada & Sons']);
  });

  test('open what stands beside those that are kept back', async () => {
    const text = sdJwt(
      { ...TYPED, _sd: [digest('kept back'), digest(member)], list: [{ '...': digest('this too') }, 'open'] },
      member,
    );
    expect((await sourceOf(text)).document).toEqual({ ...TYPED, name: 'Ada', list: ['open'] });
  });

  const ALWAYS_OPEN = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'aka_vcts', 'status'];
  test.each(ALWAYS_OPEN)('of %s are forbidden in an SD-JWT VC', async (name) => {
    const others = Object.fromEntries(Object.entries(TYPED).filter(([each]) => each !== name));
    const whole = encoded(['s', name, 'x']);
    expect(await defectsOf(sdJwt({ ...others, _sd: [digest(whole)] }, whole))).toContain(
      `member-malformed /${name}`,
    );
  });

  test.each(['cnf', 'status'])('of anything in %s are forbidden in an SD-JWT VC', async (name) => {
    const part = encoded(['s', 'part', { mood: 'x' }]);
    const text = sdJwt({ ...TYPED, [name]: { _sd: [digest(part)] } }, part);
    expect(await defectsOf(text)).toEqual([`member-malformed /${name}`]);
  });

  test('leave in lists what was never disclosed selectively', async () => {
    const list = ['DE', 7, null, true, { land: 'FR' }, ['IT']];
    expect((await sourceOf(sdJwt({ ...TYPED, list }))).document.list).toEqual(list);
  });

  test('make nothing of a definition, which is no award, but for one that has a type of its own', async () => {
    const definition: JsonObject = { type: 'Profile', name: 'Example' };
    expect(await codeOf(sdJwt({ ...definition, iss: TYPED.iss }))).toBe('no-credential-found');
    const read = await readOne(sdJwt({ ...TYPED, ...definition }));
    expect([read.types, read.issuer.id, read.defects]).toEqual([[TYPED.vct], TYPED.iss, []]);
  });

  test.each(['[]', '"dc+sd-jwt"', 'words'])(
    'behind a token with the header %s are not read',
    async (header) => {
      const [, payload, signature] = sdJwt(TYPED, member).split('.');
      const head = Buffer.from(header).toString('base64url');
      expect(await codeOf(`${head}.${payload}.${signature}`)).toBe('jwt-malformed');
    },
  );

  test('behind a token that was typed as something else are not well made', async () => {
    const payload = { ...TYPED, _sd: [digest(member)] };
    const typed = (typ: string) => `${token(payload, { alg: 'ES256', typ })}~${member}~`;
    expect(await defectsOf(typed('at+jwt'))).toEqual(['member-malformed']);
    expect(await defectsOf(typed('JWT'))).toEqual([]);
    expect(await defectsOf(typed('application/dc+sd-jwt'))).toEqual([]);
    expect(await defectsOf(typed('sd-jwt'))).toEqual([]);
  });

  test('of an SD-JWT VC may call one `vc`, unless it is a credential of its own', async () => {
    expect(await defectsOf(sdJwt({ ...TYPED, vc: 'B2' }))).toEqual([]);
    expect(await defectsOf(sdJwt({ ...TYPED, vc: bareCard }))).toEqual(['claims-contradict /vc']);
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
