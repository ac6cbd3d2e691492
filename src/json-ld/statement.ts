import type { Budget } from '../budget.ts';
import type { DigestName } from '../encoding/digest.ts';
import { rememberOf } from '../encoding/remember.ts';
import type { Json, JsonObject } from '../json.ts';
import { memberAt } from '../json.ts';
import { part } from '../part.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type Canonical, canonicalise, type Dialect } from './canonicalise.ts';
import type { ContextSet } from './context/context-set.ts';
import { contextUse } from './context/references.ts';
import type { Dataset } from './dataset.ts';
import type { general } from './general.ts';
import { proofOf, recordOf } from './record.ts';
import { type Vocabulary, vocabularyFor } from './vocabulary.ts';
import { walk } from './walk.ts';
import { credentialBudget } from './work-budget.ts';

const generalPart = part(() => import('./general.ts'));

/** What a document says: the dataset that a signature over its graph covers, and the record made from it. */
export interface Statement {
  readonly dataset: Dataset;
  /** Canonical N-Quads by RDFC-1.0. This text is hashed. */
  readonly canonical: (digest: DigestName, dialect?: Dialect) => Promise<Result<Canonical>>;
  /** The same as JSON, in the one form that is shown (record.ts). */
  readonly record: () => Result<JsonObject>;
  /** The members of a proof, where the document is one. */
  readonly proof: () => Result<JsonObject>;
}

/** The general processor (general.ts), in a form that can be stopped. */
export type General = typeof general;

/** What the proofs of one credential share. */
export interface Work {
  readonly budget: Budget;
  readonly general: General;
  /** Earlier results, by contexts and by what was read. The proofs of one set share the result of their document. */
  readonly statements: Map<string, Map<JsonObject, Result<Statement>>>;
}

/** Work that is not begun. In: the door to the general processor, and what the whole document may still spend. */
export const createWork = (stoppable: General, document?: Budget): Work => ({
  budget: credentialBudget(document),
  general: stoppable,
  statements: new Map(),
});

const MAX_CHARACTERS = 256 * 1024;
const MAX_DEPTH = 64;

/**
 * The statement that a document makes under these contexts. Everything that uses JSON-LD comes through here, for
 * verifying and for reading. So what is shown is always what is signed, however the document is written.
 *
 * Problems: those of general.ts; `part-missing`; `graph-too-complex` where the document is too large or the budget is
 * spent; `work-stopped`.
 */
export async function statementOf(
  document: JsonObject,
  contexts: ContextSet,
  { work, source = document }: ToRead,
): Promise<Result<Statement>> {
  const key = keyOfContexts(contexts);
  const statements = work.statements.get(key) ?? new Map<JsonObject, Result<Statement>>();
  work.statements.set(key, statements);
  const known = statements.get(source);
  if (known) return known;
  const statement = await readStatement(document, contexts, work);
  statements.set(source, statement);
  return statement;
}

interface ToRead {
  readonly work: Work;
  /** What the document was made from, where it is made anew each time. */
  readonly source?: JsonObject;
}

const keyOfContexts = rememberOf(({ copies }: ContextSet) =>
  [...copies.values()].map(({ url, sha256 }) => `${url} ${sha256} `).join(''),
);

async function readStatement(
  document: JsonObject,
  contexts: ContextSet,
  work: Work,
): Promise<Result<Statement>> {
  const dataset = await datasetOf(document, contexts, work);
  if (!dataset.ok) return dataset;
  const vocabulary = await vocabularyFor(dataset.value);
  return vocabulary.ok ? succeed(statementIn(dataset.value, vocabulary.value, work)) : vocabulary;
}

/**
 * The cost of a badge that brings its own context. jsonld.js takes a moment for it. Its time grows with the square of a
 * list's length.
 */
const A_BADGE = 16 * 1024;
/** How many characters the walk reads in the time in which jsonld.js reads one. */
const FASTER = 16;

/**
 * Uses the walk where it knows every construct, or else the general processor within the budget. What costs more than
 * one badge goes to a processor that can be stopped.
 */
async function datasetOf(document: JsonObject, contexts: ContextSet, work: Work): Promise<Result<Dataset>> {
  const { depth, characters } = extentOf(document);
  if (depth > MAX_DEPTH || !work.budget.spend(characters / FASTER)) return fail('graph-too-complex');
  const walked = walk(document, contexts);
  if (!('refused' in walked)) return walked;
  const cost = costOf(document, contexts);
  if (characters > MAX_CHARACTERS || !work.budget.spend(cost)) return fail('graph-too-complex');
  if (cost > A_BADGE) return work.general(document, contexts);
  const processor = await generalPart();
  return processor.ok ? processor.value.general(document, contexts) : processor;
}

function statementIn(dataset: Dataset, vocabulary: Vocabulary, { budget }: Work): Statement {
  const canonical = new Map<DigestName, Promise<Result<Canonical>>>();
  let record: Result<JsonObject> | null = null;
  return {
    dataset,
    canonical: (digest, dialect) => {
      // Another form is asked for once, where a signature does not hold.
      if (dialect) return canonicalise(dialect.written(dataset), digest, budget, dialect.inOrder);
      const known = canonical.get(digest) ?? canonicalise(dataset, digest, budget);
      canonical.set(digest, known);
      return known;
    },
    record: () => {
      record ??= recordOf(dataset, vocabulary, budget);
      return record;
    },
    proof: () => proofOf(dataset, vocabulary, budget),
  };
}

/** Inline contexts of this many characters cost as much as the published ones. */
const INLINE_LETTERS = 4096;
/** A published context that a node names again is already parsed. Only its terms are copied again. */
const CHEAPER = 16;

/**
 * jsonld.js copies the active context, with all its terms, for every node. It copies once more for each context in a
 * node.
 */
function costOf(document: JsonObject, { copies }: ContextSet): number {
  const { inline, named } = contextUse(document);
  const letters = inline.reduce((sum, { context }) => sum + lettersOf(context), 0);
  const again = named.reduce((sum, url) => sum + lettersOf(copies.get(url)?.document), 0) / CHEAPER;
  const { '@context': _, ...body } = document;
  return letters + again + lettersOf(body) * (1 + letters / INLINE_LETTERS);
}

const lettersOf = (value: Json | undefined): number =>
  typeof value === 'object' && value !== null ? lettersIn(value) : 0;
const lettersIn = rememberOf((value: object) => JSON.stringify(value).length);

interface Extent {
  readonly depth: number;
  /** The length of its JSON text, about. */
  readonly characters: number;
}

/** What an entry, a name or a number takes in a text beside its letters, about. */
const PUNCTUATION = 4;

/** The extent of a value. A text that is measured need not be written. */
function extentOf(value: Json): Extent {
  let characters = 0;
  const depthOf = (item: Json | undefined): number => {
    characters += PUNCTUATION;
    if (typeof item === 'string') characters += item.length;
    if (typeof item !== 'object' || item === null) return 0;
    let deepest = 0;
    if (Array.isArray(item)) for (const entry of item) deepest = Math.max(deepest, depthOf(entry));
    else
      for (const name in item) {
        characters += name.length + PUNCTUATION;
        deepest = Math.max(deepest, depthOf(memberAt(item, name)));
      }
    return deepest + 1;
  };
  return { depth: depthOf(value), characters };
}
