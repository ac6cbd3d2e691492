import type { Json, JsonObject } from '../../json.ts';
import { iriTerm, isAbsolute, isKeyword, looksLikeKeyword } from '../iri.ts';

/** What a context says of one term (JSON-LD 1.1 API §4.1.1), as jsonld.js compares it for protection. */
export interface TermDefinition {
  /** Null where the context says that the term means nothing. */
  readonly iri: string | null;
  /** Undefined where nobody has said it: for protection that is not the same as false. */
  readonly prefix: boolean | undefined;
  readonly protected: boolean;
  /** `@id`, `@vocab`, `@none`, `@json`, or the IRI of a datatype. */
  readonly type: string | undefined;
  readonly containers: readonly string[] | undefined;
  readonly language: string | null | undefined;
  /** The context inside values (of a property), or inside nodes (of a type). */
  readonly scoped: Json | undefined;
  /** A member that the walk does not know; the term may stand there, but not be used. */
  readonly unusual: string | null;
}

/** What is needed to make an IRI out of a name. */
export interface Names {
  readonly vocabulary: string | null;
  definition(term: string): TermDefinition | undefined;
}

/** What an active context is derived from: another, or one that is still being made. */
export interface Scope extends Names {
  readonly language: string | null;
  /** The context to go back to when a node inside is entered, where a type has changed it (JSON-LD 1.1 §4.1.9). */
  readonly previous: ActiveContext | null;
  /** Whether any term has been protected on the way here. */
  readonly protecting: boolean;
}

type Container = 'none' | 'list' | 'graph' | 'language';

/** A name in a document, with all that the walk asks of it. */
export interface Name {
  /** A keyword, an absolute IRI, or null. */
  readonly iri: string | null;
  readonly keyword: boolean;
  /** As N-Quads writes it. */
  readonly term: string;
  readonly type: string | undefined;
  readonly container: Container;
  readonly language: string | null;
  readonly scoped: Json | undefined;
  readonly unusual: string | null;
}

/** How a context is applied: by a node's own `@context`, by a property, or by a type. */
export type Manner = 'local' | 'property' | 'type';

/** A context that was applied to an active one, and how many definitions were read for it. */
export interface Derivation {
  readonly context: ActiveContext;
  readonly cost: number;
}

/** Tables over tables are joined from here on, so that a look-up takes no more steps than this. */
const MAX_TABLES = 16;

/** Terms in force at a place of a document. Immutable: what it remembers is only what can be made again. */
export class ActiveContext implements Scope {
  readonly vocabulary: string | null;
  readonly language: string | null;
  readonly previous: ActiveContext | null;
  readonly protecting: boolean;
  /** Definitions that were copied to make this one. */
  readonly joined: number;
  /** What contexts have made of this one: it lasts as long as they do. */
  readonly derived: Readonly<Record<Manner, WeakMap<JsonObject, Derivation>>> = {
    local: new WeakMap(),
    property: new WeakMap(),
    type: new WeakMap(),
  };
  readonly #tables: readonly ReadonlyMap<string, TermDefinition>[];
  readonly #names = new Map<string, Name>();

  constructor(
    scope: Omit<Scope, 'definition'>,
    { own, below }: { own: ReadonlyMap<string, TermDefinition>; below: ActiveContext | null },
  ) {
    this.vocabulary = scope.vocabulary;
    this.language = scope.language;
    this.previous = scope.previous;
    this.protecting = scope.protecting;
    const tables = [own, ...(below === null ? [] : below.#tables)].filter(({ size }) => size > 0);
    const join = tables.length > MAX_TABLES;
    this.#tables = join ? [new Map(tables.toReversed().flatMap((table) => [...table]))] : tables;
    this.joined = join ? tables.reduce((sum, { size }) => sum + size, 0) : 0;
  }

  definition(term: string): TermDefinition | undefined {
    for (const table of this.#tables) {
      const definition = table.get(term);
      if (definition !== undefined) return definition;
    }
    return undefined;
  }

  /** A member's or type's name, by these terms. */
  name(text: string): Name {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const definition = this.definition(text);
    const name = nameOf(expandIri(this, text, true), definition, this.language);
    // Words that only a document knows are not noted: tables outlive it.
    if (definition !== undefined) this.#names.set(text, name);
    return name;
  }
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
 * JSON-LD 1.1 API §5.2 "IRI Expansion" without a base: a term (where `vocabulary` says so), a compact IRI, an IRI as
 * it is, or a name under the vocabulary. Null for what means nothing; anything else that is no IRI comes back as it is.
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
