import { remember, rememberOf } from '../../encoding/remember.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { OfferedContexts } from '../../ports.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { isUsual } from './bundled/shelf.ts';
import { contextUse } from './references.ts';
import { type ContextCopy, copiesOf, definitionsIn } from './snapshots.ts';

/**
 * One choice of content for every context address that a document reaches. It is complete: the loader needs nothing
 * else.
 */
export interface ContextSet {
  readonly copies: ReadonlyMap<string, ContextCopy>;
  /** True where every content is the bundle's first choice and the document brings no context of its own. */
  readonly shareable: boolean;
}

const MAX_REMOTE_CONTEXTS = 8;
const MAX_CHOICES = 8;

/**
 * Checks a document's contexts before it is processed, and finds the sets of contents to try.
 *
 * In: the document; contexts that the operator of the program offers; further addresses to include (suite contexts).
 * Out: sets, likeliest first. There is more than one where an address has several published contents. Problems:
 * `context-unknown`, `context-mismatch`, `context-recursive`, `context-too-large`.
 */
export async function contextSets(
  document: JsonObject,
  { offered, extra = [] }: { offered: OfferedContexts; extra?: readonly string[] },
): Promise<Result<readonly ContextSet[]>> {
  const use = contextUse(document);
  if (use.addresses.length > MAX_REMOTE_CONTEXTS)
    return fail('context-too-large', { params: { count: use.addresses.length } });
  const roots = [...use.addresses, ...extra];
  const plain = use.inline.length === 0;
  const published = await publishedSets(JSON.stringify({ roots, plain }));
  if (published.ok && ![...(published.value[0]?.copies.keys() ?? [])].some((url) => offered.get(url)))
    return published;
  return setsFrom({ roots, plain }, offered);
}

interface Roots {
  readonly roots: readonly string[];
  /** The document brings no context of its own. */
  readonly plain: boolean;
}

async function setsFrom(
  { roots, plain }: Roots,
  offered: OfferedContexts,
): Promise<Result<readonly ContextSet[]>> {
  const reached = await reach(roots, offered);
  return reached.ok ? succeed(choices(reached.value, plain)) : reached;
}

const NOTHING_OFFERED: OfferedContexts = { get: () => undefined };
/** Documents of one kind name the same addresses, so their sets are cached. */
const MAX_KINDS = 200;
const publishedSets = remember((kind: string) => setsFrom(JSON.parse(kind), NOTHING_OFFERED), MAX_KINDS);

/**
 * The addresses that a context names. Each published context is read once, however many documents name it. A usual one
 * is not read for this: of an address with several contents, only those that are tried are parsed.
 */
function addressesIn(copy: ContextCopy): readonly string[] {
  if (copy.name !== null && isUsual(copy.name)) return [];
  const { document } = copy;
  if (!isJsonObject(document)) return contextUse(document).addresses;
  return addressesOf(document);
}

const addressesOf = rememberOf((document: JsonObject) => contextUse(document).addresses);

/** Follows addresses into the contexts that contexts name, in order of first mention. */
async function reach(
  roots: readonly string[],
  offered: OfferedContexts,
): Promise<Result<ReadonlyMap<string, readonly ContextCopy[]>>> {
  const found = new Map<string, readonly ContextCopy[]>();
  const visit = async (url: string, path: readonly string[]): Promise<Result<null>> => {
    // JSON-LD 1.1 API §4.1.2 "recursive context inclusion". jsonld.js misses it where the inclusion is in an array.
    if (path.includes(url)) return fail('context-recursive', { params: { context: url } });
    if (found.has(url)) return succeed(null);
    const copies = await copiesOf(url, offered);
    if (!copies.ok) return copies;
    for (const copy of copies.value) {
      for (const below of addressesIn(copy)) {
        const visited = await visit(below, [...path, url]);
        if (!visited.ok) return visited;
      }
    }
    found.set(url, copies.value);
    return succeed(null);
  };
  for (const url of roots) {
    const visited = await visit(url, []);
    if (!visited.ok) return visited;
  }
  return succeed(found);
}

function choices(found: ReadonlyMap<string, readonly ContextCopy[]>, plain: boolean): readonly ContextSet[] {
  let sets: { copies: Map<string, ContextCopy>; first: boolean }[] = [{ copies: new Map(), first: true }];
  for (const [url, copies] of found) {
    sets = copies
      .flatMap((copy, rank) =>
        sets.map((set) => ({ copies: new Map(set.copies).set(url, copy), first: set.first && rank === 0 })),
      )
      .slice(0, MAX_CHOICES);
  }
  return sets.map(({ copies, first }) => ({
    copies,
    shareable: plain && first && [...copies.values()].every((copy) => copy.name !== null),
  }));
}

/** Whether the contexts at the top of a document define a term. A default vocabulary defines every one. */
export function definesTerm(context: Json | undefined, term: string, set: ContextSet): boolean {
  return asArray<Json>(context).some((entry) => {
    if (typeof entry === 'string') {
      const copy = set.copies.get(entry);
      return (
        copy !== undefined && definitionsIn(copy.document).some((below) => definesTerm(below, term, set))
      );
    }
    return isJsonObject(entry) && (Object.hasOwn(entry, term) || typeof entry['@vocab'] === 'string');
  });
}
