import * as library from 'rdf-canonize';
import type { Dataset, Term } from '../../src/json-ld/dataset.ts';

interface RdfTerm {
  readonly termType: string;
  readonly value: string;
}
interface Parsed {
  readonly dataset: Dataset;
  /** The names of the blank nodes, by number. */
  readonly names: readonly string[];
}

const { NQuads } = library as unknown as {
  readonly NQuads: {
    parse(text: string): readonly Record<'subject' | 'predicate' | 'object' | 'graph', RdfTerm>[];
    serializeQuad(quad: object): string;
  };
};

/** N-Quads into columns, by the library's own reader and writer. */
export function datasetOf(text: string): Parsed {
  const quads = NQuads.parse(text) as readonly Record<
    'subject' | 'predicate' | 'object' | 'graph',
    RdfTerm
  >[];
  const numbers = new Map<string, number>();
  const term = ({ termType, value }: RdfTerm, written: string): Term => {
    if (termType !== 'BlankNode') return written;
    if (!numbers.has(value)) numbers.set(value, numbers.size);
    return numbers.get(value) as number;
  };
  const columns = quads.map((quad) => {
    const { subject, predicate, object, graph } = quad;
    const alone = { termType: 'DefaultGraph', value: '' };
    const node = { termType: 'BlankNode', value: 'x' };
    const write = (parts: object): string =>
      NQuads.serializeQuad({ subject: node, predicate, object: node, graph: alone, ...parts }).slice(0, -3);
    const start = write({}).indexOf('>') + 2;
    return {
      subject: term(subject, write({ subject }).split(' ')[0] ?? ''),
      predicate: write({}).slice(4, start - 1),
      object: term(object, write({ object }).slice(start)),
      graph: graph.termType === 'DefaultGraph' ? '' : term(graph, write({ object: graph }).slice(start)),
    };
  });
  return {
    dataset: {
      subjects: columns.map(({ subject }) => subject),
      predicates: columns.map(({ predicate }) => predicate),
      objects: columns.map(({ object }) => object),
      graphs: columns.map(({ graph }) => graph),
      blankNodes: numbers.size,
      inner: [],
    },
    names: [...numbers.keys()],
  };
}
