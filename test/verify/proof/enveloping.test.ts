import { createHash } from 'node:crypto';
import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../../src/encoding/base64url.ts';
import type { JsonObject } from '../../../src/json.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { controllerDocument } from '../../build/controller.ts';
import { badge, claimsOf } from '../../build/issue.ts';
import { credentialOf, verifyInClosedWorld } from '../../fake/closed-world.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { fakePorts } from '../../fake/ports.ts';

const DID = 'did:web:university.example';
const DID_ADDRESS = 'https://university.example/.well-known/did.json';
const KID = `${DID}#key-1`;
const HTTPS = 'https://university.example/issuer';
const JWKS = 'https://university.example/.well-known/jwks.json';

interface Pair {
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}
const pairs = new Map<string, Pair>();
const RSA = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
const ALGS = [...RSA, 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

beforeAll(async () => {
  for (const alg of [...ALGS, 'other']) {
    const { privateKey, publicKey } = await generateKeyPair(alg === 'other' ? 'EdDSA' : alg, {
      extractable: true,
    });
    pairs.set(alg, { alg: alg === 'other' ? 'EdDSA' : alg, privateKey, jwk: await exportJWK(publicKey) });
  }
});
const pair = (alg = 'EdDSA'): Pair => pairs.get(alg) as Pair;

const body = (issuer: string): JsonObject => {
  const { proof: _, ...credential } = badge(issuer);
  return credential;
};
/** Whole-payload VC-JWT of OB 3.0 with every claim that its §8.2.4 demands. */
const payloadOf = (issuer: string): JsonObject => ({
  ...body(issuer),
  ...claimsOf(issuer),
});

const sign = (
  payload: JsonObject | string,
  header: JsonObject = {},
  { alg, privateKey } = pair(),
): Promise<string> =>
  new CompactSign(new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload)))
    .setProtectedHeader({ alg, typ: 'JWT', kid: KID, ...header } as never)
    .sign(privateKey);

const didDocument = (jwk: JWK, more = {}): Record<string, FakeDocument> => ({
  [DID_ADDRESS]: controllerDocument(
    DID,
    [{ id: KID, type: 'JsonWebKey', controller: DID, publicKeyJwk: jwk }],
    more,
  ),
});

async function told(token: string, documents: Record<string, FakeDocument> = didDocument(pair().jwk)) {
  const net = fakeNet(documents);
  const { proof, keyBinding } = await checkSecuring(credentialOf(token), fakePorts({ net }));
  return {
    proof: [proof.state, proof.problem?.code ?? null],
    keyBinding: [keyBinding.state, keyBinding.problem?.code ?? null],
    at: proof.problem?.at ?? keyBinding.problem?.at,
    asked: net.asked,
    facts: proof.facts,
    domain: keyBinding.facts?.domain,
  };
}
const HOLDS = { proof: ['passed', null], keyBinding: ['passed', null] };

/** A token with another header than the signed one, or none signed at all. */
const reheaded = async (
  header: JsonObject,
  payload = payloadOf(DID),
  signature?: Uint8Array,
): Promise<string> => {
  const [, middle = '', last = ''] = (await sign(payload)).split('.');
  const head = encodeBase64url(new TextEncoder().encode(JSON.stringify(header)));
  return `${head}.${middle}.${signature ? encodeBase64url(signature) : last}`;
};

describe('a VC-JWT', () => {
  it.each(ALGS)('signed with %s by the issuer’s key holds', async (alg) => {
    const token = await sign(payloadOf(DID), {}, pair(alg));
    expect(await told(token, didDocument(pair(alg).jwk))).toMatchObject({
      ...HOLDS,
      domain: 'university.example',
    });
  });

  it('holds where its issuer goes by the id of the key that signed', async () => {
    expect(await told(await sign(payloadOf(KID)))).toMatchObject({ ...HOLDS, domain: 'university.example' });
    const other = await told(await sign(payloadOf(`${DID}#another`)));
    expect(other.keyBinding).toEqual(['failed', 'key-not-bound']);
  });

  it('holds with the credential in the vc claim (VCDM 1.1)', async () => {
    const { iss, sub, jti, nbf, exp } = payloadOf(DID);
    const { validFrom, validUntil, '@context': _, ...rest } = body(DID);
    const vc = {
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      ...rest,
      issuanceDate: validFrom ?? '',
      expirationDate: validUntil ?? '',
    };
    expect(
      await told(
        await sign({ iss: iss ?? '', sub: sub ?? '', jti: jti ?? '', nbf: nbf ?? 0, exp: exp ?? 0, vc }),
      ),
    ).toMatchObject(HOLDS);
  });

  it.each<[string, JsonObject, number, string[]]>([
    ['the issuance', {}, 0, []],
    ['another time than the issuance', {}, -3600, ['failed', 'claims-contradict', '/nbf']],
    ['the issuance, before it is valid', { validFrom: '2026-03-01T00:00:00Z' }, 0, []],
  ])('may repeat in its nbf %s of a credential with an issuanceDate', async (_, more, later, said) => {
    const { iss, sub, jti, nbf } = payloadOf(DID);
    const { validFrom, validUntil: _until, ...rest } = body(DID);
    const vc = { ...rest, issuanceDate: validFrom ?? '', ...more };
    const answer = await told(
      await sign({ iss: iss ?? '', sub: sub ?? '', jti: jti ?? '', nbf: Number(nbf) + later, vc }),
    );
    if (said.length === 0) expect(answer).toMatchObject(HOLDS);
    else expect([...answer.proof, answer.at]).toEqual(said);
  });

  it.each([
    ['sub', 'did:example:other', '/sub'],
    ['jti', 'urn:other', '/jti'],
    ['nbf', 1_700_000_000, '/nbf'],
    ['nbf', '2026-01-15', '/nbf'],
    ['exp', 1_999_999_999, '/exp'],
    ['exp', 'never', '/exp'],
    ['vc', { id: 'urn:two' }, '/vc'],
  ])('pitfall 5: whose %s says %s contradicts itself', async (claim, value, at) => {
    const answer = await told(await sign({ ...payloadOf(DID), [claim]: value }));
    expect(answer.proof).toEqual(['failed', 'claims-contradict']);
    expect(answer.at).toBe(at);
  });

  it('pitfall 5: whose iss is somebody else than its issuer is not bound', async () => {
    const answer = await told(await sign({ ...payloadOf(DID), iss: 'did:web:mit.example' }));
    expect(answer.keyBinding).toEqual(['failed', 'claims-contradict']);
  });

  it.each(['iss', 'nbf', 'jti'])('that leaves out %s is warned of', async (claim) => {
    const { [claim]: _, ...payload } = payloadOf(DID);
    expect((await told(await sign(payload))).proof).toEqual(['warned', 'registered-claim-absent']);
  });

  it('whose subject has no id is warned of its missing sub', async () => {
    const { sub: _, ...payload } = payloadOf(DID);
    expect((await told(await sign(payload))).proof).toEqual(['warned', 'subject-claim-absent']);
  });

  it('whose claims leave the credential’s period alone is left to the validity check', async () => {
    const past = { validUntil: '2026-02-01T00:00:00Z', exp: Date.parse('2026-02-01T00:00:00Z') / 1000 };
    expect((await told(await sign({ ...payloadOf(DID), ...past }))).proof[0]).toBe('passed');
  });
});

describe('vc+jwt', () => {
  const signed = (changes: JsonObject) => sign({ ...body(DID), ...changes }, { typ: 'vc+jwt' });

  it('needs no registered claims', async () => {
    expect(await told(await signed({}))).toMatchObject(HOLDS);
  });

  it.each([
    ['exp in the past', { exp: 1_780_000_000 }, 'proof-expired'],
    ['nbf in the future', { nbf: 1_900_000_000 }, 'proof-created-in-future'],
    ['iat in the future', { iat: 1_900_000_000 }, 'proof-created-in-future'],
    ['another subject', { sub: 'did:example:other' }, 'claims-contradict'],
  ])('with %s does not hold', async (_, changes, code) => {
    expect((await told(await signed(changes))).proof).toEqual(['failed', code]);
  });

  it('with an id of its own is warned of', async () => {
    expect((await told(await signed({ jti: 'urn:token' }))).proof).toEqual(['warned', 'claims-contradict']);
  });
});

describe('pitfall 4: a token’s header', () => {
  it.each([
    ['alg none', { alg: 'none', kid: KID }, 'failed', 'algorithm-forbidden'],
    ['alg None', { alg: 'None', kid: KID }, 'failed', 'algorithm-forbidden'],
    ['no alg', { kid: KID }, 'failed', 'algorithm-forbidden'],
    ['HS256', { alg: 'HS256', kid: KID }, 'failed', 'algorithm-forbidden'],
    ['an unknown alg', { alg: 'ES999', kid: KID }, 'inconclusive', 'algorithm-unsupported'],
    ['another alg than the key’s', { alg: 'ES256', kid: KID }, 'failed', 'key-algorithm-mismatch'],
    ['crit', { alg: 'EdDSA', kid: KID, crit: ['exp'], exp: 1 }, 'failed', 'header-critical-unknown'],
    ['b64 false', { alg: 'EdDSA', kid: KID, b64: false, crit: ['b64'] }, 'failed', 'header-critical-unknown'],
    ['b64 false, not critical', { alg: 'EdDSA', kid: KID, b64: false }, 'failed', 'header-critical-unknown'],
    ['x5c alone', { alg: 'EdDSA', x5c: ['MII'] }, 'inconclusive', 'key-method-unsupported'],
  ])('with %s', async (_, header, state, code) => {
    expect((await told(await reheaded(header))).proof).toEqual([state, code]);
  });

  it('signed by HMAC with the public key is refused before any key is looked at', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(pair().jwk));
    const token = await new CompactSign(new TextEncoder().encode(JSON.stringify(payloadOf(DID))))
      .setProtectedHeader({ alg: 'HS256', kid: KID })
      .sign(secret);
    const answer = await told(token);
    expect(answer.proof).toEqual(['failed', 'algorithm-forbidden']);
    expect(answer.asked).toEqual([]);
  });

  it('with a private key in jwk is refused', async () => {
    const jwk = await exportJWK(pair().privateKey);
    expect((await told(await reheaded({ alg: 'EdDSA', jwk: jwk as JsonObject }))).proof).toEqual([
      'failed',
      'key-private',
    ]);
  });

  it('with a private key in jwk is refused also where a kid finds the key', async () => {
    const jwk = await exportJWK(pair().privateKey);
    const token = await sign(payloadOf(DID), { kid: KID, jwk: jwk as JsonObject });
    expect((await told(token)).proof).toEqual(['failed', 'key-private']);
  });

  it('with jku is not followed to where it points', async () => {
    const answer = await told(
      await sign(payloadOf(DID), { kid: '1', jku: 'https://evil.example/jwks.json' }, pair('other')),
    );
    expect(answer.asked).not.toContain('https://evil.example/jwks.json');
    expect(answer.keyBinding[0]).toBe('failed');
  });

  it('with an RSA key below 2048 bits is refused', async () => {
    const n = encodeBase64url(Uint8Array.from({ length: 128 }, (_, index) => index + 129));
    const token = await reheaded({ alg: 'RS256', jwk: { kty: 'RSA', n, e: 'AQAB' } });
    expect((await told(token)).proof).toEqual(['failed', 'key-malformed']);
  });
});

describe('a token’s signature', () => {
  it.each(ALGS)('pitfall 11: by %s holds for no changed byte, and for no other length', async (alg) => {
    const token = await sign(payloadOf(DID), {}, pair(alg));
    const documents = didDocument(pair(alg).jwk);
    const [head = '', middle = '', last = ''] = token.split('.');
    const signature = Buffer.from(last, 'base64url');
    for (let at = 0; at < signature.length; at += 7) {
      const changed = Uint8Array.from(signature);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const { proof } = await told(`${head}.${middle}.${encodeBase64url(changed)}`, documents);
      expect(proof[0], `byte ${at}`).toBe('failed');
    }
    // A signature of RSA is as long as its key, so one of another length may be another key's.
    const code = RSA.includes(alg) ? 'signature-invalid' : 'signature-malformed';
    for (const other of [signature.subarray(1), Buffer.concat([signature, Buffer.of(0)])]) {
      const { proof } = await told(`${head}.${middle}.${encodeBase64url(other)}`, documents);
      expect(proof).toEqual(['failed', code]);
    }
  });

  it('pitfall 11: in DER instead of r‖s is refused', async () => {
    const der = Uint8Array.from([
      0x30,
      0x44,
      0x02,
      0x20,
      ...Array(32).fill(1),
      0x02,
      0x20,
      ...Array(32).fill(1),
    ]);
    const token = await reheaded({ alg: 'ES256', kid: KID }, payloadOf(DID), der);
    expect((await told(token, didDocument(pair('ES256').jwk))).proof).toEqual([
      'failed',
      'signature-malformed',
    ]);
  });
});

describe('pitfall 3: whose key a token’s is', () => {
  const set = (jwk: JWK): FakeDocument => ({ body: { keys: [{ ...jwk, kid: 'k1' }] } });
  const bare = (key = pair()) =>
    sign(payloadOf(HTTPS), { kid: undefined as never, jwk: key.jwk as JsonObject }, key);

  it('a bare jwk that the issuer’s authority publishes is bound', async () => {
    expect(await told(await bare(), { [JWKS]: set(pair().jwk) })).toMatchObject({
      ...HOLDS,
      domain: 'university.example',
    });
  });

  it('a bare jwk that it does not publish is intact, not bound', async () => {
    expect(await told(await bare(pair('other')), { [JWKS]: set(pair().jwk) })).toMatchObject({
      proof: ['passed', null],
      keyBinding: ['failed', 'key-not-bound'],
    });
  });

  it('a claim of another issuer fails the binding, also where it could not be looked up', async () => {
    const payload = { ...payloadOf(HTTPS), iss: 'https://mit.example/issuer' };
    const token = await sign(payload, { kid: undefined as never, jwk: pair().jwk as JsonObject });
    expect((await told(token, {})).keyBinding[0]).toBe('failed');
  });

  it('a bare jwk that cannot be looked up leaves the binding open', async () => {
    expect(await told(await bare(), {})).toMatchObject({
      proof: ['passed', null],
      keyBinding: ['inconclusive', 'key-unresolvable'],
    });
  });

  it('what a host of many tenants publishes for all of them binds none of them', async () => {
    const net = fakeNet({ [JWKS]: set(pair().jwk), [HTTPS]: { body: { id: HTTPS } } });
    const hosting = { ...fakePorts().hosting, providerAt: () => ({ id: 'host', name: 'Host' }) };
    const { keyBinding } = await checkSecuring(credentialOf(await bare()), fakePorts({ net, hosting }));
    expect(keyBinding.problem?.code).toBe('key-not-bound');
  });

  it('a kid on another host is intact, not bound', async () => {
    const kid = 'https://evil.example/key.json';
    const token = await sign(payloadOf(HTTPS), { kid }, pair('other'));
    const documents = { [kid]: { body: pair('other').jwk }, [JWKS]: set(pair().jwk) };
    expect(await told(token, documents)).toMatchObject({
      proof: ['passed', null],
      keyBinding: ['failed', 'key-not-bound'],
    });
  });

  it('a kid that is a method of the document at the issuer’s id is bound', async () => {
    const kid = `${HTTPS}#k`;
    const method = { id: kid, type: 'JsonWebKey', controller: HTTPS, publicKeyJwk: pair().jwk };
    const documents = { [HTTPS]: controllerDocument(HTTPS, [method]) };
    expect(await told(await sign(payloadOf(HTTPS), { kid }), documents)).toMatchObject(HOLDS);
  });

  it('a kid that is a plain name is looked up where the issuer publishes its keys', async () => {
    const token = await sign(payloadOf(HTTPS), { kid: 'k1' });
    expect(await told(token, { [JWKS]: set(pair().jwk) })).toMatchObject(HOLDS);
    expect(
      (
        await told(await sign(payloadOf(HTTPS), { kid: 'k2' }, pair('other')), {
          [JWKS]: set(pair().jwk),
          [HTTPS]: { body: { id: HTTPS } },
        })
      ).keyBinding,
    ).toEqual(['failed', 'key-not-bound']);
  });

  it('a did:jwk or did:key of the signer under another issuer is not bound', async () => {
    const did = `did:jwk:${encodeBase64url(new TextEncoder().encode(JSON.stringify(pair('other').jwk)))}`;
    const token = await sign(payloadOf(DID), { kid: `${did}#0` }, pair('other'));
    expect(await told(token)).toMatchObject({
      proof: ['passed', null],
      keyBinding: ['failed', 'key-not-bound'],
    });
    const own = await sign(payloadOf(did), { kid: did }, pair('other'));
    expect(await told(own)).toMatchObject(HOLDS);
  });

  it('of several keys under one name, the nearest miss says why none holds', async () => {
    const set = (...keys: JWK[]) => ({
      [JWKS]: { body: { keys: keys.map((one) => ({ ...one, kid: 'k1' })) } },
    });
    const token = await sign(payloadOf(HTTPS), { kid: 'k1' });
    const [stranger, otherKind] = [pair('other').jwk, pair('ES256').jwk];
    for (const keys of [set(otherKind, stranger), set(stranger, otherKind)])
      expect((await told(token, keys)).proof).toEqual(['failed', 'signature-invalid']);
    expect(await told(token, set(otherKind, stranger, pair().jwk))).toMatchObject(HOLDS);
  });

  it.each(['EdDSA', 'Ed25519'])(
    'a key for %s is one for both names of that algorithm (RFC 9864)',
    async (name) => {
      for (const alg of ['EdDSA', 'Ed25519']) {
        const own = pair(alg);
        const documents = didDocument({ ...own.jwk, alg: name });
        expect(await told(await sign(payloadOf(DID), {}, own), documents)).toMatchObject(HOLDS);
      }
    },
  );

  it('a key that needs a grant is waited for, and one at the named host with www is the issuer’s', async () => {
    const token = await sign(payloadOf(DID));
    expect((await told(token, { [DID_ADDRESS]: { error: 'permission-needed' } })).proof).toEqual([
      'inconclusive',
      'permission-needed',
    ]);
    const [body] = Object.values(didDocument(pair().jwk));
    const at = (finalUrl: string) => told(token, { [DID_ADDRESS]: { ...body, finalUrl } });
    expect(await at('https://www.university.example/did.json')).toMatchObject(HOLDS);
    for (const elsewhere of ['https://eviluniversity.example/did.json', 'http://university.example/did.json'])
      expect((await at(elsewhere)).proof).toEqual(['inconclusive', 'key-unresolvable']);
  });

  it.each([[[]], ['text'], [7]])('a key document that is %j is none', async (body) => {
    const answer = await told(await sign(payloadOf(DID)), { [DID_ADDRESS]: { body: JSON.stringify(body) } });
    expect(answer.proof).toEqual(['inconclusive', 'key-unresolvable']);
  });

  it('among methods without an id, and what is no method, is still found', async () => {
    const [document] = Object.values(didDocument(pair().jwk));
    const body = document?.body as JsonObject;
    const odd = {
      ...body,
      verificationMethod: ['x', null, { type: 'JsonWebKey' }, ...(body.verificationMethod as [])],
    };
    expect(await told(await sign(payloadOf(DID)), { [DID_ADDRESS]: { body: odd } })).toMatchObject(HOLDS);
  });

  it.each([
    ['for encryption', { use: 'enc' }, 'failed', 'key-purpose-wrong'],
    ['for another algorithm', { alg: 'ES256' }, 'passed', null],
  ])('a key %s is not used', async (_, more, state, code) => {
    const answer = await told(await sign(payloadOf(DID)), didDocument({ ...pair().jwk, ...more } as JWK));
    if (state === 'failed') expect(answer.keyBinding).toEqual([state, code]);
    else expect(answer.proof).toEqual(['failed', 'key-algorithm-mismatch']);
  });
});

describe('an SD-JWT', () => {
  const disclosure = (...parts: unknown[]): string =>
    Buffer.from(JSON.stringify(['salt', ...parts])).toString('base64url');
  const raw = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
  const city = disclosure('city', 'Anytown');
  const address = disclosure('address', { _sd: [hash(city)], country: 'NL' });
  const element = disclosure('mathematics');
  const payload = {
    vct: 'https://university.example/degree',
    iss: HTTPS,
    _sd: [hash(address), hash('decoy')],
    subjects: [{ '...': hash(element) }, 'physics'],
  };
  const { validUntil: _until, ...w3c } = body(HTTPS);
  const METADATA = 'https://university.example/.well-known/jwt-vc-issuer/issuer';
  const world = () => ({
    [METADATA]: { body: { issuer: HTTPS, jwks: { keys: [{ ...pair().jwk, kid: 'k1' }] } } },
  });
  const issue = async (disclosures: readonly string[], changes: object = {}) =>
    `${await sign({ ...payload, ...changes } as JsonObject, { typ: 'dc+sd-jwt', kid: 'k1' })}~${disclosures.map((text) => `${text}~`).join('')}`;

  it('holds with nested and array disclosures, and says how much stays closed', async () => {
    const answer = await told(await issue([address, city, element]), world());
    expect(answer).toMatchObject(HOLDS);
    expect(answer.facts).toMatchObject({ disclosed: 3, undisclosed: 1 });
  });

  it.each<[string, object, string, string]>([
    [
      'one of its own kind that keeps claims back at the top',
      {},
      'warned statements-hidden',
      'warned statements-hidden',
    ],
    [
      'a W3C credential that keeps members back at the top',
      { ...w3c, _sd: [hash('decoy')] },
      'warned statements-hidden',
      'warned statements-hidden',
    ],
    [
      'a W3C credential that keeps something back of its subject',
      { ...w3c, credentialSubject: { id: 'did:example:ann', _sd: [hash('decoy')] } },
      'passed',
      'not-applicable',
    ],
    [
      'a W3C credential with an entry of its status kept back',
      { ...w3c, credentialStatus: [{ '...': hash('decoy') }] },
      'passed',
      'warned statements-hidden',
    ],
  ])(
    'tells of %s whether its end or its status could be kept back',
    async (_, changes, period, revocation) => {
      const base = '@context' in changes ? { iss: HTTPS } : payload;
      const token = `${await sign({ ...base, ...changes } as JsonObject, { typ: 'dc+sd-jwt', kid: 'k1' })}~`;
      const documents = { ...world(), [JWKS]: { body: { keys: [{ ...pair().jwk, kid: 'k1' }] } } };
      const { stateOf } = await verifyInClosedWorld({ credential: token, documents });
      expect([stateOf('proof'), stateOf('validity-period'), stateOf('revocation')]).toEqual([
        'passed',
        period,
        revocation,
      ]);
    },
  );

  it('that keeps nothing back is told from one that does', async () => {
    const undisclosed = async (more: object, shown: readonly string[]) => {
      const token = await issue(shown, { _sd: [hash(city)], subjects: [], ...more });
      return (await checkSecuring(credentialOf(token), fakePorts({ net: fakeNet(world()) }))).undisclosed;
    };
    expect(await undisclosed({}, [city])).toBeUndefined();
    expect(await undisclosed({}, [])).toEqual({
      places: new Set([null]),
      dates: true,
      otherEnd: 'exp',
      status: true,
    });
    const status = { status: { _sd: [hash('another decoy')] } };
    expect(await undisclosed(status, [city])).toMatchObject({ dates: false, status: true });
  });

  it.each([
    ['a disclosure that nothing was signed for', [disclosure('city', 'Elsewhere')], {}],
    ['a disclosure whose parent is closed', [city], {}],
    ['one disclosure twice', [address, address], {}],
    ['a claim that is there already', [disclosure('iss', 'x')], { _sd: [hash(disclosure('iss', 'x'))] }],
    ['a claim named _sd', [disclosure('_sd', [])], { _sd: [hash(disclosure('_sd', []))] }],
    [
      'an array element under a name',
      [disclosure('name', 'x')],
      { subjects: [{ '...': hash(disclosure('name', 'x')) }] },
    ],
    ['a disclosure that is no list', [raw({ a: 1 })], { _sd: [hash(raw({ a: 1 }))] }],
    ['a disclosure whose salt is a number', [raw([1, 'n', 'v'])], { _sd: [hash(raw([1, 'n', 'v']))] }],
    ['a disclosure of four parts', [disclosure('n', 'v', 'w')], { _sd: [hash(disclosure('n', 'v', 'w'))] }],
    ['a disclosure of a salt alone', [disclosure()], { _sd: [hash(disclosure())] }],
    ['a claim whose name is a number', [disclosure(5, 'v')], { _sd: [hash(disclosure(5, 'v'))] }],
    ['an array element among the claims', [disclosure('v')], { _sd: [hash(disclosure('v'))] }],
    ['digests that are no list', [], { _sd: hash(city) }],
    ['a digest that is a number', [], { _sd: [7] }],
    ['a digest with something beside it', [], { subjects: [{ '...': hash(element), more: 1 }] }],
    ['one closed digest in two places', [], { more: { _sd: [hash('decoy')] } }],
    ['one digest in two places', [address], { more: { _sd: [hash(address)] } }],
  ])('with %s does not hold', async (_, disclosures, changes) => {
    const token = await issue(disclosures, changes);
    expect((await told(token, world())).proof).toEqual(['failed', 'selective-disclosure-unbound']);
  });

  it.each([
    ['sha-384', 'sha384'],
    ['sha-512', 'sha512'],
    ['sha3-256', 'sha3-256'],
    ['sha3-384', 'sha3-384'],
    ['sha3-512', 'sha3-512'],
  ])('holds with digests by %s', async (name, algorithm) => {
    const digest = createHash(algorithm).update(city).digest('base64url');
    const answer = await told(await issue([city], { _sd_alg: name, _sd: [digest], subjects: [] }), world());
    expect(answer).toMatchObject(HOLDS);
    const other = await told(await issue([city], { _sd_alg: name, _sd: [hash(city)] }), world());
    expect(other.proof).toEqual(['failed', 'selective-disclosure-unbound']);
  });

  it.each(['md5', 7, null, ['sha-256']])('with digests by %j is left open', async (_sd_alg) => {
    const answer = await told(await issue([], { _sd_alg }), world());
    if (_sd_alg === null) expect(answer).toMatchObject(HOLDS);
    else expect(answer.proof).toEqual(['inconclusive', 'algorithm-unsupported']);
  });

  it('whose metadata speaks for another issuer is not bound', async () => {
    const body = { issuer: 'https://other.example', jwks: { keys: [{ ...pair().jwk, kid: 'k1' }] } };
    const answer = await told(await issue([]), { [METADATA]: { body } });
    expect(answer.proof[0]).not.toBe('passed');
  });
});

describe('the algorithm of secp256k1', () => {
  it('takes no point that is not on the curve', async () => {
    const jwk = { kty: 'EC', crv: 'secp256k1', x: 'A'.repeat(43), y: `${'A'.repeat(42)}E` };
    const token = await reheaded({ alg: 'ES256K', kid: KID }, payloadOf(DID), new Uint8Array(64).fill(1));
    expect((await told(token, didDocument(jwk))).proof).toEqual(['failed', 'key-malformed']);
  });

  it('is verified though no browser knows it', async () => {
    const { secp256k1 } = await import('@noble/curves/secp256k1.js');
    const { secretKey, publicKey } = secp256k1.keygen();
    const point = secp256k1.Point.fromBytes(publicKey).toBytes(false);
    const jwk = {
      kty: 'EC',
      crv: 'secp256k1',
      x: encodeBase64url(point.slice(1, 33)),
      y: encodeBase64url(point.slice(33)),
    };
    const part = (value: object) => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
    const input = `${part({ alg: 'ES256K', typ: 'JWT', kid: KID })}.${part(payloadOf(DID))}`;
    const signature = secp256k1.sign(new TextEncoder().encode(input), secretKey);
    expect(await told(`${input}.${encodeBase64url(signature)}`, didDocument(jwk as JWK))).toMatchObject(
      HOLDS,
    );
    signature[5] = (signature[5] ?? 0) ^ 1;
    expect((await told(`${input}.${encodeBase64url(signature)}`, didDocument(jwk as JWK))).proof[0]).toBe(
      'failed',
    );
  });
});
