import { asArray, type Json, type JsonObject } from '../../json.ts';
import { type Problem, problem } from '../../problem.ts';
import { failed, type Outcome } from '../report.ts';
import type { Securing } from './outcome.ts';
import { suiteOf } from './suites.ts';

/** The result of one proof of a set. */
export interface ProofFinding {
  readonly proof: JsonObject;
  /** JSON Pointer of the proof. */
  readonly at: string;
  readonly securing: Securing;
}

/**
 * Best first: a proof that holds with the issuer's key, then one that holds, and so on. Anybody may add a proof to a set
 * (Data Integrity 1.0 §2.1.1). So another's key says nothing while the issuer's own proof may still hold.
 */
const RANK: readonly ((securing: Securing) => boolean)[] = [
  // A proof over the whole credential leaves nothing undisclosed.
  ({ proof, keyBinding, undisclosed }) =>
    proof.state === 'passed' && keyBinding.state === 'passed' && undisclosed === undefined,
  ({ proof, keyBinding }) => proof.state === 'passed' && keyBinding.state === 'passed',
  ({ proof, keyBinding }) => proof.state === 'passed' && keyBinding.state === 'inconclusive',
  ({ proof }) => proof.state === 'failed',
  ({ proof, keyBinding }) => proof.state === 'not-run' && keyBinding.state === 'failed',
  ({ proof }) => proof.state === 'inconclusive' && proof.problem?.code !== 'suite-unsupported',
  ({ proof }) => proof.state !== 'passed',
];

/**
 * Combines the results of several proofs (OB 3.0 §OpenBadgeCredential Verification: any one acceptable proof
 * suffices). The best proof decides, and the record is the one that this proof covers. Of two equally good ones, a
 * proof over the graph is preferred. Its record has one normal form; a text may use words that nobody knows. If
 * another one fails, the answer is warned `other-proof-failed`. A proof that could not be checked does not count. The
 * facts list every proof.
 */
export function combineProofs(findings: readonly ProofFinding[]): Securing {
  const chained = breakChains(findings);
  const rankOf = ({ securing }: ProofFinding): number => {
    const rank = RANK.findIndex((holds) => holds(securing));
    return rank === -1 ? RANK.length : rank;
  };
  const least = Math.min(...chained.map(rankOf));
  const best = chained
    .filter((one) => rankOf(one) === least)
    .reduce((one, other) => (signsText(one) && !signsText(other) ? other : one));
  if (chained.length === 1) return best.securing;
  const proofs = chained.map(({ proof, at, securing }) => ({
    at,
    suite: typeof proof.cryptosuite === 'string' ? proof.cryptosuite : (proof.type ?? null),
    state: securing.proof.state,
    code: securing.proof.problem?.code ?? null,
    keyBinding: securing.keyBinding.state,
    ...(securing.proof.facts?.signing !== undefined && { signing: securing.proof.facts.signing }),
  }));
  const facts = { ...best.securing.proof.facts, at: best.at, proofs };
  const failures = chained.filter((other) => other !== best && hasFailed(other.securing));
  const [first, ...more] = failures.map(problemOf);
  const proof: Outcome =
    best.securing.proof.state === 'passed' && first
      ? {
          state: 'warned',
          problem: problem('other-proof-failed', { cause: first, at: failures[0]?.at ?? best.at }),
          facts,
        }
      : { ...best.securing.proof, facts };
  const others = best.securing.proof.state === 'passed' ? more : failures.map(problemOf);
  // A proof and its key say nothing about the record that another proof covers.
  return { ...best.securing, proof: others.length > 0 ? { ...proof, others } : proof };
}

const signsText = ({ proof }: ProofFinding): boolean => suiteOf(proof)?.canonical === 'jcs';

const hasFailed = ({ proof, keyBinding }: Securing): boolean =>
  proof.state === 'failed' || (proof.state === 'not-run' && keyBinding.state === 'failed');

const problemOf = ({ securing }: ProofFinding): Problem =>
  securing.proof.problem ?? securing.keyBinding.problem ?? problem('proof-malformed');

/**
 * A proof may continue others. If one of these fails, the proof fails too (Data Integrity 1.0 §4.5). Ids are unique
 * at this point.
 */
function breakChains(findings: readonly ProofFinding[]): readonly ProofFinding[] {
  let current = findings;
  // Each round carries a failure one link further. A chain is no longer than the set.
  for (let round = 0; round < findings.length; round++) {
    const broken = new Set(
      current.filter(({ securing }) => hasFailed(securing)).map(({ proof }) => proof.id),
    );
    current = current.map((finding) => {
      const { proof, at, securing } = finding;
      const link = asArray<Json>(proof.previousProof ?? undefined).find((id) => broken.has(id));
      if (link === undefined || hasFailed(securing)) return finding;
      const trouble = problem('previous-proof-missing', {
        at: `${at}/previousProof`,
        params: { id: String(link) },
      });
      return { proof, at, securing: { ...securing, proof: failed(trouble, securing.proof.facts) } };
    });
  }
  return current;
}
