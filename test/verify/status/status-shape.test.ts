/** Status lists whose members are of another shape than their specifications give them, and keys that are not the first. */
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { Json, JsonObject } from '../../../src/json.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import { FAMILIES, lookUpBit } from '../../../src/verify/status/bitstring.ts';
import { DIALECTS, lookUpId } from '../../../src/verify/status/ob-revocation-list.ts';
import { lookUpTokenStatus } from '../../../src/verify/status/token-status-list.ts';
import { createJwtKey } from '../../build/jwt.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';

const LIST = 'https://lists.example/1';
const KEEPER = 'did:web:lists.example';
const [first, second] = await Promise.all([createJwtKey('ES256'), createJwtKey('ES256')]);
const method = (key: typeof first, name: string, over: object = {}) => {
  const { kty, crv, x, y } = key.publicJwk;
  const publicKeyJwk = { kty, crv, x, y };
  return { id: `${KEEPER}#${name}`, type: 'JsonWebKey', controller: KEEPER, publicKeyJwk, ...over };
};
const keeper = (...verificationMethod: readonly { readonly id: string }[]): FakeDocument => ({
  body: { id: KEEPER, verificationMethod, assertionMethod: verificationMethod.map(({ id }) => id) },
});

interface Question {
  readonly json: JsonObject;
  readonly documents: Record<string, FakeDocument>;
  readonly ports?: Partial<VerifyPorts>;
}
const ask = async (lookUp: typeof lookUpTokenStatus, { json, documents, ports = {} }: Question) => {
  const entry = { type: String(json.type), at: '/credentialStatus', json };
  const net = fakeNet(documents, NOW);
  return lookUp({
    entry,
    issuerId: KEEPER,
    credentialId: 'urn:uuid:1',
    ports: fakePorts({ net, ...ports }),
  } as never);
};
const codeOf = ({ problem }: { readonly problem?: { readonly code: string } | null }): string =>
  problem?.code ?? 'clear';

describe('a token of statuses', () => {
  const OVER = { expires: '2026-01-01T00:00:00Z' };
  const documents = async (key: typeof first, did: FakeDocument) => ({
    [LIST]: {
      body: await key.sign(
        {
          sub: LIST,
          iat: NOW / 1000 - 60,
          status_list: { bits: 1, lst: deflateSync(new Uint8Array(64)).toString('base64url') },
        },
        { typ: 'statuslist+jwt', kid: KEEPER },
      ),
    },
    'https://lists.example/.well-known/did.json': did,
  });
  const json = { type: 'status_list', uri: LIST, idx: 5 };

  it('is believed by the key that has signed it, whatever holds of the others', async () => {
    const old = keeper(method(first, 'a', OVER), method(second, 'b'));
    expect(codeOf(await ask(lookUpTokenStatus, { json, documents: await documents(second, old) }))).toBe(
      'clear',
    );
    const ended = keeper(method(first, 'a'), method(second, 'b', OVER));
    expect(codeOf(await ask(lookUpTokenStatus, { json, documents: await documents(second, ended) }))).toBe(
      'status-list-unverified',
    );
  });

  it('is not taken from a store that holds something else', async () => {
    const store = { ...fakePorts().store, get: async () => ({ text: 7, at: NOW }) };
    expect(codeOf(await ask(lookUpTokenStatus, { json, documents: {}, ports: { store } }))).toBe(
      'status-list-unreachable',
    );
  });
});

describe('a list of revoked ids', () => {
  const told = async (body: object, dialect: keyof typeof DIALECTS = 'RevocationList') =>
    ask(lookUpId(DIALECTS[dialect]), {
      json: { type: dialect, id: LIST },
      documents: { [LIST]: { body } },
    });
  const NAMED = { id: LIST, type: 'RevocationList' };

  it('with nothing in it is known by its type, or by its id and issuer together', async () => {
    expect(codeOf(await told(NAMED))).toBe('clear');
    expect(codeOf(await told({ id: LIST, issuer: KEEPER }))).toBe('clear');
    for (const body of [{ id: LIST }, { issuer: KEEPER }, { id: 7, issuer: KEEPER }])
      expect(codeOf(await told(body))).toBe('status-list-malformed');
  });

  it('with entries needs no other name', async () => {
    expect(codeOf(await told({ revokedAssertions: ['urn:uuid:2'] }))).toBe('clear');
    expect(codeOf(await told({ revokedAssertions: ['urn:uuid:1'] }))).toBe('revoked');
  });

  it('of Open Badges 2 may name any issuer, one of Open Badges 3 its own alone', async () => {
    const issuer = 'https://other.example';
    expect(codeOf(await told({ ...NAMED, issuer, revokedAssertions: ['urn:uuid:1'] }))).toBe('revoked');
    const other = { type: '1EdTechRevocationList', issuer, revokedCredential: ['urn:uuid:1'] };
    expect(codeOf(await told(other, '1EdTechRevocationList'))).toBe('status-list-other-issuer');
  });

  it('gives a reason that is a text', async () => {
    const reasonOf = async (revocationReason: unknown) =>
      (await told({ ...NAMED, revokedAssertions: [{ id: 'urn:uuid:1', revocationReason }] })).problem?.params;
    expect(await reasonOf('Copied')).toEqual({ reason: 'Copied' });
    expect(await reasonOf({ en: 'Copied' })).toBeUndefined();
  });
});

describe('a list of bits', () => {
  const kid = `${KEEPER}#a`;
  const full = gzipSync(new Uint8Array(131_072 / 8).fill(255));
  const told = async (encodedList: string, over: JsonObject = {}) => {
    const list = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: LIST,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: KEEPER,
      validFrom: '2026-01-01T00:00:00Z',
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList },
    };
    const entry = { statusPurpose: 'revocation', statusListIndex: '7', statusListCredential: LIST };
    return ask(lookUpBit(FAMILIES.BitstringStatusListEntry), {
      json: { type: 'BitstringStatusListEntry', ...entry, ...over },
      documents: {
        [LIST]: { body: await first.sign(list, { typ: 'vc+jwt', kid }), contentType: 'application/vc+jwt' },
        'https://lists.example/.well-known/did.json': keeper(method(first, 'a')),
      },
    });
  };
  const packed = `u${full.toString('base64url')}`;

  it('is packed in base64url and says so', async () => {
    expect(codeOf(await told(packed))).toBe('revoked');
    const other58 = `z${encodeBase58btc(full)}`;
    for (const other of [other58, `m${full.toString('base64')}`, packed.slice(1)])
      expect(codeOf(await told(other))).toBe('status-list-malformed');
  });

  it('gives as a reason the message of its value, if there is one', async () => {
    expect((await told(packed)).problem?.params).toBeUndefined();
    const message = 'Copied';
    const said = async (status: Json) =>
      (await told(packed, { statusMessage: [{ status, message }] })).problem?.params;
    expect(await said('0x1')).toEqual({ reason: message });
    expect(await said(1)).toBeUndefined();
  });
});
