/** Keys that stand elsewhere than in the issuer's own document, in crowds, and under names that are not theirs alone. */
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { issueFor } from '../../build/issue.ts';
import { createJwtKey, type JwtKey } from '../../build/jwt.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { NOW } from '../../fake/ports.ts';
import { plainToken } from './told.ts';

const ISSUER = 'https://university.example/issuer';
const JWKS = 'https://university.example/.well-known/jwks.json';
const YESTERDAY = new Date(NOW - 86_400_000).toISOString();

async function told(token: string | JsonObject, documents: Record<string, FakeDocument>) {
  const { stateOf, verdict } = await verifyInClosedWorld({ credential: token, documents });
  return { proof: stateOf('proof'), binding: stateOf('key-binding'), status: verdict.status };
}

let key: JwtKey;
let jwk: JWK;
beforeAll(async () => {
  key = await createJwtKey('ES256');
  const { kty, crv, x, y } = key.publicJwk;
  jwk = { kty, crv, x, y } as JWK;
});
const strangers = (count: number, alg = 'ES256'): Promise<JWK[]> =>
  Promise.all(
    Array.from({ length: count }, async () =>
      exportJWK((await generateKeyPair(alg, { extractable: true })).publicKey),
    ),
  );
const sign = (header: JsonObject, issuer = ISSUER): Promise<string> => plainToken(key, issuer, header);

describe('a key document that the issuer lists by its address', () => {
  const METHOD = 'https://keys.example/1';
  const method = (over: JsonObject = {}): JsonObject => ({
    id: METHOD,
    type: 'JsonWebKey',
    controller: ISSUER,
    publicKeyJwk: jwk as JsonObject,
    ...over,
  });
  const world = (own: JsonObject, listed: JsonObject = {}): Record<string, FakeDocument> => ({
    [METHOD]: { body: method(own) },
    [ISSUER]: { body: { id: ISSUER, assertionMethod: [METHOD], ...listed } },
    [JWKS]: { body: { keys: [] } },
  });

  it('binds a token', async () => {
    const token = await sign({ kid: METHOD });
    expect(await told(token, world({}))).toMatchObject({ proof: 'passed', binding: 'passed' });
    expect(await told(token, world({ controller: undefined }))).toMatchObject({ binding: 'passed' });
  });

  it.each([
    ['revoked', 'key-revoked'],
    ['expires', 'key-expired'],
  ])('binds nothing once it says %s, whoever it calls its controller', async (member, code) => {
    const token = await sign({ kid: METHOD });
    for (const controller of [ISSUER, undefined, 'https://keys.example/'])
      expect(await told(token, world({ [member]: YESTERDAY, controller }))).toMatchObject({
        binding: `failed ${code}`,
        status: 'failed',
      });
  });

  it('binds nothing once the issuer says so of it, whatever the key document says', async () => {
    const token = await sign({ kid: METHOD });
    const listed = { verificationMethod: [method({ revoked: YESTERDAY })] };
    for (const controller of [ISSUER, undefined])
      expect(await told(token, world({ controller }, listed))).toMatchObject({
        binding: 'failed key-revoked',
        status: 'failed',
      });
  });

  it('binds nothing where the issuer has another key under that address', async () => {
    const [stranger] = await strangers(1);
    const token = await sign({ kid: METHOD });
    const listed = { verificationMethod: [method({ publicKeyJwk: stranger as JsonObject })] };
    for (const controller of [ISSUER, undefined])
      expect(await told(token, world({ controller }, listed))).toMatchObject({
        binding: 'failed key-not-bound',
        status: 'failed',
      });
  });

  it('binds nothing once it says that the key has ended, also where the issuer holds a copy of its own', async () => {
    const token = await sign({ kid: METHOD });
    const copied = { assertionMethod: [method()] };
    const key = { ...(jwk as JsonObject), kid: METHOD };
    for (const [whole, ended] of [
      [method({ controller: undefined }), { revoked: YESTERDAY }],
      [key, { revoked: true }],
      [key, { exp: NOW / 1000 - 1 }],
    ] as const) {
      const documents = (over: JsonObject) => ({
        ...world({}, copied),
        [METHOD]: { body: { ...whole, ...over } },
      });
      expect(await told(token, documents({}))).toMatchObject({ binding: 'passed' });
      expect(await told(token, documents(ended))).toMatchObject({
        binding: expect.stringMatching(/^failed key-(?:revoked|expired)$/),
        status: 'failed',
      });
    }
  });

  it('may be the last of eight; of more, one that nobody has asked for may end the key', async () => {
    const token = await sign({ kid: 'k' });
    const listing = (count: number): Record<string, FakeDocument> => {
      const addresses = Array.from({ length: count }, (_, index) => `https://keys.example/${index}`);
      const documents = addresses.map((id, index) => [
        id,
        { body: method({ id, ...(index === count - 1 && { revoked: YESTERDAY }) }) },
      ]);
      return {
        ...Object.fromEntries(documents),
        [ISSUER]: { body: { id: ISSUER, assertionMethod: addresses } },
        [JWKS]: { body: { keys: [{ ...jwk, kid: 'k' }] } },
      };
    };
    expect(await told(token, listing(8))).toMatchObject({ binding: 'failed key-revoked' });
    expect(await told(token, listing(9))).toMatchObject({ binding: 'inconclusive key-unresolvable' });
  });

  it('binds no embedded proof once the issuer says that it is revoked', async () => {
    const { credential, method: signedWith } = await issueFor('eddsa-rdfc-2022', {
      controller: ISSUER,
      issuer: ISSUER,
    });
    const proof = credential.proof as JsonObject;
    const own = { ...signedWith, id: String(proof.verificationMethod) };
    const documents = (revoked: JsonObject): Record<string, FakeDocument> => ({
      [ISSUER]: {
        body: { id: ISSUER, verificationMethod: [{ ...own, ...revoked }], assertionMethod: [own.id] },
      },
    });
    expect(await told(credential, documents({}))).toMatchObject({ binding: 'passed' });
    expect(await told(credential, documents({ revoked: YESTERDAY }))).toMatchObject({
      binding: 'failed key-revoked',
    });
  });
});

describe('a set of very many keys', () => {
  it('is tried to its end where the token names none of them', async () => {
    const keys = [...(await strangers(12)), ...(await strangers(3, 'EdDSA')), jwk];
    expect(await told(await sign({}), { [JWKS]: { body: { keys } } })).toMatchObject({
      proof: 'passed',
      binding: 'passed',
    });
  });

  it('is searched to its end for the one that the token names', async () => {
    const [stranger] = await strangers(1);
    const keys = [
      ...Array.from({ length: 90 }, (_, index) => ({ ...stranger, kid: `old-${index}` })),
      { ...jwk, kid: 'new' },
    ];
    expect(await told(await sign({ kid: 'new' }), { [JWKS]: { body: { keys } } })).toMatchObject({
      proof: 'passed',
      binding: 'passed',
    });
  });
});

describe('two keys of one name', () => {
  it('are both tried, in whichever order they stand', async () => {
    const [stranger] = await strangers(1);
    const mine = { ...jwk, kid: 'k' };
    const other = { ...stranger, kid: 'k' };
    for (const keys of [
      [mine, other],
      [other, mine],
    ]) {
      expect(await told(await sign({ kid: 'k' }), { [JWKS]: { body: { keys } } })).toMatchObject({
        proof: 'passed',
        binding: 'passed',
      });
      const named = await sign({ kid: `${JWKS}#k` });
      expect(await told(named, { [JWKS]: { body: { keys } } })).toMatchObject({
        proof: 'passed',
        binding: 'passed',
      });
    }
  });

  it('bind nothing where neither has signed', async () => {
    const [one, two] = await strangers(2);
    const keys = [
      { ...one, kid: 'k' },
      { ...two, kid: 'k' },
    ];
    expect(await told(await sign({ kid: 'k' }), { [JWKS]: { body: { keys } } })).toMatchObject({
      proof: 'failed signature-invalid',
      status: 'failed',
    });
  });
});

describe('a redirect of a key document', () => {
  const at = (host: string, lands: string): Record<string, FakeDocument> => ({
    [`https://${host}/.well-known/jwks.json`]: {
      body: { keys: [jwk] },
      finalUrl: `https://${lands}/jwks.json`,
    },
  });
  it.each([
    ['university.example', 'www.university.example'],
    ['www.university.example', 'university.example'],
  ])('of %s may end at %s', async (host, lands) => {
    const issuer = `https://${host}/issuer`;
    expect(await told(await sign({}, issuer), at(host, lands))).toMatchObject({ binding: 'passed' });
  });

  it.each([
    // Whoever owns a domain below `com` or `co.uk` has nothing to do with `www.com` and `www.co.uk`.
    ['www.com', 'evil.com'],
    ['www.co.uk', 'evil.co.uk'],
    ['www.university.example', 'evil.university.example'],
    // What stands below a host may be a member's, or a name that was let go.
    ['university.example', 'keys.university.example'],
    ['university.example', 'university.example.evil.example'],
    ['university.example', 'eviluniversity.example'],
    ['university.example', 'university.example:8443'],
    ['www.www.com', 'evil.www.com'],
  ])('of %s speaks for nobody at %s', async (host, lands) => {
    const issuer = `https://${host}/issuer`;
    expect(await told(await sign({}, issuer), at(host, lands))).toEqual({
      proof: 'inconclusive key-unresolvable',
      binding: 'not-run',
      status: 'unreachable',
    });
  });
});

describe('a token that names no key', () => {
  const own = (publicKeyJwk: JWK): FakeDocument => ({
    body: {
      id: ISSUER,
      verificationMethod: [{ id: `${ISSUER}#1`, type: 'JsonWebKey', controller: ISSUER, publicKeyJwk }],
      assertionMethod: [`${ISSUER}#1`],
    },
  });

  it('may be signed with one of the issuer’s own document, whatever its host publishes besides', async () => {
    const [stranger] = (await strangers(1)) as [JWK];
    const documents = { [JWKS]: { body: { keys: [stranger] } }, [ISSUER]: own(jwk) };
    expect(await told(await sign({}), documents)).toMatchObject({ proof: 'passed', binding: 'passed' });
  });

  it.each<[string, FakeDocument, string]>([
    ['is open where its set gives no answer', { status: 503, body: {} }, 'inconclusive key-unresolvable'],
    ['is open where its set is no JSON', { body: '<html>' }, 'inconclusive key-unresolvable'],
    [
      'is open where its set may not be asked for',
      { error: 'permission-needed' },
      'inconclusive permission-needed',
    ],
    ['fails where there is no such set', { status: 404, body: {} }, 'failed signature-invalid'],
    ['fails where there is no such set any more', { status: 410, body: {} }, 'failed signature-invalid'],
    ['fails where there is no key in its set', { body: { keys: [] } }, 'failed signature-invalid'],
  ])('that no key of the issuer’s document has signed %s', async (_, set, proof) => {
    const [stranger] = (await strangers(1)) as [JWK];
    const documents = { [JWKS]: set, [ISSUER]: own(stranger) };
    expect(await told(await sign({}), documents)).toMatchObject({ proof });
  });

  it('fails where neither has it', async () => {
    const [one, two] = (await strangers(2)) as [JWK, JWK];
    const documents = { [JWKS]: { body: { keys: [one] } }, [ISSUER]: own(two) };
    expect(await told(await sign({}), documents)).toMatchObject({ proof: 'failed signature-invalid' });
  });
});
