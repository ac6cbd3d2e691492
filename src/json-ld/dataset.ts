/** What a JSON-LD document says: an RDF dataset, as columns, so that a thousand statements are five arrays. */
import type { JsonObject } from '../json.ts';

/** As canonical N-Quads writes it (`<iri>`, `"text"`, `"text"^^<type>`, `"text"@tag`), or the number of a blank node. */
export type Term = string | number;

/** The empty text stands for the default graph. */
export type GraphName = Term;

export interface Dataset {
  readonly subjects: readonly Term[];
  /** Always `<iri>`. */
  readonly predicates: readonly string[];
  readonly objects: readonly Term[];
  readonly graphs: readonly GraphName[];
  /** Blank nodes are numbered from 0 up to this. */
  readonly blankNodes: number;
  /** Credentials inside the document that carry a proof of their own: each is verified from its own JSON. */
  readonly inner: readonly InnerDocument[];
}

/** An object of the document that is a document of its own: a credential in a CLR or presentation, an endorsement. */
export interface InnerDocument {
  /** The `<iri>` of the member that holds it. */
  readonly predicate: string;
  /** Who has it: the subject of the statement that names it. */
  readonly owner: Term;
  /** What the statement names: the graph of a credential in a CLR, the node of an endorsement. */
  readonly named: Term;
  readonly source: JsonObject;
}
