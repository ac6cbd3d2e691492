/** The nodes of a dataset, told as JSON in one form, and the one that it is about. */
import type { Json, JsonObject } from '../json.ts';
import type { Dataset, GraphName, InnerDocument, Term } from './dataset.ts';
import { jsonOf } from './literal-json.ts';
import { iriOf, iriTerm, literalOf, RDF } from './terms.ts';
import { BADGES, CREDENTIALS, isInnerMember, publishedVocabulary, RECORDS } from './vocabulary.ts';

const TYPE = iriTerm(`${RDF}type`);
const FIRST = iriTerm(`${RDF}first`);
const REST = iriTerm(`${RDF}rest`);
const NIL = iriTerm(`${RDF}nil`);
const SUBJECT = iriTerm(`${CREDENTIALS}credentialSubject`);
const CLR = iriTerm(`${RECORDS}ClrCredential`);

/** The types of what a record is about, in the order in which they are told. */
const ROOT_TYPES = ['VerifiableCredential', 'VerifiablePresentation'] as const;

/** A shared node is told wherever it is named; a graph can be woven so that this takes for ever. */
const MOST_NODES = 20_000;
const MOST_DEPTH = 64;

/** The graph cannot be told in so many words. */
export class TooComplex extends Error {}

interface Statements {
  readonly types: readonly Term[];
  readonly members: ReadonlyMap<string, readonly Term[]>;
}
const NOTHING: Statements = { types: [], members: new Map() };

export class Graph {
  readonly #dataset: Dataset;
  readonly #graphs = new Map<GraphName, Map<Term, { types: Term[]; members: Map<string, Term[]> }>>();
  readonly #sources = new Map<string, JsonObject[]>();
  readonly #path: Term[] = [];
  #left = MOST_NODES;

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
    const { subjects, predicates, objects, graphs } = dataset;
    for (const [index, subject] of subjects.entries()) {
      const [predicate = '', object = '', name = ''] = [predicates[index], objects[index], graphs[index]];
      const graph = this.#graphs.get(name) ?? new Map();
      const node = graph.get(subject) ?? { types: [], members: new Map<string, Term[]>() };
      const said = predicate === TYPE ? node.types : node.members.get(predicate);
      if (said) said.push(object);
      else node.members.set(predicate, [object]);
      graph.set(subject, node);
      this.#graphs.set(name, graph);
    }
    for (const document of dataset.inner) {
      const known = this.#sources.get(placeOf(document));
      if (known) known.push(document.source);
      else this.#sources.set(placeOf(document), [document.source]);
    }
  }

  #statements(node: Term, graph: GraphName): Statements {
    return this.#graphs.get(graph)?.get(node) ?? NOTHING;
  }

  /** Nodes of the default graph with a type that will do. */
  typed(willDo: (word: string) => boolean): readonly Term[] {
    const nodes = [...(this.#graphs.get('') ?? [])];
    return nodes.filter(([, { types }]) => types.some((type) => willDo(wordOf(type)))).map(([node]) => node);
  }

  /** Those of these nodes that no other node of the default graph names. */
  unnamed(nodes: readonly Term[], isName: (predicate: string) => boolean = () => true): readonly Term[] {
    const { subjects, predicates, objects, graphs } = this.#dataset;
    const named = new Set(
      objects.filter(
        (object, index) =>
          graphs[index] === '' && subjects[index] !== object && isName(predicates[index] ?? ''),
      ),
    );
    return nodes.filter((node) => !named.has(node));
  }

  says(node: Term, predicate: string): boolean {
    return this.#statements(node, '').members.has(predicate);
  }

  /** The credential or presentation that this is about; null where that cannot be told. */
  root(): Term | null {
    const credentials = this.typed((word) => ROOT_TYPES.some((type) => type === word));
    const outermost = this.unnamed(credentials, (predicate) => isInnerMember(iriOf(predicate) ?? ''));
    const [root, ...others] = outermost.length > 1 ? this.unnamed(outermost) : outermost;
    return root === undefined || others.length > 0 ? null : root;
  }

  /**
   * A node with all that is said of it. One that it is within already is told once more, for it may be what it is about,
   * or its own evidence; within that, it is named only.
   */
  node(node: Term, graph: GraphName = '', hides: (iri: string) => boolean = () => false): JsonObject {
    this.#left -= 1;
    if (this.#left < 0 || this.#path.length > MOST_DEPTH) throw new TooComplex();
    this.#path.push(node);
    const { types, members } = this.#statements(node, graph);
    const id = iriOf(node);
    const words = [...new Set(types.map(wordOf))].sort(byRank);
    const entries = new Map<string, Json[]>();
    for (const [predicate, objects] of [...members].sort(byName)) {
      const iri = iriOf(predicate) ?? '';
      const name = hides(iri) ? iri : memberOf(iri);
      const values = isInnerMember(iri)
        ? this.#inner({ owner: node, predicate, objects, graph })
        : this.#values({ owner: node, predicate, objects, graph });
      entries.set(name, [...(entries.get(name) ?? []), ...values]);
    }
    this.#path.pop();
    return {
      ...(id !== null && { id }),
      ...(words.length > 0 && { type: oneOrMany(words) }),
      ...Object.fromEntries(
        [...entries].flatMap(([name, values]) => (values.length > 0 ? [[name, oneOrMany(values)]] : [])),
      ),
    };
  }

  #values({ owner, predicate, objects, graph }: Held): readonly Json[] {
    const hides = predicate === SUBJECT && this.#isRecord(owner, graph) ? isOfBadge : undefined;
    return inOrder(objects.map((object) => this.#value(object, { predicate, graph, hides })));
  }

  /** CLR 2.0 §B.1: the learner of a record is the learner of the badges in it too, one node; what they earned there is theirs. */
  #isRecord(node: Term, graph: GraphName): boolean {
    return this.#statements(node, graph).types.includes(CLR);
  }

  #value(object: Term, { predicate, graph, hides }: Place): Json {
    const literal = literalOf(object);
    if (literal) return jsonOf(literal);
    if (object === NIL) return [];
    const { types, members } = this.#statements(object, graph);
    if (members.has(REST)) return this.#list(object, { predicate, graph, hides });
    const iri = iriOf(object);
    const isWithin = this.#path.includes(object) && this.#tellsAgain();
    if (iri !== null && (isWithin || (types.length === 0 && members.size === 0)))
      return asReference(iri, predicate);
    return isWithin ? {} : this.node(object, graph, hides);
  }

  /** Whether a node on the way here is told within itself already. */
  #tellsAgain(): boolean {
    return new Set(this.#path).size < this.#path.length;
  }

  #list(start: Term, place: Place): Json {
    const entries: Json[] = [];
    const seen = new Set<Term>();
    for (let cell = start; cell !== NIL && !seen.has(cell); ) {
      seen.add(cell);
      const { members } = this.#statements(cell, place.graph);
      entries.push(...(members.get(FIRST) ?? []).map((object) => this.#value(object, place)));
      cell = members.get(REST)?.[0] ?? NIL;
    }
    return entries;
  }

  /** Documents of their own, in the order of what the graph says of them. */
  #inner({ owner, predicate, objects, graph }: Held): readonly Json[] {
    const held = objects.map((object) => {
      const literal = literalOf(object);
      const stub = literal ? jsonOf(literal) : this.#named(object, graph);
      const isEnvelope = typeof stub === 'object' && String((stub as JsonObject).id).startsWith('data:');
      const sources: readonly Json[] =
        literal || isEnvelope ? [] : (this.#sources.get(placeOf({ owner, predicate, named: object })) ?? []);
      return { order: JSON.stringify(stub), values: sources.length > 0 ? sources : [stub] };
    });
    return held.sort((one, other) => compare(one.order, other.order)).flatMap(({ values }) => values);
  }

  /** The node, or what is outermost in the graph of that name. */
  #named(object: Term, graph: GraphName): Json {
    const inside = this.#graphs.get(object);
    if (inside === undefined) return this.#path.includes(object) ? {} : this.node(object, graph);
    const pointed = new Set([...inside.values()].flatMap(({ members }) => [...members.values()].flat()));
    const [root] = [...inside.keys()].filter((node) => !pointed.has(node));
    return root === undefined ? {} : this.node(root, object);
  }
}

/** A number is no text of N-Quads, so that a place stands for one statement. */
const placeOf = ({ owner, predicate, named }: Omit<InnerDocument, 'source'>): string =>
  `${owner} ${predicate} ${named}`;

interface Held {
  readonly owner: Term;
  readonly predicate: string;
  readonly objects: readonly Term[];
  readonly graph: GraphName;
}
interface Place {
  readonly predicate: string;
  readonly graph: GraphName;
  readonly hides: ((iri: string) => boolean) | undefined;
}

const isOfBadge = (iri: string): boolean => iri.startsWith(BADGES);

const memberOf = (iri: string): string => publishedVocabulary().members.get(iri) ?? iri;

const wordOf = (term: Term): string => {
  const iri = iriOf(term);
  return iri === null ? '' : (publishedVocabulary().words.get(iri) ?? iri);
};

/** Members that stand for an object even where it is nothing but its id (VCDM 2.0 §4.8, OB 3.0 §B.1.10). */
const OBJECTS: ReadonlySet<string> = new Set(['credentialSubject', 'criteria']);

function asReference(iri: string, predicate: string): Json {
  const member = iriOf(predicate) ?? '';
  if (publishedVocabulary().worded.has(member)) return wordOf(iriTerm(iri));
  return OBJECTS.has(memberOf(member)) ? { id: iri } : iri;
}

const oneOrMany = (values: readonly Json[]): Json => (values.length === 1 ? (values[0] as Json) : values);

const compare = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};
const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  compare(one, other);

const rankOf = (word: string): number => {
  const rank = (ROOT_TYPES as readonly string[]).indexOf(word);
  return rank === -1 ? ROOT_TYPES.length : rank;
};
const byRank = (one: string, other: string): number => rankOf(one) - rankOf(other) || compare(one, other);

/** A set has no order of its own, and nothing twice: two nodes without a name of which the same is said say it once (RDF 1.1 Semantics §6). */
function inOrder(values: readonly Json[]): readonly Json[] {
  if (values.length < 2) return values;
  const distinct = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...distinct].sort(([one], [other]) => compare(one, other)).map(([, value]) => value);
}
