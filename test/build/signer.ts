/** Issues W3C credentials with the Digital Bazaar libraries: an independent hand, never our own code. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate as generateEcdsa } from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { generate as generateEd25519 } from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { Ed25519VerificationKey2020 } from '@digitalbazaar/ed25519-verification-key-2020';
import { createSignCryptosuite as eddsaJcs2022 } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { contextLoader } from './contexts.ts';
import { loaderNamed } from './loader.ts';

export const SUITES = [
  'Ed25519Signature2020',
  'eddsa-rdfc-2022',
  'eddsa-jcs-2022',
  'ecdsa-rdfc-2019 P-256',
  'ecdsa-rdfc-2019 P-384',
] as const;
export type Suite = (typeof SUITES)[number];
type Json = Record<string, unknown>;

export interface Signing {
  /** When the proof ends. */
  readonly expires?: string;
  /** The name of the published content that is signed over, where an address has several. */
  readonly snapshot?: string;
}

export interface Signer {
  /** `did:key:…` or the DID or address under which the issuer publishes this key. */
  readonly controller: string;
  readonly verificationMethod: string;
  /** The method as a DID document or a controller document lists it. */
  readonly method: Json;
  /** The credential with its proof added; the argument stays as it is. */
  sign(credential: Json, at: Date, signing?: Signing): Promise<Json>;
}

/** A fresh key and a hand that signs with it. Without a controller the key is its own: `did:key`. */
export async function createSigner(suite: Suite, controller?: string, name?: string): Promise<Signer> {
  const key = await generateKey(suite);
  const owner = controller ?? `did:key:${key.publicKeyMultibase}`;
  const id = `${owner}#${name ?? key.publicKeyMultibase}`;
  Object.assign(key, { id, controller: owner });
  return {
    controller: owner,
    verificationMethod: id,
    method: {
      id,
      type: suite === 'Ed25519Signature2020' ? 'Ed25519VerificationKey2020' : 'Multikey',
      controller: owner,
      publicKeyMultibase: key.publicKeyMultibase,
    },
    sign: (credential, at, { expires, snapshot } = {}) =>
      issue({
        credential: structuredClone(credential),
        suite: Object.assign(suiteFor(suite, key, at), expires !== undefined && { proof: { expires } }),
        documentLoader: snapshot === undefined ? contextLoader() : loaderNamed(snapshot),
        now: at,
      }),
  };
}

function generateKey(suite: Suite): Promise<DigitalBazaar.KeyPair> {
  switch (suite) {
    case 'Ed25519Signature2020':
      return Ed25519VerificationKey2020.generate();
    case 'ecdsa-rdfc-2019 P-256':
      return generateEcdsa({ curve: 'P-256' });
    case 'ecdsa-rdfc-2019 P-384':
      return generateEcdsa({ curve: 'P-384' });
    default:
      return generateEd25519();
  }
}

function suiteFor(suite: Suite, key: DigitalBazaar.KeyPair, at: Date): object {
  const date = at.toISOString().replace(/\.\d+Z$/, 'Z');
  if (suite === 'Ed25519Signature2020') return new Ed25519Signature2020({ key, date });
  return new DataIntegrityProof({ signer: key.signer(), cryptosuite: cryptosuiteOf(suite), date });
}

function cryptosuiteOf(suite: Exclude<Suite, 'Ed25519Signature2020'>): unknown {
  if (suite === 'eddsa-rdfc-2022') return eddsaRdfc2022;
  return suite === 'eddsa-jcs-2022' ? eddsaJcs2022() : ecdsaRdfc2019;
}
