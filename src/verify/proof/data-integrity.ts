import type { Credential, EmbeddedSource } from '../../credential/model.ts';
import { misorder } from '../../credential/shape/context-shape.ts';
import { asArray, isJsonObject, type Json, type JsonObject, memberAt } from '../../json.ts';
import { contextSets } from '../../json-ld/context/context-set.ts';
import { distinctSets } from '../../json-ld/context/distinct-sets.ts';
import { createWork } from '../../json-ld/statement.ts';
import { type Problem, problem } from '../../problem.ts';
import { endedByIssuer } from '../key/ended-by-issuer.ts';
import { bindMethod, resolveMethod, type VerificationMethod } from '../key/resolve-method.ts';
import type { VerifyPorts } from '../ports.ts';
import { type Facts, inconclusive, notRun, type Outcome, passed } from '../report.ts';
import { chainAnchored } from './chain-anchor.ts';
import { contextFacts } from './context-facts.ts';
import { verifyInOtherForms } from './other-forms.ts';
import { isToTrace, keyTrouble, outcomeOf, proofTrouble, type Securing } from './outcome.ts';
import { checkProofOptions, purposesFor } from './proof-options.ts';
import { combineProofs, type ProofFinding } from './proof-set.ts';
import { type ProofAmongProofs, type Reading, readGraph, readText } from './reading.ts';
import { traceDataIntegrity } from './signing-trace.ts';
import { suiteName, suiteOf } from './suites.ts';

type ProofPorts = Pick<
  VerifyPorts,
  'net' | 'clock' | 'hosting' | 'contexts' | 'explain' | 'workBudget' | 'heavy'
>;

const MAX_PROOFS = 16;
/** It cannot be read any further, under this published content or another. */
const ENDED: ReadonlySet<string> = new Set(['graph-too-complex', 'work-stopped', 'part-missing']);
/** Failures that another published content of a context may cure. */
const MAY_BE_THE_CONTENT: ReadonlySet<string> = new Set(['signature-invalid', 'term-undefined']);

/**
 * Checks a document that its own `proof` member secures (Data Integrity 1.0 §4.4–4.5). Every proof is checked, and any
 * one acceptable proof is enough.
 *
 * Out: proof and key binding, with facts about each proof, and the record as it was signed. Problems: all of the
 * sections `proof` and `keys`; `no-proof`; `json-forbidden-name`; `other-proof-failed` where one proof holds and
 * another fails.
 */
export async function checkEmbedded(
  credential: Credential & { readonly source: EmbeddedSource },
  ports: ProofPorts,
): Promise<Securing> {
  const { document } = credential.source;
  const proofs = proofsIn(document.proof);
  if (hasForbiddenName(document)) return proofTrouble(problem('json-forbidden-name'));
  if (proofs.length === 0) return proofTrouble(anchoredSignature(document) ?? problem('no-proof'));
  if (proofs.length > MAX_PROOFS)
    return proofTrouble(problem('too-many-proofs', { at: '/proof', params: { limit: MAX_PROOFS } }));
  const findings: ProofFinding[] = [];
  const work = createWork(
    (large, contexts) => ports.heavy.run('general', { document: large, contexts }),
    ports.workBudget,
  );
  const { proof: _, ...bare } = document;
  for (const [index, proof] of proofs.entries()) {
    const at = proofs.length > 1 ? `/proof/${index}` : '/proof';
    findings.push(
      isJsonObject(proof)
        ? await checkProof({ credential, bare, proof, at, proofs, work }, ports)
        : { proof: {}, at, securing: proofTrouble(problem('proof-malformed', { at })) },
    );
  }
  return combineProofs(findings);
}

/** The members of a set, each once. Sets inside a set are flattened (JSON-LD 1.1 §4.3.1). */
function proofsIn(value: Json | undefined): readonly Json[] {
  const proofs = flattened(value);
  return proofs.length < 2
    ? proofs
    : [...new Map(proofs.map((proof) => [JSON.stringify(proof), proof])).values()];
}

const flattened = (value: Json | undefined): readonly Json[] =>
  asArray<Json>(value).flatMap((one) => (Array.isArray(one) ? flattened(one) : [one]));

/**
 * Whether a member `__proto__` occurs anywhere. The JSON parser refuses it already. It is checked again, because
 * JSON-LD processors drop it before hashing, so anybody could add it after signing (docs/decisions.md#hostile-input).
 */
function hasForbiddenName(value: Json | undefined): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasForbiddenName);
  for (const name in value) if (name === '__proto__' || hasForbiddenName(memberAt(value, name))) return true;
  return false;
}

/** Blockcerts 2 is an OB 2 assertion whose `signature` ends on a chain. */
const anchoredSignature = ({ signature }: JsonObject): Problem | null =>
  asArray<Json>(signature ?? undefined)
    .filter(isJsonObject)
    .map((one) => chainAnchored(one, '/signature'))
    .find((found) => found !== null) ?? null;

async function checkProof(one: Omit<ProofAmongProofs, 'suite'>, ports: ProofPorts): Promise<ProofFinding> {
  const { proof, at } = one;
  const name = suiteName(proof);
  const suite = suiteOf(proof);
  if (suite) return checkOfSuite({ ...one, suite }, ports);
  const unsupported = problem('suite-unsupported', { at, params: { suite: name ?? '' } });
  if (name !== null) return refused(one, chainAnchored(proof, at) ?? unsupported);
  // The type may only be written in another way, so nothing is disproved.
  return hasNoType(proof, one.credential.source.document)
    ? refused(one, problem('proof-malformed', { at: `${at}/type` }))
    : unread(one, unsupported);
}

async function checkOfSuite(one: ProofAmongProofs, ports: ProofPorts): Promise<ProofFinding> {
  if (one.suite.canonical === 'rdfc') return checkGraph(one, ports);
  const reading = readText(one);
  return reading.ok ? checkReading(one, reading.value, ports) : refused(one, reading.problem);
}

/** Tries each choice of published contents that can make a difference. The facts name the first that holds. */
async function checkGraph(one: ProofAmongProofs, ports: ProofPorts): Promise<ProofFinding> {
  const { document } = one.credential.source;
  const misordered = misorder(document);
  // The processor and a reader may understand it differently, so the question is left open.
  if (misordered) return unread(one, misordered, inconclusive);
  const sets = await contextSets(document, { offered: ports.contexts, extra: [one.suite.context] });
  if (!sets.ok) return unread(one, sets.problem);
  let nearest: ProofFinding | null = null;
  for (const contexts of distinctSets(document, sets.value)) {
    const reading = await readGraph(one, contexts);
    const finding = reading.ok ? await checkReading(one, reading.value, ports) : unread(one, reading.problem);
    const code = codeOf(finding);
    // The proof may hold under a content that could no longer be tried.
    if (code === undefined || ENDED.has(code)) return finding;
    // The nearest miss is the most useful: a bad signature under one content, rather than a missing term in another.
    if (nearest === null || (code === 'signature-invalid' && codeOf(nearest) !== code)) nearest = finding;
    if (!MAY_BE_THE_CONTENT.has(code)) break;
  }
  return nearest ?? unread(one, problem('json-ld-malformed'));
}

type Placed = Pick<ProofAmongProofs, 'proof' | 'at'>;

const refused = ({ proof, at }: Placed, trouble: Problem, outcome = outcomeOf): ProofFinding => ({
  proof,
  at,
  securing: { proof: outcome(trouble, { suite: suiteName(proof) }), keyBinding: notRun('proof') },
});

/** What was signed could not be read. */
function unread(one: Placed, trouble: Problem, outcome = outcomeOf): ProofFinding {
  const finding = refused(one, trouble, outcome);
  return { ...finding, securing: { ...finding.securing, unread: true } };
}

/**
 * In published contexts only `type` means the type. A proof of plain words without it has none (Data Integrity 1.0
 * §2.1).
 */
const hasNoType = (proof: JsonObject, document: JsonObject): boolean =>
  proof.type === undefined &&
  Object.keys(proof).every((member) => /^\w+$/.test(member)) &&
  asArray<Json>(document['@context'] ?? undefined).every((context) => typeof context === 'string');

const codeOf = ({ securing }: ProofFinding) => securing.proof.problem?.code;

/** Only the reading counts here: what the proof says of itself, whose key it names, and what is hashed. */
async function checkReading(
  { proof, at, suite, work }: ProofAmongProofs,
  reading: Reading,
  ports: ProofPorts,
): Promise<ProofFinding> {
  const { record, options, document, forms, contexts } = reading;
  const facts = factsOf(options);
  const finding = (securing: Securing): ProofFinding => ({
    proof: options,
    at,
    securing: { ...securing, record },
  });
  const now = ports.clock.now();
  const trouble = checkProofOptions(options, { document: record.source.document, at, now });
  if (trouble) return finding(proofTrouble(trouble, facts));
  const method = await resolveMethod(String(options.verificationMethod), ports);
  if (!method.ok) return finding(keyTrouble(method.problem, facts));
  const input = { suite, document, proof, jwk: method.value.jwk, forms, budget: work.budget };
  let verified = await suite.verify(input);
  if (!verified.ok && verified.problem.code === 'signature-invalid')
    verified = (await verifyInOtherForms(input)) ?? verified;
  if (!verified.ok) {
    const signing = isToTrace(verified.problem, ports) ? await traceDataIntegrity(input) : null;
    return finding(proofTrouble(verified.problem, signing === null ? facts : { ...facts, signing }));
  }
  const disclosure = verified.value;
  const used = contexts && { contexts: contextFacts(contexts) };
  return finding({
    proof: passed({ ...facts, ...disclosure?.facts, ...used }),
    keyBinding: await bind(method.value, reading, ports),
    undisclosed: disclosure?.undisclosed,
  });
}

/** Whose key it is. A presentation need not name its holder (VCDM 2.0 §4.13). The key then needs no owner. */
async function bind(
  method: VerificationMethod,
  { record, options }: Reading,
  ports: ProofPorts,
): Promise<Outcome> {
  const issuerId = record.issuer.id;
  const facts: Facts = { verificationMethod: method.id, issuer: issuerId };
  const purposes = purposesFor(record.source.document);
  if (issuerId === null && purposes.includes('authentication'))
    return inconclusive(problem('presenter-not-named', { at: '/holder' }), facts);
  const usedFor = purposes.find((purpose) => purpose === options.proofPurpose) ?? 'assertionMethod';
  const used = usedFor === 'assertionMethod' ? method : { ...method, usedFor };
  const binding = await bindMethod(used, issuerId, ports);
  if (!binding.ok) return outcomeOf(binding.problem, facts);
  const ended =
    issuerId === null ? null : await endedByIssuer({ jwk: method.jwk, issuerId, flavour: null }, ports);
  return ended ? outcomeOf(ended, facts) : passed({ ...facts, domain: binding.value.domain });
}

/**
 * For display: what the proof says of itself. `domain` and `challenge` tie a presentation to a verifier that asked for
 * it; we asked for none.
 */
function factsOf(proof: JsonObject): Facts {
  const facts: Record<string, Json> = { suite: suiteName(proof) };
  for (const name of TOLD) {
    const said = proof[name];
    if (said !== undefined) facts[name] = said;
  }
  return facts;
}
const TOLD = ['verificationMethod', 'created', 'expires', 'domain', 'challenge'] as const;
