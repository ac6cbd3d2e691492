import jsonld from 'jsonld';
import { canonize as canonizeDataset } from 'rdf-canonize';
import type { DigestName } from '../../encoding/digest.ts';
import type { JsonObject } from '../../json.ts';
import type { ContextSet } from '../../json-ld/context/context-set.ts';
import { contextUse } from '../../json-ld/context/references.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { allowHashes } from './hash-allowance.ts';
import { loaderFor, resolverFor } from './json-ld-loader.ts';
import { problemOfProcessor } from './processor-problem.ts';
import type { Work } from './work.ts';

export interface CanonizeOptions {
  readonly digest: DigestName;
  readonly contexts: ContextSet;
  readonly work: Work;
  /** Filled with the canonical label of each blank node where given (selective disclosure relabels them). */
  readonly labels?: Map<string, string>;
}

const MAX_LETTERS = 256 * 1024;
const MAX_QUADS = 200_000;
const MAX_DEPTH = 64;

/**
 * A JSON-LD document's canonical N-Quads: JSON-LD 1.1 to RDF in safe mode (every member mapped, nothing relative),
 * then RDFC-1.0 with the suite's digest. The one door to both libraries.
 *
 * Problems: `term-undefined` (something would not have been signed), `context-redefines-terms`,
 * `context-recursive`, `json-ld-malformed`, `graph-too-complex`.
 */
export async function canonize(document: JsonObject, options: CanonizeOptions): Promise<Result<string>> {
  const { digest, contexts, labels, work } = options;
  const text = JSON.stringify(document);
  // Labels come out beside the canonical form, so a known one would be half the answer.
  const key = labels
    ? null
    : `${digest} ${[...contexts.copies.values()].map(({ url, sha256 }) => `${url} ${sha256}`)} ${text}`;
  const known = key === null ? undefined : work.canonical.get(key);
  if (known) return known;
  if (text.length > MAX_LETTERS || depthOf(document) > MAX_DEPTH || !work.spend(costOf(document, text)))
    return fail('graph-too-complex');
  const canonical = await process(document, options);
  if (key !== null) work.canonical.set(key, canonical);
  return canonical;
}

/** Letters of an inline context that cost as much as the published ones. */
const INLINE_LETTERS = 4096;

/** jsonld.js copies the active context, with all its terms, for every node. */
function costOf(document: JsonObject, text: string): number {
  const inline = contextUse(document).inline.reduce(
    (letters, { context }) => letters + JSON.stringify(context).length,
    0,
  );
  const body = text.length - (JSON.stringify(document['@context'])?.length ?? 0);
  return inline + body * (1 + inline / INLINE_LETTERS);
}

async function process(
  document: JsonObject,
  { digest, contexts, labels }: CanonizeOptions,
): Promise<Result<string>> {
  try {
    const dataset = await jsonld.toRDF(
      document as object,
      {
        safe: true,
        base: null,
        rdfDirection: 'i18n-datatype',
        produceGeneralizedRdf: false,
        documentLoader: loaderFor(contexts),
        contextResolver: resolverFor(contexts),
      } as unknown as jsonld.Options.ToRdf,
    );
    if ((dataset as readonly unknown[]).length > MAX_QUADS) return fail('graph-too-complex');
    return await canonizeQuads(dataset, { digest, labels });
  } catch (trouble) {
    return problemOfProcessor(trouble);
  }
}

/**
 * RDFC-1.0 alone, over a dataset or its N-Quads. `graph-too-complex` where telling blank nodes apart takes more work
 * than one look at each (maxWorkFactor 1), or more hashes than are allowed: poison graphs, lists without end.
 */
export async function canonizeQuads(
  quads: object | string,
  { digest, labels }: { readonly digest: DigestName; readonly labels?: Map<string, string> | undefined },
): Promise<Result<string>> {
  try {
    const canonical = await canonizeDataset(quads, {
      algorithm: 'RDFC-1.0',
      createMessageDigest: allowHashes(digest, blankNodesOf(quads)),
      maxWorkFactor: 1,
      ...(typeof quads === 'string' && { inputFormat: 'application/n-quads' as const }),
      ...(labels && { canonicalIdMap: labels }),
    });
    return succeed(canonical);
  } catch (trouble) {
    return problemOfProcessor(trouble);
  }
}

interface Statement {
  readonly subject: Term;
  readonly object: Term;
  readonly graph: Term;
}
interface Term {
  readonly termType: string;
  readonly value: string;
}

/** How many blank nodes there are; of N-Quads, how many words look like one. */
function blankNodesOf(quads: object | string): number {
  if (typeof quads === 'string') return new Set(quads.match(/_:\S+/g)).size;
  const labels = (quads as readonly Statement[])
    .flatMap(({ subject, object, graph }) => [subject, object, graph])
    .filter(({ termType }) => termType === 'BlankNode')
    .map(({ value }) => value);
  return new Set(labels).size;
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const member of Object.values(value)) deepest = Math.max(deepest, depthOf(member));
  return deepest + 1;
}
