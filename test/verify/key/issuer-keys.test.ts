import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../../src/encoding/base64url.ts';
import type { JsonObject } from '../../../src/json.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { fakePorts } from '../../fake/ports.ts';
import { badge, credentialOf } from '../proof/issue.ts';

const WEB = 'https://university.example/issuer';
const DID = 'did:web:university.example';
const DID_ADDRESS = 'https://university.example/.well-known/did.json';
const SET = 'https://university.example/.well-known/jwks.json';
const METADATA = 'https://university.example/.well-known/jwt-vc-issuer/issuer';

let privateKey: CryptoKey;
let jwk: JWK;
let stranger: JWK;
beforeAll(async () => {
  const [own, other] = await Promise.all([1, 2].map(() => generateKeyPair('EdDSA', { extractable: true })));
  if (!own || !other) throw new Error('no keys');
  privateKey = own.privateKey;
  [jwk, stranger] = await Promise.all([exportJWK(own.publicKey), exportJWK(other.publicKey)]);
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

type Documents = Record<string, FakeDocument>;
async function told(token: string, documents: Documents, over: Partial<VerifyPorts> = {}) {
  const net = fakeNet(documents);
  const { proof, keyBinding } = await checkSecuring(credentialOf(token), fakePorts({ net, ...over }));
  return [proof, keyBinding].map(({ state, problem }) => (problem ? `${state} ${problem.code}` : state));
}
const BOUND = ['passed', 'passed'];
const intact = (binding: string): readonly string[] => ['passed', binding];

interface Listed {
  readonly id?: string;
  readonly key?: JWK | undefined;
  readonly under?: string;
  readonly more?: object;
  readonly document?: object;
}
/** The document at an issuer's id, in which one key is listed. */
function listing(
  issuer: string,
  { id = '#k', key = jwk, under = 'assertionMethod', more, document }: Listed = {},
) {
  const method = { id: `${issuer}${id}`, type: 'JsonWebKey', controller: issuer, publicKeyJwk: key, ...more };
  return { body: { id: issuer, verificationMethod: [method], [under]: [method.id], ...document } };
}
const aTenant = { hosting: { ...fakePorts().hosting, providerAt: () => ({ id: 'host', name: 'Host' }) } };

describe('a key that the token itself brings', () => {
  const bare = (issuer: string) => sign(badgeOf(issuer), { jwk });

  it('is the issuer’s where the document at the issuer’s id lists it for assertion', async () => {
    expect(await told(await bare(WEB), { [WEB]: listing(WEB) })).toEqual(BOUND);
    expect(await told(await bare(DID), { [DID_ADDRESS]: listing(DID) })).toEqual(BOUND);
    expect(await told(await bare(WEB), { [WEB]: listing(WEB) }, aTenant)).toEqual(BOUND);
  });

  it.each<[string, () => Listed, string]>([
    ['lists it for logging in alone', () => ({ under: 'authentication' }), 'failed key-purpose-wrong'],
    ['says that it ended', () => ({ more: { expires: '2026-05-01T00:00:00Z' } }), 'failed key-expired'],
    ['says that it was revoked', () => ({ more: { revoked: '2026-05-01T00:00:00Z' } }), 'failed key-revoked'],
    [
      'gives it another controller',
      () => ({ more: { controller: 'did:web:evil.example' } }),
      'failed key-not-bound',
    ],
    ['lists another key', () => ({ key: stranger }), 'failed key-not-bound'],
    [
      'lists one that cannot be read',
      () => ({ more: { publicKeyJwk: { kty: 'OKP' } } }),
      'failed key-not-bound',
    ],
  ])('is not where that document %s', async (_, listed, answer) => {
    expect(await told(await bare(DID), { [DID_ADDRESS]: listing(DID, listed()) })).toEqual(intact(answer));
  });

  it('is not where the document at the issuer’s id says that it is another’s', async () => {
    const document = listing(WEB, { document: { id: 'https://mit.example/issuer' } });
    expect(await told(await bare(WEB), { [WEB]: document }, aTenant)).toEqual(intact('failed key-not-bound'));
  });

  it.each(['urn:uuid:1', 'http://university.example/', 'https://['])(
    'is nobody’s where the issuer is %s, and nothing is asked for',
    async (issuer) => {
      const net = fakeNet();
      const { keyBinding } = await checkSecuring(credentialOf(await bare(issuer)), fakePorts({ net }));
      expect([keyBinding.state, keyBinding.problem?.code, net.asked]).toEqual([
        'failed',
        'key-not-bound',
        [],
      ]);
    },
  );

  it('is open where the set could not be had and the document lists none', async () => {
    expect(await told(await bare(WEB), { [WEB]: { body: { id: WEB } } })).toEqual(
      intact('inconclusive key-unresolvable'),
    );
  });

  it('is malformed where it is no object', async () => {
    expect((await told(await sign(badgeOf(DID), { jwk: 'text' }), {}))[0]).toBe('failed key-malformed');
  });
});

describe('a key at an address', () => {
  const KEY = 'https://keys.example/key.json';

  it('elsewhere is the issuer’s where the issuer’s document names that address for assertion', async () => {
    const named = (under: string) => ({ body: { id: WEB, [under]: [KEY] } });
    const token = await sign(badgeOf(WEB), { kid: KEY });
    expect(await told(token, { [KEY]: { body: jwk }, [WEB]: named('assertionMethod') })).toEqual(BOUND);
    expect(
      await told(token, {
        [KEY]: { body: jwk },
        [WEB]: named('authentication'),
        [SET]: { body: { keys: [] } },
      }),
    ).toEqual(intact('failed key-not-bound'));
  });

  it.each<[string, object, readonly string[]]>([
    ['holds none', { id: KEY }, ['not-run', 'failed key-not-bound']],
    ['holds a secret', { kty: 'OKP', crv: 'Ed25519', x: 'AA', d: 'AA' }, ['failed key-private', 'not-run']],
    [
      'holds a method without a key',
      { id: KEY, verificationMethod: [{ id: KEY, type: 'Multikey', controller: WEB }] },
      ['failed key-malformed', 'not-run'],
    ],
  ])('is none where the document %s', async (_, body, answer) => {
    expect(await told(await sign(badgeOf(WEB), { kid: KEY }), { [KEY]: { body } })).toEqual(answer);
  });
});

describe('a key by a plain name', () => {
  it.each<[string, { readonly id: string; readonly named?: string }]>([
    ['key-1', { id: '#key-1' }],
    ['#key-1', { id: '#key-1' }],
    ['key-1', { id: '#other', named: 'key-1' }],
  ])('%s is found in the issuer’s document', async (kid, { id, named }) => {
    const key = named === undefined ? jwk : { ...jwk, kid: named };
    const token = await sign(badgeOf(DID), { kid });
    expect(await told(token, { [DID_ADDRESS]: listing(DID, { id, key }) })).toEqual(BOUND);
  });

  it('is none where another name, or another use, stands beside it', async () => {
    const none = ['not-run', 'failed key-not-bound'];
    const token = await sign(badgeOf(DID), { kid: 'key-1' });
    expect(await told(token, { [DID_ADDRESS]: listing(DID, { id: '#key-2' }) })).toEqual(none);
    expect(
      await told(token, { [DID_ADDRESS]: listing(DID, { id: '#key-1', under: 'authentication' }) }),
    ).toEqual(none);
  });

  it('is not looked up in what a host says for all of its tenants', async () => {
    const token = await sign(badgeOf(WEB), { kid: 'k1' });
    const documents = { [SET]: { body: { keys: [{ ...jwk, kid: 'k1' }] } } };
    expect(await told(token, documents)).toEqual(BOUND);
    expect(await told(token, documents, aTenant)).toEqual(['inconclusive key-unresolvable', 'not-run']);
  });

  it('of an issuer whose address is none is malformed', async () => {
    const token = await sign(badgeOf('https://['), { kid: 'k1' });
    expect((await told(token, {}))[0]).toBe('failed key-malformed');
  });
});

describe('the metadata of an SD-JWT’s issuer', () => {
  const ELSEWHERE = 'https://university.example/keys';
  const token = async () =>
    `${await sign({ vct: 'https://university.example/degree', iss: WEB }, { typ: 'dc+sd-jwt', kid: 'k1' })}~`;
  const metadata = (more: object) => ({ [METADATA]: { body: { issuer: WEB, ...more } } });

  it('may name the address of the keys', async () => {
    const documents = (key: JWK) => ({
      ...metadata({ jwks_uri: ELSEWHERE }),
      [ELSEWHERE]: { body: { keys: [{ ...key, kid: 'k1' }] } },
    });
    expect(await told(await token(), documents(jwk))).toEqual(BOUND);
    expect(await told(await token(), documents(stranger))).toEqual(['failed signature-invalid', 'not-run']);
  });

  it('that names no keys, or keys that cannot be had, leaves it open', async () => {
    const open = ['inconclusive key-unresolvable', 'not-run'];
    expect(await told(await token(), metadata({}))).toEqual(open);
    expect(await told(await token(), metadata({ jwks_uri: ELSEWHERE }))).toEqual(open);
  });
});

describe('a bare DID as the name of a key', () => {
  it('stands for the keys that it asserts with, and whichever signed decides', async () => {
    const method = (name: string, key: JWK, more: object = {}) => ({
      id: `${DID}#${name}`,
      type: 'JsonWebKey',
      controller: DID,
      publicKeyJwk: key,
      ...more,
    });
    const token = await sign(badgeOf(DID), { kid: DID });
    const with2 = (first: object, under = 'assertionMethod') => ({
      [DID_ADDRESS]: {
        body: {
          id: DID,
          verificationMethod: [first, method('own', jwk)],
          assertionMethod: [`${DID}#first`],
          [under]: [`${DID}#first`, `${DID}#own`],
        },
      },
    });
    expect(await told(token, with2(method('first', stranger, { expires: '2026-05-01T00:00:00Z' })))).toEqual(
      BOUND,
    );
    expect(await told(token, with2(method('first', stranger), 'authentication'))).toEqual([
      'failed signature-invalid',
      'not-run',
    ]);
  });

  it('stands for none where it asserts with none', async () => {
    const document = listing(DID, { under: 'authentication' });
    expect(await told(await sign(badgeOf(DID), { kid: DID }), { [DID_ADDRESS]: document })).toEqual([
      'not-run',
      'failed key-not-bound',
    ]);
  });

  it('passes over methods that cannot be read', async () => {
    const document = listing(DID);
    const broken = { id: `${DID}#0`, type: 'Multikey', controller: DID };
    const body = {
      ...document.body,
      verificationMethod: [broken, ...document.body.verificationMethod],
      assertionMethod: [broken.id, `${DID}#k`],
    };
    expect(await told(await sign(badgeOf(DID), { kid: DID }), { [DID_ADDRESS]: { body } })).toEqual(BOUND);
  });

  it.each([
    ['not JSON', 'AA'],
    ['not an object', encodeBase64url(new TextEncoder().encode('[]'))],
  ])('of did:jwk that is %s is malformed', async (_, text) => {
    const did = `did:jwk:${text}`;
    expect((await told(await sign(badgeOf(did), { kid: `${did}#0` }), {}))[0]).toBe('failed key-malformed');
  });

  it('of did:web at no address is malformed', async () => {
    const did = 'did:web:university.example:..';
    expect((await told(await sign(badgeOf(did), { kid: did }), {}))[0]).toBe('failed key-malformed');
  });
});

describe('the keys that an issuer publishes', () => {
  it('are tried beside one that cannot be read, and for a token whose kid is empty', async () => {
    const broken = { id: `${DID}#broken`, type: 'JsonWebKey', controller: DID, publicKeyJwk: null };
    const { body } = listing(DID);
    const document = {
      body: {
        ...body,
        verificationMethod: [broken, ...body.verificationMethod],
        assertionMethod: [broken.id, `${DID}#k`],
      },
    };
    expect(await told(await sign(badgeOf(DID), {}), { [DID_ADDRESS]: document })).toEqual(BOUND);
    expect(await told(await sign(badgeOf(DID), { kid: '' }), { [DID_ADDRESS]: document })).toEqual(BOUND);
    expect(await told(await sign(badgeOf(DID), { kid: 'other' }), { [DID_ADDRESS]: document })).toEqual([
      'not-run',
      'failed key-not-bound',
    ]);
  });

  it('are open where the set could not be had, whatever the document lists', async () => {
    const documents = { [SET]: { status: 503 }, [WEB]: { body: { id: WEB } } };
    const [proof] = await told(await sign(badgeOf(WEB), {}), documents);
    expect(proof).toBe('inconclusive key-unresolvable');
  });

  it('are open where nobody could be asked, also for a key that the token brings', async () => {
    expect(await told(await sign(badgeOf(DID), { jwk }), {})).toEqual(
      intact('inconclusive key-unresolvable'),
    );
  });
});
