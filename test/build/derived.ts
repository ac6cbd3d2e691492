/** Issues with selective disclosure and derives from it, with the Digital Bazaar libraries. */
import * as Bbs from '@digitalbazaar/bbs-2023-cryptosuite';
import { ALGORITHMS, generateBbsKeyPair } from '@digitalbazaar/bls12-381-multikey';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate as generateEcdsa } from '@digitalbazaar/ecdsa-multikey';
import * as EcdsaSd from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { loaderFor } from './loader.ts';

type Json = Record<string, unknown>;
export type DerivingSuite = 'ecdsa-sd-2023' | 'bbs-2023';

const MANDATORY = ['/issuer', '/validFrom', '/validUntil', '/credentialSubject/id'];
const SELECTIVE = ['/name', '/credentialSubject/achievement'];
const CREATED = '2026-02-01T00:00:00Z';

/** What the issuer makes mandatory and the holder shows, as JSON Pointers. */
export interface Pointers {
  readonly mandatory?: readonly string[];
  readonly selective?: readonly string[];
}

/** A derived proof over a credential whose issuer is the key itself. */
export async function deriveWith(
  suite: DerivingSuite,
  credentialOf: (issuer: string) => Json,
  { mandatory = MANDATORY, selective = SELECTIVE }: Pointers = {},
): Promise<Json> {
  const key =
    suite === 'bbs-2023'
      ? await generateBbsKeyPair({ algorithm: ALGORITHMS.BBS_BLS12381_SHA256 })
      : await generateEcdsa({ curve: 'P-256' });
  const did = `did:key:${key.publicKeyMultibase}`;
  Object.assign(key, { id: `${did}#${key.publicKeyMultibase}`, controller: did });
  const { createSignCryptosuite, createDiscloseCryptosuite } = suite === 'bbs-2023' ? Bbs : EcdsaSd;
  const documentLoader = loaderFor();
  const base = await vc.issue({
    credential: structuredClone(credentialOf(did)),
    suite: new DataIntegrityProof({
      signer: key.signer(),
      date: CREATED,
      cryptosuite: createSignCryptosuite({ mandatoryPointers: [...mandatory] }),
    }),
    documentLoader,
  });
  return vc.derive({
    verifiableCredential: base,
    suite: new DataIntegrityProof({
      cryptosuite: createDiscloseCryptosuite({ selectivePointers: [...selective] }),
    }),
    documentLoader,
  });
}
