/** Sets of contexts: those of a document, as they are found, and one that is made of a single context. */
import type { Json, JsonObject } from '../../src/json.ts';
import { type ContextSet, contextSets } from '../../src/json-ld/context/context-set.ts';

export const V2 = 'https://www.w3.org/ns/credentials/v2';
export const OB_303 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** The sets of a document with some offered copies, and which addresses were asked for among these. */
export const setsOf = (document: JsonObject, documents: Readonly<Record<string, Uint8Array>> = {}) => {
  const asked: string[] = [];
  const get = (url: string) => {
    asked.push(url);
    return documents[url];
  };
  return contextSets(document, { offered: { get } }).then((sets) => ({ sets, asked }));
};

/** The sets of a document that has any. */
export async function foundSets(document: JsonObject, documents: Readonly<Record<string, Uint8Array>> = {}) {
  const { sets } = await setsOf(document, documents);
  if (!sets.ok) throw new Error(sets.problem.code);
  return sets.value;
}

/** The set in which an address stands for a context. */
export const setOf = (context: Json): ContextSet => ({
  copies: new Map([
    ['urn:c', { url: 'urn:c', name: null, sha256: '', document: { '@context': context } as JsonObject }],
  ]),
  shareable: false,
});
