import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { fail } from '../../result.ts';
import { isAbsolute } from '../iri.ts';
import { isLanguageTag } from '../literal.ts';
import { refuse, stop } from '../walked.ts';
import { ActiveContext, type Derivation, expandIri, type Manner } from './active-context.ts';
import type { ContextSet } from './context-set.ts';
import { Draft } from './draft.ts';

/** Term definitions that one document may have read: all published contexts together have a tenth of this. */
const MAX_DEFINITIONS = 100_000;
/** Addresses that one `@context` may reach; contextSets allows no more either. */
const MAX_ADDRESSES = 8;
/** Contexts inside contexts. */
const MAX_NESTING = 32;
/** Active contexts that are kept for the session; a page needs some dozens. */
const MAX_SHARED = 500;

/** One context, with its addresses resolved. */
interface Source {
  readonly context: JsonObject | null;
  /** Published: a term of another kind is then merely out of use. */
  readonly bundled: boolean;
}

const emptyContext = (): ActiveContext =>
  new ActiveContext(
    { vocabulary: null, language: null, previous: null, protecting: false },
    { own: new Map(), below: null },
  );

/** Where every document starts, with all tables that were made on the way from there. */
let shared = { root: emptyContext(), count: 0 };

function sharedRoot(): ActiveContext {
  if (shared.count > MAX_SHARED) shared = { root: emptyContext(), count: 0 };
  return shared.root;
}

/**
 * Context processing (JSON-LD 1.1 API §4.1) for one document. Every context is applied once to every active context:
 * leaving a node is a pointer. What was made stays as long as the context that made it: for the session where that is
 * bundled; by content and within bounds where a document brings it; never by a name that a document chose.
 *
 * Stops with `context-redefines-terms`, `context-recursive`, `json-ld-malformed`, `graph-too-complex`; refuses what is
 * unusual.
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

  /** The active context inside a node with an `@context` of its own. */
  local(active: ActiveContext, context: Json): ActiveContext {
    return this.#apply(active, this.#resolve(context, false), 'local');
  }

  /** The active context by a property's or a type's own context. */
  scoped(active: ActiveContext, context: Json, manner: 'property' | 'type'): ActiveContext {
    if (isJsonObject(context)) return this.#derive(active, { context, bundled: true }, manner);
    return this.#apply(active, this.#resolve(context, true), manner);
  }

  #apply(active: ActiveContext, sources: readonly Source[], manner: Manner): ActiveContext {
    if (manner === 'type' && sources.length > 1 && sources.some(({ context }) => context === null))
      refuse('null among the contexts of a type');
    let result = active;
    for (const source of sources) result = this.#derive(result, source, manner);
    return result;
  }

  #derive(active: ActiveContext, { context, bundled }: Source, manner: Manner): ActiveContext {
    if (context === null) {
      // JSON-LD 1.1 API §4.1.2, 5.1: only a property may wipe out protected terms.
      if (active.protecting && manner !== 'property')
        stop(fail('context-redefines-terms', { params: { term: '' } }));
      return this.root;
    }
    const known = active.derived[manner];
    const derivation = known.get(context) ?? this.#make(active, { context, bundled }, manner);
    known.set(context, derivation);
    if (!this.#charged.has(derivation)) {
      this.#charged.add(derivation);
      this.#definitions += derivation.cost;
      if (this.#definitions > MAX_DEFINITIONS) stop(fail('graph-too-complex'));
    }
    return derivation.context;
  }

  #make(
    active: ActiveContext,
    { context, bundled }: Source & { context: JsonObject },
    manner: Manner,
  ): Derivation {
    const draft = new Draft(active, {
      context,
      bundled,
      previous: manner === 'type' ? (active.previous ?? active) : active.previous,
    });
    this.#fill(draft, manner === 'property', 0);
    const made = draft.isSameAs(active) ? active : draft.finish(active);
    if (made !== active) shared.count += 1;
    return { context: made, cost: draft.cost + (made === active ? 0 : made.joined) };
  }

  /** Reads a context into its draft. */
  #fill(draft: Draft, override: boolean, nesting: number): void {
    const { context } = draft;
    readKeywords(draft);
    for (const [term, value] of Object.entries(context)) {
      if (term.startsWith('@')) continue;
      draft.define(term, override);
      if (isJsonObject(value) && Object.hasOwn(value, '@context'))
        this.#validate(draft, value['@context'] as Json, nesting + 1);
    }
  }

  /** A term's own context has to be sound where it is defined, used or not (JSON-LD 1.1 API §4.1.3, 21). */
  #validate(draft: Draft, context: Json, nesting: number): void {
    if (nesting > MAX_NESTING) refuse('contexts nested too deeply');
    let scope: Draft = draft;
    for (const { context: below } of this.#resolve(context, draft.bundled)) {
      if (below === null) {
        scope = new Draft(this.root, { context: {}, bundled: draft.bundled, previous: null });
        continue;
      }
      const inner = new Draft(scope, { context: below, bundled: draft.bundled, previous: null });
      try {
        this.#fill(inner, true, nesting);
      } finally {
        draft.cost += inner.cost;
      }
      scope = inner;
    }
  }

  #resolve(context: Json | undefined, bundled: boolean, path: readonly string[] = []): readonly Source[] {
    if (context === null) return [{ context: null, bundled }];
    if (typeof context === 'string') return this.#resolveAddress(context, path);
    if (Array.isArray(context)) {
      return (context as readonly Json[]).flatMap((entry) =>
        Array.isArray(entry)
          ? refuse('contexts in an array in an array')
          : this.#resolve(entry, bundled, path),
      );
    }
    if (!isJsonObject(context)) return refuse('context of another kind');
    return [{ context: bundled ? context : this.#intern(context), bundled }];
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
        ? [{ context: {}, bundled: false }]
        : this.#resolve(context, copy.name !== null, [...path, url]);
    this.#sources.set(url, sources);
    return sources;
  }

  /** Contexts of equal content are one: fifty credentials in a transcript bring the same. */
  #intern(context: JsonObject): JsonObject {
    const text = JSON.stringify(context);
    const known = this.#inline.get(text);
    if (known !== undefined) return known;
    const own = isKept(text) ? keep(text) : context;
    this.#inline.set(text, own);
    return own;
  }
}

/** Contexts of documents that are kept by content: an issuer's badges all bring the same. */
const MAX_KEPT = 64;
const MAX_KEPT_CHARACTERS = 16 * 1024;
const kept = new Map<string, JsonObject>();

/** A context of this content for the session, the least used one making room. */
function keep(text: string): JsonObject {
  const context = kept.get(text) ?? (JSON.parse(text) as JsonObject);
  kept.delete(text);
  kept.set(text, context);
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  return context;
}

/** What an address stands for is each document's own choice: a context that names one inside is not kept. */
const isKept = (text: string): boolean =>
  text.length <= MAX_KEPT_CHARACTERS && !/"@context":(?!\{)/.test(text);

/** The members of a context that define no term. */
function readKeywords(draft: Draft): void {
  const { context } = draft;
  for (const name of Object.keys(context)) {
    if (name.startsWith('@') && !READ.has(name)) refuse(`context with ${name}`);
    // jsonld.js fails on the former, and copies the latter away.
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
