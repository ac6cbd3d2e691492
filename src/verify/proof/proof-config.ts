import { asArray, type Json, type JsonObject } from '../../json.ts';
import { type ContextSet, definesTerm } from '../../json-ld/context/context-set.ts';
import type { Suite } from './suite/suite.ts';

/**
 * A proof without its signature: the options that were signed with the document (Data Integrity 1.0 §4.3 step on proof
 * options).
 */
export function proofConfig(proof: JsonObject): JsonObject {
  const { proofValue: _value, jws: _jws, ...config } = proof;
  return config;
}

interface ConfigInput {
  readonly document: JsonObject;
  readonly proof: JsonObject;
  readonly suite: Suite;
  readonly contexts: ContextSet;
}

/**
 * The same as a JSON-LD document. It has the document's contexts (VC-DI-EDDSA §3.2.5 step 4), and the suite's own where
 * those lack its type.
 */
export function proofConfigForRdfc({ document, proof, suite, contexts }: ConfigInput): JsonObject {
  const own = document['@context'];
  const defined = typeof proof.type === 'string' && definesTerm(own, proof.type, contexts);
  return {
    ...proofConfig(proof),
    '@context': defined ? (own ?? []) : [...asArray<Json>(own), suite.context],
  };
}
