/** Credential → the record and whether it is authentic. There is one function for each way of securing. */
import type { Credential, SecuringKind } from '../credential/model.ts';
import { problem } from '../problem.ts';
import type { Authentication } from './check-context.ts';
import type { VerifyPorts } from './ports.ts';
import { authenticateHosted } from './proof/hosted.ts';
import { checkSecuring } from './proof/securing.ts';
import { authenticateSignedOb2 } from './proof/signed-ob2.ts';
import { inconclusive, notRun } from './report.ts';

type Authenticator = (credential: Credential, ports: VerifyPorts) => Promise<Authentication>;

const bySignature: Authenticator = async (credential, ports) => {
  const securing = await checkSecuring(credential, ports);
  return { ...securing, record: securing.record ?? credential, hosting: null };
};

/** Nothing secures it, so anybody could have written it. It is neither false nor true. */
const unsecured: Authenticator = async (record) => ({
  record,
  proof: inconclusive(problem('no-proof')),
  keyBinding: notRun('proof'),
  hosting: null,
});

const AUTHENTICATORS = {
  embedded: bySignature,
  enveloping: (credential, ports) =>
    credential.source.securing === 'enveloping' && credential.source.flavour === 'ob2-jws'
      ? authenticateSignedOb2(credential, ports)
      : bySignature(credential, ports),
  hosted: authenticateHosted,
  none: unsecured,
} as const satisfies Record<SecuringKind, Authenticator>;

/** Answers `proof` and `key-binding`, and returns the record that they are about. */
export const authenticate: Authenticator = (credential, ports) =>
  AUTHENTICATORS[credential.source.securing](credential, ports);
