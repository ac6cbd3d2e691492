/** Keys that one of the issuer's own documents has ended, by whichever header they are found; and methods written twice. */

import { createPublicKey } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { bareJwk, controllerDocument } from '../../build/controller.ts';
import { createJwtKey, type JwtKey } from '../../build/jwt.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { NOW } from '../../fake/ports.ts';
import { plainToken } from './told.ts';

const HOST = 'https://college.example';
const ISSUER = `${HOST}/profile`;
const JWKS = `${HOST}/.well-known/jwks.json`;
const DID = 'did:web:college.example';
const DID_DOCUMENT = `${HOST}/.well-known/did.json`;
const PAST = '2025-06-01T00:00:00Z';

let key: JwtKey;
let other: JwtKey;
let jwk: JsonObject;
let otherJwk: JsonObject;
beforeAll(async () => {
  [key, other] = await Promise.all([createJwtKey('ES256'), createJwtKey('ES256')]);
  [jwk, otherJwk] = [bareJwk(key) as JsonObject, bareJwk(other) as JsonObject];
});

const sign = (issuer: string, header: JsonObject, by = key): Promise<string> =>
  plainToken(by, issuer, header);

async function told(token: string, documents: Record<string, FakeDocument>) {
  const { stateOf, verdict } = await verifyInClosedWorld({ credential: token, documents });
  return { said: [stateOf('proof'), stateOf('key-binding')], status: verdict.status };
}
const method = (over: JsonObject = {}): JsonObject => ({
  id: `${ISSUER}#k`,
  type: 'JsonWebKey',
  controller: ISSUER,
  publicKeyJwk: jwk,
  ...over,
});
const profile = (...methods: JsonObject[]): FakeDocument => controllerDocument(ISSUER, methods);
const set = (over: JsonObject = {}): FakeDocument => ({ body: { keys: [{ ...jwk, kid: 'k', ...over }] } });

describe('pitfall 27: a key that one of the issuer’s documents has ended', () => {
  /** Every header by which the key can be found. */
  const headers = (): JsonObject[] => [
    { jwk },
    { kid: 'k' },
    { kid: `${ISSUER}#k` },
    { kid: `${JWKS}#k` },
    { kid: '#k' },
    {},
  ];
  const each = async (documents: Record<string, FakeDocument>) => {
    const found = await Promise.all(
      headers().map(async (header) => (await told(await sign(ISSUER, header), documents)).said[1]),
    );
    return [...new Set(found)];
  };

  it('is bound by each header while nothing is said against it', async () => {
    expect(await each({ [ISSUER]: profile(method()), [JWKS]: set() })).toEqual(['passed']);
  });

  it.each<[string, JsonObject, string]>([
    ['revoked', { revoked: PAST }, 'failed key-revoked'],
    ['expires', { expires: PAST }, 'failed key-expired'],
  ])('by %s of the profile is ended, whichever header finds it', async (_what, over, said) => {
    expect(await each({ [ISSUER]: profile(method(over)), [JWKS]: set() })).toEqual([said]);
    // under another name, beside one that nothing is said against
    const twice = profile(method(), method({ id: `${ISSUER}#old`, ...over }));
    expect(await each({ [ISSUER]: twice, [JWKS]: set() })).toEqual([said]);
  });

  it('is ended by a document that is an array of one', async () => {
    const written = ({ body, ...rest }: FakeDocument): FakeDocument => ({ ...rest, body: [body] });
    const ended = written(profile(method({ revoked: PAST })));
    expect(await each({ [ISSUER]: ended, [JWKS]: set() })).toEqual(['failed key-revoked']);
    expect(await each({ [ISSUER]: profile(method()), [JWKS]: written(set({ revoked: PAST })) })).toEqual([
      'failed key-revoked',
    ]);
  });

  it.each<[string, JsonObject, string]>([
    ['exp', { exp: NOW / 1000 - 1 }, 'failed key-expired'],
    ['exp of no instant', { exp: 'soon' }, 'failed key-expired'],
    ['revoked', { revoked: true }, 'failed key-revoked'],
    ['revoked with a date', { revoked: PAST }, 'failed key-revoked'],
    ['revoked_at', { revoked: { revoked_at: NOW / 1000 - 1, reason: 'compromised' } }, 'failed key-revoked'],
    ['revoked for a reason', { revoked: { reason: 'compromised' } }, 'failed key-revoked'],
  ])('by %s in the authority’s set is ended, whichever header finds it', async (_what, over, said) => {
    expect(await each({ [ISSUER]: profile(method()), [JWKS]: set(over) })).toEqual([said]);
    const inProfile = profile(method({ publicKeyJwk: { ...jwk, ...over } }));
    expect(await each({ [ISSUER]: inProfile, [JWKS]: set() })).toEqual([said]);
  });

  it.each<[string, JsonObject]>([
    ['for another use', { use: 'enc' }],
    ['for other operations', { key_ops: ['deriveBits'] }],
    ['under another name', { kid: 'old' }],
  ])('by the authority’s set is ended where that lists it once more %s', async (_what, over) => {
    const twice: FakeDocument = {
      body: {
        keys: [
          { ...jwk, kid: 'k' },
          { ...jwk, kid: 'k2', ...over, revoked: true },
        ],
      },
    };
    expect(await each({ [ISSUER]: profile(method()), [JWKS]: twice })).toEqual(['failed key-revoked']);
    const ended = method({ id: `${ISSUER}#k2`, publicKeyJwk: { ...jwk, ...over, revoked: true } });
    const inProfile = profile(method(), ended);
    expect(await each({ [ISSUER]: inProfile, [JWKS]: set() })).toEqual(['failed key-revoked']);
  });

  it.each<[string, () => JsonObject]>([
    ['of an unknown type', () => ({ type: 'Ed448Key2031', revoked: PAST })],
    ['of no type', () => ({ type: undefined, revoked: PAST })],
    ['of another type than its key has', () => ({ type: 'Multikey', revoked: PAST })],
  ])('by an entry %s is ended', async (_what, over) => {
    const twice = profile(method(), method({ id: `${ISSUER}#old`, ...over() }));
    expect(await each({ [ISSUER]: twice, [JWKS]: set() })).toEqual(['failed key-revoked']);
  });

  /** Spellings of one number that RFC 7518 §6 does not allow. */
  const badlyWritten = (): (readonly [string, JsonObject])[] => {
    const written = (over: (text: string) => string): JsonObject => ({
      ...jwk,
      x: over(String(jwk.x)),
      y: over(String(jwk.y)),
    });
    const bytes = (text: string) => Buffer.from(text, 'base64url');
    return [
      ['padded', written((text) => `${text}=`)],
      ['in the other alphabet', written((text) => bytes(text).toString('base64'))],
      ['on two lines', written((text) => `${text.slice(0, 20)}\n${text.slice(20)}`)],
      ['with unused bits', written((text) => text.slice(0, -1) + oneUp(text.at(-1) ?? ''))],
      [
        'with a leading zero',
        written((text) => Buffer.concat([Buffer.of(0), bytes(text)]).toString('base64url')),
      ],
    ];
  };
  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const oneUp = (digit: string): string => DIGITS.charAt(DIGITS.indexOf(digit) + 1);

  it('by an entry that writes it badly is ended, whichever header finds it', async () => {
    for (const [how, publicKeyJwk] of badlyWritten()) {
      const twice = profile(method(), method({ id: `${ISSUER}#old`, publicKeyJwk, revoked: PAST }));
      expect(await each({ [ISSUER]: twice, [JWKS]: set() }), how).toEqual(['failed key-revoked']);
      const keys = [
        { ...jwk, kid: 'k' },
        { ...publicKeyJwk, kid: 'old', revoked: true },
      ];
      expect(await each({ [ISSUER]: profile(method()), [JWKS]: { body: { keys } } }), how).toEqual([
        'failed key-revoked',
      ]);
    }
  });

  it('by the document of a method that the profile only names is ended, whichever header finds it', async () => {
    const place = `${HOST}/keys/1`;
    const naming = { body: { id: ISSUER, assertionMethod: [place] } };
    const alone = (over: JsonObject = {}): FakeDocument => ({ body: method({ id: place, ...over }) });
    const found = async (document: FakeDocument) => {
      const documents = { [ISSUER]: naming, [place]: document, [JWKS]: set() };
      return Promise.all(
        [{ jwk }, { kid: 'k' }, { kid: place }].map(
          async (header) => (await told(await sign(ISSUER, header), documents)).said[1],
        ),
      );
    };
    expect(new Set(await found(alone()))).toEqual(new Set(['passed']));
    expect(new Set(await found(alone({ revoked: PAST })))).toEqual(new Set(['failed key-revoked']));
    const unseen = async (error: 'timeout' | 'permission-needed') =>
      new Set((await found({ error })).slice(0, 2));
    expect(await unseen('timeout')).toEqual(new Set(['inconclusive key-unresolvable']));
    expect(await unseen('permission-needed')).toEqual(new Set(['inconclusive permission-needed']));
  });

  it('by an entry under the older name of methods is ended', async () => {
    const body = profile(method()).body as JsonObject;
    const publicKey = [method({ id: '#old', revoked: PAST })];
    expect(await each({ [ISSUER]: { body: { ...body, publicKey } }, [JWKS]: set() })).toEqual([
      'failed key-revoked',
    ]);
  });

  it('by an entry that writes it as a PEM is ended, whichever header finds it', async () => {
    const body = profile(method()).body as JsonObject;
    const said = async (publicKey: JsonObject | string, over: Record<string, FakeDocument> = {}) =>
      each({ [ISSUER]: { body: { ...body, publicKey } }, [JWKS]: set(), ...over });
    const listed = { id: `${ISSUER}#old`, owner: ISSUER, publicKeyPem: key.publicPem };
    expect(await said(listed)).toEqual(['passed']);
    expect(await said({ ...listed, revoked: PAST })).toEqual(['failed key-revoked']);
    expect(await said({ ...listed, publicKeyPem: other.publicPem, revoked: PAST })).toEqual(['passed']);
    const leaked = `${key.publicPem}-----BEGIN PRIVATE KEY-----`;
    expect(await said({ ...listed, publicKeyPem: leaked })).toEqual(['failed key-private']);
    // in the document of a key that the profile only names
    const place = `${HOST}/keys/old`;
    for (const named of [place, { id: place }]) {
      const at = (answer: JsonObject): Record<string, FakeDocument> => ({ [place]: { body: answer } });
      expect(await said(named, at({ ...listed, id: place }))).toEqual(['passed']);
      expect(await said(named, at({ ...listed, id: place, revoked: PAST }))).toEqual(['failed key-revoked']);
    }
  });

  it.each(['RS256', 'EdDSA'] as const)('by a PEM of %s is ended', async (alg) => {
    const made = await createJwtKey(alg);
    const { kty, crv, n, e, x } = made.publicJwk;
    const pkcs1 = () => createPublicKey(made.publicPem).export({ type: 'pkcs1', format: 'pem' }) as string;
    const body = { id: ISSUER, type: 'Profile' };
    const token = await sign(ISSUER, { kid: 'k' }, made);
    const listed = { body: { keys: [{ kty, crv, n, e, x, kid: 'k' }] } } as FakeDocument;
    const of = async (publicKey: JsonObject) =>
      (await told(token, { [ISSUER]: { body: { ...body, publicKey } }, [JWKS]: listed })).said[1];
    for (const publicKeyPem of [made.publicPem, ...(alg === 'RS256' ? [pkcs1()] : [])]) {
      expect(await of({ publicKeyPem })).toBe('passed');
      expect(await of({ publicKeyPem, revoked: PAST })).toBe('failed key-revoked');
    }
  });

  it('by an entry that writes it as octets is ended, whatever type that has', async () => {
    const [x, y] = [jwk.x, jwk.y].map((text) => Buffer.from(String(text), 'base64url'));
    const octets = Buffer.concat([Buffer.of(4), x ?? Buffer.of(), y ?? Buffer.of()]);
    const compressed = Buffer.concat([Buffer.of(2 + ((y?.at(-1) ?? 0) & 1)), x ?? Buffer.of()]);
    for (const type of ['EcdsaSecp256r1VerificationKey2019', 'Multikey', 'P256Key2021'])
      for (const publicKeyHex of [octets, compressed].map((each) => each.toString('hex'))) {
        const old = { id: `${ISSUER}#old`, type, controller: ISSUER, publicKeyHex, revoked: PAST };
        expect(await each({ [ISSUER]: profile(method(), old), [JWKS]: set() })).toEqual([
          'failed key-revoked',
        ]);
      }
  });

  it('by giving its private part away, wherever that stands, is ended', async () => {
    const d = jwk.x as string;
    const said = ['failed key-private'];
    for (const given of [{ publicKeyJwk: { ...jwk, d } }, { privateKeyJwk: { ...jwk, d } }]) {
      const twice = profile(method(), method({ id: `${ISSUER}#old`, ...given }));
      expect(await each({ [ISSUER]: twice, [JWKS]: set() })).toEqual(said);
    }
    const keys = [
      { ...jwk, kid: 'k' },
      { ...jwk, kid: 'old', d },
    ];
    expect(await each({ [ISSUER]: profile(method()), [JWKS]: { body: { keys } } })).toEqual(said);
  });

  it('is not ended by a member without a value', async () => {
    const nothing = { revoked: null, expires: null };
    expect(await each({ [ISSUER]: profile(method(nothing)), [JWKS]: set({ revoked: null }) })).toEqual([
      'passed',
    ]);
  });

  it('is not ended by a "false" that was written as a text', async () => {
    const documents = { [ISSUER]: profile(method({ revoked: 'false' })), [JWKS]: set({ revoked: 'false' }) };
    expect(await each(documents)).toEqual(['passed']);
  });

  it('that expires on a day alone is good until that day is over', async () => {
    const ending = (expires: string) => each({ [ISSUER]: profile(method({ expires })), [JWKS]: set() });
    expect(await ending(new Date(NOW).toISOString().slice(0, 10))).toEqual(['passed']);
    expect(await ending(new Date(NOW - 86_400_000).toISOString().slice(0, 10))).toEqual([
      'failed key-expired',
    ]);
  });

  it('that is revoked on a day alone is ended from its first moment', async () => {
    const revoked = new Date(NOW).toISOString().slice(0, 10);
    expect(await each({ [ISSUER]: profile(method({ revoked })), [JWKS]: set() })).toEqual([
      'failed key-revoked',
    ]);
  });

  it('whose end is yet to come is bound', async () => {
    const later = { exp: NOW / 1000 + 60, revoked: false };
    expect(
      await each({ [ISSUER]: profile(method({ expires: '2030-01-01T00:00:00Z' })), [JWKS]: set(later) }),
    ).toEqual(['passed']);
  });

  it('is left open where a document that may say so is not answered for', async () => {
    const token = await sign(ISSUER, { kid: 'k' });
    for (const error of ['timeout', 'network-failed'] as const)
      expect((await told(token, { [ISSUER]: { error }, [JWKS]: set() })).status).toBe('unreachable');
    for (const silent of [{ status: 404 }, { body: '<html>College</html>', contentType: 'text/html' }])
      expect((await told(token, { [ISSUER]: silent, [JWKS]: set() })).status).toBe('signature-verified');
  });

  it('of another’s document is not ended by it', async () => {
    const token = await sign(ISSUER, { jwk });
    const elsewhere = { [ISSUER]: profile(method({ publicKeyJwk: otherJwk, revoked: PAST })), [JWKS]: set() };
    expect((await told(token, elsewhere)).status).toBe('signature-verified');
  });

  it('of a DID is ended under whichever name', async () => {
    const named = (name: string, over: JsonObject = {}) =>
      method({ id: `${DID}#${name}`, controller: DID, ...over });
    const body = {
      id: DID,
      verificationMethod: [named('new'), named('old', { revoked: PAST })],
      assertionMethod: [`${DID}#new`],
    };
    for (const header of [{ kid: `${DID}#new` }, { kid: DID }, { jwk }, { kid: 'new' }])
      expect((await told(await sign(DID, header), { [DID_DOCUMENT]: { body } })).said[1]).toBe(
        'failed key-revoked',
      );
  });
});

describe('pitfall 28: a host’s set of keys, on a host that strangers share', () => {
  it.each(['https://storage.googleapis.com/college/issuer', 'https://college.example/~prof/issuer'])(
    'speaks for no tenant (%s)',
    async (issuer) => {
      const authority = `${new URL(issuer).origin}/.well-known/jwks.json`;
      const documents = { [authority]: set(), [issuer]: { body: { id: issuer } } };
      expect((await told(await sign(issuer, { kid: 'k' }), documents)).status).not.toBe('signature-verified');
      expect((await told(await sign(issuer, { jwk }), documents)).said[1]).toBe('failed key-not-bound');
    },
  );

  it('ends no tenant’s key', async () => {
    const issuer = 'https://storage.googleapis.com/college/issuer';
    const documents = {
      'https://storage.googleapis.com/.well-known/jwks.json': set({ revoked: true }),
      [issuer]: controllerDocument(issuer, [method({ id: `${issuer}#k`, controller: issuer })]),
    };
    expect((await told(await sign(issuer, { kid: '#k' }), documents)).said).toEqual(['passed', 'passed']);
  });

  it('is not had where a redirector leads elsewhere', async () => {
    const documents = { [JWKS]: { ...set(), finalUrl: `${HOST}/~mallory/jwks.json` } };
    expect((await told(await sign(ISSUER, { kid: 'k' }), documents)).status).toBe('unreachable');
    const did = {
      body: {
        id: DID,
        verificationMethod: [method({ id: `${DID}#k`, controller: DID })],
        assertionMethod: ['#k'],
      },
    };
    const strayed = { [DID_DOCUMENT]: { ...did, finalUrl: `${HOST}/~mallory/did.json` } };
    expect((await told(await sign(DID, { kid: `${DID}#k` }), strayed)).status).toBe('unreachable');
    expect((await told(await sign(DID, { kid: `${DID}#k` }), { [DID_DOCUMENT]: did })).status).toBe(
      'signature-verified',
    );
  });
});

describe('pitfall 29: a method that a document writes twice', () => {
  const named = (over: JsonObject = {}) => method({ id: `${DID}#k`, controller: DID, ...over });
  const of = async (one: JsonObject, two: JsonObject, over: JsonObject = {}) =>
    told(await sign(DID, { kid: `${DID}#k` }), {
      [DID_DOCUMENT]: { body: { id: DID, verificationMethod: [one], assertionMethod: [two], ...over } },
    });

  it.each<[string, () => JsonObject]>([
    ['with its members in another order', () => Object.fromEntries(Object.entries(named()).reverse())],
    ['under a relative id', () => named({ id: '#k' })],
    [
      'with the members of its key in another order',
      () => named({ publicKeyJwk: Object.fromEntries(Object.entries(jwk).reverse()) }),
    ],
    ['with labels on its key', () => named({ publicKeyJwk: { ...jwk, kid: 'k', alg: 'ES256', use: 'sig' } })],
    ['as an older type of the same key', () => named({ type: 'JsonWebKey2020' })],
    ['with its key padded', () => named({ publicKeyJwk: { ...jwk, x: `${jwk.x}=`, y: `${jwk.y}=` } })],
  ])('%s is one', async (_what, two) => {
    expect((await of(named(), two())).status).toBe('signature-verified');
    expect((await of(two(), named())).status).toBe('signature-verified');
  });

  it('with another key, or another controller, leaves open which is meant', async () => {
    for (const two of [named({ publicKeyJwk: otherJwk }), named({ controller: 'did:web:mallory.example' })])
      for (const [first, second] of [
        [named(), two],
        [two, named()],
      ] as const)
        expect(await of(first, second)).toEqual({
          said: ['inconclusive key-ambiguous', 'not-run'],
          status: 'not-checked',
        });
  });

  it('with another key leaves open which is meant, whichever header finds it', async () => {
    const contradictory = profile(method(), method({ publicKeyJwk: otherJwk }));
    for (const header of [{ jwk }, { kid: 'k' }, { kid: `${ISSUER}#k` }, { kid: '#k' }, {}])
      expect(
        await told(await sign(ISSUER, header), { [ISSUER]: contradictory, [JWKS]: { body: { keys: [] } } }),
      ).toMatchObject({
        said: expect.arrayContaining(['inconclusive key-ambiguous']),
        status: 'not-checked',
      });
  });

  it('with another key does not make a forgery of what another method signed, or of what may have signed it', async () => {
    const spare = named({ id: `${DID}#spare`, publicKeyJwk: otherJwk });
    const body = { id: DID, verificationMethod: [named(), named({ publicKeyJwk: otherJwk }), spare] };
    const documents = {
      [DID_DOCUMENT]: { body: { ...body, assertionMethod: [`${DID}#k`, `${DID}#spare`] } },
    };
    expect((await told(await sign(DID, {}, other), documents)).status).toBe('signature-verified');
    expect((await told(await sign(DID, {}), documents)).status).toBe('not-checked');
  });

  it('with no key in one place leaves open which is meant, whichever that is', async () => {
    const empty = named({ publicKeyJwk: undefined });
    for (const [one, two] of [
      [empty, named()],
      [named(), empty],
    ] as const)
      expect((await of(one, two)).said).toEqual(['inconclusive key-ambiguous', 'not-run']);
  });

  it('with another key that is badly written, or for another use, is none', async () => {
    const padded = { ...otherJwk, x: `${otherJwk.x}=` };
    for (const publicKeyJwk of [padded, { ...jwk, use: 'enc' }])
      for (const two of [named({ publicKeyJwk }), named({ id: '#k', publicKeyJwk })])
        expect((await of(named(), two)).said[1]).not.toBe('passed');
  });

  it('and ended in one place is ended', async () => {
    for (const [one, two] of [
      [named(), named({ revoked: PAST })],
      [named({ revoked: PAST }), named()],
    ] as const)
      expect((await of(one, two)).said).toEqual(['passed', 'failed key-revoked']);
  });

  it('is read as JSON, whatever its context makes of the names', async () => {
    const aliased = {
      '@context': ['https://www.w3.org/ns/did/v1', { verificationMethod: 'https://w3id.org/security#other' }],
    };
    expect((await of(named(), named(), aliased)).status).toBe('signature-verified');
    const renamed = {
      '@context': [{ method: 'https://w3id.org/security#assertionMethod' }],
      assertionMethod: [],
      method: [`${DID}#k`],
    };
    expect((await of(named(), named(), renamed)).said[1]).not.toBe('passed');
  });
});
