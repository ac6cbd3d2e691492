/**
 * What a JSON-LD document says, as an RDF dataset. It is kept in columns, so that a thousand statements are four
 * arrays.
 */
import { rememberOf } from '../encoding/remember.ts';
import type { JsonObject } from '../json.ts';

/** As canonical N-Quads writes it (`<iri>`, `"text"`, `"text"^^<type>`, `"text"@tag`), or the number of a blank node. */
export type Term = string | number;

/** The empty string stands for the default graph. */
export type GraphName = Term;

export interface Dataset {
  readonly subjects: readonly Term[];
  /** Always `<iri>`. */
  readonly predicates: readonly string[];
  readonly objects: readonly Term[];
  readonly graphs: readonly GraphName[];
  /** Blank nodes have the numbers from 0 up to, and without, this one. */
  readonly blankNodes: number;
  /** Credentials inside the document that have a proof of their own. Each is verified from its own JSON. */
  readonly inner: readonly InnerDocument[];
}

/**
 * An object inside the document that is a document itself: a credential in a CLR or presentation, or an endorsement.
 */
export interface InnerDocument {
  /** The `<iri>` of the member that holds it. */
  readonly predicate: string;
  /** The subject of the statement that holds it. */
  readonly owner: Term;
  /** The object of that statement: the graph of a credential in a CLR, or the node of an endorsement. */
  readonly named: Term;
  readonly source: JsonObject;
}

/**
 * The statements of each predicate, by their place. Predicates are sorted by code unit. Whoever goes through a dataset in
 * this order has the members of every node sorted.
 */
export const byPredicate = rememberOf(({ predicates }: Dataset): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (let at = 0; at < predicates.length; at++) {
    const predicate = predicates[at] as string;
    const known = places.get(predicate);
    if (known === undefined) places.set(predicate, [at]);
    else known.push(at);
  }
  const sorted = [...places.keys()].sort();
  return new Map(sorted.map((predicate) => [predicate, places.get(predicate) as readonly number[]]));
});
