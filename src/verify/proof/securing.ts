import type { Credential } from '../../credential/model.ts';
import { problem } from '../../problem.ts';
import type { VerifyPorts } from '../ports.ts';
import { checkEmbedded } from './data-integrity.ts';
import { checkEnveloping } from './enveloping.ts';
import { proofTrouble, type Securing } from './outcome.ts';

export type { Securing } from './outcome.ts';

/**
 * Does a signature hold over this very content, and is its key the issuer's? For embedded proofs (Data Integrity)
 * and enveloping ones (JWT); hosted records and Open Badges 2.0 signatures rest on the issuer's server and are
 * established elsewhere.
 *
 * Out: two outcomes. `proof` is `not-run` where the issuer's own documents disown the key before it could be used.
 */
export async function checkSecuring(credential: Credential, ports: VerifyPorts): Promise<Securing> {
  const { source } = credential;
  if (source.securing === 'embedded') return checkEmbedded({ ...credential, source }, ports);
  if (source.securing === 'enveloping' && source.flavour !== 'ob2-jws')
    return checkEnveloping({ ...credential, source }, ports);
  return proofTrouble(problem('no-proof'));
}
