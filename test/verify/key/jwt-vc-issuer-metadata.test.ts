import type { JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { card, DID, DID_ADDRESS, jwk, METADATA, SET, sign, stranger, WEB } from '../../build/issued-token.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { ask, told } from './told.ts';

const BOUND = ['passed', 'passed'];
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

  it('need not be there where the authority has the key', async () => {
    const documents = { [SET]: { body: { keys: [{ ...jwk, kid: 'k1' }] } } };
    expect(await ask(await card(WEB, { kid: 'k1' }), documents)).toEqual({
      said: ['passed', 'passed'],
      asked: [METADATA, SET, WEB, WEB, METADATA, SET],
    });
  });

  it('with a key that has not signed leave a token that names none to a set that does not answer', async () => {
    const documents = (set: FakeDocument) => ({
      ...metadata({ jwks: { keys: [{ ...stranger, kid: 'k1' }] } }),
      [SET]: set,
      [WEB]: { body: { id: WEB } },
    });
    const nameless = await card(WEB, {});
    expect(await told(nameless, documents({ error: 'timeout' }))).toEqual([
      'inconclusive key-unresolvable',
      'not-run',
    ]);
    expect(await told(nameless, documents({ status: 404 }))).toEqual(['failed signature-invalid', 'not-run']);
  });

  it('end a key that its signer has found elsewhere', async () => {
    const set = { [SET]: { body: { keys: [{ ...jwk, kid: 'k1' }] } } };
    const headers = [{ kid: 'k1' }, { jwk }, { kid: `${SET}#k1` }, { kid: WEB.replace(/[^/]*$/, 'keys') }];
    const byAddress = { [WEB.replace(/[^/]*$/, 'keys')]: { body: { ...jwk } } };
    for (const keys of [[{ ...jwk, revoked: true }], [{ ...jwk, kid: 'old', exp: 1 }]])
      for (const header of headers) {
        const documents = { ...set, ...byAddress, ...metadata({ jwks: { keys } }) };
        const [, binding] = await told(await card(WEB, header), documents);
        expect(binding).toMatch(/^failed key-(?:revoked|expired)$/);
      }
    const silent = { ...set, [METADATA]: { error: 'timeout' } as const };
    expect(await told(await card(WEB, { jwk }), silent)).toEqual(['passed', 'inconclusive key-unresolvable']);
  });

  describe('where a key goes by a DID', () => {
    const KID = `${DID}#k1`;
    const named = () => card(WEB, { kid: KID });
    const listing = (key: JWK) => metadata({ jwks: { keys: [{ ...key, kid: KID }] } });
    /** The DID's own document, whose controller is the DID and not the issuer. */
    const didDocument = {
      [DID_ADDRESS]: {
        body: {
          id: DID,
          verificationMethod: [{ id: KID, type: 'JsonWebKey', controller: DID, publicKeyJwk: jwk }],
          assertionMethod: [KID],
        },
      },
    };

    it('is asked first, and its keys are the issuer’s whatever they are called', async () => {
      expect(await ask(await named(), { ...listing(jwk), ...didDocument })).toEqual({
        said: BOUND,
        asked: [METADATA, WEB, METADATA, SET],
      });
      const unknown = await card(WEB, { kid: 'did:example:university#k1' });
      const keys = { jwks: { keys: [{ ...jwk, kid: 'did:example:university#k1' }] } };
      expect(await told(unknown, metadata(keys))).toEqual(BOUND);
    });

    it('decides against a key of that name that is another', async () => {
      expect(await told(await named(), { ...listing(stranger), ...didDocument })).toEqual([
        'failed signature-invalid',
        'not-run',
      ]);
    });

    it('that does not list it leaves it to the DID, whose key is not the issuer’s', async () => {
      const gone = { [METADATA]: { status: 404 }, [SET]: { status: 404 }, [WEB]: { body: { id: WEB } } };
      for (const documents of [gone, { ...gone, ...metadata({ jwks: { keys: [] } }) }])
        expect(await told(await named(), { ...documents, ...didDocument })).toEqual([
          'passed',
          'failed key-not-bound',
        ]);
    });

    it('that cannot be had leaves open whose the key is', async () => {
      const documents = { [SET]: { body: { keys: [] } }, [WEB]: { body: { id: WEB } } };
      expect(await told(await named(), { ...documents, ...didDocument })).toEqual([
        'passed',
        'inconclusive key-unresolvable',
      ]);
      expect(await told(await named(), documents)).toEqual(['inconclusive key-unresolvable', 'not-run']);
    });
  });

  it('that cannot be had leaves nothing open of a DID’s key that has ended', async () => {
    const kid = `${DID}#k1`;
    const method = { id: kid, type: 'JsonWebKey', controller: WEB, publicKeyJwk: jwk };
    const own = { body: { id: WEB, assertionMethod: [kid] } };
    const documents = (over: object) => ({
      [METADATA]: { error: 'timeout' as const },
      [WEB]: own,
      [DID_ADDRESS]: { body: { id: DID, verificationMethod: [{ ...method, ...over }] } },
    });
    const token = await card(WEB, { kid });
    expect(await told(token, documents({}))).toEqual(['passed', 'inconclusive key-unresolvable']);
    expect(await told(token, documents({ revoked: '2025-01-01T00:00:00Z' }))).toEqual([
      'passed',
      'failed key-revoked',
    ]);
  });

  it.each([undefined, 7, [SET]])('that has %j for the address of its keys names none', async (address) => {
    const documents = {
      [METADATA]: { body: { issuer: WEB, jwks_uri: address } },
      [SET]: { body: { keys: [] } },
      [WEB]: { body: { id: WEB } },
    };
    const { said, asked } = await ask(await card(WEB, { kid: 'k1' }), documents);
    expect(said).toEqual(['not-run', 'failed key-not-bound']);
    expect([...new Set(asked)]).toEqual([METADATA, SET, WEB]);
  });
});
