import type { Budget } from '../budget.ts';
import { type DigestName, digestOfText, digestsOfTexts } from '../encoding/digest.ts';
import { fail, type Result, succeed } from '../result.ts';
import { entryAt } from './column.ts';
import { byPredicate, type Dataset, type Term } from './dataset.ts';
import { compare } from './json-order.ts';

/** A dataset in canonical form. */
export interface Canonical {
  /** N-Quads, sorted. */
  readonly text: string;
  /** The canonical name of each blank node, by its number: `c14n0`. Undefined for a node that is in no statement. */
  readonly labels: readonly (string | undefined)[];
}

/**
 * What it costs to tell similar blank nodes apart, in characters of JSON-LD: each hash after the first one of a node,
 * each name that is copied, and each statement that is read again. A transcript needs up to three such hashes for
 * each node. For a list of equal entries, both numbers grow much faster than its length.
 */
const COST_OF_A_HASH = 10;
const COST_OF_A_COPY = 0.25;
/** The longest chain of nodes that is followed. JavaScript's stack overflows somewhat later. */
const MAX_STEPS = 1_000;

/** How two lines are sorted. Undefined: by code unit, as texts are sorted anyway. */
export type InOrder = ((one: string, other: string) => number) | undefined;

/** The form in which another library writes and sorts what a dataset says (verify/proof/other-forms.ts). */
export interface Dialect {
  readonly written: (dataset: Dataset) => Dataset;
  readonly inOrder: InOrder;
}

/**
 * RDFC-1.0 (RDF Dataset Canonicalization) with the digest of a suite.
 *
 * In: a dataset without repeated statements. Out: its canonical N-Quads and the names of its blank nodes.
 * `graph-too-complex` where telling blank nodes apart costs more than the budget has, or takes longer chains than are
 * allowed (§7.1 "Dataset Poisoning").
 */
export async function canonicalise(
  dataset: Dataset,
  digest: DigestName,
  budget: Budget,
  inOrder?: InOrder,
): Promise<Result<Canonical>> {
  try {
    const labels = await labelsOf(dataset, { digest, budget, inOrder });
    return succeed({ text: textOf(dataset, labels, inOrder), labels });
  } catch (trouble) {
    if (trouble instanceof TooComplex) return fail('graph-too-complex');
    throw trouble;
  }
}

/** Thrown deep in the recursion. Only `canonicalise` catches it. */
class TooComplex extends Error {}

interface Naming {
  readonly digest: DigestName;
  readonly budget: Budget;
  readonly inOrder: InOrder;
}

async function labelsOf(dataset: Dataset, { digest, budget, inOrder }: Naming): Promise<Canonical['labels']> {
  if (dataset.blankNodes === 1) return ['c14n0'];
  const statements = statementsOf(dataset);
  const first = statements.map((own, node) => firstDegree(dataset, node, own).sort(inOrder).join(''));
  const firstHashes = await digestsOfTexts(digest, first);
  const hash = (text: string): string => digestOfText(digest, text);
  return new Labeller(dataset, { statements, firstHashes, hash, budget }).labels();
}

/** §4.6 "Hash First Degree Quads": the lines about a node. They ignore which other blank nodes its statements name. */
function firstDegree(
  { subjects, predicates, objects, graphs }: Dataset,
  node: number,
  statements: readonly number[],
): string[] {
  const written = (term: Term): string => {
    if (typeof term === 'string') return term;
    return term === node ? '_:a' : '_:z';
  };
  return statements.map((at) => {
    const graph = entryAt(graphs, at);
    return `${written(entryAt(subjects, at))} ${predicates[at]} ${written(entryAt(objects, at))}${graph === '' ? '' : ` ${written(graph)}`} .\n`;
  });
}

/**
 * N-Quads, sorted. Lines are in the order of their subjects, then of their predicates, objects and graphs: a space ends
 * each of these, and it comes before every character that may go on. So long lines are not compared, but only the
 * subjects, and the objects of one member.
 */
function textOf(dataset: Dataset, labels: Canonical['labels'], inOrder: InOrder): string {
  const { predicates, objects, graphs } = dataset;
  const names = labels.map((label) => `_:${label}`);
  const written = (term: Term): string => (typeof term === 'string' ? term : entryAt(names, term));
  const end = (at: number): string => {
    const graph = entryAt(graphs, at);
    return `${written(entryAt(objects, at))}${graph === '' ? '' : ` ${written(graph)}`} .\n`;
  };
  const subjects = [...placesBySubject(dataset, inOrder)].map(([subject, places]) => ({
    name: written(subject),
    places,
  }));
  const inSubjects = inOrder ?? compare;
  subjects.sort((one, other) => inSubjects(one.name, other.name));
  let text = '';
  for (const { name, places } of subjects) {
    for (let at = 0; at < places.length; ) {
      const predicate = entryAt(predicates, entryAt(places, at));
      const start = `${name} ${predicate} `;
      let next = at + 1;
      while (next < places.length && predicates[entryAt(places, next)] === predicate) next += 1;
      if (next === at + 1) text += start + end(entryAt(places, at));
      else for (const each of places.slice(at, next).map(end).sort(inOrder)) text += start + each;
      at = next;
    }
  }
  return text;
}

/** The statements about each subject, sorted by predicate. */
function placesBySubject(dataset: Dataset, inOrder: InOrder): ReadonlyMap<Term, readonly number[]> {
  const { subjects } = dataset;
  const bySubject = new Map<Term, number[]>();
  const sorted = [...byPredicate(dataset)];
  if (inOrder) sorted.sort(([one], [other]) => inOrder(one, other));
  for (const [, places] of sorted)
    for (const at of places) {
      const subject = entryAt(subjects, at);
      const known = bySubject.get(subject);
      if (known === undefined) bySubject.set(subject, [at]);
      else known.push(at);
    }
  return bySubject;
}

/** Temporary names of blank nodes, in the order in which they were given (§4.5 "Identifier Issuer"). */
type Issued = ReadonlyMap<number, number>;

interface Path {
  readonly hash: string;
  readonly issued: Issued;
}

interface Means {
  /** Statements of each blank node. */
  readonly statements: readonly (readonly number[])[];
  /** Hashes of these, by node. */
  readonly firstHashes: readonly string[];
  readonly hash: (text: string) => string;
  readonly budget: Budget;
}

class Labeller {
  readonly #dataset: Dataset;
  readonly #hash: Means['hash'];
  readonly #statements: Means['statements'];
  readonly #firstHashes: Means['firstHashes'];
  readonly #labels: (string | undefined)[];
  #issued = 0;
  #steps = 0;
  readonly #budget: Budget;

  constructor(dataset: Dataset, { statements, firstHashes, hash, budget }: Means) {
    this.#dataset = dataset;
    this.#statements = statements;
    this.#firstHashes = firstHashes;
    this.#hash = hash;
    this.#budget = budget;
    this.#labels = new Array(dataset.blankNodes);
  }

  /** §4.4.3 "Canonicalization Algorithm", 3 to 6. */
  labels(): readonly (string | undefined)[] {
    const alike = this.#alike();
    for (const nodes of alike) {
      const paths = nodes
        .filter((node) => this.#labels[node] === undefined)
        .map((node) => this.#nDegree(node, new Map([[node, 0]])));
      paths.sort((one, other) => compare(one.hash, other.hash));
      for (const { issued } of paths) for (const node of issued.keys()) this.#label(node);
    }
    return this.#labels;
  }

  #label(node: number): void {
    if (this.#labels[node] !== undefined) return;
    this.#labels[node] = `c14n${this.#issued}`;
    this.#issued += 1;
  }

  /** Labels the nodes whose first hash is unique. Returns the groups of nodes that share one. */
  #alike(): readonly (readonly number[])[] {
    const byHash = new Map<string, number[]>();
    for (const [node, hash] of this.#firstHashes.entries()) {
      if (this.#statements[node]?.length === 0) continue;
      const group = byHash.get(hash);
      if (group === undefined) byHash.set(hash, [node]);
      else group.push(node);
    }
    const groups = [...byHash.keys()].sort().map((hash) => byHash.get(hash) ?? []);
    for (const [node, ...others] of groups) if (node !== undefined && others.length === 0) this.#label(node);
    return groups.filter(({ length }) => length > 1);
  }

  #hashAgain(text: string): string {
    this.#spend(COST_OF_A_HASH);
    return this.#hash(text);
  }

  #copies(count: number): void {
    this.#spend(count * COST_OF_A_COPY);
  }

  #spend(cost: number): void {
    if (!this.#budget.spend(cost)) throw new TooComplex();
  }

  /** §4.8 "Hash N-Degree Quads": a hash of a node by everything that can be reached from it. */
  #nDegree(node: number, before: Issued): Path {
    this.#steps += 1;
    if (this.#steps > MAX_STEPS) throw new TooComplex();
    let issued = before;
    let data = '';
    for (const [hash, related] of this.#relatedTo(node, issued)) {
      const path = this.#shortest(related, issued);
      data += hash + path.hash;
      issued = path.issued;
    }
    this.#steps -= 1;
    return { hash: this.#hashAgain(data), issued };
  }

  /** §4.8.2, 1 to 3: the blank nodes that share a statement with this one, grouped by how they relate to it. */
  #relatedTo(node: number, issued: Issued): readonly (readonly [string, readonly number[]])[] {
    const { subjects, predicates, objects, graphs } = this.#dataset;
    const statements = entryAt(this.#statements, node);
    this.#copies(statements.length);
    const byHash = new Map<string, number[]>();
    const known = new Map<string, string>();
    const relate = (related: Term, position: string): void => {
      if (typeof related !== 'number' || related === node) return;
      const text = position + this.#nameOf(related, issued);
      const hash = known.get(text) ?? this.#hashAgain(text);
      known.set(text, hash);
      const group = byHash.get(hash);
      if (group === undefined) byHash.set(hash, [related]);
      else group.push(related);
    };
    for (const at of statements) {
      relate(entryAt(subjects, at), `s${predicates[at]}`);
      relate(entryAt(objects, at), `o${predicates[at]}`);
      relate(entryAt(graphs, at), 'g');
    }
    return [...byHash].sort(([one], [other]) => compare(one, other));
  }

  /** §4.7 "Hash Related Blank Node", 3. */
  #nameOf(node: number, issued: Issued): string {
    const label = this.#labels[node];
    if (label !== undefined) return `_:${label}`;
    const trial = issued.get(node);
    return trial === undefined ? entryAt(this.#firstHashes, node) : `_:b${trial}`;
  }

  /** §4.8.2, 5.4: the least path through the related nodes, over all their orders. */
  #shortest(related: readonly number[], issued: Issued): Path {
    let chosen: Path | null = null;
    for (const order of distinctOrders(related)) {
      const path = this.#path(order, issued, chosen?.hash ?? null);
      if (path !== null && (chosen === null || path.hash < chosen.hash)) chosen = path;
    }
    if (chosen === null) throw new Error('nodes in no order');
    return chosen;
  }

  /** The path of one order (as `hash`). Null as soon as it is greater than the path chosen so far. */
  #path(order: readonly number[], before: Issued, chosen: string | null): Path | null {
    let issued = new Map(before);
    this.#copies(issued.size + order.length);
    const isGreater = (path: string): boolean => chosen !== null && path > chosen;
    const ahead: number[] = [];
    let path = '';
    for (const node of order) {
      if (this.#labels[node] === undefined && !issued.has(node)) {
        ahead.push(node);
        issued.set(node, issued.size);
      }
      path += this.#nameOf(node, issued);
      if (isGreater(path)) return null;
    }
    for (const node of ahead) {
      const result = this.#nDegree(node, issued);
      path += `_:b${issued.get(node)}<${result.hash}>`;
      issued = new Map(result.issued);
      this.#copies(issued.size);
      if (isGreater(path)) return null;
    }
    return { hash: path, issued };
  }
}

/** The statements of each blank node, by predicate: so their lines are nearly sorted already. */
function statementsOf(dataset: Dataset): readonly number[][] {
  const { subjects, objects, graphs, blankNodes } = dataset;
  const statements: number[][] = Array.from({ length: blankNodes }, () => []);
  const note = (term: Term, at: number): void => {
    if (typeof term !== 'number') return;
    const own = entryAt(statements, term);
    if (own[own.length - 1] !== at) own.push(at);
  };
  for (const places of byPredicate(dataset).values())
    for (const at of places) {
      note(entryAt(subjects, at), at);
      note(entryAt(objects, at), at);
      note(entryAt(graphs, at), at);
    }
  return statements;
}

/** Every distinct order of the nodes. A node may occur more than once. */
function* distinctOrders(nodes: readonly number[]): Generator<readonly number[]> {
  const order = nodes.toSorted((one, other) => one - other);
  for (;;) {
    yield order;
    let at = order.length - 2;
    while (at >= 0 && entryAt(order, at) >= entryAt(order, at + 1)) at -= 1;
    if (at < 0) return;
    let next = order.length - 1;
    while (entryAt(order, next) <= entryAt(order, at)) next -= 1;
    swap(order, at, next);
    for (let [low, high] = [at + 1, order.length - 1]; low < high; low++, high--) swap(order, low, high);
  }
}

function swap(order: number[], one: number, other: number): void {
  [order[one], order[other]] = [entryAt(order, other), entryAt(order, one)];
}
