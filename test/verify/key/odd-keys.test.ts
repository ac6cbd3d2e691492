/** Keys, documents and addresses that are wrong in one way only, each of which one guard refuses. */
import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { JsonObject } from '../../../src/json.ts';
import type { ProblemCode } from '../../../src/problem.ts';
import { loadControllerDocument, methodsIn } from '../../../src/verify/key/controller-document.ts';
import { didWebvhAddress } from '../../../src/verify/key/did-webvh.ts';
import { readJwk } from '../../../src/verify/key/jwk.ts';
import { endOfMethod } from '../../../src/verify/key/method.ts';
import { readMultikey } from '../../../src/verify/key/multikey.ts';
import { decompress } from '../../../src/verify/key/point.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';
import { badge, credentialOf } from '../proof/issue.ts';

const WEB = 'https://university.example/issuer';
const SET = 'https://university.example/.well-known/jwks.json';
const METADATA = 'https://university.example/.well-known/jwt-vc-issuer/issuer';
const DID = 'did:web:university.example';
const DID_ADDRESS = 'https://university.example/.well-known/did.json';
const KEY = 'https://keys.example/key.json';

let privateKey: CryptoKey;
let jwk: JWK;
beforeAll(async () => {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  privateKey = pair.privateKey;
  jwk = await exportJWK(pair.publicKey);
});

const sign = (payload: JsonObject, header: object): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', ...header } as never)
    .sign(privateKey);
const badgeOf = (issuer: string): JsonObject => ({
  ...badge(issuer),
  iss: issuer,
  sub: 'did:example:learner',
  jti: String(badge(issuer).id),
  nbf: Date.parse('2026-01-15T00:00:00Z') / 1000,
  exp: Date.parse('2030-01-15T00:00:00Z') / 1000,
});
/** An SD-JWT VC, which need not name an issuer. */
const card = async (iss: string | undefined, header: object): Promise<string> =>
  `${await sign({ vct: 'https://university.example/degree', ...(iss !== undefined && { iss }) }, { typ: 'dc+sd-jwt', ...header })}~`;

type Documents = Record<string, FakeDocument>;
async function told(token: string, documents: Documents = {}, over: Partial<VerifyPorts> = {}) {
  const net = fakeNet(documents);
  const { proof, keyBinding } = await checkSecuring(credentialOf(token), fakePorts({ net, ...over }));
  const said = [proof, keyBinding].map(({ state, problem }) =>
    problem ? `${state} ${problem.code}` : state,
  );
  return { said, asked: net.asked };
}
const aTenant = { hosting: { ...fakePorts().hosting, providerAt: () => ({ id: 'host', name: 'Host' }) } };
const methodOf = (id: string, controller: string | undefined): JsonObject => ({
  id,
  type: 'JsonWebKey',
  ...(controller !== undefined && { controller }),
  publicKeyJwk: jwk as JsonObject,
});
const unresolved = { said: ['passed', 'inconclusive key-unresolvable'] };

describe('the document of an identifier', () => {
  const load = async (id: string, documents: Documents = {}) => {
    const net = fakeNet(documents);
    const loaded = await loadControllerDocument(id, net);
    return { problem: loaded.ok ? null : loaded.problem, asked: net.asked };
  };
  const multibase = (...bytes: number[]) => `z${encodeBase58btc(Uint8Array.from(bytes))}`;
  const nothing = Buffer.from('null').toString('base64url');

  it.each<[string, ProblemCode]>([
    ['https://[', 'key-malformed'],
    [`did:jwk:${nothing}`, 'key-malformed'],
    [`did:key:${multibase(0xed, 0x01, 1, 2, 3)}`, 'key-malformed'],
    ['did:webvh:abc:university.example', 'key-malformed'],
    ['did:webvh:university.example', 'key-malformed'],
  ])('%s is none, and nobody is asked', async (id, code) => {
    expect(await load(id)).toMatchObject({ problem: { code }, asked: [] });
  });

  it('of did:web speaks for no other identifier', async () => {
    const other = { [DID_ADDRESS]: { body: { id: 'did:web:else.example' } } };
    expect((await load(DID, other)).problem?.code).toBe('key-document-mismatch');
  });

  it('of did:webvh is a log at the place behind its name', () => {
    const scid = `Qm${'a'.repeat(44)}`;
    expect(didWebvhAddress(`did:webvh:${scid}:university.example:a`)).toEqual({
      ok: true,
      value: 'https://university.example/a/did.jsonl',
    });
  });

  it.each([
    ['did:example:123', 'did:example'],
    ['http://university.example/', 'http'],
    ['Über uns', 'Über uns'],
  ])('of %s is told to be of the method %s', async (id, method) => {
    expect((await load(id)).problem).toMatchObject({ code: 'key-method-unsupported', params: { method } });
  });

  it('that is no JSON is told to be none', async () => {
    const { problem } = await load(WEB, { [WEB]: { body: '{' } });
    expect(problem).toMatchObject({ code: 'key-unresolvable', cause: { code: 'json-malformed' } });
  });
});

describe('the methods of a document', () => {
  const listed = (json: JsonObject) =>
    Object.fromEntries(
      [...methodsIn({ id: DID, json, domain: null })].map(([id, { forAssertion }]) => [id, forAssertion]),
    );

  it('are those that have an id, and not what only names one', () => {
    const nameless = { type: 'Multikey', controller: DID };
    expect(listed({ verificationMethod: [nameless], assertionMethod: [`${DID}#0`, nameless] })).toEqual({});
  });

  it('are for assertion where they stand under it, written out or named', () => {
    expect(
      listed({
        verificationMethod: [{ id: '#named' }, { id: '#other' }],
        assertionMethod: ['#named', { id: '#embedded' }],
        authentication: [{ id: '#login' }],
      }),
    ).toEqual({
      [`${DID}#named`]: true,
      [`${DID}#other`]: false,
      [`${DID}#embedded`]: true,
      [`${DID}#login`]: false,
    });
  });

  it.each(['revoked', 'expires'])('are past use where %s is there and names no moment', (name) => {
    for (const value of [null, 'soon', {}, []]) expect(endOfMethod({ [name]: value }, NOW)).not.toBeNull();
  });
});

describe('a public key', () => {
  it('of a curve that nobody knows is told by the curve, one without by its family', () => {
    expect(readJwk({ kty: 'OKP', crv: 'Ed448' })).toMatchObject({ problem: { params: { method: 'Ed448' } } });
    expect(readJwk({ kty: 'OKP' })).toMatchObject({ problem: { params: { method: 'OKP' } } });
  });

  it.each([
    [0xec, 0x01, 'X25519'],
    [0xea, 0x01, 'BLS12-381 G1'],
    [0x85, 0x24, 'RSA multikey'],
    [0x86, 0x24, 'multicodec 0x1206'],
  ])('of the multicodec %i %i is told to be %s, which signs nothing here', (first, second, method) => {
    const multibase = `z${encodeBase58btc(Uint8Array.of(first, second, 1, 2, 3))}`;
    expect(readMultikey(multibase)).toMatchObject({
      problem: { code: 'key-method-unsupported', params: { method } },
    });
  });

  it('is no point where its coordinate is shorter than the curve’s', () => {
    const short = Array.from({ length: 40 }, (_, x) => decompress('P-256', Uint8Array.of(2, x)));
    expect(short.filter((point) => point !== null)).toEqual([]);
  });
});

describe('a token', () => {
  it('that names neither key nor issuer has no key', async () => {
    expect((await told(await card(undefined, {}))).said).toEqual(['not-run', 'failed key-not-bound']);
  });

  it('without an issuer is not the work of a key without a controller', async () => {
    const body = {
      id: DID,
      verificationMethod: [methodOf(`${DID}#k`, undefined)],
      assertionMethod: [`${DID}#k`],
    };
    const { said } = await told(await card(undefined, { kid: `${DID}#k` }), { [DID_ADDRESS]: { body } });
    expect(said).toEqual(['passed', 'failed key-not-bound']);
  });

  it('of an issuer whose address is none has no metadata', async () => {
    const { said, asked } = await told(await card('https://[', { kid: 'k1' }));
    expect([said, asked]).toEqual([['failed key-malformed', 'not-run'], []]);
  });

  it('is open where the address of its key answers nothing', async () => {
    expect((await told(await sign(badgeOf(WEB), { kid: KEY }))).said).toEqual([
      'inconclusive key-unresolvable',
      'not-run',
    ]);
  });

  it.each([`did:web:keys.example#k`, KEY])(
    'is open where %s is the issuer’s by its own word alone, and the issuer cannot be asked',
    async (kid) => {
      const place = kid.startsWith('did:') ? 'https://keys.example/.well-known/did.json' : kid;
      const id = kid.split('#', 1)[0] as string;
      const method = methodOf(kid, WEB);
      const body = { id, verificationMethod: [method], assertionMethod: [kid] };
      const token = await sign(badgeOf(WEB), { kid });
      expect(await told(token, { [place]: { body } })).toMatchObject(unresolved);
    },
  );

  it('whose own key is listed nowhere yet is open where the only place cannot be asked', async () => {
    const bare = (issuer: string) => sign(badgeOf(issuer), { jwk });
    expect(await told(await bare(DID))).toMatchObject(unresolved);
    expect(await told(await bare(WEB), {}, aTenant)).toMatchObject(unresolved);
  });

  it('by a key that its issuer’s document keeps for logging in is not asserted by a set beside it', async () => {
    const kid = `${WEB}#k`;
    const documents = {
      [WEB]: { body: { id: WEB, verificationMethod: [methodOf(kid, WEB)], authentication: [kid] } },
      [SET]: { body: { keys: [jwk] } },
    };
    expect((await told(await sign(badgeOf(WEB), { kid }), documents)).said).toEqual([
      'passed',
      'failed key-purpose-wrong',
    ]);
  });

  it('by a method that cannot be read is not asserted by a set in the same document', async () => {
    const body = {
      id: KEY,
      type: 'Multikey',
      controller: WEB,
      publicKeyMultibase: 'z0',
      keys: [{ ...jwk, kid: KEY }],
    };
    const documents = { [KEY]: { body }, [SET]: { body: { keys: [jwk] } } };
    expect((await told(await sign(badgeOf(WEB), { kid: KEY }), documents)).said).toEqual([
      'failed key-malformed',
      'not-run',
    ]);
  });

  it('whose named key has been found asks nobody else', async () => {
    const token = await sign(badgeOf(WEB), { kid: 'k1' });
    const { said, asked } = await told(token, { [SET]: { body: { keys: [{ ...jwk, kid: 'k1' }] } } });
    expect([said, asked]).toEqual([['passed', 'passed'], [SET]]);
  });

  it('of an issuer whose own document has the key asks for it once', async () => {
    const kid = `${DID}#k`;
    const body = { id: DID, verificationMethod: [methodOf(kid, DID)], assertionMethod: [kid] };
    const { said, asked } = await told(await sign(badgeOf(DID), { kid }), { [DID_ADDRESS]: { body } });
    expect([said, asked]).toEqual([['passed', 'passed'], [DID_ADDRESS]]);
  });
});

describe('the metadata of an SD-JWT’s issuer', () => {
  it('need not be there where the authority has the key', async () => {
    const documents = { [SET]: { body: { keys: [{ ...jwk, kid: 'k1' }] } } };
    expect(await told(await card(WEB, { kid: 'k1' }), documents)).toEqual({
      said: ['passed', 'passed'],
      asked: [METADATA, SET],
    });
  });

  it.each([undefined, 7, [SET]])('that has %j for the address of its keys names none', async (address) => {
    const documents = {
      [METADATA]: { body: { issuer: WEB, jwks_uri: address } },
      [SET]: { body: { keys: [] } },
      [WEB]: { body: { id: WEB } },
    };
    expect(await told(await card(WEB, { kid: 'k1' }), documents)).toEqual({
      said: ['not-run', 'failed key-not-bound'],
      asked: [METADATA, SET, WEB],
    });
  });
});
