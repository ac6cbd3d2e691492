/** The world is what it says: independent libraries agree with every signature that it expects to hold or to fail. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { compactVerify, createLocalJWKSet, importSPKI, type JSONWebKeySet } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { contextLoader, ED25519_2020 } from '../build/contexts.ts';
import { buildWorld, type World } from './world.ts';

/** The libraries look at the real clock, so this world is of today. */
const NOW = new Date();
const SUITES = [
  new DataIntegrityProof({ cryptosuite: eddsaRdfc2022 }),
  new DataIntegrityProof({ cryptosuite: ecdsaRdfc2019 }),
  new Ed25519Signature2020(),
];
let world: World;
beforeAll(async () => {
  world = await buildWorld(NOW);
});

function served(url: string): string {
  const reply = world.replies.get(url);
  if (reply?.kind !== 'answer') throw new Error(`nothing served at ${url}`);
  return Buffer.from(reply.body).toString('utf8');
}
const linkOf = (id: string): string => world.credentials.get(id)?.link ?? '';
const documentAt = (url: string): Record<string, unknown> => JSON.parse(served(url));

/** Resolves `did:key` and the world's own DID documents; nothing else. */
const loader = contextLoader((url) => {
  const [did = '', fragment] = url.split('#');
  if (did.startsWith('did:key:')) return fragment === undefined ? didKey(did) : keyMethod(did);
  if (did.startsWith('did:web:')) {
    const document = documentAt(`https://${did.slice('did:web:'.length)}/.well-known/did.json`);
    const methods = document.verificationMethod as { readonly id: string }[];
    const method = methods.find(({ id }) => id === url);
    return fragment === undefined ? document : { '@context': MULTIKEY, ...method };
  }
  return world.replies.has(url) ? documentAt(url) : undefined;
});
const MULTIKEY = 'https://w3id.org/security/multikey/v1';
const keyMethod = (did: string) => {
  const key = did.slice('did:key:'.length);
  const is2020 = documentAt(linkOf('integrity-2020')).issuer as { readonly id: string };
  const old = is2020.id === did;
  return {
    '@context': old ? ED25519_2020 : MULTIKEY,
    id: `${did}#${key}`,
    type: old ? 'Ed25519VerificationKey2020' : 'Multikey',
    controller: did,
    publicKeyMultibase: key,
  };
};
const didKey = (did: string) => ({
  '@context': ['https://www.w3.org/ns/did/v1'],
  id: did,
  verificationMethod: [keyMethod(did)],
  assertionMethod: [keyMethod(did).id],
});

async function holds(id: string): Promise<boolean> {
  const credential = documentAt(linkOf(id));
  const results = await Promise.all(
    SUITES.map((suite) => verifyCredential({ credential, suite, documentLoader: loader, now: NOW })),
  );
  return results.some(({ verified }) => verified);
}

describe('an independent verifier', () => {
  it.each(['integrity-ecdsa', 'integrity-2020', 'integrity-holder-matches', 'integrity-other-holder'])(
    'accepts the proof of %s',
    async (id) => {
      expect(await holds(id)).toBe(true);
    },
  );

  it('refuses the credential that was changed after signing', async () => {
    expect(await holds('integrity-tampered')).toBe(false);
  });

  it('refuses the credential whose issuer does not list the key', async () => {
    expect(await holds('integrity-key-not-bound')).toBe(false);
  });

  it.each([
    ['integrity-valid', false],
    ['integrity-revoked', true],
    ['integrity-expired-and-revoked', true],
    ['integrity-suspended', true],
  ])('accepts the status list of %s and reads the bit: %s', async (id, bit) => {
    const credential = documentAt(linkOf(id));
    const result = await checkStatus({ credential, documentLoader: loader, suite: SUITES });
    expect(result).toMatchObject({ verified: true, results: [{ status: bit }] });
  });

  it.each([
    ['jwt-valid', true],
    ['jwt-expired', true],
    ['jwt-revoked', true],
    ['jwt-tampered', false],
    ['jwt-wrong-key', false],
  ])('checks the JWS of %s against the published keys: good is %s', async (id, good) => {
    const keys = createLocalJWKSet(
      documentAt('https://credentials.aldermoor.example/.well-known/jwks.json') as unknown as JSONWebKeySet,
    );
    const outcome = compactVerify(served(linkOf(id)), keys).then(
      () => true,
      () => false,
    );
    expect(await outcome).toBe(good);
  });

  it.each([
    ['signed-valid', true],
    ['signed-revoked', true],
    ['signed-wrong-key', false],
  ])('checks the signed badge %s against the key of the profile: good is %s', async (id, good) => {
    const profile = documentAt('https://skills.openharbour.example/profile.json');
    const key = await importSPKI(String(documentAt(String(profile.publicKey)).publicKeyPem), 'RS256');
    const outcome = compactVerify(served(linkOf(id)), key).then(
      () => true,
      () => false,
    );
    expect(await outcome).toBe(good);
  });
});

describe('the demo page', () => {
  it('shows twelve credentials and every one of the nine statuses', () => {
    const shown = world.pages.get('demo')?.shows ?? [];
    const statuses = new Set(shown.map((id) => world.credentials.get(id)?.expected.status));
    expect(shown).toHaveLength(12);
    expect(statuses.size).toBe(9);
  });
});
