import { describe, expect, it } from 'vitest';
import { allSet, entry, LIST, listOf, packed, signed } from '../../build/issued-list.ts';
import { fakeNet } from '../../fake/net.ts';
import { NOW } from '../../fake/ports.ts';
import { asked, said } from './told.ts';

const OTHER = 'https://lists.example/2';
const messages = await signed(listOf({ statusPurpose: 'message', encodedList: allSet }));

describe('an entry of a bitstring list', () => {
  it('is looked up where it is whole', async () => {
    expect(await said(entry(), await signed(listOf({})))).toBe('passed');
    expect(await said(entry({ statusListIndex: 7 }), await signed(listOf({})))).toBe('passed');
    expect(await said(entry({ statusSize: [1] }), await signed(listOf({})))).toBe('passed');
  });

  it.each([
    ['without an address', { statusListCredential: undefined }],
    ['with a number for its address', { statusListCredential: 7 }],
    ['whose address is none', { statusListCredential: 'lists/1' }],
    ['without a purpose', { statusPurpose: undefined }],
    ['with an index that is none', { statusListIndex: ['7', 'x'] }],
    ['of more lists and indexes than anybody gives', { statusListIndex: '123456789'.split('') }],
    ['without an index', { statusListIndex: undefined }],
    ['of two sizes', { statusSize: [1, 8] }],
  ])('%s is malformed', async (_, over) => {
    expect(await said(entry(over), await signed(listOf({})))).toBe('inconclusive status-malformed');
  });

  it('of two purposes is looked up for each', async () => {
    const purposes = { statusPurpose: ['revocation', 'suspension'] };
    expect(await said(entry(purposes), await signed(listOf(purposes)))).toBe('passed');
    expect(await said(entry(purposes), await signed(listOf({ ...purposes, encodedList: allSet })))).toBe(
      'failed revoked',
    );
    expect(await said(entry(purposes), await signed(listOf({})))).toBe(
      'inconclusive status-purpose-mismatch',
    );
  });

  it('at two addresses is at both, also where they look like one in a row', async () => {
    const [list, other] = [await signed(listOf({})), await signed(listOf({ id: `${OTHER}#list` }))];
    const two = [LIST, OTHER];
    const ask = (documents: Record<string, typeof list>) =>
      asked(entry({ statusListCredential: two }), documents);
    expect((await ask({ [LIST]: list, [OTHER]: other })).said).toBe('passed');
    expect((await ask({ [LIST]: list, [two.join(',')]: other })).said).toBe(
      'inconclusive status-list-unreachable',
    );
  });

  it('of a purpose that nobody defined says nothing about the credential', async () => {
    const list = listOf({ statusPurpose: 'mood', encodedList: allSet });
    expect(await said(entry({ statusPurpose: 'mood' }), await signed(list))).toBe(
      'inconclusive status-unsupported',
    );
  });

  it('in a short list, beside one of an unknown kind, does not make the badge unreachable', async () => {
    const short = await signed(listOf({ encodedList: packed(new Uint8Array(128)) }));
    const both = [entry(), { id: 'urn:uuid:00000000-0000-4000-8000-00000000000e', type: 'ExampleStatus' }];
    expect((await asked(entry(), { [LIST]: short })).said).toBe('warned status-list-too-short');
    expect(await asked(both, { [LIST]: short })).toMatchObject({
      said: 'inconclusive status-unsupported',
      status: 'not-checked',
    });
  });

  it('whose message has no words is a warning all the same', async () => {
    expect(await said(entry({ statusPurpose: 'message' }), messages)).toBe('warned status-message');
  });

  it('whose message has no words is told by its number', async () => {
    expect((await asked(entry({ statusPurpose: 'message' }), { [LIST]: messages })).problem).toMatchObject({
      code: 'status-message',
      params: { message: '1' },
    });
  });

  it('that was answered a moment after it was asked about is no copy, and none too old', async () => {
    const list = await signed(listOf({ ttl: 1 }));
    for (const late of [5_000, -5_000]) {
      const net = fakeNet({ [LIST]: list }, NOW + late);
      expect(await said(entry(), null, { ports: { net } })).toBe('passed');
    }
  });

  it('that cannot be looked up tells the host of its list', async () => {
    expect((await asked(entry(), {})).problem).toMatchObject({
      code: 'status-list-unreachable',
      params: { host: 'lists.example' },
    });
  });
});

it('more entries than anybody gives are not all asked for', async () => {
  const entries = Array.from({ length: 200 }, (_, index) => entry({ id: `${LIST}#${index}` }));
  expect(await said(entries, await signed(listOf({})))).toMatch(/^inconclusive /);
});
