import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { type Problem, problem } from '../../problem.ts';
import { isUri, pointer, type Shape } from './shape.ts';

export const VC_1_CONTEXT = 'https://www.w3.org/2018/credentials/v1';
export const VC_2_CONTEXT = 'https://www.w3.org/ns/credentials/v2';

/** VCDM 2.0 §4.3 and 1.1 §4.1: the base context comes first, and it decides which data model applies. */
export function readVersion(document: JsonObject): '1.1' | '2.0' | null {
  const contexts = contextList(document);
  if (contexts[0] === VC_2_CONTEXT) return '2.0';
  if (contexts[0] === VC_1_CONTEXT) return '1.1';
  return null;
}

/** The contexts of a document as a list; empty where it has none. */
export function contextList(document: JsonObject): readonly Json[] {
  const context = document['@context'];
  if (context === undefined || context === null) return [];
  return Array.isArray(context) ? context : [context];
}

/** Whether any context address in the list satisfies the test. */
export const namesContext = (document: JsonObject, test: (url: string) => boolean): boolean =>
  contextList(document).some((context) => typeof context === 'string' && test(context));

/**
 * Terms that the base contexts protect and that decide what a credential means. An inline context that redefines one of
 * them cannot be processed (JSON-LD 1.1 §4.1.11). Such a context could make one text mean two things.
 */
const PROTECTED: ReadonlySet<string> = new Set([
  'id',
  'type',
  'VerifiableCredential',
  'VerifiablePresentation',
  'credentialSubject',
  'credentialStatus',
  'credentialSchema',
  'issuer',
  'proof',
  'holder',
  'verifiableCredential',
]);

/**
 * Whether a document says which data model applies. Its first context must be a base context, and no other one may be
 * (VCDM 2.0 §4.3). Out: `context-order`, with its place, or null.
 */
export function misorder(document: JsonObject): Problem | null {
  const defects: Problem[] = [];
  checkOrder(contextList(document), '/@context', defects);
  return defects[0] ?? null;
}

/**
 * `@context` is a list of addresses and objects. Its first entry is a base context, and the other base context does not
 * occur. No protected term is redefined.
 */
export const contextShape: Shape = (value, at, defects) => {
  const contexts: readonly Json[] = Array.isArray(value) ? value : [value];
  checkOrder(contexts, at, defects);
  const taken = new Map<string, string>();
  for (const [index, context] of contexts.entries()) {
    const place = Array.isArray(value) ? pointer(at, index) : at;
    if (isJsonObject(context)) checkRedefinition(context, { at: place, taken, defects });
    else if (!isUri(context))
      defects.push(problem('member-malformed', { at: place, params: { member: '@context' } }));
  }
};

function checkOrder(contexts: readonly Json[], at: string, defects: Problem[]): void {
  const [first] = contexts;
  const isBase = (context: Json | undefined): boolean => context === VC_1_CONTEXT || context === VC_2_CONTEXT;
  if (!isBase(first)) {
    defects.push(problem('context-order', { at: contexts.length > 0 ? pointer(at, 0) : at }));
    return;
  }
  // With both base contexts, nobody can tell which data model the signer meant.
  const other = contexts.findIndex((context) => isBase(context) && context !== first);
  if (other >= 0) defects.push(problem('context-order', { at: pointer(at, other) }));
}

interface Redefinition {
  readonly at: string;
  /** The protected terms so far, each with the definition that protects it. */
  readonly taken: Map<string, string>;
  readonly defects: Problem[];
}

function checkRedefinition(context: JsonObject, { at, taken, defects }: Redefinition): void {
  for (const [term, definition] of Object.entries(context)) {
    if (term.startsWith('@')) continue;
    const before = taken.get(term);
    const now = JSON.stringify(definition);
    if (PROTECTED.has(term) || (before !== undefined && before !== now)) {
      defects.push(problem('json-ld-malformed', { at: pointer(at, term), params: { term } }));
    }
    const own = isJsonObject(definition) ? definition['@protected'] : undefined;
    if (own === true || (context['@protected'] === true && own !== false)) taken.set(term, now);
  }
}
