/** Credential → the record and whether it is authentic: one way for each way of securing. */
import type { Credential, SecuringKind } from '../credential/model.ts';
import { problem } from '../problem.ts';
import type { Establishment } from './inquiry.ts';
import type { VerifyPorts } from './ports.ts';
import { establishHosted } from './proof/hosted.ts';
import { checkSecuring } from './proof/securing.ts';
import { establishSignedOb2 } from './proof/signed-ob2.ts';
import { inconclusive, notRun } from './report.ts';

type Way = (credential: Credential, ports: VerifyPorts) => Promise<Establishment>;

const bySignature: Way = async (credential, ports) => {
  const securing = await checkSecuring(credential, ports);
  return { ...securing, record: securing.record ?? credential, hosting: null };
};

/** Nothing secures it: whoever wrote it, anybody could have. Neither false nor true. */
const unsecured: Way = async (record) => ({
  record,
  proof: inconclusive(problem('no-proof')),
  keyBinding: notRun('proof'),
  hosting: null,
});

const WAYS = {
  embedded: bySignature,
  enveloping: (credential, ports) =>
    credential.source.securing === 'enveloping' && credential.source.flavour === 'ob2-jws'
      ? establishSignedOb2(credential, ports)
      : bySignature(credential, ports),
  hosted: establishHosted,
  none: unsecured,
} as const satisfies Record<SecuringKind, Way>;

/** Answers `proof` and `key-binding`, and says which record they are about. */
export const establish: Way = (credential, ports) => WAYS[credential.source.securing](credential, ports);
