/** The token that a token status list is served as: its claims, its end, and whose key may sign it. */
import { describe, expect, it } from 'vitest';
import { lookUpTokenStatus } from '../../../src/verify/status/token-status-list.ts';
import { issuer, LIST, stranger } from '../../build/issued-list.ts';
import { CLAIMS, card, listToken, packed, SECOND, served } from '../../build/issued-token-list.ts';
import type { JwtKey } from '../../build/jwt.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { NOW } from '../../fake/ports.ts';
import { codeOf, first, KEEPER, KEEPER_ADDRESS, keeper, lookedUp, method, second } from './looked-up.ts';
import { checkCard, keeping, told } from './told.ts';

const said = async (list: string): Promise<string> => (await checkCard(await card(), list)).said;
const broken = async (): Promise<string> => {
  const [head, , tail] = (await listToken(CLAIMS)).split('.');
  return `${head}.${Buffer.from('{').toString('base64url')}.${tail}`;
};

describe('the token of a status list', () => {
  it.each([
    ['of another address', { sub: `${LIST}0` }, 'status-list-malformed'],
    ['without a time', { iat: undefined }, 'status-list-malformed'],
    ['with a beginning and no time', { iat: undefined, nbf: SECOND - 60 }, 'status-list-malformed'],
    ['from the future', { iat: SECOND + 3600 }, 'status-list-not-yet-valid'],
    ['past its end', { exp: SECOND - 1 }, 'status-list-expired'],
    ['of three bits', { status_list: { bits: 3, lst: packed(1) } }, 'status-list-malformed'],
    ['that is not packed', { status_list: { bits: 1, lst: 'AAAA' } }, 'status-list-malformed'],
    ['with a negative ttl', { ttl: -1 }, 'status-list-malformed'],
    ['without a list', { status_list: undefined }, 'status-list-malformed'],
  ])('%s answers nothing', async (_what, claims, code) => {
    expect(await said(await listToken({ ...CLAIMS, ...claims }))).toBe(`inconclusive ${code}`);
  });

  it.each<[string, unknown]>([
    ['whose claims are a list', []],
    ['whose size is no number', { ...CLAIMS, status_list: { bits: '1', lst: 'eNpjYBgFAAEAAAE' } }],
    ['whose end is no number', { ...CLAIMS, exp: 'never', status_list: { bits: 1, lst: 'eNpjYBgFAAEAAAE' } }],
    ['whose bits are no text', { ...CLAIMS, status_list: { bits: 1, lst: 7 } }],
  ])('%s is malformed', async (_, claims) => {
    expect(await said(await listToken(claims))).toBe('inconclusive status-list-malformed');
  });

  it.each([null, 7, 'none'])('whose claims are %j is malformed', async (claims) => {
    expect(await said(await listToken(claims))).toBe('inconclusive status-list-malformed');
  });

  it('whose claims are no JSON is malformed', async () => {
    expect(await said(await broken())).toBe('inconclusive status-list-malformed');
  });

  it('whose claims are no JSON is told to have none', async () => {
    expect((await checkCard(await card(), await broken())).problem).toMatchObject({
      code: 'status-list-malformed',
      cause: { code: 'json-malformed' },
    });
  });

  it('is whole as it stands here, and malformed with an end that is none', async () => {
    const ending = async (exp: unknown) => said(await listToken({ ...CLAIMS, exp }));
    expect(await ending(undefined)).toBe('passed');
    for (const exp of ['never', `${SECOND - 60}`, null, [SECOND - 60], true])
      expect(await ending(exp)).toBe('inconclusive status-list-malformed');
  });

  it('serves until its end, whichever of its keeper’s keys signed', async () => {
    expect(await said(await listToken({ ...CLAIMS, exp: SECOND + 60 }))).toBe('passed');
    expect(await said(await listToken({ ...CLAIMS, exp: SECOND - 60 }))).toBe(
      'inconclusive status-list-expired',
    );
    for (const ttl of ['60', 0])
      expect(await said(await listToken({ ...CLAIMS, ttl }))).toBe('inconclusive status-list-malformed');
  });

  it('is none where it was signed to be something else', async () => {
    expect(await said(await listToken(CLAIMS, { typ: 'JWT' }))).toBe('inconclusive status-list-malformed');
  });
});

describe('the key of a status list token', () => {
  it('that is another’s, in the issuer’s name, answers nothing', async () => {
    const list = await listToken(CLAIMS, { kid: `${issuer.did}#0` }, stranger);
    expect(await said(list)).toBe('inconclusive status-list-unverified');
    expect(await said(await listToken(CLAIMS, {}, stranger))).toBe('inconclusive status-list-unverified');
  });

  it('that is of somebody else who keeps the list is read with a caution', async () => {
    const list = await listToken({ ...CLAIMS, iss: stranger.did }, {}, stranger);
    expect(await said(list)).toBe('warned status-list-other-issuer');
  });

  it('that cannot be found is not believed', async () => {
    const elsewhere = await listToken(CLAIMS, { kid: 'did:web:gone.example#0' });
    expect(await said(elsewhere)).toBe('inconclusive status-list-unverified');
  });

  it('is the one that has signed, whatever holds of the others', async () => {
    const OVER = { expires: '2026-01-01T00:00:00Z' };
    const code = async (key: JwtKey, did: FakeDocument) => {
      const list = await key.sign(CLAIMS, { typ: 'statuslist+jwt', kid: KEEPER });
      const documents = { [LIST]: { body: list }, [KEEPER_ADDRESS]: did };
      const json = { type: 'status_list', uri: LIST, idx: 5 };
      return codeOf(await lookedUp(lookUpTokenStatus, { json, documents }));
    };
    expect(await code(second, keeper(method(first, 'a', OVER), method(second, 'b')))).toBe('clear');
    expect(await code(second, keeper(method(first, 'a'), method(second, 'b', OVER)))).toBe(
      'status-list-unverified',
    );
  });

  it('that is not its keeper’s is told with the reason', async () => {
    const keeper = 'did:web:keeper.example';
    const kid = `${keeper}#k`;
    const { kty, crv, x, y } = issuer.key.publicJwk;
    const method = { id: kid, type: 'JsonWebKey', controller: keeper, publicKeyJwk: { kty, crv, x, y } };
    const list = served(await listToken({ ...CLAIMS, iss: keeper }, { kid }));
    const answer = async (relationship: string) =>
      told(await card(), {
        [LIST]: list,
        'https://keeper.example/.well-known/did.json': {
          body: { id: keeper, verificationMethod: [method], [relationship]: [kid] },
        },
      });
    expect((await answer('assertionMethod')).said).toBe('warned status-list-other-issuer');
    expect((await answer('authentication')).problem).toMatchObject({
      code: 'status-list-unverified',
      cause: { code: 'key-purpose-wrong' },
    });
  });
});

it('no token of statuses is taken from a store that holds something else', async () => {
  const json = { type: 'status_list', uri: LIST, idx: 5 };
  const ports = keeping({ text: 7, at: NOW });
  expect(codeOf(await lookedUp(lookUpTokenStatus, { json, documents: {}, ports }))).toBe(
    'status-list-unreachable',
  );
});
