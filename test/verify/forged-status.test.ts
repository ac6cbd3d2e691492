/** Lists that say "revoked" in another way than is asked for: never read as if they said nothing. */
import { expect, it } from 'vitest';
import { entry, issuer, LIST, listOf, packed, signed } from '../build/issued-list.ts';
import { asked, said } from './status/told.ts';

const CLEAR = 'passed';
const ID = 'urn:uuid:00000000-0000-4000-8000-0000000000e1';
const ofIds = { id: LIST, type: '1EdTechRevocationList' };

it.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
  ['nothing', { revokedCredential: [] }, /^passed/],
  ['no members', {}, /^passed/],
  ['it in the member of Open Badges 2', { revokedAssertions: [ID] }, /^failed revoked/],
  ['its id in capitals', { revokedCredential: [{ id: ID.toUpperCase() }] }, /^failed revoked/],
  ['it under a name that nobody knows', { revoked: [ID] }, /^inconclusive/],
  [
    'it beside one that is reinstated',
    { revokedCredential: [{ id: ID, revoked: false }, { id: ID }] },
    /^failed revoked/,
  ],
])('a list of ids that holds %s', async (_, members, expected) => {
  const list = { body: { id: LIST, issuer: issuer.did, ...members } };
  const { said: told } = await asked(ofIds, { [LIST]: list }, { more: { id: ID } });
  expect(told).toMatch(expected);
});

it('a list made with another size than the entry has is not read by the wrong bits', async () => {
  const bytes = new Uint8Array(131_072 / 4);
  // Entry 7 of two bits.
  bytes[1] = 1;
  const encodedList = packed(bytes);
  const list = await signed(listOf({ encodedList, statusSize: 2 }));
  expect(await said(entry({ statusSize: 2 }), list)).toMatch(/^failed/);
  expect(await said(entry(), list)).toMatch(/^inconclusive/);
  expect(await said(entry(), await signed(listOf({ encodedList, statusSize: 1 })))).toMatch(CLEAR);
});

it.each([
  [['BitstringStatusListEntry', '1EdTechRevocationList']],
  [['1EdTechRevocationList', 'BitstringStatusListEntry']],
])('an entry of the types %j is looked up by both', async (type) => {
  const ids = 'https://lists.example/ids';
  const told = async (revokedCredential: readonly string[]) => {
    const list = { body: { id: ids, issuer: issuer.did, revokedCredential } };
    const documents = { [LIST]: await signed(listOf({})), [ids]: list };
    return (await asked(entry({ id: ids, type }), documents, { more: { id: ID } })).said;
  };
  expect(await told([])).toMatch(CLEAR);
  expect(await told([ID])).toMatch(/^failed revoked/);
});

it('an entry of which one type is unknown is left open, wherever that type stands', async () => {
  const types = ['BitstringStatusListEntry', 'OtherStatus'];
  for (const type of [types, types.toReversed()])
    expect(await said(entry({ type }), await signed(listOf({})))).toMatch(/^inconclusive status-unsupported/);
});
