import { canonize as canonizeDataset } from 'rdf-canonize';
import type { DigestName } from '../encoding/digest.ts';
import { type Result, succeed } from '../result.ts';
import type { Dataset, Term } from './dataset.ts';
import { allowHashes } from './hash-allowance.ts';
import { problemOfProcessor } from './processor-problem.ts';
import { iriOf, literalOf } from './terms.ts';

export interface Canonical {
  /** Canonical N-Quads, each statement with its line end, in code point order. */
  readonly text: string;
  /** How many blank nodes got a canonical label. */
  readonly labels: number;
}

/** A Dataset in canonical form by RDFC-1.0. Problems: those of canonizeQuads. */
export async function canonize(dataset: Dataset, digest: DigestName): Promise<Result<Canonical>> {
  const labels = new Map<string, string>();
  const text = await canonizeQuads(quadsOf(dataset), { digest, labels });
  return text.ok ? succeed({ text: text.value, labels: labels.size }) : text;
}

/**
 * RDFC-1.0 alone, over a dataset or its N-Quads. `graph-too-complex` where telling blank nodes apart takes more work
 * than one look at each (maxWorkFactor 1), or more hashes than are allowed: poison graphs, lists without end.
 */
export async function canonizeQuads(
  quads: readonly Quad[] | string,
  { digest, labels }: { readonly digest: DigestName; readonly labels?: Map<string, string> | undefined },
): Promise<Result<string>> {
  try {
    const canonical = await canonizeDataset(quads, {
      algorithm: 'RDFC-1.0',
      createMessageDigest: allowHashes(digest, blankNodesOf(quads)),
      maxWorkFactor: 1,
      ...(typeof quads === 'string' && { inputFormat: 'application/n-quads' as const }),
      ...(labels && { canonicalIdMap: labels }),
    });
    return succeed(canonical);
  } catch (trouble) {
    return problemOfProcessor(trouble);
  }
}

interface QuadTerm {
  readonly termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph';
  readonly value: string;
  readonly language?: string;
  readonly datatype?: QuadTerm;
}
interface Quad {
  readonly subject: QuadTerm;
  readonly predicate: QuadTerm;
  readonly object: QuadTerm;
  readonly graph: QuadTerm;
}

const named = (value: string): QuadTerm => ({ termType: 'NamedNode', value });

function quadTerm(term: Term): QuadTerm {
  if (typeof term === 'number') return { termType: 'BlankNode', value: `b${term}` };
  if (term === '') return { termType: 'DefaultGraph', value: '' };
  const literal = literalOf(term);
  if (literal === null) return named(iriOf(term) ?? '');
  const { value, datatype, language } = literal;
  return { termType: 'Literal', value, language, datatype: named(datatype) };
}

const quadsOf = ({ subjects, predicates, objects, graphs }: Dataset): readonly Quad[] =>
  subjects.map((subject, index) => ({
    subject: quadTerm(subject),
    predicate: quadTerm(predicates[index] ?? ''),
    object: quadTerm(objects[index] ?? ''),
    graph: quadTerm(graphs[index] ?? ''),
  }));

/** How many blank nodes there are; of N-Quads, how many words look like one. */
function blankNodesOf(quads: readonly Quad[] | string): number {
  if (typeof quads === 'string') return new Set(quads.match(/_:\S+/g)).size;
  const labels = quads
    .flatMap(({ subject, object, graph }) => [subject, object, graph])
    .filter(({ termType }) => termType === 'BlankNode')
    .map(({ value }) => value);
  return new Set(labels).size;
}
