import type { JsonObject } from '../json.ts';
import { fail } from '../result.ts';
import { entryAt } from './column.ts';
import type { Dataset, GraphName, InnerDocument, Term } from './dataset.ts';
import { refuse, stop } from './walked.ts';

const MAX_QUADS = 200_000;
/**
 * If several objects have the same id, each statement that names it holds all of them. Their number is bounded, because
 * it grows with the square of the document's length.
 */
const MAX_INNER = 20_000;

interface Statement {
  readonly subject: Term;
  readonly predicate: string;
  readonly object: Term;
  readonly graph: GraphName;
  /**
   * Tells values apart that N-Quads writes alike (`1` and `"1"^^xsd:integer`). jsonld.js keeps both, because it
   * compares values and not statements.
   */
  readonly spelling?: string;
}

type Mark = Omit<InnerDocument, 'owner'>;

/** Collects the statements of a document. A dataset is a set, so repeated statements are removed at the end. */
export class DatasetBuilder {
  #subjects: Term[] = [];
  #predicates: string[] = [];
  #objects: Term[] = [];
  #graphs: GraphName[] = [];
  #blankNodes = 0;
  readonly #marks: Mark[] = [];
  readonly #described = new Map<GraphName, Set<Term>>();
  /** The spelling of each object, where the object alone does not show it. */
  readonly #spellings: string[] = [];
  /** Only statements about these can stand twice. */
  readonly #repeating = new Set<Term>();

  get size(): number {
    return this.#subjects.length;
  }

  blankNode(): number {
    this.#blankNodes += 1;
    return this.#blankNodes - 1;
  }

  add({ subject, predicate, object, graph, spelling = '' }: Statement): void {
    if (this.#subjects.length >= MAX_QUADS) stop(fail('graph-too-complex'));
    this.#subjects.push(subject);
    this.#predicates.push(predicate);
    this.#objects.push(object);
    this.#graphs.push(graph);
    this.#spellings.push(spelling);
  }

  inner(mark: Mark): void {
    this.#marks.push(mark);
  }

  /** Notes that an object describes a named node. Another object may have described the same node before. */
  describes(subject: Term, graph: GraphName): void {
    const known = this.#described.get(graph);
    if (known === undefined) this.#described.set(graph, new Set([subject]));
    else if (known.has(subject)) this.#repeating.add(subject);
    else known.add(subject);
  }

  mayRepeat(subject: Term): void {
    this.#repeating.add(subject);
  }

  finish(): Dataset {
    if (this.#repeating.size > 0) this.#dropRepeated();
    return {
      subjects: this.#subjects,
      predicates: this.#predicates,
      objects: this.#objects,
      graphs: this.#graphs,
      blankNodes: this.#blankNodes,
      inner: this.#inner(),
    };
  }

  /** A statement that names a node or graph holds every document that was found under that name. */
  #inner(): readonly InnerDocument[] {
    if (this.#marks.length === 0) return [];
    const sources = new Map<string, Map<Term, JsonObject[]>>();
    for (const { predicate, named, source } of this.#marks) {
      const held = sources.get(predicate) ?? new Map<Term, JsonObject[]>();
      sources.set(predicate, held);
      const known = held.get(named);
      if (known === undefined) held.set(named, [source]);
      else known.push(source);
    }
    for (const held of sources.values()) for (const [named, found] of held) held.set(named, distinct(found));
    const inner: InnerDocument[] = [];
    for (const [at, predicate] of this.#predicates.entries()) {
      const named = entryAt(this.#objects, at);
      for (const source of sources.get(predicate)?.get(named) ?? [])
        inner.push({ predicate, owner: entryAt(this.#subjects, at), named, source });
      if (inner.length > MAX_INNER) stop(fail('graph-too-complex'));
    }
    return inner;
  }

  #dropRepeated(): void {
    const first = new Map<string, number>();
    const kept: number[] = [];
    for (const [at, subject] of this.#subjects.entries()) {
      if (!this.#repeating.has(subject)) {
        kept.push(at);
        continue;
      }
      const line = this.#line(at);
      const before = first.get(line);
      if (before === undefined) {
        first.set(line, at);
        kept.push(at);
      } else if (this.#spellings[at] !== this.#spellings[before]) refuse('statement that stands twice');
    }
    if (kept.length === this.#subjects.length) return;
    this.#subjects = kept.map((at) => entryAt(this.#subjects, at));
    this.#predicates = kept.map((at) => entryAt(this.#predicates, at));
    this.#objects = kept.map((at) => entryAt(this.#objects, at));
    this.#graphs = kept.map((at) => entryAt(this.#graphs, at));
  }

  /** A blank node's number can never be N-Quads text, so each line stands for exactly one statement. */
  #line(at: number): string {
    return `${this.#subjects[at]} ${this.#predicates[at]} ${this.#objects[at]} ${this.#graphs[at]}`;
  }
}

/** Documents that are written alike are one. Mostly there is one alone, and nothing to compare. */
const distinct = (sources: JsonObject[]): JsonObject[] =>
  sources.length < 2
    ? sources
    : [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
