import type { Json, JsonObject } from '../../json.ts';
import { iriTerm, isAbsolute, isKeyword, looksLikeKeyword } from '../iri.ts';

/** The definition of one term (JSON-LD 1.1 API §4.1.1), with what jsonld.js compares for protection. */
export interface TermDefinition {
  /** Null where the context removes the term's meaning. */
  readonly iri: string | null;
  /** Undefined where no context says it. For protection, that differs from false. */
  readonly prefix: boolean | undefined;
  readonly protected: boolean;
  /** `@id`, `@vocab`, `@none`, `@json`, or the IRI of a datatype. */
  readonly type: string | undefined;
  readonly containers: readonly string[] | undefined;
  readonly language: string | null | undefined;
  /** The scoped context: it holds inside values (of a property) or inside nodes (of a type). */
  readonly scoped: Json | undefined;
  /**
   * A member of the definition that the walk does not know. The term may be defined so, but a document may not use it.
   */
  readonly unusual: string | null;
}

/** What is needed to make an IRI out of a name. */
export interface Names {
  readonly vocabulary: string | null;
  definition(term: string): TermDefinition | undefined;
}

/** The base of an active context: another active context, or one that is still being made. */
export interface Scope extends Names {
  readonly language: string | null;
  /** The context to return to at the next node inside, where a type has changed the context (JSON-LD 1.1 §4.1.9). */
  readonly previous: ActiveContext | null;
  /** Whether any term is protected so far. */
  readonly protecting: boolean;
  /** Whether usual contexts alone have made it (bundled/shelf.ts). */
  readonly usual: boolean;
}

type Container = 'none' | 'list' | 'graph' | 'language';

/** A name in a document, with all that the walk needs to know of it. */
export interface Name {
  /** A keyword, an absolute IRI, or null. */
  readonly iri: string | null;
  readonly keyword: boolean;
  /** The name as N-Quads writes it. */
  readonly term: string;
  readonly type: string | undefined;
  readonly container: Container;
  readonly language: string | null;
  readonly scoped: Json | undefined;
  readonly unusual: string | null;
}

/** How a context is applied: by a node's own `@context`, by a property, or by a type. */
export type Manner = 'local' | 'property' | 'type';

/** The result of applying a context to an active one, and how many definitions were read for it. */
export interface Derivation {
  readonly context: ActiveContext;
  readonly cost: number;
}

/** The definitions of one context. */
export interface TermTable {
  readonly size: number;
  get(term: string): TermDefinition | undefined;
  /** All of them, those that nobody has asked for as well. */
  all(): ReadonlyMap<string, TermDefinition>;
}

/** From this many stacked tables on, they are joined. So a look-up takes no more steps than this. */
const MAX_TABLES = 16;

/** The terms in force at a place of a document. It is immutable: all that it caches could be made again. */
export class ActiveContext implements Scope {
  readonly vocabulary: string | null;
  readonly language: string | null;
  readonly previous: ActiveContext | null;
  readonly protecting: boolean;
  readonly usual: boolean;
  /** The number of definitions that were copied to make this one. */
  readonly joined: number;
  /** The contexts derived from this one. Each is kept as long as the context that made it. */
  readonly derived: Readonly<Record<Manner, WeakMap<JsonObject, Derivation>>> = {
    local: new WeakMap(),
    property: new WeakMap(),
    type: new WeakMap(),
  };
  readonly #tables: readonly TermTable[];
  readonly #names = new Map<string, Name>();

  constructor(
    scope: Omit<Scope, 'definition'>,
    { own, below }: { readonly own: TermTable; readonly below: ActiveContext | null },
  ) {
    this.vocabulary = scope.vocabulary;
    this.language = scope.language;
    this.previous = scope.previous;
    this.protecting = scope.protecting;
    this.usual = scope.usual;
    const tables = [own, ...(below === null ? [] : below.#tables)].filter(({ size }) => size > 0);
    const join = tables.length > MAX_TABLES;
    this.#tables = join ? [joinedTable(tables)] : tables;
    this.joined = join ? tables.reduce((sum, { size }) => sum + size, 0) : 0;
  }

  definition(term: string): TermDefinition | undefined {
    for (const table of this.#tables) {
      const definition = table.get(term);
      if (definition !== undefined) return definition;
    }
    return undefined;
  }

  /** Whether this name means `@type`. */
  isTypeName(text: string): boolean {
    return text === '@type' || (this.#names.get(text) ?? this.definition(text))?.iri === '@type';
  }

  /** The name of a member or type, by these terms. */
  name(text: string): Name {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const definition = this.definition(text);
    const name = nameOf(expandIri(this, text, true), definition, this.language);
    // Names that only one document knows are not cached, because these tables outlive the document.
    if (definition !== undefined) this.#names.set(text, name);
    return name;
  }
}

/** The tables as one; of two definitions of a term, that of the first table counts. */
function joinedTable(tables: readonly TermTable[]): TermTable {
  const joined = new Map(tables.toReversed().flatMap((table) => [...table.all()]));
  return { size: joined.size, get: (term) => joined.get(term), all: () => joined };
}

function nameOf(iri: string | null, definition: TermDefinition | undefined, language: string | null): Name {
  const keyword = iri !== null && isKeyword(iri);
  const mapped = keyword || (iri !== null && isAbsolute(iri)) ? iri : null;
  return {
    iri: mapped,
    keyword,
    term: mapped === null || keyword ? '' : iriTerm(mapped),
    type: definition?.type,
    container: containerOf(definition?.containers),
    language: definition?.language === undefined ? language : definition.language,
    scoped: definition?.scoped,
    unusual: definition?.unusual ?? null,
  };
}

function containerOf(containers: readonly string[] | undefined): Container {
  if (containers === undefined) return 'none';
  if (containers.includes('@list')) return 'list';
  if (containers.includes('@graph')) return 'graph';
  return containers.includes('@language') ? 'language' : 'none';
}

/**
 * JSON-LD 1.1 API §5.2 "IRI Expansion" without a base. The name may be a term (where `vocabulary` says so), a compact
 * IRI, an IRI, or relative to the vocabulary. Null for a name without a meaning. Any other text that is no IRI is
 * returned unchanged.
 */
export function expandIri(names: Names, value: string, vocabulary: boolean): string | null {
  if (isKeyword(value)) return value;
  if (looksLikeKeyword(value)) return null;
  const definition = vocabulary ? names.definition(value) : undefined;
  if (definition !== undefined) return definition.iri;
  const colon = value.indexOf(':');
  if (colon > 0) {
    if (value.startsWith('//', colon + 1) || (colon === 1 && value.startsWith('_'))) return value;
    const prefix = names.definition(value.slice(0, colon));
    if (prefix?.prefix) return prefix.iri + value.slice(colon + 1);
    if (isAbsolute(value)) return value;
  }
  return vocabulary && names.vocabulary !== null ? names.vocabulary + value : value;
}
