import jsonld from 'jsonld';
import { canonize as canonizeDataset } from 'rdf-canonize';
import type { JsonObject } from '../../json.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { ContextSet } from '../context/context-set.ts';
import type { DigestName } from './digest.ts';
import { loaderFor, resolverFor } from './json-ld-loader.ts';
import { problemOfProcessor } from './processor-problem.ts';

export interface CanonizeOptions {
  readonly digest: DigestName;
  readonly contexts: ContextSet;
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
export async function canonize(
  document: JsonObject,
  { digest, contexts, labels }: CanonizeOptions,
): Promise<Result<string>> {
  // jsonld.js copies active contexts for every node: beyond this it takes seconds, and nothing can stop it.
  if (JSON.stringify(document).length > MAX_LETTERS || depthOf(document) > MAX_DEPTH)
    return fail('graph-too-complex');
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
 * than one look at each (maxWorkFactor 1): poison graphs.
 */
export async function canonizeQuads(
  quads: object | string,
  { digest, labels }: { readonly digest: DigestName; readonly labels?: Map<string, string> | undefined },
): Promise<Result<string>> {
  try {
    const canonical = await canonizeDataset(quads, {
      algorithm: 'RDFC-1.0',
      messageDigestAlgorithm: digest,
      maxWorkFactor: 1,
      ...(typeof quads === 'string' && { inputFormat: 'application/n-quads' as const }),
      ...(labels && { canonicalIdMap: labels }),
    });
    return succeed(canonical);
  } catch (trouble) {
    return problemOfProcessor(trouble);
  }
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const member of Object.values(value)) deepest = Math.max(deepest, depthOf(member));
  return deepest + 1;
}
