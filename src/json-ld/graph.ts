/** Writes the nodes of a dataset as JSON in one form, and finds the node that the dataset is about. */

import type { Budget } from '../budget.ts';
import type { Json, JsonObject } from '../json.ts';
import { lazy } from '../lazy.ts';
import { entryAt } from './column.ts';
import { byPredicate, type Dataset, type GraphName, type InnerDocument, type Term } from './dataset.ts';
import { iriTerm } from './iri.ts';
import { compare, compareJson } from './json-order.ts';
import { RDF } from './literal.ts';
import { jsonOf } from './literal-json.ts';
import { iriOf, literalOf, plainText } from './terms.ts';
import { BADGES, CREDENTIALS, type Property, RECORDS, type Vocabulary } from './vocabulary.ts';

const TYPE = iriTerm(`${RDF}type`);
const FIRST = iriTerm(`${RDF}first`);
const REST = iriTerm(`${RDF}rest`);
const NIL = iriTerm(`${RDF}nil`);
const SUBJECT = iriTerm(`${CREDENTIALS}credentialSubject`);
const CLR = iriTerm(`${RECORDS}ClrCredential`);

/** The types that a record may have, in the order in which they are written. */
const ROOT_TYPES: readonly string[] = ['VerifiableCredential', 'VerifiablePresentation'];

/**
 * What it costs to write a node, and to copy a character of it, in characters of JSON-LD. A shared node is written
 * wherever it is named. Each node around it copies its text, to sort its own values. A hostile graph could make this
 * take for ever, and fill the memory.
 */
const COST_OF_A_NODE = 15;
const COST_OF_A_COPY = 1 / 256;
const MAX_DEPTH = 65;

/** The graph needs more nodes or more depth than are allowed. */
export class TooComplex extends Error {}

interface Member {
  readonly predicate: string;
  readonly property: Property;
  readonly objects: Term[];
}
interface Statements {
  readonly types: Term[];
  /** Sorted by predicate. */
  readonly members: Member[];
  /** Of a cell of a list: its entries, and the next cells. Every value is asked for these, so nothing is searched. */
  firsts: readonly Term[];
  rests: readonly Term[];
  /** How long all of it is. */
  characters: number;
  /** The words of its types, in order, where they are known. */
  words: readonly string[] | null;
}
const nothing = (): Statements => ({
  types: [],
  members: [],
  firsts: [],
  rests: [],
  characters: 0,
  words: null,
});
const NOTHING = nothing();

export class Graph {
  readonly #dataset: Dataset;
  readonly #vocabulary: Vocabulary;
  readonly #graphs = new Map<GraphName, Map<Term, Statements>>();
  readonly #sources = new Map<string, JsonObject[]>();
  readonly #path: Term[] = [];
  /** The outermost node of each named graph. Undefined for a graph without one. */
  readonly #outermost = new Map<GraphName, Term | undefined>();
  readonly #placed = new Set<JsonObject>();
  readonly #budget: Budget;

  constructor(dataset: Dataset, vocabulary: Vocabulary, budget: Budget) {
    this.#dataset = dataset;
    this.#budget = budget;
    this.#vocabulary = vocabulary;
    const { subjects, objects, graphs } = dataset;
    for (const [predicate, places] of byPredicate(dataset)) {
      const property = vocabulary.property(predicate);
      for (const at of places) {
        const object = entryAt(objects, at);
        const statements = this.#describing(entryAt(subjects, at), entryAt(graphs, at));
        statements.characters += lengthOf(object);
        const last = statements.members[statements.members.length - 1];
        if (predicate === TYPE) statements.types.push(object);
        else if (last?.predicate === predicate) last.objects.push(object);
        else {
          const member = { predicate, property, objects: [object] };
          statements.members.push(member);
          statements.characters += predicate.length;
          if (predicate === FIRST) statements.firsts = member.objects;
          if (predicate === REST) statements.rests = member.objects;
        }
      }
    }
    for (const document of dataset.inner) {
      const known = this.#sources.get(placeOf(document));
      if (known) known.push(document.source);
      else this.#sources.set(placeOf(document), [document.source]);
    }
  }

  #word(term: Term): string {
    return this.#vocabulary.word(term)?.text ?? '';
  }

  #describing(node: Term, name: GraphName): Statements {
    let graph = this.#graphs.get(name);
    if (graph === undefined) {
      graph = new Map();
      this.#graphs.set(name, graph);
    }
    const known = graph.get(node);
    if (known !== undefined) return known;
    const statements = nothing();
    graph.set(node, statements);
    return statements;
  }

  #statements(node: Term, graph: GraphName): Readonly<Statements> {
    return this.#graphs.get(graph)?.get(node) ?? NOTHING;
  }

  /** The nodes of the default graph that have a type which passes the test. */
  typed(willDo: (word: string) => boolean): readonly Term[] {
    const nodes: Term[] = [];
    for (const [node, { types }] of this.#graphs.get('') ?? [])
      if (types.some((type) => willDo(this.#word(type)))) nodes.push(node);
    return nodes;
  }

  /** The nodes among these that no other node of the default graph names. */
  unnamed(nodes: readonly Term[], isName: (property: Property) => boolean = () => true): readonly Term[] {
    const { subjects, objects, graphs } = this.#dataset;
    const unnamed = new Set(nodes);
    for (const [predicate, places] of byPredicate(this.#dataset)) {
      if (!isName(this.#vocabulary.property(predicate))) continue;
      for (const at of places) {
        const object = entryAt(objects, at);
        if (!isText(object) && graphs[at] === '' && subjects[at] !== object) unnamed.delete(object);
      }
    }
    return [...unnamed];
  }

  says(node: Term, predicate: string): boolean {
    return this.#statements(node, '').members.some((member) => member.predicate === predicate);
  }

  /** The credential or presentation that the dataset is about. Null where there is none, or more than one. */
  root(): Term | null {
    const credentials = this.typed((word) => ROOT_TYPES.some((type) => type === word));
    const outermost = this.unnamed(credentials, ({ isInner }) => isInner);
    const [root, ...others] = outermost.length > 1 ? this.unnamed(outermost) : outermost;
    return root === undefined || others.length > 0 ? null : root;
  }

  /**
   * A node with all its statements. A node may contain itself: it may be its own subject or its own evidence. It is
   * then written in full once more, and inside that copy by its id only.
   */
  node(node: Term, graph: GraphName = '', hides: (iri: string) => boolean = () => false): JsonObject {
    const statements = this.#statements(node, graph);
    this.#enter(node, statements);
    const id = iriOf(node);
    const words = this.#wordsOf(statements);
    const lists = new Map<string, readonly Json[]>();
    for (const { predicate, property, objects } of statements.members) {
      const name = hides(property.iri) ? property.iri : property.member;
      const values = property.isInner
        ? this.#inner({ owner: node, predicate, objects, graph })
        : this.#values({ owner: node, predicate, property, objects, graph });
      const before = lists.get(name);
      lists.set(name, before === undefined ? values : [...before, ...values]);
    }
    this.#path.pop();
    const told: Record<string, Json> = {};
    if (id !== null) told.id = id;
    if (words.length > 0) told.type = oneOrMany(words);
    for (const [name, values] of lists) if (values.length > 0) told[name] = oneOrMany(values);
    return told;
  }

  /** Goes into a node or into a cell of a list, and pays for its text. */
  #enter(node: Term, { characters }: Readonly<Statements>): void {
    this.#path.push(node);
    this.#pay(lengthOf(node) + characters, COST_OF_A_NODE);
    if (this.#path.length > MAX_DEPTH) throw new TooComplex();
  }

  #pay(characters: number, more = 0): void {
    if (!this.#budget.spend(more + characters * this.#path.length * COST_OF_A_COPY)) throw new TooComplex();
  }

  #wordsOf(statements: Statements): readonly string[] {
    statements.words ??= inOrderOfRank(statements.types.map((type) => this.#word(type)));
    return statements.words;
  }

  #values({ owner, predicate, property, objects, graph }: Held & Pick<Place, 'property'>): readonly Json[] {
    const hides = predicate === SUBJECT && this.#isRecord(owner, graph) ? isOfBadge : undefined;
    const place = { property, graph, hides, isInLanguages: differInLanguage(objects) };
    if (objects.length === 1) return [this.#value(objects[0] as Term, place)];
    return inOrder(objects.map((object) => this.#value(object, place)));
  }

  /**
   * CLR 2.0 §B.1: a record and the badges in it share one learner, so one node. The achievements of the badges must not
   * appear on the record's subject.
   */
  #isRecord(node: Term, graph: GraphName): boolean {
    return this.#statements(node, graph).types.includes(CLR);
  }

  #value(object: Term, place: Place): Json {
    const text = plainText(object);
    if (text !== null) return text;
    const literal = literalOf(object);
    if (literal !== null)
      return literal.language === '' || place.isInLanguages ? jsonOf(literal) : literal.value;
    if (object === NIL) return [];
    const { graph, hides } = place;
    const statements = this.#statements(object, graph);
    if (statements.rests.length > 0) return this.#list(object, place);
    const isWithin = this.#path.includes(object) && this.#tellsAgain();
    const isReference = isWithin || (statements.types.length === 0 && statements.members.length === 0);
    const iri = isReference ? iriOf(object) : null;
    if (iri !== null) return this.#reference(object, iri, place);
    return isWithin ? {} : this.node(object, graph, hides);
  }

  #reference(object: Term, iri: string, { property }: Place): Json {
    if (property.isWorded) return this.#word(object);
    return OBJECTS.has(property.member) ? { id: iri } : iri;
  }

  /** Whether some node on the current path already contains a full copy of itself. */
  #tellsAgain(): boolean {
    return new Set(this.#path).size < this.#path.length;
  }

  #list(start: Term, place: Place): Json {
    const entries: Json[] = [];
    const seen = new Set<Term>();
    for (let cell = start; cell !== NIL && !seen.has(cell); ) {
      seen.add(cell);
      const statements = this.#statements(cell, place.graph);
      this.#enter(cell, statements);
      for (const object of statements.firsts) entries.push(this.#value(object, place));
      this.#path.pop();
      cell = statements.rests[0] ?? NIL;
    }
    return entries;
  }

  /** Documents inside this one, in the order of what the graph says about them. */
  #inner({ owner, predicate, objects, graph }: Held): readonly Json[] {
    const held = objects.map((object) => {
      const literal = literalOf(object);
      const root = literal ? null : this.#rootOf(object, graph);
      const id = root === null ? null : iriOf(root.node);
      const sources = id?.startsWith('data:')
        ? undefined
        : this.#sources.get(placeOf({ owner, predicate, named: object }));
      const tell = lazy((): Json => {
        if (literal) return jsonOf(literal);
        return root === null ? {} : this.node(root.node, root.graph);
      });
      return { id, tell, values: (): readonly Json[] => this.#again(sources) ?? [tell()] };
    });
    // An id comes first in what is told, so where all have their own, nothing more need be told to sort them.
    const ids = new Set(held.map(({ id }) => id));
    const isByIds = ids.size === held.length && !ids.has(null);
    const orderOf = ({ id, tell }: (typeof held)[number]): Json => (isByIds ? id : tell());
    held.sort((one, other) => compareJson(orderOf(one), orderOf(other)));
    return held.flatMap(({ values }) => values());
  }

  /** The node itself, or the outermost node of the graph of that name. Null where it is being told, or says nothing. */
  #rootOf(object: Term, graph: GraphName): { readonly node: Term; readonly graph: GraphName } | null {
    const inside = this.#graphs.get(object);
    if (inside === undefined) return this.#path.includes(object) ? null : { node: object, graph };
    if (!this.#outermost.has(object)) this.#outermost.set(object, outermostOf(inside));
    const node = this.#outermost.get(object);
    return node === undefined ? null : { node, graph: object };
  }

  /** Documents as they came. Each was paid for once, when all was read: a reader goes through each copy again. */
  #again(sources: readonly JsonObject[] | undefined): readonly JsonObject[] | undefined {
    for (const source of sources ?? []) {
      if (this.#placed.has(source)) this.#pay(JSON.stringify(source).length);
      this.#placed.add(source);
    }
    return sources;
  }
}

function outermostOf(graph: ReadonlyMap<Term, Statements>): Term | undefined {
  const pointed = new Set(
    [...graph.values()].flatMap(({ members }) => members.flatMap(({ objects }) => objects)),
  );
  return [...graph.keys()].find((each) => !pointed.has(each));
}

const isText = (term: Term): boolean => typeof term === 'string' && term.charCodeAt(0) === QUOTE;
const QUOTE = 34;

const lengthOf = (term: Term): number => (typeof term === 'string' ? term.length : 0);

/** A blank node's number can never be N-Quads text, so each key stands for exactly one statement. */
const placeOf = ({ owner, predicate, named }: Omit<InnerDocument, 'source'>): string =>
  `${owner} ${predicate} ${named}`;

interface Held {
  readonly owner: Term;
  readonly predicate: string;
  readonly objects: readonly Term[];
  readonly graph: GraphName;
}
interface Place {
  readonly property: Property;
  readonly graph: GraphName;
  readonly hides: ((iri: string) => boolean) | undefined;
  /**
   * Whether the same is said in several languages. One language alone tells nothing apart. A context may set it for all
   * texts (JSON-LD 1.1 §4.2.4, default language), also for codes, and so it is left out.
   */
  readonly isInLanguages: boolean;
}

const languageOf = (term: Term): string => literalOf(term)?.language ?? '';

const differInLanguage = ([first, ...others]: readonly Term[]): boolean =>
  others.some((other) => languageOf(other) !== languageOf(first ?? NIL));

const isOfBadge = (iri: string): boolean => iri.startsWith(BADGES);

/** Members that are written as an object even if it has nothing but an id (VCDM 2.0 §4.8, OB 3.0 §B.1.10). */
const OBJECTS: ReadonlySet<string> = new Set(['credentialSubject', 'criteria']);

const oneOrMany = (values: readonly Json[]): Json => (values.length === 1 ? entryAt(values, 0) : values);

const rankOf = (word: string): number => {
  const rank = ROOT_TYPES.indexOf(word);
  return rank === -1 ? ROOT_TYPES.length : rank;
};
const byRank = (one: string, other: string): number => rankOf(one) - rankOf(other) || compare(one, other);
const inOrderOfRank = (words: readonly string[]): readonly string[] =>
  words.length > 1 ? [...new Set(words)].sort(byRank) : words;

/**
 * A set has no order and no repetition. Two unnamed nodes with the same statements count as one (RDF 1.1 Semantics §6).
 */
const inOrder = (values: readonly Json[]): readonly Json[] =>
  values
    .toSorted(compareJson)
    .filter((value, at, sorted) => at === 0 || compareJson(entryAt(sorted, at - 1), value) !== 0);
