import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCredential } from '../../../src/credential/read.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import { verify } from '../../../src/verify/verify.ts';
import type { Json } from '../../build/badge.ts';
import { createJwtKey } from '../../build/jwt.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';
import { BADGE, unsignedBadge } from '../jwt-badge.ts';

// What no JSON-LD processor would sign, a JWT carries: here the entries and the lists are wrong in every way there is.
const LIST = 'https://lists.example/1';
const key = await createJwtKey('ES256');
const { kty, crv, x, y } = key.publicJwk;
const did = `did:jwk:${Buffer.from(JSON.stringify({ kty, crv, x, y })).toString('base64url')}`;
const sign = (payload: Json, typ = 'vc+jwt') => key.sign(payload, { typ, kid: `${did}#0` });

const packed = (prefix = 'u'): string =>
  `${prefix}${gzipSync(new Uint8Array(131_072 / 8)).toString('base64url')}`;
interface Kind {
  readonly context?: string;
  readonly type: string;
  readonly subjectType: string;
}
const BITSTRING: Kind = { type: 'BitstringStatusListCredential', subjectType: 'BitstringStatusList' };

const listOf = (subject: unknown, { type, subjectType }: Kind = BITSTRING, encodedList = packed()): Json => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: LIST,
  type: ['VerifiableCredential', type],
  issuer: did,
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject:
    typeof subject === 'object' && subject !== null
      ? { id: `${LIST}#list`, type: subjectType, statusPurpose: 'revocation', encodedList, ...subject }
      : subject,
});

async function asked(
  credentialStatus: unknown,
  list: FakeDocument | null,
  { more = {}, ports = {} }: { more?: Json; ports?: Partial<VerifyPorts> } = {},
): Promise<string> {
  const badge = unsignedBadge(did, { credentialStatus, ...more });
  const read = readCredential(await sign(badge), null);
  if (!read.ok) throw new Error(read.problem.code);
  const net = fakeNet(list === null ? {} : { [LIST]: list }, NOW);
  const { report } = await verify({ credential: read.value, claim: null }, fakePorts({ net, ...ports }));
  const { state, problem } = report.outcomes.revocation;
  return problem ? `${state} ${problem.code}` : state;
}
const signed = async (list: Json): Promise<FakeDocument> => ({
  body: await sign(list),
  contentType: 'application/vc+jwt',
});
const entry = (over: Json = {}): Json => ({
  id: `${LIST}#7`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '7',
  statusListCredential: LIST,
  ...over,
});

describe('an entry of a bitstring list', () => {
  it('is looked up where it is whole', async () => {
    expect(await asked(entry(), await signed(listOf({})))).toBe('passed');
    expect(await asked(entry({ statusListIndex: 7 }), await signed(listOf({})))).toBe('passed');
  });

  it.each<[string, Json]>([
    ['without an address', { statusListCredential: undefined }],
    ['with a number for its address', { statusListCredential: 7 }],
    ['whose address is none', { statusListCredential: 'lists/1' }],
    ['without a purpose', { statusPurpose: undefined }],
    ['of two purposes', { statusPurpose: ['revocation', 'suspension'] }],
    ['of two indexes', { statusListIndex: ['7', '8'] }],
    ['without an index', { statusListIndex: undefined }],
  ])('%s is malformed', async (_, over) => {
    expect(await asked(entry(over), await signed(listOf({})))).toBe('inconclusive status-malformed');
  });

  it('of a purpose that nobody defined says nothing about the credential', async () => {
    const bytes = new Uint8Array(131_072 / 8).fill(255);
    const list = listOf({ statusPurpose: 'mood', encodedList: `u${gzipSync(bytes).toString('base64url')}` });
    expect(await asked(entry({ statusPurpose: 'mood' }), await signed(list))).toBe(
      'inconclusive status-unsupported',
    );
  });

  it('whose message has no words is told by its number', async () => {
    const bytes = new Uint8Array(131_072 / 8).fill(255);
    const list = listOf({
      statusPurpose: 'message',
      encodedList: `u${gzipSync(bytes).toString('base64url')}`,
    });
    expect(await asked(entry({ statusPurpose: 'message' }), await signed(list))).toBe(
      'warned status-message',
    );
  });
});

describe('a bitstring list', () => {
  it.each<[string, unknown]>([
    ['about another type of thing', { type: 'Profile' }],
    ['about a thing without a type', { type: undefined }],
    ['without bits', { encodedList: undefined }],
    ['whose bits are no text', { encodedList: [packed()] }],
    ['about nothing but a text', 'did:example:list'],
    ['about nothing', undefined],
  ])('%s is malformed', async (_, subject) => {
    expect(await asked(entry(), await signed(listOf(subject)))).toBe('inconclusive status-list-malformed');
  });

  it('that is no credential is malformed', async () => {
    expect(await asked(entry(), { body: { hello: 'world' } })).toBe('inconclusive status-list-malformed');
  });

  it('that only leaves out what a token should say is believed', async () => {
    const plain = { body: await sign(listOf({}), 'JWT'), contentType: 'application/jwt' };
    expect(await asked(entry(), plain)).toBe('passed');
  });

  it('whose ttl is none serves for a day', async () => {
    const text = await sign(listOf({ ttl: -1 }));
    const store = { ...fakePorts().store, get: async () => ({ text, at: NOW - 3_600_000 }) };
    expect(await asked(entry(), null, { ports: { store } })).toBe('passed');
  });

  it('whose bytes are no text leaves the question open', async () => {
    const body = Uint8Array.of(0xff, 0xfe, 0xfd, 0x80);
    expect(await asked(entry(), { body })).toMatch(/^inconclusive status-list-(?:malformed|unreachable)$/);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'kept'],
    ['no text', { at: NOW }],
    ['no time', { text: 'kept' }],
    ['a time that is none', { text: 'kept', at: 'now' }],
  ])('of which the store kept %s cannot be had', async (_, kept) => {
    const store = { ...fakePorts().store, get: async () => kept };
    expect(await asked(entry(), null, { ports: { store } })).toBe('inconclusive status-list-unreachable');
  });
});

describe('the lists before', () => {
  const base64 = gzipSync(new Uint8Array(131_072 / 8)).toString('base64');
  it.each<[string, Kind, Json, string]>([
    [
      'StatusList2021',
      { type: 'StatusList2021Credential', subjectType: 'StatusList2021' },
      { type: 'StatusList2021Entry' },
      packed(''),
    ],
    [
      'StatusList2021 in plain base64',
      { type: 'StatusList2021Credential', subjectType: 'StatusList2021' },
      { type: 'StatusList2021Entry' },
      base64,
    ],
    [
      'RevocationList2020',
      { type: 'RevocationList2020Credential', subjectType: 'RevocationList2020' },
      { type: 'RevocationList2020Status', revocationListIndex: '7', revocationListCredential: LIST },
      packed(''),
    ],
  ])('%s are read', async (_, kind, over, encodedList) => {
    expect(await asked(entry(over), await signed(listOf({}, kind, encodedList)))).toBe('passed');
    expect(await asked(entry(over), await signed(listOf({}, kind, `!${encodedList}`)))).toBe(
      'inconclusive status-list-malformed',
    );
  });
});

describe('a list of revoked ids', () => {
  const asks = (over: Json = {}): Json => ({ id: LIST, type: '1EdTechRevocationList', ...over });
  const list = (over: Json): FakeDocument => ({ body: { id: LIST, issuer: did, ...over } });

  it.each<[string, Json]>([
    ['without an address', { id: undefined }],
    ['whose address is a number', { id: 7 }],
    ['whose address is none', { id: 'lists/1' }],
  ])('%s is malformed', async (_, over) => {
    expect(await asked(asks(over), list({}))).toMatch(/^inconclusive status-malformed$/);
  });

  it('cannot be asked about a credential without an id', async () => {
    const more = { id: undefined as never };
    expect(await asked(asks(), list({ revokedCredential: [] }), { more })).toBe(
      'inconclusive status-malformed',
    );
  });

  it('may name its issuer as an object, which must be the credential’s', async () => {
    expect(await asked(asks(), list({ issuer: { id: did } }))).toBe('passed');
    expect(await asked(asks(), list({ issuer: { id: 'did:web:else.example' } }))).toBe(
      'inconclusive status-list-other-issuer',
    );
  });

  it('with nothing in it is known by its type', async () => {
    const bare = (type: string): FakeDocument => ({ body: { type } });
    expect(await asked(asks(), bare('1EdTechRevocationList'))).toBe('passed');
    expect(await asked(asks(), bare('Profile'))).toBe('inconclusive status-list-malformed');
  });

  it('revokes by an id alone, and by nothing that is no id', async () => {
    expect(await asked(asks(), list({ revokedCredential: [7, null, ['x'], BADGE] }))).toBe('failed revoked');
    expect(await asked(asks(), list({ revokedCredential: [7, null, [BADGE]] }))).toBe(
      'inconclusive status-list-malformed',
    );
  });

  it('knows nobody by an empty id', async () => {
    expect(await asked(asks({ uid: '' }), list({ revokedCredential: [{ id: '' }, { uid: '' }] }))).not.toBe(
      'failed revoked',
    );
  });

  it('revokes by the uid that the entry names', async () => {
    const uid = 'badge-7';
    expect(await asked(asks({ uid }), list({ revokedCredential: [{ uid }] }))).toBe('failed revoked');
  });

  it('kept from before serves for a day and no longer', async () => {
    const text = JSON.stringify({ id: LIST, issuer: did, revokedCredential: [] });
    const kept = (hours: number) => ({
      ...fakePorts().store,
      get: async () => ({ text, at: NOW - hours * 3_600_000 }),
    });
    expect(await asked(asks(), null, { ports: { store: kept(23) } })).toBe('passed');
    expect(await asked(asks(), null, { ports: { store: kept(25) } })).toBe('inconclusive status-list-stale');
    expect(await asked(asks(), null, { ports: { store: kept(-1) } })).toBe('inconclusive status-list-stale');
  });
});

describe('a token status list', () => {
  const asks = { status_list: { idx: 5, uri: LIST } };
  const vc = async (status: unknown): Promise<string> =>
    `${await key.sign({ iss: did, vct: 'https://a.example/card', status }, { typ: 'dc+sd-jwt', kid: `${did}#0` })}~`;
  async function told(status: unknown, list: string): Promise<string> {
    const read = readCredential(await vc(status), null);
    if (!read.ok) throw new Error(read.problem.code);
    const net = fakeNet({ [LIST]: { body: list, contentType: 'application/statuslist+jwt' } }, NOW);
    const { report } = await verify({ credential: read.value, claim: null }, fakePorts({ net }));
    const { state, problem } = report.outcomes.revocation;
    return problem ? `${state} ${problem.code}` : state;
  }
  const token = (claims: unknown, header: Json = {}): Promise<string> =>
    key.sign(claims as Json, { typ: 'statuslist+jwt', kid: `${did}#0`, ...header });
  const CLAIMS = { sub: LIST, iat: NOW / 1000 - 60 };

  it('at no address is malformed', async () => {
    expect(await told({ status_list: { idx: 5, uri: 'lists/1' } }, '')).toBe('inconclusive status-malformed');
  });

  it.each<[string, unknown]>([
    ['whose claims are a list', []],
    ['whose size is no number', { ...CLAIMS, status_list: { bits: '1', lst: 'eNpjYBgFAAEAAAE' } }],
    ['whose end is no number', { ...CLAIMS, exp: 'never', status_list: { bits: 1, lst: 'eNpjYBgFAAEAAAE' } }],
    ['whose bits are no text', { ...CLAIMS, status_list: { bits: 1, lst: 7 } }],
  ])('%s is malformed', async (_, claims) => {
    expect(await told(asks, await token(claims))).toBe('inconclusive status-list-malformed');
  });

  it('whose claims are no JSON is malformed', async () => {
    const [head, , tail] = (await token(CLAIMS)).split('.');
    expect(await told(asks, `${head}.${Buffer.from('{').toString('base64url')}.${tail}`)).toBe(
      'inconclusive status-list-malformed',
    );
  });

  it('serves until its end, whichever of its keeper’s keys signed', async () => {
    const packed = deflateSync(new Uint8Array(64)).toString('base64url');
    const claims = { ...CLAIMS, status_list: { bits: 1, lst: packed } };
    expect(await told(asks, await token({ ...claims, exp: NOW / 1000 + 60 }))).toBe('passed');
    expect(await told(asks, await token({ ...claims, exp: NOW / 1000 - 60 }))).toBe(
      'inconclusive status-list-expired',
    );
    for (const ttl of ['60', 0]) {
      expect(await told(asks, await token({ ...claims, ttl }))).toBe('inconclusive status-list-malformed');
    }
  });

  it('whose key cannot be found is not believed', async () => {
    const elsewhere = await token(CLAIMS, { kid: 'did:web:gone.example#0' });
    expect(await told(asks, elsewhere)).toBe('inconclusive status-list-unverified');
  });
});

it('more entries than anybody gives are not all asked for', async () => {
  const entries = Array.from({ length: 200 }, (_, index) => entry({ id: `${LIST}#${index}` }));
  expect(await asked(entries, await signed(listOf({})))).toMatch(/^inconclusive /);
});
