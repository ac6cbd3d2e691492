/** Entries and lists that are wrong, or odd, in one way only, each of which one guard refuses or tells. */
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCredential } from '../../../src/credential/read.ts';
import type { Problem } from '../../../src/problem.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import { verify } from '../../../src/verify/verify.ts';
import type { Json } from '../../build/badge.ts';
import { createJwtKey } from '../../build/jwt.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';
import { BADGE, unsignedBadge } from '../jwt-badge.ts';

const LIST = 'https://lists.example/1';
const OTHER = 'https://lists.example/2';
const key = await createJwtKey('ES256');
const { kty, crv, x, y } = key.publicJwk;
const did = `did:jwk:${Buffer.from(JSON.stringify({ kty, crv, x, y })).toString('base64url')}`;
const sign = (payload: Json, header: Json) => key.sign(payload, { kid: `${did}#0`, ...header });

interface Told {
  readonly said: string;
  readonly problem: Problem | undefined;
}
async function told(
  token: string,
  documents: Record<string, FakeDocument>,
  ports: Partial<VerifyPorts> = {},
) {
  const read = readCredential(token, null);
  if (!read.ok) throw new Error(read.problem.code);
  const net = fakeNet(documents, NOW);
  const { report } = await verify({ credential: read.value, claim: null }, fakePorts({ net, ...ports }));
  const { state, problem } = report.outcomes.revocation;
  return { said: problem ? `${state} ${problem.code}` : state, problem } satisfies Told;
}
const kept = (text: string, at = NOW - 3_600_000) => ({
  store: { ...fakePorts().store, get: async () => ({ text, at }) },
});

const asked = async (
  credentialStatus: Json,
  documents: Record<string, FakeDocument>,
  ports: Partial<VerifyPorts> = {},
): Promise<Told> =>
  told(await sign(unsignedBadge(did, { credentialStatus }), { typ: 'vc+jwt' }), documents, ports);

const bits = (byte = 0): string =>
  `u${gzipSync(new Uint8Array(131_072 / 8).fill(byte)).toString('base64url')}`;
const listOf = async (subject: Json = {}): Promise<FakeDocument> => ({
  body: await sign(
    {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: LIST,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: did,
      validFrom: '2026-01-01T00:00:00Z',
      credentialSubject: {
        id: `${LIST}#list`,
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: bits(),
        ...subject,
      },
    },
    { typ: 'vc+jwt' },
  ),
  contentType: 'application/vc+jwt',
});
const entry = (over: Json = {}): Json => ({
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '7',
  statusListCredential: LIST,
  ...over,
});

describe('an entry of a bitstring list', () => {
  it('at two addresses is at none, also where they look like one in a row', async () => {
    const list = await listOf();
    const two = [LIST, OTHER];
    const documents = { [LIST]: list, [OTHER]: list, [two.join(',')]: list };
    expect((await asked(entry({ statusListCredential: two }), documents)).said).toBe(
      'inconclusive status-malformed',
    );
  });

  it('whose message has no words is told by its number', async () => {
    const list = await listOf({ statusPurpose: 'message', encodedList: bits(255) });
    expect((await asked(entry({ statusPurpose: 'message' }), { [LIST]: list })).problem).toMatchObject({
      code: 'status-message',
      params: { message: '1' },
    });
  });

  it('that was answered a moment after it was asked about is no copy, and none too old', async () => {
    const net = fakeNet({ [LIST]: await listOf({ ttl: 1 }) }, NOW + 5_000);
    expect((await asked(entry(), {}, { net })).said).toBe('passed');
    const slow = fakeNet({ [LIST]: await listOf({ ttl: 1 }) }, NOW - 5_000);
    expect((await asked(entry(), {}, { net: slow })).said).toBe('passed');
  });

  it('that cannot be looked up tells the host of its list', async () => {
    expect((await asked(entry(), {})).problem).toMatchObject({
      code: 'status-list-unreachable',
      params: { host: 'lists.example' },
    });
  });
});

describe('a list of revoked ids', () => {
  const asks = (over: Json = {}): Json => ({ id: LIST, type: '1EdTechRevocationList', ...over });
  const list = (over: Json): Record<string, FakeDocument> => ({
    [LIST]: { body: { id: LIST, issuer: did, ...over } },
  });

  it('at two addresses is at none, also where they look like one in a row', async () => {
    const body = { id: LIST, issuer: did, revokedCredential: [] };
    const two = [LIST, OTHER];
    const documents = { [LIST]: { body }, [OTHER]: { body }, [two.join(',')]: { body } };
    expect((await asked(asks({ id: two }), documents)).said).toBe('inconclusive status-malformed');
  });

  it('of somebody else names whose it is', async () => {
    const foreign = await asked(asks(), list({ issuer: 'did:web:else.example', revokedCredential: [] }));
    expect(foreign.problem).toMatchObject({
      code: 'status-list-other-issuer',
      params: { host: 'lists.example', issuer: 'did:web:else.example' },
    });
  });

  it('gives the reason that it has, and revokes without one', async () => {
    const revoked = [{ id: BADGE, revocationReason: 'Issued in error' }];
    const { said, problem } = await asked(asks(), list({ revokedCredential: revoked }));
    expect([said, problem?.params]).toEqual(['failed revoked', { reason: 'Issued in error' }]);
    for (const one of [BADGE, { id: BADGE }, { id: BADGE, revocationReason: 7 }]) {
      const bare = await asked(asks(), list({ revokedCredential: [one] }));
      expect([bare.said, bare.problem?.params?.reason]).toEqual(['failed revoked', undefined]);
    }
  });

  it('that cannot be had says nothing', async () => {
    for (const gone of [{ status: 404 }, { status: 410 }, { error: 'timeout' }] as const) {
      expect((await asked(asks(), { [LIST]: gone })).said).toBe('inconclusive status-list-unreachable');
    }
  });

  it.each(['null', '[]', '"none"', '7', 'true'])('that is %s is malformed', async (body) => {
    expect((await asked(asks(), { [LIST]: { body } })).said).toBe('inconclusive status-list-malformed');
  });

  it('that is no JSON is told to be none', async () => {
    expect((await asked(asks(), { [LIST]: { body: '{' } })).problem).toMatchObject({
      code: 'status-list-malformed',
      cause: { code: 'json-malformed' },
    });
  });
});

describe('a token status list', () => {
  const CLAIMS = {
    sub: LIST,
    iat: NOW / 1000 - 60,
    status_list: { bits: 1, lst: deflateSync(new Uint8Array(64)).toString('base64url') },
  };
  const card = (over: Json = {}) =>
    sign(
      {
        iss: did,
        vct: 'https://a.example/card',
        status: { status_list: { idx: 5, uri: LIST, ...over } },
      },
      { typ: 'dc+sd-jwt' },
    ).then((token) => `${token}~`);
  const token = (claims: unknown, header: Json = {}) =>
    sign(claims as Json, { typ: 'statuslist+jwt', ...header });
  const served = (body: string): FakeDocument => ({ body, contentType: 'application/statuslist+jwt' });

  it('at two addresses is at none, also where they look like one in a row', async () => {
    const two = [LIST, OTHER];
    const list = served(await token({ ...CLAIMS, sub: two }));
    const documents = { [LIST]: list, [OTHER]: list, [two.join(',')]: list };
    expect((await told(await card({ uri: two }), documents)).said).toBe('inconclusive status-malformed');
  });

  it('is whole as it stands here, and malformed with an end that is none', async () => {
    const said = async (exp: unknown) =>
      (await told(await card(), { [LIST]: served(await token({ ...CLAIMS, exp })) })).said;
    expect(await said(undefined)).toBe('passed');
    for (const exp of ['never', `${NOW / 1000 - 60}`, null, [NOW / 1000 - 60], true])
      expect(await said(exp)).toBe('inconclusive status-list-malformed');
  });

  it.each([null, 7, 'none'])('whose claims are %j is malformed', async (claims) => {
    expect((await told(await card(), { [LIST]: served(await token(claims)) })).said).toBe(
      'inconclusive status-list-malformed',
    );
  });

  it('whose claims are no JSON is told to have none', async () => {
    const [head, , tail] = (await token(CLAIMS)).split('.');
    const broken = `${head}.${Buffer.from('{').toString('base64url')}.${tail}`;
    expect((await told(await card(), { [LIST]: served(broken) })).problem).toMatchObject({
      code: 'status-list-malformed',
      cause: { code: 'json-malformed' },
    });
  });

  it('tells why its keeper’s key is not the keeper’s', async () => {
    const keeper = 'did:web:keeper.example';
    const kid = `${keeper}#k`;
    const method = { id: kid, type: 'JsonWebKey', controller: keeper, publicKeyJwk: { kty, crv, x, y } };
    const documents = (relationship: string) => ({
      'https://keeper.example/.well-known/did.json': {
        body: { id: keeper, verificationMethod: [method], [relationship]: [kid] },
      },
    });
    const list = served(await token({ ...CLAIMS, iss: keeper }, { kid }));
    const answer = async (relationship: string) =>
      told(await card(), { [LIST]: list, ...documents(relationship) });
    expect((await answer('assertionMethod')).said).toBe('warned status-list-other-issuer');
    expect((await answer('authentication')).problem).toMatchObject({
      code: 'status-list-unverified',
      cause: { code: 'key-purpose-wrong' },
    });
  });

  it('without a ttl serves from before for a day and no longer', async () => {
    const text = await token(CLAIMS);
    expect((await told(await card(), {}, kept(text))).said).toBe('passed');
    expect((await told(await card(), {}, kept(text, NOW - 25 * 3_600_000))).said).toBe(
      'inconclusive status-list-stale',
    );
  });
});

describe('a list that is signed as a token', () => {
  const listed = async (more: Json, subject: Json = {}): Promise<FakeDocument> => {
    const { body, contentType } = await listOf(subject);
    const [, payload = ''] = String(body).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Json;
    return { body: await sign({ ...claims, ...more }, { typ: 'vc+jwt' }), contentType };
  };

  it('is believed though its token calls it by another id, of which a credential is only warned', async () => {
    expect((await asked(entry(), { [LIST]: await listed({ jti: 'urn:uuid:other' }) })).said).toBe('passed');
  });

  it('is malformed where its dates are none', async () => {
    const undated = await listed({ validUntil: 'soon' });
    expect((await asked(entry(), { [LIST]: undated })).said).toBe('inconclusive status-list-malformed');
  });

  it('lasts as long as lists do where its ttl is no number', async () => {
    const { body } = await listed({}, { ttl: '0' });
    expect((await asked(entry(), {}, kept(String(body)))).said).toBe('passed');
    const { body: short } = await listed({}, { ttl: 0 });
    expect((await asked(entry(), {}, kept(String(short)))).said).toBe('inconclusive status-list-stale');
  });
});
