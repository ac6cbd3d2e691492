import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as vc from '@digitalbazaar/vc';
import { didKeyLoader } from '../../../build/did-key-loader.ts';
import { documentsIn, expect, type Inputs, type Work } from '../inputs.ts';

/** Each suite is a library. */
const SUITES = {
  rdfc: async () => (await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite')).cryptosuite,
  jcs: async () => (await import('@digitalbazaar/eddsa-jcs-2022-cryptosuite')).createVerifyCryptosuite(),
  bbs: async () => (await import('@digitalbazaar/bbs-2023-cryptosuite')).createVerifyCryptosuite(),
} as const;

export async function digitalBazaar(inputs: Inputs): Promise<Work> {
  const { good, suite } = inputs;
  if (suite === 'jws') throw new Error('@digitalbazaar/vc verifies no tokens');
  const credentials = documentsIn(inputs);
  const documentLoader = didKeyLoader(() => undefined);
  const verifying = new DataIntegrityProof({ cryptosuite: await SUITES[suite]() });
  return async () => {
    for (const credential of credentials) {
      const { verified } = await vc.verifyCredential({ credential, suite: verifying, documentLoader });
      expect(verified === good, '@digitalbazaar/vc');
    }
  };
}
