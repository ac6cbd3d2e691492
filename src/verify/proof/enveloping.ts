import type { EnvelopingSource } from '../../credential/model.ts';
import { signedPartsOf } from '../../encoding/compact-jws.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, type Result } from '../../result.ts';
import { findJoseKeys } from '../key/jose-keys.ts';
import type { Bound, KeyCandidate } from '../key/key-candidate.ts';
import { bindMethod, resolveMethod } from '../key/resolve-method.ts';
import type { VerifyPorts } from '../ports.ts';
import { type Facts, failed, type Outcome, passed } from '../report.ts';
import { checkClaims, type EnvelopedCredential } from './claims.ts';
import { joseAlgorithm, verifyJws } from './jws.ts';
import { isToTrace, keyTrouble, outcomeOf, proofTrouble, type Securing } from './outcome.ts';
import { purposesFor } from './proof-options.ts';
import { verifyDisclosures } from './sd-jwt.ts';
import { traceJws } from './signing-trace.ts';

/**
 * Checks a credential inside a signed token: VC-JWT (OB 3.0 §8.2, VCDM 1.1 §6.3.1), `vc+jwt` (VC-JOSE-COSE) and SD-JWT.
 *
 * Problems: those of the sections `proof` and `keys`; `claims-contradict` where a registered claim contradicts the
 * credential; `selective-disclosure-unbound`. A contradiction about the issuer fails `key-binding`: the content is as
 * signed, but another party signed it.
 */
export async function checkEnveloping(
  credential: EnvelopedCredential,
  ports: VerifyPorts,
): Promise<Securing> {
  const { source, issuer } = credential;
  const facts = factsOf(source);
  const algorithm = joseAlgorithm(source.header);
  if (!algorithm.ok) return proofTrouble(algorithm.problem, facts);
  const disclosed = source.flavour === 'sd-jwt-vc' ? verifyDisclosures(source) : null;
  if (disclosed && !disclosed.ok) return proofTrouble(disclosed.problem, facts);
  const candidates = await findJoseKeys(source, issuer.id, ports);
  if (!candidates.ok) return keyTrouble(candidates.problem, facts);
  const keys = candidates.value.map(({ jwk }) => jwk);
  const signed = signedPartsOf(source.token);
  const verified = signed.ok
    ? await verifyJws({ header: source.header, ...signed.value }, keys, ports.workBudget)
    : signed;
  if (!verified.ok) {
    const missed = candidates.value.find((each) => each.missed)?.missed;
    if (missed && OF_OTHER_KEYS.has(verified.problem.code)) return keyTrouble(missed, facts);
    const signing = isToTrace(verified.problem, ports) && {
      signing: traceJws(source.token, source.header, keys),
    };
    return proofTrouble(verified.problem, { ...facts, ...signing });
  }
  const claims = checkClaims(credential, ports.clock.now());
  const used = candidates.value.find(({ jwk }) => jwk === verified.value.jwk);
  const binding = used
    ? await bindTo(used, credential, ports)
    : ({ ok: false, problem: problem('key-not-bound') } as const);
  const keyFacts: Facts = { verificationMethod: used?.id ?? null, issuer: issuer.id };
  return {
    proof: proofOutcome(claims, { ...facts, ...disclosed?.value.facts }),
    keyBinding: binding.ok
      ? bound(claims.issuer, { ...keyFacts, domain: binding.value.domain })
      : withOther(outcomeOf(binding.problem, keyFacts), claims.issuer),
    undisclosed: disclosed?.value.undisclosed,
  };
}

/** The problems of a good signature under keys that did not make it. */
const OF_OTHER_KEYS: ReadonlySet<string> = new Set(['signature-invalid', 'key-algorithm-mismatch']);

/**
 * The signature of a presentation shows who presents it. So a key that the holder lists for authentication is enough
 * (VC-JOSE-COSE §4.2). Where no holder is named, there is nobody to bind the key to.
 */
async function bindTo(
  used: KeyCandidate,
  { source, issuer }: EnvelopedCredential,
  ports: VerifyPorts,
): Promise<Result<Bound>> {
  const presents = purposesFor(source.document).includes('authentication');
  if (presents && issuer.id === null) return fail('presenter-not-named', { at: '/holder' });
  const bound = await used.bind();
  if (bound.ok || !presents || bound.problem.code !== 'key-purpose-wrong' || used.id === null) return bound;
  const method = await resolveMethod(used.id, ports);
  return method.ok ? bindMethod({ ...method.value, usedFor: 'authentication' }, issuer.id, ports) : bound;
}

const factsOf = ({ flavour, header }: EnvelopingSource): Facts => ({
  suite: flavour,
  algorithm: header.alg ?? null,
  verificationMethod: header.kid ?? null,
});

type Claims = ReturnType<typeof checkClaims>;

function proofOutcome({ contradictions, oddities }: Claims, facts: Facts): Outcome {
  const [first, ...others] = contradictions.length > 0 ? contradictions : oddities;
  if (!first) return passed(facts);
  const state = contradictions.length > 0 ? 'failed' : 'warned';
  return { state, problem: first, facts, ...(others.length > 0 && { others }) };
}

const bound = (contradiction: Problem | null, facts: Facts): Outcome =>
  contradiction ? failed(contradiction, facts) : passed(facts);

const withOther = (outcome: Outcome, contradiction: Problem | null): Outcome =>
  contradiction ? { ...outcome, state: 'failed', others: [contradiction] } : outcome;
