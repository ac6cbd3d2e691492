/** Lists that are not to be believed, though they answer: withdrawn ones, another's, broken ones, and those beside the right one. */
import { describe, expect, it } from 'vitest';
import {
  allSet,
  entry,
  issuer,
  LIST,
  listOf,
  packed,
  served,
  signed,
  stranger,
} from '../../build/issued-list.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { fakePorts } from '../../fake/ports.ts';
import { asked, said } from './told.ts';

const ABOVE = 'https://lists.example/above';
/** A list that is itself entered in another. */
const entered = async (over: object = {}, list = LIST, above = ABOVE) =>
  signed({
    ...listOf({}),
    id: list,
    credentialStatus: entry({ id: `${above}#3`, statusListIndex: '3', statusListCredential: above, ...over }),
  });

describe('pitfall 24: a list that is itself withdrawn', () => {
  const told = async (above: FakeDocument | null, list?: FakeDocument) =>
    (await asked(entry(), { [LIST]: list ?? (await entered()), ...(above && { [ABOVE]: above }) })).problem;

  it('is not believed', async () => {
    const revoked = await told(await signed(listOf({ encodedList: allSet, id: `${ABOVE}#list` })));
    expect(revoked).toMatchObject({ code: 'status-list-unverified', cause: { code: 'revoked' } });
    const suspended = await entered({ statusPurpose: 'suspension' });
    const list = listOf({ encodedList: allSet, id: `${ABOVE}#list`, statusPurpose: 'suspension' });
    expect(await told(await signed(list), suspended)).toMatchObject({
      code: 'status-list-unverified',
      cause: { code: 'suspended' },
    });
  });

  it('is believed where the list above it says that it stands', async () => {
    expect(await told(await signed(listOf({ id: `${ABOVE}#list` })))).toBeUndefined();
  });

  it('is not believed where only the last of those above it says so', async () => {
    const last = 'https://lists.example/last';
    const list = await signed({
      ...listOf({}),
      credentialStatus: [ABOVE, last].map((at) => entry({ id: `${at}#7`, statusListCredential: at })),
    });
    const documents = async (over: object) => ({
      [LIST]: list,
      [ABOVE]: await signed(listOf({ id: `${ABOVE}#list` })),
      [last]: await signed(listOf({ id: `${last}#list`, ...over })),
    });
    expect((await asked(entry(), await documents({}))).said).toBe('passed');
    expect((await asked(entry(), await documents({ encodedList: allSet }))).problem).toMatchObject({
      code: 'status-list-unverified',
      cause: { code: 'revoked' },
    });
  });

  it('is not believed where nobody can say', async () => {
    expect(await told(null)).toMatchObject({
      code: 'status-list-unverified',
      cause: { code: 'status-list-unreachable' },
    });
  });

  it('is not believed where it is its own list, and nobody is asked without end', async () => {
    expect(await told(null, await entered({}, LIST, LIST))).toMatchObject({ code: 'status-list-unverified' });
  });
});

describe('a list whose proof is not checked', () => {
  const statusWith = async (list: FakeDocument, more: Record<string, FakeDocument> = {}) => {
    const { problem, status } = await asked(entry(), { [LIST]: list, ...more });
    return [status, problem?.code, problem?.cause?.code];
  };
  const withProof = (proof: object) =>
    served(JSON.stringify({ ...listOf({}), proof: { type: 'DataIntegrityProof', ...proof } }));

  it('leaves the badge unchecked where we do not support the proof, or there is none', async () => {
    const foreign = withProof({ cryptosuite: 'eddsa-of-tomorrow', proofValue: 'z2' });
    expect(await statusWith(foreign)).toEqual(['not-checked', 'status-list-unverified', 'suite-unsupported']);
    const unsigned = served(JSON.stringify(listOf({})));
    expect(await statusWith(unsigned)).toEqual(['not-checked', 'status-list-unverified', 'no-proof']);
  });

  it('leaves it unchecked where its contexts stand in an order in which it is not read', async () => {
    const list = {
      ...listOf({}),
      '@context': ['https://w3id.org/security/data-integrity/v2', 'https://www.w3.org/ns/credentials/v2'],
      proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofValue: 'z2' },
    };
    const told = await statusWith(served(JSON.stringify(list)));
    expect(told).toEqual(['not-checked', 'status-list-unverified', 'context-order']);
  });

  it('leaves it unchecked where the list has a status of an unknown kind', async () => {
    const list = await entered({ type: 'StatusOfTomorrow' });
    expect(await statusWith(list)).toEqual(['not-checked', 'status-list-unverified', 'status-unsupported']);
  });

  it('is no usable answer where the proof fails, or its key cannot be had', async () => {
    const forged = served(await stranger.sign(listOf({}), { kid: `${issuer.did}#0` }));
    expect(await statusWith(forged)).toEqual(['unreachable', 'status-list-unverified', 'signature-invalid']);
    const keyless = served(await issuer.sign(listOf({}), { kid: 'did:web:gone.example#0' }));
    expect(await statusWith(keyless)).toEqual([
      'unreachable',
      'status-list-unverified',
      expect.stringMatching(/^key-/),
    ]);
  });

  it('says the same of a list two lists away', async () => {
    const foreign = withProof({ cryptosuite: 'eddsa-of-tomorrow', proofValue: 'z2' });
    expect((await statusWith(await entered(), { [ABOVE]: foreign }))[0]).toBe('not-checked');
    const forged = served(await stranger.sign(listOf({}), { kid: `${issuer.did}#0` }));
    expect((await statusWith(await entered(), { [ABOVE]: forged }))[0]).toBe('unreachable');
  });
});

describe('pitfall 25: a list that somebody else answers with', () => {
  it.each([
    ['https://mallory.example/list', 'inconclusive status-list-unreachable'],
    ['https://people.lists.example/1', 'inconclusive status-list-unreachable'],
    ['https://lists.example/~mallory/1', 'inconclusive status-list-unreachable'],
    ['https://lists.example/2', 'passed'],
    ['https://www.lists.example/1', 'passed'],
  ])('after a redirect to %s: %s', async (finalUrl, outcome) => {
    const list = { ...(await signed(listOf({}))), finalUrl };
    expect(await said(entry(), list)).toBe(outcome);
  });

  it('says to whom it was sent on', async () => {
    const list = { ...(await signed(listOf({}))), finalUrl: 'https://mallory.example/list' };
    expect((await asked(entry(), { [LIST]: list })).problem?.cause).toEqual({
      code: 'redirected-elsewhere',
      params: { host: 'lists.example', target: 'mallory.example' },
    });
  });

  it('is not believed from a neighbour on a host that strangers share', async () => {
    const at = 'https://storage.googleapis.com/college/1';
    const list = { ...(await signed(listOf({}))), finalUrl: 'https://storage.googleapis.com/mallory/1' };
    const { said: outcome } = await asked(entry({ statusListCredential: at }), { [at]: list });
    expect(outcome).toBe('inconclusive status-list-unreachable');
  });
});

describe('a list that came broken', () => {
  const kept = async (second: FakeDocument) => {
    const store = fakePorts().store;
    const first = await signed(listOf({ encodedList: allSet }));
    await said(entry(), first, { ports: { store } });
    return [
      await said(entry(), second, { ports: { store } }),
      await said(entry(), { error: 'timeout' }, { ports: { store } }),
    ];
  };

  it.each<[string, FakeDocument]>([
    ['an apology', { body: '<html>Back soon</html>', contentType: 'text/html' }],
    ['another JSON', { body: { error: 'try later' } }],
    ['half a token', { body: 'eyJhbGciOiJFUzI1NiJ9.eyJ' }],
    ['nothing', { body: '' }],
  ])('as %s leaves the good one that was kept in its place', async (_what, second) => {
    expect(await kept(second)).toEqual(['failed revoked', 'failed revoked']);
  });

  it('as bits that nobody can unpack leaves the good one', async () => {
    expect(await kept(await signed(listOf({ encodedList: 'u!!' })))).toEqual([
      'failed revoked',
      'failed revoked',
    ]);
  });

  it('signed by another is not believed, and neither kept nor overlooked', async () => {
    const forged = served(await stranger.sign(listOf({})));
    expect(await kept(forged)).toEqual(['inconclusive status-list-unverified', 'failed revoked']);
  });

  it('of ids leaves the good one, too', async () => {
    const store = fakePorts().store;
    const status = { id: LIST, type: '1EdTechRevocationList' };
    const more = { id: 'urn:uuid:1' };
    const list = { id: LIST, issuer: issuer.did, revokedCredential: ['urn:uuid:1'] };
    expect(await said(status, { body: list }, { more, ports: { store } })).toBe('failed revoked');
    for (const body of [{ error: 'try later' }, { ...list, revokedCredential: [7] }, '<html>'])
      expect(await said(status, { body }, { more, ports: { store } })).toBe('failed revoked');
  });
});

describe('a list with entries that nobody can read', () => {
  const ofAnotherForm = [{ credential: 'urn:uuid:1' }];
  const tooMany = Array(100_001).fill('urn:uuid:1');
  const open = 'inconclusive status-list-malformed';
  it.each<[string, readonly string[], readonly unknown[], string]>([
    [
      'of another form still tells by its kept copy who is revoked',
      ['urn:uuid:1'],
      ofAnotherForm,
      'failed revoked',
    ],
    ['of another form no longer tells by it who is not', [], ofAnotherForm, open],
    ['too many still tells by its kept copy who is revoked', ['urn:uuid:1'], tooMany, 'failed revoked'],
    ['too many no longer tells by it who is not', [], tooMany, open],
  ])('%s', async (_what, before, now, expected) => {
    const store = fakePorts().store;
    const status = { id: LIST, type: '1EdTechRevocationList' };
    const told = (revokedCredential: readonly unknown[]) => {
      const list = { body: { id: LIST, issuer: issuer.did, revokedCredential } };
      return said(status, list, { more: { id: 'urn:uuid:1' }, ports: { store } });
    };
    await told(before);
    expect(await told(now)).toBe(expected);
  });
});

describe('a list credential of several subjects', () => {
  const subject = (over: object) => ({
    id: `${LIST}#list`,
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList: packed(),
    ...over,
  });
  const of = async (...subjects: object[]) =>
    said(entry(), await signed({ ...listOf({}), credentialSubject: subjects }));

  it('is looked through to the last', async () => {
    expect(await of(subject({}), subject({ encodedList: allSet }))).toBe('failed revoked');
    expect(await of(subject({ id: undefined }), subject({ id: undefined, encodedList: allSet }))).toBe(
      'failed revoked',
    );
    expect(await of({ type: 'Other' }, subject({ encodedList: allSet }))).toBe('failed revoked');
  });

  it('is read at the one that names its address', async () => {
    const other = 'https://lists.example/2#list';
    expect(await of(subject({ id: other }), subject({ encodedList: allSet }))).toBe('failed revoked');
    expect(await of(subject({ id: other, encodedList: allSet }), subject({}))).toBe('passed');
  });

  it('for several purposes is read for the one that is asked', async () => {
    const suspension = subject({ statusPurpose: 'suspension', encodedList: allSet });
    expect(await of(suspension, subject({}))).toBe('passed');
    expect(await of(suspension)).toBe('inconclusive status-purpose-mismatch');
  });

  it('of more than anybody keeps is not unpacked', async () => {
    expect(await of(...Array.from({ length: 9 }, () => subject({})))).toBe(
      'inconclusive status-list-malformed',
    );
  });
});

it('a list that calls itself by another address is read with a caution', async () => {
  const list = listOf({ id: 'https://lists.example/moved#list' });
  expect(await said(entry(), await signed(list))).toBe('warned status-list-other-address');
  const revoking = listOf({ id: 'https://lists.example/moved#list', encodedList: allSet });
  expect(await said(entry(), await signed(revoking))).toBe('failed revoked');
});

it('a list whose name is no address is read without one', async () => {
  const list = listOf({ id: 'urn:uuid:00000000-0000-4000-8000-00000000000c' });
  expect(await said(entry(), await signed(list))).toBe('passed');
});
