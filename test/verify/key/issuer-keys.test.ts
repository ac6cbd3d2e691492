import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../../src/encoding/base64url.ts';
import type { JsonObject } from '../../../src/json.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { controllerDocument } from '../../build/controller.ts';
import {
  badgeOf,
  card,
  DID,
  DID_ADDRESS,
  jwk,
  METADATA,
  SET,
  sign,
  stranger,
  WEB,
} from '../../build/issued-token.ts';
import { credentialOf } from '../../fake/closed-world.ts';
import { fakeNet } from '../../fake/net.ts';
import { fakePorts } from '../../fake/ports.ts';
import { ask, aTenant, told } from './told.ts';

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

describe('a key that the token itself brings', () => {
  const bare = (issuer: string) => sign(badgeOf(issuer), { jwk });

  it('is the issuer’s where the document at the issuer’s id lists it for assertion', async () => {
    expect(await told(await bare(WEB), { [WEB]: listing(WEB) })).toEqual(BOUND);
    expect(await told(await bare(DID), { [DID_ADDRESS]: listing(DID) })).toEqual(BOUND);
    expect(await told(await bare(WEB), { [WEB]: listing(WEB) }, aTenant)).toEqual(BOUND);
  });

  it('is the issuer’s where that document lists it for each use under an id of its own', async () => {
    const method = (id: string) => methodOf(`${DID}${id}`, DID);
    const document = {
      id: DID,
      verificationMethod: [method('#login'), method('#sign')],
      authentication: ['#login'],
      assertionMethod: ['#sign'],
    };
    expect(await told(await bare(DID), { [DID_ADDRESS]: { body: document } })).toEqual(BOUND);
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

  it('is none where another key, or another use, stands beside it', async () => {
    const none = ['not-run', 'failed key-not-bound'];
    const token = await sign(badgeOf(DID), { kid: 'key-1' });
    expect(await told(token, { [DID_ADDRESS]: listing(DID, { id: '#key-2', key: stranger }) })).toEqual(none);
    expect(
      await told(token, { [DID_ADDRESS]: listing(DID, { id: '#key-1', under: 'authentication' }) }),
    ).toEqual(none);
  });

  it('that its issuer writes nowhere, as a thumbprint, is only a hint: the key is the issuer’s all the same', async () => {
    const kid = await calculateJwkThumbprint(jwk);
    const listed = { [DID_ADDRESS]: listing(DID, { id: '#key-2' }) };
    expect(await told(await sign(badgeOf(DID), { kid }), listed)).toEqual(BOUND);
    const set = (...keys: object[]) => ({ [SET]: { body: { keys } }, [WEB]: { body: { id: WEB } } });
    const token = await sign(badgeOf(WEB), { kid });
    expect(await told(token, set({ ...stranger, kid: 'b' }, { ...jwk, kid: 'a' }))).toEqual(BOUND);
    expect(await told(token, set({ ...jwk, kid: 'a', revoked: true }))).toEqual(intact('failed key-revoked'));
    expect(await told(token, set({ ...stranger, kid: 'a' }))).toEqual(['not-run', 'failed key-not-bound']);
  });

  it('that its issuer writes nowhere is none of its keys, though one of these makes shorter signatures', async () => {
    const [longer, shorter] = await Promise.all(
      [3072, 2048].map((modulusLength) => generateKeyPair('RS256', { modulusLength, extractable: true })),
    );
    if (!longer || !shorter) throw new Error('no keys');
    const payload = new TextEncoder().encode(JSON.stringify(badgeOf(WEB)));
    const token = await new CompactSign(payload)
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .sign(longer.privateKey);
    const said = async (key: CryptoKey, kid: string) =>
      told(token, {
        [SET]: { body: { keys: [{ ...(await exportJWK(key)), kid }] } },
        [WEB]: { body: { id: WEB } },
      });
    expect(await said(shorter.publicKey, 'a')).toEqual(['not-run', 'failed key-not-bound']);
    expect(await said(shorter.publicKey, 'k')).toEqual(['failed signature-invalid', 'not-run']);
    expect(await said(longer.publicKey, 'a')).toEqual(BOUND);
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
  });

  it.each<[string, JsonObject, object]>([
    ['#k', { kid: '#k' }, {}],
    ['k', { kid: 'k' }, {}],
    ['the name in its JWK', { kid: 'own' }, { key: { ...stranger, kid: 'own' } }],
    ['nothing', { kid: '' }, {}],
  ])('have signed nothing that another key has, named by %s', async (_, header, listed) => {
    const documents = { [DID_ADDRESS]: listing(DID, { key: stranger, ...listed }) };
    expect(await told(await sign(badgeOf(DID), header), documents)).toEqual([
      'failed signature-invalid',
      'not-run',
    ]);
  });

  it('are found by the name in a token, whatever unusable key it brings beside', async () => {
    const documents = { [DID_ADDRESS]: listing(DID) };
    for (const beside of [{ kty: 'OKP', crv: 'Ed448', x: 'AAAA' }, { kty: 'EC' }])
      expect(await told(await sign(badgeOf(DID), { kid: `${DID}#k`, jwk: beside }), documents)).toEqual(
        BOUND,
      );
  });

  it.each<[string, object]>([
    ['an error in JSON', { error: 'not found' }],
    ['one bare key', jwk],
  ])('are open where %s stands in place of the set', async (_, body) => {
    const documents = { [SET]: { body }, [WEB]: { body: { id: WEB } } };
    const open = ['inconclusive key-unresolvable', 'not-run'];
    expect(await told(await sign(badgeOf(WEB), { kid: 'k' }), documents)).toEqual(open);
    expect(await told(await sign(badgeOf(WEB), { jwk }), documents)).toEqual(
      intact('inconclusive key-unresolvable'),
    );
    const metadata = { [METADATA]: { body: { issuer: WEB, jwks_uri: SET } } };
    expect(await told(await card(WEB, { kid: 'k' }), { ...documents, ...metadata })).toEqual(open);
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

const KEY = 'https://keys.example/key.json';

const methodOf = (id: string, controller: string | undefined): JsonObject => ({
  id,
  type: 'JsonWebKey',
  ...(controller !== undefined && { controller }),
  publicKeyJwk: jwk as JsonObject,
});

const unresolved = { said: ['passed', 'inconclusive key-unresolvable'] };

describe('a token', () => {
  it('that names neither key nor issuer has no key', async () => {
    expect((await ask(await card(undefined, {}))).said).toEqual(['not-run', 'failed key-not-bound']);
  });

  it('without an issuer is not the work of a key without a controller', async () => {
    const body = {
      id: DID,
      verificationMethod: [methodOf(`${DID}#k`, undefined)],
      assertionMethod: [`${DID}#k`],
    };
    const { said } = await ask(await card(undefined, { kid: `${DID}#k` }), { [DID_ADDRESS]: { body } });
    expect(said).toEqual(['passed', 'failed key-not-bound']);
  });

  it('of an issuer whose address is none has no metadata', async () => {
    const { said, asked } = await ask(await card('https://[', { kid: 'k1' }));
    expect([said, asked]).toEqual([['failed key-malformed', 'not-run'], []]);
  });

  it('is open where the address of its key answers nothing', async () => {
    expect((await ask(await sign(badgeOf(WEB), { kid: KEY }))).said).toEqual([
      'inconclusive key-unresolvable',
      'not-run',
    ]);
  });

  it.each([`did:web:keys.example#k`, KEY])(
    'is open where %s is the issuer’s by its own word alone, and the issuer cannot be asked',
    async (kid) => {
      const place = kid.startsWith('did:') ? 'https://keys.example/.well-known/did.json' : kid;
      const id = kid.split('#', 1)[0] as string;
      const token = await sign(badgeOf(WEB), { kid });
      expect(await ask(token, { [place]: controllerDocument(id, [methodOf(kid, WEB)]) })).toMatchObject(
        unresolved,
      );
    },
  );

  it('whose own key is listed nowhere yet is open where the only place cannot be asked', async () => {
    const bare = (issuer: string) => sign(badgeOf(issuer), { jwk });
    expect(await ask(await bare(DID))).toMatchObject(unresolved);
    expect(await ask(await bare(WEB), {}, aTenant)).toMatchObject(unresolved);
  });

  it('by a key that its issuer’s document keeps for logging in is not asserted by a set beside it', async () => {
    const kid = `${WEB}#k`;
    const documents = {
      [WEB]: { body: { id: WEB, verificationMethod: [methodOf(kid, WEB)], authentication: [kid] } },
      [SET]: { body: { keys: [jwk] } },
    };
    expect((await ask(await sign(badgeOf(WEB), { kid }), documents)).said).toEqual([
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
    expect((await ask(await sign(badgeOf(WEB), { kid: KEY }), documents)).said).toEqual([
      'failed key-malformed',
      'not-run',
    ]);
  });

  it('whose named key has been found asks no more than what the issuer itself says against it', async () => {
    const token = await sign(badgeOf(WEB), { kid: 'k1' });
    const { said, asked } = await ask(token, { [SET]: { body: { keys: [{ ...jwk, kid: 'k1' }] } } });
    expect([said, new Set(asked)]).toEqual([['passed', 'passed'], new Set([SET, WEB])]);
  });

  it('may name the whole set in which its issuer publishes its keys', async () => {
    const of = async (kid: string, ...keys: object[]) =>
      told(await sign(badgeOf(WEB), { kid }), { [SET]: { body: { keys } }, [WEB]: { body: { id: WEB } } });
    expect(await of(SET, { ...stranger, kid: 'a' }, { ...jwk, kid: 'b' })).toEqual(BOUND);
    expect(await of(`${SET}#b`, { ...stranger, kid: 'a' }, { ...jwk, kid: 'b' })).toEqual(BOUND);
    expect(await of(`${SET}#a`, { ...stranger, kid: 'a' }, { ...jwk, kid: 'b' })).toEqual([
      'failed signature-invalid',
      'not-run',
    ]);
    expect(await of(SET, { ...stranger, kid: SET }, { ...jwk, kid: 'b' })).toEqual([
      'failed signature-invalid',
      'not-run',
    ]);
    expect(await of(`${SET}#c`, { ...jwk, kid: 'b' })).toEqual(['not-run', 'failed key-not-bound']);
  });

  it('of a set elsewhere is by keys that are nobody’s', async () => {
    const kid = 'https://evil.example/keys';
    const documents = { [kid]: { body: { keys: [jwk] } }, [SET]: { body: { keys: [stranger] } } };
    expect(await told(await sign(badgeOf(WEB), { kid }), documents)).toEqual(intact('failed key-not-bound'));
  });

  it('may be by a key that its issuer publishes without a name', async () => {
    const token = await sign(badgeOf(WEB), { kid: 'k' });
    const of = (...keys: object[]) =>
      told(token, { [SET]: { body: { keys } }, [WEB]: { body: { id: WEB } } });
    expect(await of(jwk)).toEqual(BOUND);
    expect(await of({ ...stranger, kid: 'k' }, jwk)).toEqual(BOUND);
    expect(await of({ ...stranger, kid: 'other' })).toEqual(['not-run', 'failed key-not-bound']);
    expect(await of({ ...stranger, kid: 7 })).toEqual(['not-run', 'failed key-not-bound']);
    expect(await of({ ...jwk, revoked: true })).toEqual(intact('failed key-revoked'));
  });

  it('is left open where one place has a key without a name, and the next does not answer', async () => {
    const metadata = { [METADATA]: { body: { issuer: WEB, jwks: { keys: [stranger] } } } };
    const silent = { [SET]: { error: 'timeout' } as const };
    expect(await told(await card(WEB, { kid: 'k' }), { ...metadata, ...silent })).toEqual([
      'inconclusive key-unresolvable',
      'not-run',
    ]);
  });

  it('whose name is that of another key in one place is held to the key of the next', async () => {
    const theirs = { [SET]: { body: { keys: [{ ...stranger, kid: 'k' }] } } };
    const token = await sign(badgeOf(WEB), { kid: 'k' });
    expect(await told(token, { ...theirs, [WEB]: listing(WEB) })).toEqual(BOUND);
    expect(await told(token, { ...theirs, [WEB]: listing(WEB, { key: stranger }) })).toEqual([
      'failed signature-invalid',
      'not-run',
    ]);
    expect(await told(token, theirs)).toEqual(['failed signature-invalid', 'not-run']);
  });

  it('of an issuer whose own document has the key asks for it once', async () => {
    const kid = `${DID}#k`;
    const documents = { [DID_ADDRESS]: controllerDocument(DID, [methodOf(kid, DID)]) };
    const { said, asked } = await ask(await sign(badgeOf(DID), { kid }), documents);
    expect([said, asked]).toEqual([['passed', 'passed'], [DID_ADDRESS]]);
  });
});
