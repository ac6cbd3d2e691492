/** `publicKey`, the name of `verificationMethod` before DID 1.0. No key is taken from it. */
import { describe, expect, it } from 'vitest';
import { badgeOf, DID, DID_ADDRESS, jwk, sign, stranger } from '../../build/issued-token.ts';
import { ask } from './told.ts';

const ID = `${DID}#k1`;
const method = (over: object = {}) => ({
  id: ID,
  type: 'JsonWebKey2020',
  controller: DID,
  publicKeyJwk: jwk,
  ...over,
});
const said = async (publicKey: unknown, more: object = {}, header: object = { kid: ID }) => {
  const body = { id: DID, publicKey, assertionMethod: [ID], ...more };
  return (await ask(await sign(badgeOf(DID), header), { [DID_ADDRESS]: { body } })).said;
};

describe('a method under the older name of methods', () => {
  it('is the issuer’s own, and is left unchecked: nobody is said to have forged it', async () => {
    expect(await said([method()])).toEqual(['inconclusive key-method-unsupported', 'not-run']);
    expect(await said(method({ id: '#k1' }))).toEqual(['inconclusive key-method-unsupported', 'not-run']);
  });

  it.each([{}, { kid: 'k1' }, { kid: '#k1' }, { kid: DID }])('is so where a token has %o', async (header) => {
    expect(await said([method()], {}, header)).toEqual(['inconclusive key-method-unsupported', 'not-run']);
    expect(await said([], {}, header)).toEqual(['not-run', 'failed key-not-bound']);
    // A short name need not be that of a method (RFC 7515 §4.1.4).
    const verificationMethod = [method({ id: `${DID}#other` })];
    const named = { verificationMethod, assertionMethod: [`${DID}#other`] };
    expect(await said([method()], named, header)).toEqual(['passed', 'passed']);
  });

  it('that has ended has ended', async () => {
    expect(await said([method({ revoked: '2026-02-01T00:00:00Z' })])).toEqual([
      'not-run',
      'failed key-revoked',
    ]);
  });

  it('is no other method', async () => {
    expect(await said([method({ id: `${DID}#k2` })])).toEqual(['not-run', 'failed key-not-bound']);
    expect(await said([ID])).toEqual(['not-run', 'failed key-not-bound']);
  });

  it('is not needed where the document has the method by its own name', async () => {
    const verificationMethod = [method()];
    expect(await said([method()], { verificationMethod })).toEqual(['passed', 'passed']);
    expect(await said([method({ publicKeyJwk: stranger })], { verificationMethod })).toEqual([
      'passed',
      'inconclusive key-ambiguous',
    ]);
  });
});
