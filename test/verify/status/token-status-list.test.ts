import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCredential } from '../../../src/credential/read.ts';
import { judge } from '../../../src/verify/judge.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import { verify } from '../../../src/verify/verify.ts';
import type { Json } from '../../build/badge.ts';
import { createJwtKey, type JwtKey, signVcJwt } from '../../build/jwt.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';
import { unsignedBadge } from '../jwt-badge.ts';

const LIST = 'https://lists.example/tokens/1';
const SECOND = NOW / 1000;

interface Issuer {
  readonly did: string;
  readonly key: JwtKey;
}
async function createIssuer(): Promise<Issuer> {
  const key = await createJwtKey('ES256');
  const { kty, crv, x, y } = key.publicJwk;
  const did = `did:jwk:${Buffer.from(JSON.stringify({ kty, crv, x, y })).toString('base64url')}`;
  return { did, key };
}
let issuer: Issuer;
let stranger: Issuer;
beforeAll(async () => {
  [issuer, stranger] = await Promise.all([createIssuer(), createIssuer()]);
});

/** An SD-JWT VC that asks for the status at an index. */
const credential = async (status: unknown = { status_list: { idx: 5, uri: LIST } }): Promise<string> =>
  `${await issuer.key.sign(
    { iss: issuer.did, vct: 'https://a.example/types/card', iat: SECOND - 9, status },
    { typ: 'dc+sd-jwt', kid: `${issuer.did}#0` },
  )}~`;

/** Statuses packed as Token Status List §4.1 has it, by hand: value `v` at index `i` of `bits` bits. */
function packed(bits: number, values: Readonly<Record<number, number>>): string {
  const bytes = new Uint8Array(64);
  for (const [index, value] of Object.entries(values)) {
    const at = Number(index) * bits;
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (value << (at & 7));
  }
  return deflateSync(bytes).toString('base64url');
}

const listToken = (
  claims: Json = {},
  { by = issuer, header = {} }: { by?: Issuer; header?: Json } = {},
): Promise<string> =>
  by.key.sign(
    { sub: LIST, iat: SECOND - 60, status_list: { bits: 1, lst: packed(1, {}) }, ...claims },
    { typ: 'statuslist+jwt', kid: `${by.did}#0`, ...header },
  );

async function check(
  token: string,
  list: string | FakeDocument,
  ports: Partial<VerifyPorts> = {},
): Promise<{ said: string; status: string; facts: unknown; others: readonly string[] }> {
  const read = readCredential(token, null);
  if (!read.ok) throw new Error(read.problem.code);
  const document =
    typeof list === 'string' ? { body: list, contentType: 'application/statuslist+jwt' } : list;
  const net = fakeNet({ [LIST]: document }, NOW);
  const { report } = await verify({ credential: read.value, claim: null }, fakePorts({ net, ...ports }));
  const { state, problem, others = [], facts } = report.outcomes.revocation;
  return {
    said: problem ? `${state} ${problem.code}` : state,
    status: judge(report).status,
    facts,
    others: others.map(({ code }) => code),
  };
}

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
    const list = await listToken({ status_list: { bits, lst: packed(bits, values) } });
    expect(await check(await credential(), list)).toMatchObject({ said, status });
  });

  it.each([
    ['of another address', { sub: `${LIST}0` }, 'status-list-malformed'],
    ['without a time', { iat: undefined }, 'status-list-malformed'],
    ['from the future', { iat: SECOND + 3600 }, 'status-list-not-yet-valid'],
    ['past its end', { exp: SECOND - 1 }, 'status-list-expired'],
    ['of three bits', { status_list: { bits: 3, lst: packed(1, {}) } }, 'status-list-malformed'],
    ['that is not packed', { status_list: { bits: 1, lst: 'AAAA' } }, 'status-list-malformed'],
    ['with a negative ttl', { ttl: -1 }, 'status-list-malformed'],
    ['without a list', { status_list: undefined }, 'status-list-malformed'],
  ])('%s answers nothing', async (_what, claims, code) => {
    expect((await check(await credential(), await listToken(claims))).said).toBe(`inconclusive ${code}`);
  });

  it('that another key signed in the issuer’s name answers nothing', async () => {
    const list = await stranger.key.sign(
      { sub: LIST, iat: SECOND - 60, status_list: { bits: 1, lst: packed(1, {}) } },
      { typ: 'statuslist+jwt', kid: `${issuer.did}#0` },
    );
    expect((await check(await credential(), list)).said).toBe('inconclusive status-list-unverified');
    const own = await listToken({}, { by: stranger });
    expect((await check(await credential(), own)).said).toBe('inconclusive status-list-unverified');
  });

  it('that somebody else keeps and signs is read with a caution', async () => {
    const list = await listToken({ iss: stranger.did }, { by: stranger });
    expect((await check(await credential(), list)).said).toBe('warned status-list-other-issuer');
  });

  it('is none where its token was signed to be something else', async () => {
    const list = await listToken({}, { header: { typ: 'JWT' } });
    expect((await check(await credential(), list)).said).toBe('inconclusive status-list-malformed');
  });

  it('that cannot be had says nothing', async () => {
    expect((await check(await credential(), { status: 404 })).said).toBe(
      'inconclusive status-list-unreachable',
    );
    expect((await check(await credential(), '<html>')).said).toBe('inconclusive status-list-malformed');
  });

  it.each([
    [{ idx: 512, uri: LIST }, 'status-index-out-of-range'],
    [{ idx: -1, uri: LIST }, 'status-malformed'],
    [{ idx: 1.5, uri: LIST }, 'status-malformed'],
    [{ idx: '5', uri: LIST }, 'status-malformed'],
    [{ idx: 5 }, 'status-malformed'],
  ])('asked for %j answers nothing', async (asked, code) => {
    expect((await check(await credential({ status_list: asked }), await listToken())).said).toBe(
      `inconclusive ${code}`,
    );
  });

  it('beside a list of a kind that nobody knows leaves the question open', async () => {
    const both = { status_list: { idx: 5, uri: LIST }, future_list: { at: 1 } };
    expect(await check(await credential(both), await listToken())).toMatchObject({
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
    expect(await check(await credential(status), await listToken())).toMatchObject({
      said: `inconclusive ${code}`,
      status: 'not-checked',
    });
  });

  it('kept from before serves no longer than its ttl', async () => {
    const kept = { text: await listToken({ ttl: 60 }), at: NOW - 61_000 };
    const store = { get: async () => kept, set: async () => undefined, remove: async () => undefined };
    const gone: FakeDocument = { error: 'timeout' };
    expect((await check(await credential(), gone, { store })).said).toBe('inconclusive status-list-stale');
    const fresh = { ...store, get: async () => ({ ...kept, at: NOW - 59_000 }) };
    expect((await check(await credential(), gone, { store: fresh })).said).toBe('passed');
  });

  it('that a VC-JWT names beside its credential is looked up as well', async () => {
    const named: JwtKey = {
      ...issuer.key,
      sign: (payload) =>
        issuer.key.sign(
          { ...payload, status: { status_list: { idx: 5, uri: LIST } } },
          { typ: 'JWT', kid: `${issuer.did}#0` },
        ),
    };
    const token = await signVcJwt(unsignedBadge(issuer.did), named);
    const list = await listToken({ status_list: { bits: 1, lst: packed(1, { 5: 1 }) } });
    expect((await check(token, list)).said).toBe('failed revoked');
  });
});
