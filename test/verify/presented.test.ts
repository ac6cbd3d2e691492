/** A key for authentication alone shows who presents something. What it signs is nobody's word about a credential. */
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCredential } from '../../src/credential/read.ts';
import { judge } from '../../src/verify/judge.ts';
import { verify } from '../../src/verify/verify.ts';
import type { Json } from '../build/badge.ts';
import { createJwtKey, type JwtKey } from '../build/jwt.ts';
import { fakeNet } from '../fake/net.ts';
import { fakePorts, NOW } from '../fake/ports.ts';
import { BADGE, unsignedBadge } from './jwt-badge.ts';

const DID = 'did:web:university.example';
const LIST = 'https://lists.example/1';
const REFRESH = 'https://university.example/newer';
let asserting: JwtKey;
let logIn: JwtKey;
beforeAll(async () => {
  [asserting, logIn] = await Promise.all([createJwtKey('ES256'), createJwtKey('ES256')]);
});

const document = (): Json => ({
  id: DID,
  verificationMethod: [
    { id: `${DID}#says`, type: 'JsonWebKey', controller: DID, publicKeyJwk: bare(asserting) },
    { id: `${DID}#login`, type: 'JsonWebKey', controller: DID, publicKeyJwk: bare(logIn) },
  ],
  assertionMethod: [`${DID}#says`],
  authentication: [`${DID}#login`],
});
const bare = ({ publicJwk: { kty, crv, x, y } }: JwtKey): Json => ({ kty, crv, x, y });
const signed = (payload: Json, by: 'says' | 'login', typ = 'vc+jwt'): Promise<string> =>
  (by === 'says' ? asserting : logIn).sign(payload, { typ, kid: `${DID}#${by}` });

async function check(more: Json, documents: Record<string, string>) {
  const read = readCredential(await signed(unsignedBadge(DID, more), 'says'), null);
  if (!read.ok) throw new Error(read.problem.code);
  const bodies = Object.entries(documents).map(([url, body]) => [
    url,
    { body, contentType: 'application/vc+jwt' },
  ]);
  const net = fakeNet(
    {
      'https://university.example/.well-known/did.json': { body: document() },
      ...Object.fromEntries(bodies),
    },
    NOW,
  );
  const { report, record } = await verify({ credential: read.value, claim: null }, fakePorts({ net }));
  const of = (id: 'revocation' | 'refresh') => {
    const { state, problem } = report.outcomes[id];
    return problem ? `${state} ${problem.code}` : state;
  };
  return { revocation: of('revocation'), refresh: of('refresh'), status: judge(report).status, record };
}

describe('a status list', () => {
  const list = (types: readonly string[], issuer: Json): Json => ({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: LIST,
    type: types,
    ...issuer,
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      id: `${LIST}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipSync(new Uint8Array(131_072 / 8)).toString('base64url')}`,
    },
  });
  const entry = {
    credentialStatus: {
      id: `${LIST}#1`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '1',
      statusListCredential: LIST,
    },
  };
  const LISTS = 'BitstringStatusListCredential';

  it('is read where its issuer asserts it', async () => {
    const text = await signed(list(['VerifiableCredential', LISTS], { issuer: DID }), 'says');
    expect(await check(entry, { [LIST]: text })).toMatchObject({ revocation: 'passed' });
  });

  it.each([
    ['a credential', ['VerifiableCredential', LISTS], { issuer: DID }, 'vc+jwt'],
    ['a presentation', ['VerifiablePresentation', LISTS], { holder: DID }, 'vp+jwt'],
    [
      'both',
      ['VerifiablePresentation', 'VerifiableCredential', LISTS],
      { holder: DID, issuer: DID },
      'vc+jwt',
    ],
  ])('that is signed to log in is none: as %s', async (_what, types, issuer, typ) => {
    const text = await signed(list(types, issuer), 'login', typ);
    const { revocation } = await check(entry, { [LIST]: text });
    expect(revocation).toMatch(/^inconclusive status-list-(?:unverified|malformed)$/);
  });
});

describe('a newer copy', () => {
  const named = { refreshService: { id: REFRESH, type: '1EdTechCredentialRefresh' } };

  it('replaces the credential where its issuer asserts it', async () => {
    const newer = await signed(unsignedBadge(DID, { ...named, name: 'Newer' }), 'says');
    expect(await check(named, { [REFRESH]: newer })).toMatchObject({ refresh: 'passed' });
  });

  it('that is only presented replaces nothing', async () => {
    const shown = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: BADGE,
      type: ['VerifiablePresentation'],
      holder: DID,
    };
    const { refresh, record } = await check(named, { [REFRESH]: await signed(shown, 'login', 'vp+jwt') });
    expect(refresh).toMatch(/^(?:warned refreshed-copy-rejected|inconclusive refresh-failed)$/);
    expect(record.types).toContain('OpenBadgeCredential');
  });
});
