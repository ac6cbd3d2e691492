import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCredential } from '../../../src/credential/read.ts';
import { verify } from '../../../src/verify/verify.ts';
import type { Json } from '../../build/badge.ts';
import { createJwtKey } from '../../build/jwt.ts';
import { fakeNet } from '../../fake/net.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';
import { unsignedBadge } from '../jwt-badge.ts';

const LIST = 'https://lists.example/jwt/1';

async function createIssuer() {
  const key = await createJwtKey('ES256');
  const { kty, crv, x, y } = key.publicJwk;
  const did = `did:jwk:${Buffer.from(JSON.stringify({ kty, crv, x, y })).toString('base64url')}`;
  const sign = (payload: Json, typ = 'vc+jwt') => key.sign(payload, { typ, kid: `${did}#0` });
  return { did, sign };
}
const issuer = await createIssuer();
const stranger = await createIssuer();

const listCredential = (byte: number, by = issuer.did): Json => {
  const bytes = new Uint8Array(131_072 / 8);
  bytes[0] = byte;
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: LIST,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: by,
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      id: `${LIST}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipSync(bytes).toString('base64url')}`,
    },
  };
};

async function askWith(list: string): Promise<string> {
  const badge = unsignedBadge(issuer.did, {
    credentialStatus: {
      id: `${LIST}#1`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '1',
      statusListCredential: LIST,
    },
  });
  const read = readCredential(await issuer.sign(badge), null);
  if (!read.ok) throw new Error(read.problem.code);
  const net = fakeNet({ [LIST]: { body: list, contentType: 'application/vc+jwt' } }, NOW);
  const { report } = await verify({ credential: read.value, claim: null }, fakePorts({ net }));
  const { state, problem } = report.outcomes.revocation;
  return problem ? `${state} ${problem.code}` : state;
}

describe('a bitstring list that is a signed token', () => {
  it('is read as any other (VC-JOSE-COSE)', async () => {
    expect(await askWith(await issuer.sign(listCredential(0)))).toBe('passed');
    expect(await askWith(await issuer.sign(listCredential(0b0100_0000)))).toBe('failed revoked');
  });

  it('is believed only under its own issuer’s key', async () => {
    expect(await askWith(await stranger.sign(listCredential(0)))).toBe('inconclusive status-list-unverified');
    expect(await askWith(await stranger.sign(listCredential(0, stranger.did)))).toBe(
      'warned status-list-other-issuer',
    );
  });

  it('is not believed once its bits were changed', async () => {
    const [header, payload, signature] = (await issuer.sign(listCredential(0b0100_0000))).split('.');
    const other = { ...JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()), ...listCredential(0) };
    const forged = [header, Buffer.from(JSON.stringify(other)).toString('base64url'), signature].join('.');
    expect(await askWith(forged)).toBe('inconclusive status-list-unverified');
  });

  it('is not a list where it is of another type', async () => {
    const list = { ...listCredential(0), type: ['VerifiableCredential'] };
    expect(await askWith(await issuer.sign(list))).toBe('inconclusive status-list-malformed');
  });
});
