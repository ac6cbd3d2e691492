import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { createJwtKey } from '../../build/jwt.ts';
import { credentialOf } from '../../fake/closed-world.ts';
import { fakeNet } from '../../fake/net.ts';
import { fakePorts } from '../../fake/ports.ts';

const HOLDER = 'did:web:holder.example';
const ADDRESS = 'https://holder.example/.well-known/did.json';
const KID = `${HOLDER}#login`;
/** Where the holder serves the key by itself. */
const BARE = 'https://holder.example/key.json';
const key = await createJwtKey('ES256');
const { kty, crv, x, y } = key.publicJwk;
const jwk = { kty, crv, x, y } as JsonObject;

interface Presented {
  readonly over?: JsonObject;
  readonly method?: JsonObject;
  readonly header?: JsonObject;
  readonly under?: string;
}
/** A presentation signed with a key of its holder that is listed for one thing. */
async function told({ over = {}, method = {}, header = { kid: KID }, under = 'authentication' }: Presented) {
  const presentation = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    holder: HOLDER,
    ...over,
  };
  const listed = { id: KID, type: 'JsonWebKey', controller: HOLDER, publicKeyJwk: jwk, ...method };
  const net = fakeNet({
    [ADDRESS]: { body: { id: HOLDER, verificationMethod: [listed], [under]: [KID] } },
    [BARE]: { body: jwk },
  });
  const token = await key.sign(presentation, { typ: 'vp+jwt', ...header });
  const { proof, keyBinding } = await checkSecuring(credentialOf(token), fakePorts({ net }));
  return [proof, keyBinding].map(({ state, problem }) => (problem ? `${state} ${problem.code}` : state));
}

describe('a token that presents', () => {
  it('may be signed with a key that its holder lists for that, or for assertion', async () => {
    expect(await told({})).toEqual(['passed', 'passed']);
    expect(await told({ under: 'assertionMethod' })).toEqual(['passed', 'passed']);
  });

  it('may not be signed with a key for anything else', async () => {
    expect(await told({ under: 'keyAgreement' })).toEqual(['passed', 'failed key-purpose-wrong']);
  });

  it('binds nobody where it names no holder', async () => {
    const [proof, binding] = await told({ over: { holder: undefined } as unknown as JsonObject });
    expect([proof, binding]).toEqual(['passed', 'inconclusive presenter-not-named']);
  });

  it.each<[string, JsonObject, string]>([
    ['is over', { expires: '2026-05-01T00:00:00Z' }, 'failed key-expired'],
    ['is another’s', { controller: 'did:web:evil.example' }, 'failed key-not-bound'],
  ])('does not bind by a key that %s', async (_, method, binding) => {
    expect(await told({ method })).toEqual(['passed', binding]);
    expect(await told({ method, under: 'assertionMethod' })).toEqual(['passed', binding]);
  });

  it.each<[string, JsonObject]>([
    ['without a name', { jwk }],
    ['that stands alone at its address', { kid: BARE }],
  ])('does not bind by a key %s that is listed for logging in alone', async (_, header) => {
    expect(await told({ header })).toEqual(['passed', 'failed key-purpose-wrong']);
    expect(await told({ header, under: 'assertionMethod' })).toEqual(['passed', 'passed']);
  });

  it('is no credential: what is both is held to assertion', async () => {
    const both = {
      type: ['VerifiablePresentation', 'VerifiableCredential'],
      issuer: HOLDER,
      credentialSubject: { id: 'did:example:x' },
    };
    expect((await told({ over: both }))[1]).toBe('failed key-purpose-wrong');
  });
});
