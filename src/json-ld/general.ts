import jsonld from 'jsonld';
import type { Json, JsonObject } from '../json.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { ContextSet } from './context/context-set.ts';
import type { Dataset, InnerDocument, Term } from './dataset.ts';
import { type Marked, type Marks, markInner, readMark } from './inner-marks.ts';
import { iriTerm } from './iri.ts';
import { LANG_STRING, literalTerm } from './literal.ts';
import { loaderFor, resolverFor } from './loader.ts';
import { problemOfProcessor } from './processor-problem.ts';

const MAX_QUADS = 200_000;

/**
 * The dataset of a document under these contexts, by the general processor (jsonld.js). It runs JSON-LD 1.1 to RDF in
 * safe mode: every member must be mapped, and nothing may be relative.
 *
 * Problems: `term-undefined` (something would not have been signed), `context-redefines-terms`, `context-recursive`,
 * `json-ld-malformed`, `graph-too-complex`, `record-ambiguous` (the text of a document inside it cannot be told).
 */
export async function general(document: JsonObject, contexts: ContextSet): Promise<Result<Dataset>> {
  const options = {
    safe: true,
    base: null,
    rdfDirection: 'i18n-datatype',
    produceGeneralizedRdf: false,
    documentLoader: loaderFor(contexts),
    contextResolver: resolverFor(contexts),
  };
  const expand = (one: JsonObject): Promise<Json> => processor.expand(one, options);
  try {
    const expanded = await expand(document);
    const marked = await markInner(document, expanded, expand);
    if (marked === null) return fail('record-ambiguous');
    const quads = await processor.toRDF(marked.expanded, { ...options, skipExpansion: true });
    return quads.length > MAX_QUADS ? fail('graph-too-complex') : succeed(datasetOf(quads, marked));
  } catch (trouble) {
    return problemOfProcessor(trouble);
  }
}

/** The part of jsonld.js that is used. Its published types know neither these options nor what it returns. */
const processor = jsonld as unknown as {
  expand(document: JsonObject, options: object): Promise<Json>;
  toRDF(expanded: Json, options: object): Promise<readonly Quad[]>;
};

/** A quad in the form of jsonld.js. */
interface Quad {
  readonly subject: QuadTerm;
  readonly predicate: QuadTerm;
  readonly object: QuadTerm;
  readonly graph: QuadTerm;
}
interface QuadTerm {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: QuadTerm;
}

function datasetOf(quads: readonly Quad[], { marker, sources }: Marked): Dataset {
  const numbers = new Map<string, number>();
  const termOf = ({ termType, value, datatype, language = '' }: QuadTerm): Term => {
    if (termType === 'DefaultGraph') return '';
    if (termType === 'NamedNode') return iriTerm(value);
    if (termType === 'Literal')
      return literalTerm({ value, language, datatype: datatype?.value ?? LANG_STRING });
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  };
  const columns: { [Column in 'subjects' | 'objects' | 'graphs']: Term[] } = {
    subjects: [],
    objects: [],
    graphs: [],
  };
  const predicates: string[] = [];
  const marks: Mark[] = [];
  for (const { subject, predicate, object, graph } of quads) {
    if (predicate.value === marker) {
      const mark = readMark(object.value, sources);
      if (mark) marks.push({ ...mark, node: termOf(subject), graph: termOf(graph) });
      continue;
    }
    columns.subjects.push(termOf(subject));
    predicates.push(iriTerm(predicate.value));
    columns.objects.push(termOf(object));
    columns.graphs.push(termOf(graph));
  }
  const statements = { ...columns, predicates };
  return { ...statements, blankNodes: numbers.size, inner: innerIn(statements, marks) };
}

interface Mark extends Marks {
  readonly node: Term;
  readonly graph: Term;
}

/**
 * Finds the statements that hold the marked documents. Each names the document as a node of the same graph, or names a
 * graph that contains it.
 */
function innerIn(
  { subjects, predicates, objects }: Omit<Dataset, 'blankNodes' | 'inner'>,
  marks: readonly Mark[],
): readonly InnerDocument[] {
  return subjects.flatMap((owner, index) => {
    const [predicate = '', named = ''] = [predicates[index], objects[index]];
    const here = marks.filter(
      (mark) => iriTerm(mark.predicate) === predicate && (mark.node === named || mark.graph === named),
    );
    const distinct = new Map(here.map(({ source }) => [JSON.stringify(source), source]));
    return [...distinct.values()].map((source) => ({ predicate, owner, named, source }));
  });
}
