/**
 * What one proof covers, and what it says of itself. Both are read from what is signed
 * (docs/decisions.md#what-is-read-of-a-signed-graph).
 */
import type { Credential } from '../../credential/model.ts';
import { readCredential, readStated } from '../../credential/read.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Canonical } from '../../json-ld/canonicalise.ts';
import type { ContextSet } from '../../json-ld/context/context-set.ts';
import { type Statement, statementOf, type Work } from '../../json-ld/statement.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { canonizeJson } from './jcs.ts';
import { proofConfig, proofConfigForRdfc } from './proof-config.ts';
import type { SignedForms, Suite } from './suite/suite.ts';
import { suiteOf } from './suites.ts';

export interface Reading {
  readonly record: Credential;
  /** The proof's own members. */
  readonly options: JsonObject;
  /** The document with the proofs that this one continues. */
  readonly document: JsonObject;
  readonly forms: SignedForms;
  /** The context contents that were used. Null where the text itself is signed. */
  readonly contexts: ContextSet | null;
}

export interface ProofAmongProofs {
  readonly credential: Credential;
  /** Its document without any proof. */
  readonly bare: JsonObject;
  readonly proof: JsonObject;
  readonly at: string;
  readonly proofs: readonly Json[];
  readonly suite: Suite;
  readonly work: Work;
}

/**
 * JCS signs the text of the document, so the document is read as it stands. No other proof is a part of that text.
 * Problems: `previous-proof-missing`.
 */
export function readText(one: ProofAmongProofs): Result<Reading> {
  const { credential, proof } = one;
  const document = documentUnder(one, proof, (other) => other.id);
  if (!document.ok) return document;
  const signed = proof['@context'];
  const under = signed === undefined ? document.value : { ...document.value, '@context': signed };
  const alone = { ...credential.source.document, proof };
  const record = one.proofs.length > 1 ? readCredential(alone, null) : succeed(credential);
  if (!record.ok) return record;
  return succeed({
    record: record.value,
    options: proof,
    document: document.value,
    forms: { document: textForm(under), proofOptions: textForm(proofConfig(proof)) },
    contexts: null,
  });
}

const textForm = (value: JsonObject) => async (): Promise<Result<Canonical>> => {
  const text = canonizeJson(value);
  return text.ok ? succeed({ text: text.value, labels: [] }) : text;
};

/**
 * RDFC signs what the document says, not how it is written. So the record, too, is made from what it says under these
 * contexts.
 *
 * Problems: those of statementOf and recordOf; `previous-proof-missing`; `proof-malformed` where the proof does not
 * meet the requirements of its suite.
 */
export async function readGraph(one: ProofAmongProofs, contexts: ContextSet): Promise<Result<Reading>> {
  const { bare, proof, suite, work, at } = one;
  const config = await configOf(proof, suite, { bare, work, contexts });
  if (!config.ok) return config;
  const options = config.value.proof();
  if (!options.ok) return options;
  if (suiteOf(options.value) !== suite) return fail('proof-malformed', { at: `${at}/type` });
  const statement = await statementOf(bare, contexts, { work });
  if (!statement.ok) return statement;
  const record = statement.value.record();
  if (!record.ok) return record;
  const ids = options.value.previousProof == null ? null : await idsOf(one, contexts);
  const document = documentUnder(one, options.value, (other) => ids?.get(other));
  if (!document.ok) return document;
  const covered =
    document.value.proof === undefined ? statement : await statementOf(document.value, contexts, { work });
  if (!covered.ok) return covered;
  return succeed({
    record: readStated({ ...record.value, proof: { ...options.value, ...signatureIn(proof, suite) } }),
    options: options.value,
    document: document.value,
    forms: { document: covered.value.canonical, proofOptions: config.value.canonical },
    contexts,
  });
}

type Signed = Pick<ProofAmongProofs, 'bare' | 'work'> & { readonly contexts: ContextSet };

const configOf = (
  proof: JsonObject,
  suite: Suite,
  { bare, work, contexts }: Signed,
): Promise<Result<Statement>> =>
  statementOf(proofConfigForRdfc({ document: bare, proof, suite, contexts }), contexts, {
    work,
    source: proof,
  });

/** The ids of all proofs, by which one may name another. A proof over a graph has the id that it is signed with. */
async function idsOf(
  { bare, proofs, work }: ProofAmongProofs,
  contexts: ContextSet,
): Promise<ReadonlyMap<JsonObject, Json | undefined>> {
  const ids = new Map<JsonObject, Json | undefined>();
  for (const proof of proofs.filter(isJsonObject)) {
    const suite = suiteOf(proof);
    const said = suite?.canonical === 'rdfc' ? await configOf(proof, suite, { bare, work, contexts }) : null;
    const read = said?.ok ? said.value.proof() : null;
    ids.set(proof, read?.ok ? read.value.id : proof.id);
  }
  return ids;
}

const signatureIn = (proof: JsonObject, { signatureIn: name }: Suite): JsonObject => ({
  [name]: proof[name],
});

/**
 * The document as this proof signed it. It has only those proofs that this one continues (Data Integrity 1.0 §4.5,
 * previousProof).
 */
function documentUnder(
  { bare, proof, at, proofs }: ProofAmongProofs,
  { previousProof }: JsonObject,
  idOf: (other: JsonObject) => Json | undefined,
): Result<JsonObject> {
  const previous: JsonObject[] = [];
  for (const id of asArray<Json>(previousProof ?? undefined)) {
    const matching = proofs.filter((other): other is JsonObject => isJsonObject(other) && idOf(other) === id);
    const [match] = matching;
    if (typeof id !== 'string' || !match || matching.length > 1 || match === proof)
      return fail('previous-proof-missing', { at: `${at}/previousProof`, params: { id: String(id) } });
    previous.push(match);
  }
  // An empty list, which a graph does not show, says what no list says.
  return succeed(previous.length === 0 ? bare : { ...bare, proof: previous });
}
