import { describe, expect, it } from 'vitest';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { Json, JsonObject } from '../../../src/json.ts';
import { FAMILIES, lookUpBit } from '../../../src/verify/status/bitstring.ts';
import {
  allSet,
  entry,
  type Family,
  LIST as ISSUED_LIST,
  issuer,
  listOf,
  packed,
  served,
  signed,
} from '../../build/issued-list.ts';
import { unsignedBadge } from '../../build/jwt-issuer.ts';
import { inspectInClosedWorld } from '../../fake/closed-world.ts';
import { NOW } from '../../fake/ports.ts';
import { codeOf, first, KEEPER, KEEPER_ADDRESS, keeper, LIST, lookedUp, method } from './looked-up.ts';
import { keeping, said } from './told.ts';

describe('a bitstring list', () => {
  it.each([
    ['about another type of thing', { type: 'Profile' }],
    ['about a thing without a type', { type: undefined }],
    ['without bits', { encodedList: undefined }],
    ['whose bits are no text', { encodedList: [packed()] }],
    ['about nothing but a text', 'did:example:list'],
    ['about nothing', undefined],
  ])('%s is malformed', async (_, subject) => {
    expect(await said(entry(), await signed(listOf(subject)))).toBe('inconclusive status-list-malformed');
  });

  it('that is no credential is malformed', async () => {
    expect(await said(entry(), { body: { hello: 'world' } })).toBe('inconclusive status-list-malformed');
  });

  it('that only leaves out what a token should say is believed', async () => {
    const plain = { body: await issuer.sign(listOf({}), { typ: 'JWT' }), contentType: 'application/jwt' };
    expect(await said(entry(), plain)).toBe('passed');
  });

  it('whose ttl is none serves for a day', async () => {
    const text = await issuer.sign(listOf({ ttl: -1 }));
    expect(await said(entry(), null, { ports: keeping({ text, at: NOW - 3_600_000 }) })).toBe('passed');
  });

  it('whose bytes are no text leaves the question open', async () => {
    const body = Uint8Array.of(0xff, 0xfe, 0xfd, 0x80);
    expect(await said(entry(), { body })).toMatch(/^inconclusive status-list-(?:malformed|unreachable)$/);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'kept'],
    ['no text', { at: NOW }],
    ['no time', { text: 'kept' }],
    ['a time that is none', { text: 'kept', at: 'now' }],
  ])('of which the store kept %s cannot be had', async (_, kept) => {
    expect(await said(entry(), null, { ports: keeping(kept) })).toBe('inconclusive status-list-unreachable');
  });
});

describe('the lists before, and those of drafts', () => {
  const BEFORE: Family = { type: 'StatusList2021Credential', subjectType: 'StatusList2021' };
  const EARLIEST: Family = { type: 'RevocationList2020Credential', subjectType: 'RevocationList2020' };
  const base64url = packed().slice(1);
  const base64 = Buffer.from(base64url, 'base64url').toString('base64');
  const earliest = {
    type: 'RevocationList2020Status',
    revocationListIndex: '7',
    revocationListCredential: LIST,
  };
  it.each([
    ['StatusList2021', BEFORE, { type: 'StatusList2021Entry' }, base64url],
    ['StatusList2021 in plain base64', BEFORE, { type: 'StatusList2021Entry' }, base64],
    ['RevocationList2020', EARLIEST, earliest, base64url],
    ['StatusList2021 with a prefix', BEFORE, { type: 'StatusList2021Entry' }, packed()],
    ['lists without their multibase prefix', undefined, {}, base64url],
    ['lists in plain base64', undefined, {}, base64],
    ['lists with a prefix and padding', undefined, {}, `u${base64}`],
  ])('%s are read', async (_, family, over, encodedList) => {
    expect(await said(entry(over), await signed(listOf({ encodedList }, family)))).toBe('passed');
    const broken = listOf({ encodedList: `!${encodedList}` }, family);
    expect(await said(entry(over), await signed(broken))).toBe('inconclusive status-list-malformed');
  });
});

it('a list of a million signs of padding is malformed at once', async () => {
  const encodedList = `u${'='.repeat(1_000_000)}A`;
  expect(await said(entry(), await signed(listOf({ encodedList })))).toBe(
    'inconclusive status-list-malformed',
  );
});

describe('a list of bits', () => {
  const told = async (encodedList: string, over: JsonObject = {}) => {
    const list = { ...listOf({ encodedList }), issuer: KEEPER };
    return lookedUp(lookUpBit(FAMILIES.BitstringStatusListEntry), {
      json: { ...(entry() as JsonObject), ...over },
      documents: {
        [LIST]: served(await first.sign(list, { typ: 'vc+jwt', kid: `${KEEPER}#a` })),
        [KEEPER_ADDRESS]: keeper(method(first, 'a')),
      },
    });
  };

  it('is packed in base64, and in no other base', async () => {
    expect(codeOf(await told(allSet))).toBe('revoked');
    const bytes = Buffer.from(allSet.slice(1), 'base64url');
    for (const other of [`z${encodeBase58btc(bytes)}`, `m${bytes.toString('base64')}`])
      expect(codeOf(await told(other))).toBe('status-list-malformed');
  });

  it('gives as a reason the message of its value, if there is one', async () => {
    expect((await told(allSet)).problem?.params).toBeUndefined();
    const message = 'Copied';
    const reasonOf = async (status: Json) =>
      (await told(allSet, { statusMessage: [{ status, message }] })).problem?.params;
    expect(await reasonOf('0x1')).toEqual({ reason: message });
    expect(await reasonOf(1)).toBeUndefined();
  });
});

describe('the lists of one document', () => {
  const rowsOf = async (entries: readonly object[], list: unknown) =>
    inspectInClosedWorld(
      await Promise.all(
        entries.map((credentialStatus) => issuer.sign(unsignedBadge(issuer.did, { credentialStatus }))),
      ),
      { documents: { [ISSUED_LIST]: await signed(listOf(list)) } },
    );

  it('are unpacked for a hundred badges', async () => {
    const entries = Array.from({ length: 100 }, (_, index) => entry({ statusListIndex: String(index) }));
    const rows = await rowsOf(entries, {});
    expect(new Set(rows.map(({ verdict }) => verdict.status))).toEqual(new Set(['signature-verified']));
  });

  it('are unpacked up to some hundred megabytes, and nothing is said by the others', async () => {
    const encodedList = packed(new Uint8Array(8_388_608));
    const credentialStatus = Array.from({ length: 20 }, (_, index) =>
      entry({ statusListIndex: String(index) }),
    );
    const many = {
      ...listOf({}),
      credentialSubject: Array(8).fill({
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList,
      }),
    };
    const [row] = await inspectInClosedWorld(
      await issuer.sign(unsignedBadge(issuer.did, { credentialStatus })),
      {
        documents: { [ISSUED_LIST]: await signed(many) },
      },
    );
    const { problem } = row?.report.outcomes.revocation ?? {};
    expect([row?.verdict.status, problem?.code, problem?.cause?.code]).toEqual([
      'unreachable',
      'status-list-malformed',
      'inflated-too-large',
    ]);
  });
});
