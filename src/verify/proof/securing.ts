import type { Credential, EmbeddedSource, EnvelopingSource } from '../../credential/model.ts';
import { part } from '../../part.ts';
import { problem } from '../../problem.ts';
import type { VerifyPorts } from '../ports.ts';
import { checkEmbedded } from './data-integrity.ts';
import { proofTrouble, type Securing } from './outcome.ts';

export type { Securing } from './outcome.ts';

const tokenPart = part(() => import('./enveloping.ts'));

/**
 * Whether a signature holds over this very content, and whether its key is the issuer's. This covers embedded proofs
 * (Data Integrity) and enveloping ones (JWT). Hosted records and Open Badges 2.0 signatures depend on the issuer's
 * server, and are checked elsewhere.
 *
 * Out: two outcomes. `proof` is `not-run` where the issuer's own documents disown the key before it was used.
 */
export async function checkSecuring(credential: Credential, ports: VerifyPorts): Promise<Securing> {
  if (isEmbedded(credential)) return checkEmbedded(credential, ports);
  if (isEnveloped(credential) && credential.source.flavour !== 'ob2-jws') {
    const tokens = await tokenPart();
    return tokens.ok ? tokens.value.checkEnveloping(credential, ports) : proofTrouble(tokens.problem);
  }
  return proofTrouble(problem('no-proof'));
}

const isEmbedded = (credential: Credential): credential is Credential & { readonly source: EmbeddedSource } =>
  credential.source.securing === 'embedded';
const isEnveloped = (
  credential: Credential,
): credential is Credential & { readonly source: EnvelopingSource } =>
  credential.source.securing === 'enveloping';
