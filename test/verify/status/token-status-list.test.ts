import { describe, expect, it } from 'vitest';
import { issuer, LIST } from '../../build/issued-list.ts';
import { CLAIMS, card, listToken, packed, served } from '../../build/issued-token-list.ts';
import type { JwtKey } from '../../build/jwt.ts';
import { signVcJwt } from '../../build/jwt.ts';
import { unsignedBadge } from '../../build/jwt-issuer.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { NOW } from '../../fake/ports.ts';
import { checkCard, keeping, told } from './told.ts';

const OTHER = 'https://lists.example/2';

describe('a token status list', () => {
  it.each([
    [1, { 4: 1, 6: 1 }, 'passed', 'signature-verified'],
    [1, { 5: 1 }, 'failed revoked', 'revoked'],
    [2, { 5: 1 }, 'failed revoked', 'revoked'],
    [2, { 5: 2 }, 'warned suspended', 'revoked'],
    [4, { 5: 1, 4: 15 }, 'failed revoked', 'revoked'],
    [8, { 5: 2 }, 'warned suspended', 'revoked'],
    [8, { 4: 255, 6: 255 }, 'passed', 'signature-verified'],
    [4, { 5: 3 }, 'inconclusive status-unsupported', 'not-checked'],
  ] as const)('of %i bits with %j says %s', async (bits, values, said, status) => {
    const list = await listToken({ ...CLAIMS, status_list: { bits, lst: packed(bits, values) } });
    expect(await checkCard(await card(), list)).toMatchObject({ said, status });
  });

  it('that has a status of its own is not believed: nobody can say what that is', async () => {
    const list = await listToken({ ...CLAIMS, status: { status_list: { idx: 1, uri: OTHER } } });
    expect((await checkCard(await card(), list)).said).toBe('inconclusive status-list-unverified');
  });

  it('that a redirector answers with is not believed', async () => {
    const list = { ...served(await listToken(CLAIMS)), finalUrl: 'https://mallory.example/1' };
    expect((await checkCard(await card(), list)).said).toBe('inconclusive status-list-unreachable');
  });

  it('that cannot be had says nothing', async () => {
    expect((await checkCard(await card(), { status: 404 })).said).toBe(
      'inconclusive status-list-unreachable',
    );
    expect((await checkCard(await card(), '<html>')).said).toBe('inconclusive status-list-malformed');
  });

  it.each([
    [{ idx: 512, uri: LIST }, 'status-index-out-of-range'],
    [{ idx: -1, uri: LIST }, 'status-malformed'],
    [{ idx: 1.5, uri: LIST }, 'status-malformed'],
    [{ idx: '5', uri: LIST }, 'status-malformed'],
    [{ idx: 5 }, 'status-malformed'],
  ])('asked for %j answers nothing', async (asked, code) => {
    expect((await checkCard(await card({ status_list: asked }), await listToken(CLAIMS))).said).toBe(
      `inconclusive ${code}`,
    );
  });

  it('at no address is malformed', async () => {
    expect((await checkCard(await card({ status_list: { idx: 5, uri: 'lists/1' } }), '')).said).toBe(
      'inconclusive status-malformed',
    );
  });

  it('at two addresses is at none, also where they look like one in a row', async () => {
    const two = [LIST, OTHER];
    const list = served(await listToken({ ...CLAIMS, sub: two }));
    const documents = { [LIST]: list, [OTHER]: list, [two.join(',')]: list };
    expect((await told(await card({ status_list: { idx: 5, uri: two } }), documents)).said).toBe(
      'inconclusive status-malformed',
    );
  });

  it('beside a list of a kind that nobody knows leaves the question open', async () => {
    const both = { status_list: { idx: 5, uri: LIST }, future_list: { at: 1 } };
    expect(await checkCard(await card(both), await listToken(CLAIMS))).toMatchObject({
      said: 'inconclusive status-unsupported',
      status: 'not-checked',
    });
  });

  it.each([
    ['a word', 'revoked', 'status-unsupported'],
    ['a number', 1, 'status-unsupported'],
    ['null', null, 'status-unsupported'],
    ['a list', [{ status_list: { idx: 5, uri: LIST } }], 'status-unsupported'],
    ['nothing', {}, 'status-unsupported'],
    ['a mechanism that is a word', { future_list: 'revoked' }, 'status-unsupported'],
    ['a list that is a word', { status_list: LIST }, 'status-malformed'],
    [
      'one that is understood beside one that is not',
      { status_list: { idx: 5, uri: LIST }, state: 1 },
      'status-unsupported',
    ],
  ])('claim that is %s is not understood, which is not none', async (_, status, code) => {
    expect(await checkCard(await card(status), await listToken(CLAIMS))).toMatchObject({
      said: `inconclusive ${code}`,
      status: 'not-checked',
    });
  });

  it('kept from before serves no longer than its ttl', async () => {
    const text = await listToken({ ...CLAIMS, ttl: 60 });
    const gone: FakeDocument = { error: 'timeout' };
    const aged = async (seconds: number) =>
      (await checkCard(await card(), gone, keeping({ text, at: NOW - seconds * 1000 }))).said;
    expect(await aged(61)).toBe('inconclusive status-list-stale');
    expect(await aged(59)).toBe('passed');
  });

  it('without a ttl serves from before for a day and no longer', async () => {
    const text = await listToken(CLAIMS);
    const aged = async (hours: number) =>
      (await told(await card(), {}, keeping({ text, at: NOW - hours * 3_600_000 }))).said;
    expect(await aged(1)).toBe('passed');
    expect(await aged(25)).toBe('inconclusive status-list-stale');
  });

  it('that a VC-JWT names beside its credential is looked up as well', async () => {
    const named: JwtKey = {
      ...issuer.key,
      sign: (payload) =>
        issuer.sign({ ...payload, status: { status_list: { idx: 5, uri: LIST } } }, { typ: 'JWT' }),
    };
    const token = await signVcJwt(unsignedBadge(issuer.did), named);
    const list = await listToken({ ...CLAIMS, status_list: { bits: 1, lst: packed(1, { 5: 1 }) } });
    expect((await checkCard(token, list)).said).toBe('failed revoked');
  });
});
