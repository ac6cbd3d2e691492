import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { fail } from '../../result.ts';
import { isAbsolute } from '../iri.ts';
import { isLanguageTag } from '../literal.ts';
import { refuse, stop } from '../walked.ts';
import { ActiveContext, type Derivation, expandIri, type Manner } from './active-context.ts';
import { isUsual } from './bundled/shelf.ts';
import type { ContextSet } from './context-set.ts';
import { Draft, type Origin } from './draft.ts';
import type { ContextCopy } from './snapshots.ts';

/**
 * The most term definitions that one document may cause to be read. All published contexts together have a tenth of
 * this.
 */
const MAX_DEFINITIONS = 100_000;
/** The most addresses that one `@context` may reach. contextSets has the same limit. */
const MAX_ADDRESSES = 8;
/** The deepest nesting of contexts inside contexts. */
const MAX_NESTING = 32;
/** The most active contexts that are kept for the session. A page needs some dozens. */
const MAX_SHARED = 500;

/** One context, with its addresses resolved. */
interface Source {
  readonly context: JsonObject | null;
  readonly origin: Origin;
}

const emptyContext = (): ActiveContext =>
  new ActiveContext(
    { vocabulary: null, language: null, previous: null, protecting: false, usual: true },
    { own: { size: 0, get: () => undefined, all: () => new Map() }, below: null },
  );

/** The empty context from which every document starts, with all contexts derived from it. */
let shared = { root: emptyContext(), count: 0 };

function sharedRoot(): ActiveContext {
  if (shared.count > MAX_SHARED) shared = { root: emptyContext(), count: 0 };
  return shared.root;
}

/**
 * Context processing (JSON-LD 1.1 API §4.1) for one document. Each context is applied once to each active context, so
 * leaving a node costs nothing. A result is kept as long as the context that made it. A bundled context is kept for
 * the session. A context from a document is kept by its content, never by a name that the document chose. Memory for
 * these is bounded.
 *
 * Stops with `context-redefines-terms`, `context-recursive`, `json-ld-malformed`, `graph-too-complex`. Refuses unusual
 * constructs.
 */
export class ContextProcessor {
  readonly root = sharedRoot();
  readonly #contexts: ContextSet;
  readonly #sources = new Map<string, readonly Source[]>();
  readonly #inline = new Map<string, JsonObject>();
  readonly #charged = new Set<Derivation>();
  #definitions = 0;

  constructor(contexts: ContextSet) {
    this.#contexts = contexts;
  }

  /** How many term definitions the document has cost so far. */
  get definitions(): number {
    return this.#definitions;
  }

  /** The active context inside a node with its own `@context`. */
  local(active: ActiveContext, context: Json): ActiveContext {
    return this.#apply(active, this.#resolve(context, 'document'), 'local');
  }

  /** The active context under the scoped context of a property or a type. */
  scoped(active: ActiveContext, context: Json, manner: 'property' | 'type'): ActiveContext {
    // Where it was defined, it was found to be valid.
    const origin = active.usual ? 'usual' : 'published';
    if (isJsonObject(context)) return this.#derive(active, { context, origin }, manner);
    return this.#apply(active, this.#resolve(context, origin), manner);
  }

  #apply(active: ActiveContext, sources: readonly Source[], manner: Manner): ActiveContext {
    if (manner === 'type' && sources.length > 1 && sources.some(({ context }) => context === null))
      refuse('null among the contexts of a type');
    let result = active;
    for (const source of sources) result = this.#derive(result, source, manner);
    return result;
  }

  #derive(active: ActiveContext, { context, origin }: Source, manner: Manner): ActiveContext {
    if (context === null) {
      // JSON-LD 1.1 API §4.1.2, 5.1: only a property's scoped context may remove protected terms.
      if (active.protecting && manner !== 'property')
        stop(fail('context-redefines-terms', { params: { term: '' } }));
      return this.root;
    }
    const derivation = active.derived[manner].get(context) ?? this.#make(active, { context, origin }, manner);
    if (!this.#charged.has(derivation)) {
      this.#charged.add(derivation);
      this.#definitions += derivation.cost;
      if (this.#definitions > MAX_DEFINITIONS) stop(fail('graph-too-complex'));
    }
    return derivation.context;
  }

  #make(
    active: ActiveContext,
    { context, origin }: Source & { context: JsonObject },
    manner: Manner,
  ): Derivation {
    const draft = new Draft(active, {
      context,
      origin,
      previous: manner === 'type' ? (active.previous ?? active) : active.previous,
    });
    this.#fill(draft, manner === 'property', 0);
    const made = draft.isSameAs(active) ? active : draft.finish(active);
    if (made !== active) shared.count += 1;
    const derivation = { context: made, cost: draft.cost + (made === active ? 0 : made.joined) };
    active.derived[manner].set(context, derivation);
    return derivation;
  }

  /** Reads the definitions of a context into its draft. */
  #fill(draft: Draft, override: boolean, nesting: number): void {
    const { context } = draft;
    readKeywords(draft);
    for (const [term, value] of Object.entries(context)) {
      if (term.startsWith('@')) continue;
      if (draft.usual) {
        draft.defineLater(term, override);
        continue;
      }
      draft.define(term, override);
      const scoped = isJsonObject(value) ? value['@context'] : undefined;
      if (scoped !== undefined) this.#validate(draft, scoped, nesting + 1);
    }
  }

  /** A scoped context must be valid where it is defined, even if it is never used (JSON-LD 1.1 API §4.1.3, 21). */
  #validate(draft: Draft, context: Json, nesting: number): void {
    if (nesting > MAX_NESTING) refuse('contexts nested too deeply');
    let scope: Draft = draft;
    for (const { context: below } of this.#resolve(context, draft.origin)) {
      if (below === null) {
        scope = new Draft(this.root, { context: {}, origin: draft.origin, previous: null });
        continue;
      }
      const inner = new Draft(scope, { context: below, origin: draft.origin, previous: null });
      try {
        this.#fill(inner, true, nesting);
      } finally {
        draft.cost += inner.cost;
      }
      scope = inner;
    }
  }

  #resolve(context: Json | undefined, origin: Origin, path: readonly string[] = []): readonly Source[] {
    if (context === null) return [{ context: null, origin }];
    if (typeof context === 'string') return this.#resolveAddress(context, path);
    if (Array.isArray(context)) {
      return context.flatMap((entry) =>
        Array.isArray(entry)
          ? refuse('contexts in an array in an array')
          : this.#resolve(entry, origin, path),
      );
    }
    if (!isJsonObject(context)) return refuse('context of another kind');
    return [{ context: origin === 'document' ? this.#intern(context) : context, origin }];
  }

  #resolveAddress(url: string, path: readonly string[]): readonly Source[] {
    const known = this.#sources.get(url);
    if (known !== undefined) return known;
    const copy = this.#contexts.copies.get(url) ?? refuse('address without a copy');
    if (path.includes(url)) return stop(fail('context-recursive', { params: { context: url } }));
    if (path.length >= MAX_ADDRESSES || this.#sources.size > MAX_ADDRESSES * 2)
      return refuse('many addresses');
    if (!isJsonObject(copy.document)) return refuse('copy of another kind');
    const context = copy.document['@context'];
    const sources =
      context === undefined
        ? [{ context: {}, origin: 'document' as const }]
        : this.#resolve(context, originOf(copy), [...path, url]);
    this.#sources.set(url, sources);
    return sources;
  }

  /** Contexts with equal content share one object: the fifty credentials of a transcript bring the same context. */
  #intern(context: JsonObject): JsonObject {
    const text = JSON.stringify(context);
    const known = this.#inline.get(text);
    if (known !== undefined) return known;
    const own = isKept(text) ? keep(text) : context;
    this.#inline.set(text, own);
    return own;
  }
}

function originOf({ name }: ContextCopy): Origin {
  if (name === null) return 'document';
  return isUsual(name) ? 'usual' : 'published';
}

/** The most contexts from documents that are kept by content. All badges of one issuer bring the same one. */
const MAX_KEPT = 64;
const MAX_KEPT_CHARACTERS = 16 * 1024;
const kept = new Map<string, JsonObject>();

/** The shared object for a context of this content. The least recently used one makes room. */
function keep(text: string): JsonObject {
  const context: JsonObject = kept.get(text) ?? JSON.parse(text);
  kept.delete(text);
  kept.set(text, context);
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  return context;
}

/** Each document chooses what an address stands for. So a context that names an address is not kept. */
const isKept = (text: string): boolean =>
  text.length <= MAX_KEPT_CHARACTERS && !/"@context":(?!\{)/.test(text);

/** The members of a context that define no term. */
function readKeywords(draft: Draft): void {
  const { context } = draft;
  for (const name of Object.keys(context)) {
    if (name.startsWith('@') && !READ.has(name)) refuse(`context with ${name}`);
    // jsonld.js fails on `hasOwnProperty` and drops `__proto__`.
    if (name === 'hasOwnProperty' || name === '__proto__') refuse('name of an object’s own');
  }
  if ((context['@version'] ?? 1.1) !== 1.1) refuse('another @version');
  if (typeof (context['@protected'] ?? false) !== 'boolean') refuse('@protected of another kind');
  readVocabulary(draft, context['@vocab']);
  readLanguage(draft, context['@language']);
}

const READ: ReadonlySet<string> = new Set(['@version', '@protected', '@vocab', '@language']);

function readVocabulary(draft: Draft, vocabulary: Json | undefined): void {
  if (vocabulary === undefined) return;
  if (vocabulary !== null && typeof vocabulary !== 'string') refuse('@vocab of another kind');
  const iri = vocabulary === null ? null : expandIri(draft, vocabulary, true);
  if (vocabulary !== null && (iri === null || !isAbsolute(iri))) refuse('relative @vocab');
  draft.vocabulary = iri;
}

function readLanguage(draft: Draft, language: Json | undefined): void {
  if (language === undefined) return;
  if (language !== null && (typeof language !== 'string' || !isLanguageTag(language)))
    refuse('no language tag');
  draft.language = language === null ? null : language.toLowerCase();
}
