/** The canonical form of a document by jsonld and rdf-canonize alone: the verifier has no part in it. */
import jsonld from 'jsonld';
import ContextResolver from 'jsonld/lib/ContextResolver.js';
import type { JsonObject } from '../../src/json.ts';

type Load = (url: string) => Promise<object>;

/** Contexts whose terms a proof may use without naming them: null for none beside the document's own. */
export const SUITE_CONTEXTS = [
  null,
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/suites/ed25519-2020/v1',
  'https://w3id.org/security/suites/ed25519-2018/v1',
] as const;

/**
 * Canonical N-Quads; null where part of the document is unsaid under these contexts. The library keeps a context with
 * what it warned of while it read its neighbours, and warns of it again in the next document: then nothing kept is used.
 */
export async function canonicalBy(documentLoader: Load, value: JsonObject): Promise<string | null> {
  const options = {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: true,
    base: null,
    rdfDirection: 'i18n-datatype',
    documentLoader,
  };
  // The library's types know neither `safe` nor the i18n form, and no promise.
  const canonized = (more?: object): Promise<string> =>
    jsonld.canonize(readable(value), { ...options, ...more } as never) as unknown as Promise<string>;
  return canonized()
    .catch((error: unknown) => {
      if (!JSON.stringify(error).includes('relative @vocab reference')) throw error;
      return canonized({ contextResolver: new ContextResolver({ sharedCache: new Map() }) });
    })
    .catch(() => null);
}

/** A copy whose contexts do not say `"@protected": false`: it is the default, and the library calls it a cycle. */
const readable = (value: JsonObject): JsonObject =>
  JSON.parse(JSON.stringify(value), (name, one) => (name === '@context' ? withoutDefault(one) : one));

function withoutDefault(context: unknown): unknown {
  if (Array.isArray(context)) return context.map(withoutDefault);
  if (typeof context !== 'object' || context === null || !('@protected' in context)) return context;
  const { '@protected': isProtected, ...said } = context;
  return isProtected === false ? said : context;
}

/**
 * What a proof and its document say together. The proof's terms are of its document's contexts, or of its suite's. Before
 * Data Integrity, which puts the document's contexts in their place, a proof could bring its suite's context itself.
 * Null where either says nothing that is signed as a whole.
 */
export async function statedBy(
  documentLoader: Load,
  document: JsonObject,
  config: JsonObject,
): Promise<readonly [config: string, document: string] | null> {
  const about = await canonicalBy(documentLoader, document);
  if (about === null) return null;
  const brought = SUITE_CONTEXTS.find((suite) => suite !== null && suite === config['@context']);
  const own = config.type === 'DataIntegrityProof' ? [] : (brought ?? []);
  const contexts = [document['@context'] ?? [], own].flat();
  for (const more of SUITE_CONTEXTS) {
    const said = await canonicalBy(documentLoader, {
      ...config,
      '@context': more === null ? contexts : [...contexts, more],
    });
    if (said !== null) return [said, about];
  }
  return null;
}
