/** Issues W3C credentials with the Digital Bazaar libraries: an independent hand, never our own code. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate as generateEcdsa } from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { generate as generateEd25519 } from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { Ed25519VerificationKey2020 } from '@digitalbazaar/ed25519-verification-key-2020';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { contextLoader } from './contexts.ts';

export type Suite = 'Ed25519Signature2020' | 'eddsa-rdfc-2022' | 'ecdsa-rdfc-2019';
type Json = Record<string, unknown>;

export interface Signer {
  /** `did:key:…` or the DID or address under which the issuer publishes this key. */
  readonly controller: string;
  readonly verificationMethod: string;
  /** The method as a DID document or a controller document lists it. */
  readonly method: Json;
  /** The credential with its proof added; the argument stays as it is. */
  sign(credential: Json, at: Date): Promise<Json>;
}

/** A fresh key and a hand that signs with it. Without a controller the key is its own: `did:key`. */
export async function createSigner(suite: Suite, controller?: string): Promise<Signer> {
  const key = await generateKey(suite);
  const owner = controller ?? `did:key:${key.publicKeyMultibase}`;
  const id = `${owner}#${key.publicKeyMultibase}`;
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
    sign: (credential, at) =>
      issue({
        credential: structuredClone(credential),
        suite: suiteFor(suite, key, at),
        documentLoader: contextLoader(),
        now: at,
      }),
  };
}

function generateKey(suite: Suite): Promise<DigitalBazaar.KeyPair> {
  if (suite === 'ecdsa-rdfc-2019') return generateEcdsa({ curve: 'P-256' });
  return suite === 'eddsa-rdfc-2022' ? generateEd25519() : Ed25519VerificationKey2020.generate();
}

function suiteFor(suite: Suite, key: DigitalBazaar.KeyPair, at: Date): unknown {
  const date = at.toISOString().replace(/\.\d+Z$/, 'Z');
  if (suite === 'Ed25519Signature2020') return new Ed25519Signature2020({ key, date });
  const cryptosuite = suite === 'eddsa-rdfc-2022' ? eddsaRdfc2022 : ecdsaRdfc2019;
  return new DataIntegrityProof({ signer: key.signer(), cryptosuite, date });
}
