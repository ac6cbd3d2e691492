/**
 * Who presents credentials, and whether the presentation itself is sound. Each credential in it is verified by itself.
 */

import type { Credential } from '../credential/model.ts';
import { recognise } from '../credential/recognise.ts';
import { readTypes } from '../credential/text.ts';
import { recordContacts } from '../net/contacts.ts';
import { type ProblemCode, problem } from '../problem.ts';
import { authenticate } from './authenticate.ts';
import { checkConformance } from './check/conformance.ts';
import { contentOf } from './content.ts';
import type { VerifyPorts } from './ports.ts';
import {
  type CheckState,
  type Contact,
  inconclusive,
  notApplicable,
  notRun,
  type Outcome,
  outcomesFrom,
  type Report,
} from './report.ts';
import { NO_ISSUER } from './unresolved.ts';

/** Who signed a presentation: the named holder, whether the signature holds, and whether the key is the holder's. */
export interface Presenter {
  readonly id: string | null;
  readonly proof: CheckState;
  readonly keyBinding: CheckState;
  readonly code: ProblemCode | null;
}

export interface PresentationFinding {
  /** Null where nobody signed it, because its proof is optional (VCDM 2.0 §4.13). */
  readonly presenter: Presenter | null;
  /** Set where the presentation itself is broken or empty. */
  readonly report: Report | null;
  readonly contacted: readonly Contact[];
  /** The presentation with its credentials, as it was signed. An unsigned one is as it came. */
  readonly record: Credential;
}

/** Whether it only contains credentials. If it also makes claims about a subject, the rules of a credential apply. */
export const isPresentation = ({ source: { document } }: Credential): boolean =>
  recognise(document) === 'vp' &&
  document.credentialSubject === undefined &&
  !readTypes(document).includes('VerifiableCredential');

/**
 * A presentation contains credentials and is none itself (docs/decisions.md#presentations). So its presenter is never
 * judged as an issuer. Codes: those of proof, keys and form; `presentation-empty`.
 */
export async function verifyPresentation(
  presentation: Credential,
  world: VerifyPorts,
): Promise<PresentationFinding> {
  const asked = recordContacts(world.net, world.clock);
  const ports: VerifyPorts = { ...world, net: asked.net };
  const signed = presentation.securing !== 'none';
  const { proof, keyBinding, record, unread } = signed
    ? await authenticate(presentation, ports).catch(() => ({
        proof: inconclusive(problem('internal')),
        keyBinding: notRun('proof'),
        record: presentation,
        unread: true,
      }))
    : { proof: notApplicable(), keyBinding: notApplicable(), record: presentation, unread: false };
  const conformance = unread ? notRun('proof') : await checkConformance(record, ports);
  const empty = record.contained.length === 0;
  const outcomes: Partial<Record<string, Outcome>> = {
    conformance,
    proof: empty ? inconclusive(problem('presentation-empty')) : proof,
    'key-binding': empty ? notRun('proof') : keyBinding,
  };
  const contacted = asked.contacts();
  const report: Report = {
    credential: { ...contentOf(record), issuer: NOBODY },
    outcomes: outcomesFrom((id) => outcomes[id] ?? notApplicable()),
    issuer: NO_ISSUER,
    holder: { state: 'not-checkable' },
    contacted,
    at: world.clock.now(),
  };
  return {
    presenter: signed
      ? {
          id: record.issuer.id,
          proof: proof.state,
          keyBinding: keyBinding.state,
          code: (proof.problem ?? keyBinding.problem)?.code ?? null,
        }
      : null,
    report: empty || conformance.state === 'failed' ? report : null,
    contacted,
    record,
  };
}

const NOBODY = { id: null, name: null, url: null, email: null, image: null, description: null } as const;
