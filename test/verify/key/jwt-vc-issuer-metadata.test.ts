import type { JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { ask, card, jwk, METADATA, SET, sign, stranger, WEB } from './issued-token.ts';

const BOUND = ['passed', 'passed'];
const told = async (...asked: Parameters<typeof ask>): Promise<readonly string[]> =>
  (await ask(...asked)).said;

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
      asked: [METADATA, SET],
    });
  });

  it.each([undefined, 7, [SET]])('that has %j for the address of its keys names none', async (address) => {
    const documents = {
      [METADATA]: { body: { issuer: WEB, jwks_uri: address } },
      [SET]: { body: { keys: [] } },
      [WEB]: { body: { id: WEB } },
    };
    expect(await ask(await card(WEB, { kid: 'k1' }), documents)).toEqual({
      said: ['not-run', 'failed key-not-bound'],
      asked: [METADATA, SET, WEB],
    });
  });
});
