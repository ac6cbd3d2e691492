import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
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
import { told } from './told.ts';

const x5c = ['MIIB'];
const setOf = (...keys: readonly object[]) => ({ [SET]: { body: { keys } } });
const BOUND = ['passed', 'passed'];
const UNREAD = ['inconclusive key-method-unsupported', 'not-run'];

describe('a token with a certificate', () => {
  it.each<[string, JsonObject]>([
    ['that also names the key', { x5c, kid: 'k1' }],
    ['that names no key', { x5c }],
  ])('%s is held against the keys that its issuer publishes', async (_, header) => {
    const key = { ...jwk, kid: 'k1' };
    const document = controllerDocument(DID, [
      { id: `${DID}#k1`, type: 'JsonWebKey', controller: DID, publicKeyJwk: jwk },
    ]);
    expect(await told(await sign(badgeOf(WEB), header), setOf(key))).toEqual(BOUND);
    expect(await told(await sign(badgeOf(DID), header), { [DID_ADDRESS]: document })).toEqual(BOUND);
    const metadata = { body: { issuer: WEB, jwks: { keys: [key] } } };
    expect(await told(await card(WEB, header), { [METADATA]: metadata })).toEqual(BOUND);
  });

  it('is left open where none of those keys has signed it, because the certificate’s own may have', async () => {
    for (const header of [{ x5c }, { x5c, kid: 'k1' }]) {
      const token = await sign(badgeOf(WEB), header);
      expect(await told(token, setOf({ ...stranger, kid: 'k1' }))).toEqual(UNREAD);
      expect(await told(token, { [SET]: { status: 404 }, [WEB]: { status: 404 } })).toEqual(UNREAD);
      const page = { body: '<p>University</p>', contentType: 'text/html' };
      expect(await told(token, { [SET]: page, [WEB]: page })).toEqual(UNREAD);
    }
  });

  it('may still be settled by keys that could not be fetched', async () => {
    const token = await sign(badgeOf(WEB), { x5c });
    const silent = { [SET]: { error: 'timeout' } as const };
    expect(await told(token, silent)).toEqual(['inconclusive key-unresolvable', 'not-run']);
    const refused = { [SET]: { error: 'permission-needed' } as const };
    expect(await told(token, refused)).toEqual(['inconclusive permission-needed', 'not-run']);
  });

  it('whose key the issuer has ended is by an ended key', async () => {
    const token = await sign(badgeOf(WEB), { x5c });
    expect(await told(token, setOf({ ...jwk, revoked: true }))).toEqual(['passed', 'failed key-revoked']);
  });
});
