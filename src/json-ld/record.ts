/**
 * Writes what a graph says as JSON with familiar names. The JSON has one form and depends on the statements alone.
 * Prefixes, renamed terms and nodes split in two leave no trace.
 */
import type { Budget } from '../budget.ts';
import type { JsonObject } from '../json.ts';
import { fail, type Result, succeed } from '../result.ts';
import { byPredicate, type Dataset, type Term } from './dataset.ts';
import { Graph, TooComplex } from './graph.ts';
import { iriTerm } from './iri.ts';
import { BADGES, CREDENTIALS, DRAFT_BADGES, RECORDS, type Vocabulary } from './vocabulary.ts';

const ISSUANCE_DATE = iriTerm(`${CREDENTIALS}issuanceDate`);

/**
 * The record in a graph: the one credential or presentation of the default graph that no other node points to.
 *
 * Out: JSON in one form.
 * - Members have the names of the published vocabulary, or else their IRI. They are sorted by name.
 * - Sets are sorted by content. Nodes without statements are plain ids.
 * - Documents inside the record stay as they came.
 * - `@context` names the published contexts of these names.
 * - There is no `proof`: a graph is read without what secures it.
 *
 * Problems: `record-ambiguous` (no such node, or several), `graph-too-complex` (also where the budget is spent).
 */
export function recordOf(dataset: Dataset, vocabulary: Vocabulary, budget: Budget): Result<JsonObject> {
  const graph = new Graph(dataset, vocabulary, budget);
  const root = graph.root();
  if (root === null) return fail('record-ambiguous');
  const isFirst = graph.says(root, ISSUANCE_DATE);
  return told(() => ({ '@context': contextsFor(dataset, isFirst), ...graph.node(root) }));
}

/** The members of a proof, read in the same way: the one node with a type that no other node points to. */
export function proofOf(dataset: Dataset, vocabulary: Vocabulary, budget: Budget): Result<JsonObject> {
  const graph = new Graph(dataset, vocabulary, budget);
  const [root, ...others] = graph.unnamed(graph.typed(() => true));
  if (root === undefined || others.length > 0) return fail('record-ambiguous');
  return told(() => graph.node(root));
}

function told(tell: () => JsonObject): Result<JsonObject> {
  try {
    return succeed(tell());
  } catch (trouble) {
    if (trouble instanceof TooComplex) return fail('graph-too-complex');
    throw trouble;
  }
}

/**
 * VCDM 1.1 has `issuanceDate` and 2.0 does not (VCDM 2.0 §4.9). The other names show which further contexts are needed.
 */
function contextsFor(dataset: Dataset, isFirst: boolean): readonly string[] {
  const addresses = dataset.objects.filter(isAddress);
  const isUsed = (vocabulary: string): boolean => {
    const start = `<${vocabulary}`;
    for (const predicate of byPredicate(dataset).keys()) if (predicate.startsWith(start)) return true;
    return addresses.some((address) => address.startsWith(start));
  };
  return [
    isFirst ? 'https://www.w3.org/2018/credentials/v1' : 'https://www.w3.org/ns/credentials/v2',
    ...(isUsed(RECORDS) ? ['https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'] : []),
    ...(isUsed(BADGES) ? ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'] : []),
    ...(isUsed(DRAFT_BADGES) ? ['https://imsglobal.github.io/openbadges-specification/ob_v3p0.html'] : []),
  ];
}

const isAddress = (term: Term): term is string =>
  typeof term === 'string' && term.charCodeAt(0) === LESS_THAN;
const LESS_THAN = 60;
