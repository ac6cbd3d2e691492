/** Credential → the record and whether it is authentic. There is one function for each way of securing. */
import type { Credential, SecuringKind } from '../credential/model.ts';
import { part } from '../part.ts';
import { type Problem, problem } from '../problem.ts';
import type { Authentication } from './check-context.ts';
import type { VerifyPorts } from './ports.ts';
import { unproved } from './proof/outcome.ts';
import { checkSecuring } from './proof/securing.ts';
import { inconclusive } from './report.ts';

type Authenticator = (credential: Credential, ports: VerifyPorts) => Promise<Authentication>;

const bySignature: Authenticator = async (credential, ports) => {
  const securing = await checkSecuring(credential, ports);
  return { ...securing, record: securing.record ?? credential, hosting: null };
};

/** It is neither false nor true. */
const undecided = (record: Credential, why: Problem): Authentication => unproved(record, inconclusive(why));

/** Nothing secures it, so anybody could have written it. */
const unsecured: Authenticator = async (record) => undecided(record, problem('no-proof'));

/** Open Badges 1 and 2 have ways of their own, which are loaded at the first of them. */
const hostedPart = part(() => import('./proof/hosted.ts'));
const signedPart = part(() => import('./proof/signed-ob2.ts'));
const hosted: Authenticator = async (credential, ports) => {
  const server = await hostedPart();
  return server.ok
    ? server.value.authenticateHosted(credential, ports)
    : undecided(credential, server.problem);
};
const signedOb2: Authenticator = async (credential, ports) => {
  const signed = await signedPart();
  return signed.ok
    ? signed.value.authenticateSignedOb2(credential, ports)
    : undecided(credential, signed.problem);
};

const AUTHENTICATORS = {
  embedded: bySignature,
  enveloping: (credential, ports) =>
    credential.source.securing === 'enveloping' && credential.source.flavour === 'ob2-jws'
      ? signedOb2(credential, ports)
      : bySignature(credential, ports),
  hosted,
  none: unsecured,
} as const satisfies Record<SecuringKind, Authenticator>;

/** Answers `proof` and `key-binding`, and returns the record that they are about. */
export const authenticate: Authenticator = (credential, ports) =>
  AUTHENTICATORS[credential.source.securing](credential, ports);
