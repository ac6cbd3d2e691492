import type { EmbeddedSource } from '../../credential/model.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { type ContextSet, contextSets } from '../../json-ld/context/context-set.ts';
import { findSecondSpelling } from '../../json-ld/context/second-spelling.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { bindMethod, resolveMethod, type VerificationMethod } from '../key/resolve-method.ts';
import type { VerifyPorts } from '../ports.ts';
import { type Facts, inconclusive, type Outcome, passed } from '../report.ts';
import { findRearrangement, findRearrangementInProof, hasForbiddenName } from './body-rules.ts';
import { chainAnchored } from './chain-anchor.ts';
import { contextFacts } from './context-facts.ts';
import type { Disclosure } from './disclosure.ts';
import { keyTrouble, outcomeOf, proofTrouble, type Securing } from './outcome.ts';
import { checkProofOptions, purposesFor } from './proof-options.ts';
import { combineProofs, type ProofFinding } from './proof-set.ts';
import { traceDataIntegrity } from './signing-trace.ts';
import type { Suite, SuiteInput } from './suite/suite.ts';
import { suiteName, suiteOf } from './suites.ts';
import { createWork, type Work } from './work.ts';

type ProofPorts = Pick<VerifyPorts, 'net' | 'clock' | 'contexts' | 'explain' | 'allowance'>;

const MAX_PROOFS = 16;
/** Failures that another published content of a context could mend. */
const MAY_BE_THE_CONTENT: ReadonlySet<string> = new Set(['signature-invalid', 'term-undefined']);

/**
 * A document that its own `proof` member secures (Data Integrity 1.0 §4.4–4.5): every proof is looked at; any one
 * acceptable proof suffices.
 *
 * In: the document, and the id of its issuer. Out: proof and key binding, with facts about each proof. Problems: all
 * of the sections `proof` and `keys`; `no-proof`; `json-forbidden-name`; `other-proof-failed` where one proof holds and another fails.
 */
export async function checkEmbedded(
  source: EmbeddedSource,
  issuerId: string | null,
  ports: ProofPorts,
): Promise<Securing> {
  const proofs = asArray<Json>(source.document.proof as Json);
  if (hasForbiddenName(source.document)) return proofTrouble(problem('json-forbidden-name'));
  if (proofs.length === 0) return proofTrouble(anchoredSignature(source.document) ?? problem('no-proof'));
  if (proofs.length > MAX_PROOFS)
    return proofTrouble(problem('too-many-proofs', { at: '/proof', params: { limit: MAX_PROOFS } }));
  const findings: ProofFinding[] = [];
  const work = createWork(ports.allowance);
  for (const [index, proof] of proofs.entries()) {
    const at = Array.isArray(source.document.proof) ? `/proof/${index}` : '/proof';
    const securing = isJsonObject(proof)
      ? await checkProof({ source, issuerId, proof, at, proofs, work }, ports)
      : proofTrouble(problem('proof-malformed', { at }));
    findings.push({ proof: isJsonObject(proof) ? proof : {}, at, securing });
  }
  return combineProofs(findings);
}

/** Blockcerts 2 is an OB 2 assertion whose `signature` ends on a chain. */
const anchoredSignature = ({ signature }: JsonObject): Problem | null =>
  asArray<Json>(signature ?? undefined)
    .filter(isJsonObject)
    .map((one) => chainAnchored(one, '/signature'))
    .find((found) => found !== null) ?? null;

interface OneProof {
  readonly source: EmbeddedSource;
  readonly issuerId: string | null;
  readonly proof: JsonObject;
  readonly at: string;
  readonly proofs: readonly Json[];
  readonly work: Work;
}

async function checkProof(one: OneProof, ports: ProofPorts): Promise<Securing> {
  const { proof, at } = one;
  const facts = factsOf(proof);
  const name = suiteName(proof);
  if (name === null) return proofTrouble(problem('proof-malformed', { at: `${at}/type` }), facts);
  const suite = suiteOf(proof);
  const unsupported = problem('suite-unsupported', { at, params: { suite: name } });
  if (!suite) return proofTrouble(chainAnchored(proof, at) ?? unsupported, facts);
  const trouble = checkProofOptions(proof, { document: one.source.document, at, now: ports.clock.now() });
  if (trouble) return proofTrouble(trouble, facts);
  const document = documentUnder(one);
  if (!document.ok) return proofTrouble(document.problem, facts);
  const respelt = suite.canonical === 'rdfc' ? findRearrangementInProof(proof, at) : null;
  if (respelt) return proofTrouble(respelt, facts);
  const contexts = await prepare(document.value, suite, ports);
  if (!contexts.ok) return proofTrouble(contexts.problem, facts);
  const method = await resolveMethod(String(proof.verificationMethod), ports);
  if (!method.ok) return keyTrouble(method.problem, facts);
  const input = { suite, document: document.value, proof, jwk: method.value.jwk, work: one.work };
  const verified = await verifyUnder(input, contexts.value);
  if (!verified.ok) {
    const asked = ports.explain === true && verified.problem.code === 'signature-invalid';
    const signing = asked ? await traceDataIntegrity(input, contexts.value) : null;
    return proofTrouble(verified.problem, signing === null ? facts : { ...facts, signing });
  }
  const { contexts: used, disclosure } = verified.value;
  return {
    proof: passed({
      ...facts,
      ...disclosure?.facts,
      ...(suite.canonical === 'rdfc' && { contexts: contextFacts(used) as Facts[string] }),
    }),
    keyBinding: await bind(method.value, one, ports),
    hidden: disclosure?.hidden,
  };
}

/** Whose key it is. A presentation need not say who presents it (VCDM 2.0 §4.13): then there is nobody to bind it to. */
async function bind(
  method: VerificationMethod,
  { source, issuerId, proof }: OneProof,
  ports: ProofPorts,
): Promise<Outcome> {
  const facts: Facts = { verificationMethod: method.id, issuer: issuerId };
  const purposes = purposesFor(source.document);
  if (issuerId === null && purposes.includes('authentication'))
    return inconclusive(problem('presenter-not-named', { at: '/holder' }), facts);
  const usedFor = purposes.find((purpose) => purpose === proof.proofPurpose) ?? 'assertionMethod';
  const binding = await bindMethod({ ...method, usedFor }, issuerId, ports);
  return binding.ok ? passed({ ...facts, domain: binding.value.domain }) : outcomeOf(binding.problem, facts);
}

/** For display: what the proof says of itself. `domain` and `challenge` bind a presentation to a verifier; nobody here asked for one. */
function factsOf(proof: JsonObject): Facts {
  const told = ['verificationMethod', 'created', 'expires', 'domain', 'challenge'] as const;
  return {
    suite: suiteName(proof),
    ...Object.fromEntries(told.flatMap((name) => (proof[name] === undefined ? [] : [[name, proof[name]]]))),
  };
}

/** The document as this proof signed it: without proofs, except those that it continues (Data Integrity 1.0 §4.5, previousProof). */
function documentUnder({ source, proof, at, proofs }: OneProof): Result<JsonObject> {
  const { proof: _, ...bare } = source.document;
  if (proof.previousProof === undefined) return succeed(bare);
  const previous: JsonObject[] = [];
  for (const id of asArray<Json>(proof.previousProof as Json)) {
    const matching = proofs.filter((other): other is JsonObject => isJsonObject(other) && other.id === id);
    const [match] = matching;
    if (typeof id !== 'string' || !match || matching.length > 1 || match === proof)
      return fail('previous-proof-missing', { at: `${at}/previousProof`, params: { id: String(id) } });
    previous.push(match);
  }
  if (previous.length === 0) return fail('previous-proof-missing', { at: `${at}/previousProof` });
  return succeed({ ...bare, proof: previous });
}

/** JCS signs the text of the document, so its contexts decide nothing; RDFC signs what they make of it. */
async function prepare(
  document: JsonObject,
  suite: Suite,
  { contexts }: ProofPorts,
): Promise<Result<readonly ContextSet[]>> {
  if (suite.canonical === 'jcs') return succeed([{ copies: new Map(), shareable: false }]);
  const rearranged = findRearrangement(document);
  if (rearranged) return { ok: false, problem: rearranged };
  const sets = await contextSets(document, { offered: contexts, extra: [suite.context] });
  const respelt = sets.ok ? findSecondSpelling(document, sets.value) : null;
  return respelt ? { ok: false, problem: respelt } : sets;
}

/** Tries each choice of published contents; the first that holds is named in the facts. */
async function verifyUnder(
  input: Omit<SuiteInput, 'contexts'>,
  sets: readonly ContextSet[],
): Promise<Result<{ readonly contexts: ContextSet; readonly disclosure: Disclosure | null }>> {
  let trouble: Problem | null = null;
  for (const contexts of sets) {
    const verified = await input.suite.verify({ ...input, contexts });
    if (verified.ok) return succeed({ contexts, disclosure: verified.value });
    // Under a content that could not be tried any more it may hold.
    if (verified.problem.code === 'graph-too-complex') return verified;
    // The nearest miss says most: a bad signature under one content, over a term missing in another.
    if (trouble === null || verified.problem.code === 'signature-invalid') trouble = verified.problem;
    if (!MAY_BE_THE_CONTENT.has(verified.problem.code)) break;
  }
  return { ok: false, problem: trouble ?? problem('json-ld-malformed') };
}
