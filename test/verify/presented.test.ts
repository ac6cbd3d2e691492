/** A key for authentication alone shows who presents something. What it signs is nobody's word about a credential. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../build/badge.ts';
import { jwkMethod } from '../build/controller.ts';
import { LIST, listOf } from '../build/issued-list.ts';
import { createJwtKey, type JwtKey } from '../build/jwt.ts';
import { BADGE, unsignedBadge } from '../build/jwt-issuer.ts';
import { statusEntry } from '../build/status-list.ts';
import { verifyInClosedWorld } from '../fake/closed-world.ts';

const DID = 'did:web:university.example';
const REFRESH = 'https://university.example/newer';
let asserting: JwtKey;
let logIn: JwtKey;
beforeAll(async () => {
  [asserting, logIn] = await Promise.all([createJwtKey('ES256'), createJwtKey('ES256')]);
});

const document = (): Json => ({
  id: DID,
  verificationMethod: [jwkMethod(asserting, `${DID}#says`), jwkMethod(logIn, `${DID}#login`)],
  assertionMethod: [`${DID}#says`],
  authentication: [`${DID}#login`],
});
const signed = (payload: Json, by: 'says' | 'login', typ = 'vc+jwt'): Promise<string> =>
  (by === 'says' ? asserting : logIn).sign(payload, { typ, kid: `${DID}#${by}` });

async function check(more: Json, documents: Record<string, string>) {
  const bodies = Object.entries(documents).map(([url, body]) => [
    url,
    { body, contentType: 'application/vc+jwt' },
  ]);
  const { stateOf, record } = await verifyInClosedWorld({
    credential: await signed(unsignedBadge(DID, more), 'says'),
    documents: {
      'https://university.example/.well-known/did.json': { body: document() },
      ...Object.fromEntries(bodies),
    },
  });
  return { revocation: stateOf('revocation'), refresh: stateOf('refresh'), record };
}

describe('a status list', () => {
  const list = (types: readonly string[], issuer: Json): Json => {
    const { issuer: _, ...rest } = listOf({});
    return { ...rest, type: types, ...issuer };
  };
  const entry = { credentialStatus: statusEntry(LIST, 1, 'revocation') };
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
