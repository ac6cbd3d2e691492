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
    const quads = await canonizeDataset(dataset, {
      algorithm: 'RDFC-1.0',
      messageDigestAlgorithm: digest,
      maxWorkFactor: 1,
      ...(labels && { canonicalIdMap: labels }),
    });
    return succeed(quads);
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
