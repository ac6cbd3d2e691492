/** The canonical form by other people's libraries, which share nothing with the walk: jsonld.js and rdf-canonize. */
import jsonld from 'jsonld';
import ContextResolver from 'jsonld/lib/ContextResolver.js';
import { canonize } from 'rdf-canonize';
import type { Json, JsonObject } from '../../../src/json.ts';
import type { ContextSet } from '../../../src/json-ld/context/context-set.ts';

export type Oracle = { readonly text: string } | { readonly error: string };

const known = new Map<string, unknown>();

/** What jsonld.js says of a document in safe mode, or why it refuses. */
export async function oracle(
  document: Json,
  contexts: ContextSet,
  digest: 'sha256' | 'sha384' = 'sha256',
): Promise<Oracle> {
  try {
    const quads = await jsonld.toRDF(document as object, optionsFor(contexts));
    const text = await canonize(quads, {
      algorithm: 'RDFC-1.0',
      messageDigestAlgorithm: digest,
      maxWorkFactor: 1,
    } as Parameters<typeof canonize>[1]);
    return { text };
  } catch (trouble) {
    return { error: errorOf(trouble) };
  }
}

function optionsFor({ copies, shareable }: ContextSet): jsonld.Options.ToRdf {
  const sharedCache = shareable ? known : new Map<string, unknown>();
  return {
    safe: true,
    base: null,
    rdfDirection: 'i18n-datatype',
    produceGeneralizedRdf: false,
    documentLoader: async (url: string) => {
      const copy = copies.get(url);
      if (copy === undefined) throw new Error(`no context ${url}`);
      return { contextUrl: undefined, documentUrl: url, document: copy.document as object, tag: 'static' };
    },
    contextResolver: new ContextResolver({ sharedCache: sharedCache as never }),
  } as unknown as jsonld.Options.ToRdf;
}

interface ProcessorError {
  readonly message?: string;
  readonly details?: {
    readonly code?: string;
    readonly event?: { readonly code?: string };
    readonly cause?: ProcessorError;
  };
}

function errorOf(trouble: unknown): string {
  const { message = '', details } = trouble as ProcessorError;
  return details?.event?.code ?? details?.code ?? message;
}

/** A document as its proof covers it. */
export function withoutProof(document: JsonObject): JsonObject {
  const { proof: _, ...rest } = document;
  return rest;
}
